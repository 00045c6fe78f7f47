"""Whether what was read is a shelfmark, and not words and numbers that look alike."""

from provcheck.archives.reading.standing.mark import stands

__all__ = ["stands"]
