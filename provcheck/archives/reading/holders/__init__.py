"""Which archives of the tables a line names, and what only looks like their names."""
