"""What words, values and leaves look like: the tables as the reader wants them, and the walk over a line."""
