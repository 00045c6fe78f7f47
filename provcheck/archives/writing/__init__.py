"""Shelfmarks written: labels short, full or none, any language, GOST or Chicago."""

from provcheck.archives.writing.archive import archive_name
from provcheck.archives.writing.codes import own_name
from provcheck.archives.writing.mark import format_folios, format_shelfmark

__all__ = ["archive_name", "format_folios", "format_shelfmark", "own_name"]
