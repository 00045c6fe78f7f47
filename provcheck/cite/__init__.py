"""Records → citations in any CSL style: notes, short notes, bibliographies, and notes in their order of citing.

    >>> from provcheck.cite import cite
    >>> for citation in cite([], "plain"):
    ...     print(citation.form, citation.output)

Nothing here raises for what a record or a style holds: a style that cannot be used is a `StyleFault`, what a style
could not print is a warning of the citation.
"""

from provcheck.cite.citing import FORMS, Chain, cite, cite_notes
from provcheck.cite.describe import Description, describe
from provcheck.cite.notes import Note, NoteCite, NoteFault, check_notes, read_notes
from provcheck.cite.processor import StyleFault
from provcheck.cite.styles import Style, find, package_names
from provcheck.cite.write import FORMATS, Section, document

__all__ = [
    "FORMATS",
    "FORMS",
    "Chain",
    "Description",
    "Note",
    "NoteCite",
    "NoteFault",
    "Section",
    "Style",
    "StyleFault",
    "check_notes",
    "cite",
    "cite_notes",
    "describe",
    "document",
    "find",
    "package_names",
    "read_notes",
]
