"""Source lines read into shelfmarks and credits, and shelfmarks written in any form. Everything known is in tables."""

from provcheck.archives.account import account, as_json, mark_as_json, uncredited
from provcheck.archives.comparing import agree, compact, one_key
from provcheck.archives.copies import counterparts, predict
from provcheck.archives.dated import dated
from provcheck.archives.fields import beside, branches, read_fields, write_fields
from provcheck.archives.lexicon.figures import figured
from provcheck.archives.lexicon.folios import is_back, read_folios
from provcheck.archives.lexicon.values import has_figure
from provcheck.archives.names import Match, find, points_back
from provcheck.archives.reading.institutions.clauses import institutions_in
from provcheck.archives.reading.line import read_guarded, read_line
from provcheck.archives.script import in_script
from provcheck.archives.usual import as_usual
from provcheck.archives.writing.archive import archive_name
from provcheck.archives.writing.codes import own_name
from provcheck.archives.writing.mark import format_folios, format_shelfmark

__all__ = [
    "Match",
    "account",
    "agree",
    "archive_name",
    "as_json",
    "as_usual",
    "beside",
    "branches",
    "compact",
    "counterparts",
    "dated",
    "figured",
    "find",
    "format_folios",
    "format_shelfmark",
    "has_figure",
    "in_script",
    "institutions_in",
    "is_back",
    "mark_as_json",
    "one_key",
    "own_name",
    "points_back",
    "predict",
    "read_fields",
    "read_folios",
    "read_guarded",
    "read_line",
    "uncredited",
    "write_fields",
]
