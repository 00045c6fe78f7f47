"""A source line, read: its archives, its stretches, an engine for each family of conventions, and what is left."""
