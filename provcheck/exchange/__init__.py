"""Foreign formats: one file each, read into the data of records. What cannot be placed is told, never dropped."""
