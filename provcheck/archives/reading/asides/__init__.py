"""What stands in a line and is no part of a mark: remarks on it, how the document is, what is told behind."""
