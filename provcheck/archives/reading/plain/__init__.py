"""A line made plainer before it is read: signs that nobody reads, scans, odd dashes, the words of sentences."""
