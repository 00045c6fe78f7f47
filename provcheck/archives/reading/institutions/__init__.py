"""Institutions that are not in the tables, known by their names and by what stands beside them."""
