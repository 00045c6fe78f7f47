"""What stands around a mark and belongs to it: a gloss and the town after the archive, titles and papers before it."""

from provcheck.archives.reading.around.ahead import collection_before, papers_before, photographed, titles_before
from provcheck.archives.reading.around.behind import after_gloss, after_signed

__all__ = ["after_gloss", "after_signed", "collection_before", "papers_before", "photographed", "titles_before"]
