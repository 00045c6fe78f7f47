"""A CSL 1.0.2 processor: styles compiled to closures, rich text out. It knows nothing of archives.

style = compile_style(parse_style(xml), locale_file, "en-US")
result = process(style, references, [Citation((Cite("a", locator="12"),), note=1)])
HTML.write(result.citations[0])
"""

from provcheck.csl.compiled import Compiled, compile_style
from provcheck.csl.errors import CslError
from provcheck.csl.flow import Token
from provcheck.csl.formats import HTML, MARKDOWN, PLAIN_TEXT, Formatter
from provcheck.csl.locales import locale_file
from provcheck.csl.positions import Citation
from provcheck.csl.process import Entry, Result, process
from provcheck.csl.reading import read_cite, with_note_fields
from provcheck.csl.scope import Cite
from provcheck.csl.style import Style, parse_style
from provcheck.csl.tree import Format

__all__ = [
    "HTML",
    "MARKDOWN",
    "PLAIN_TEXT",
    "Citation",
    "Cite",
    "Compiled",
    "CslError",
    "Entry",
    "Format",
    "Formatter",
    "Result",
    "Style",
    "Token",
    "compile_style",
    "locale_file",
    "parse_style",
    "process",
    "read_cite",
    "with_note_fields",
]
