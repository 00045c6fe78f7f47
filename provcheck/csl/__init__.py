"""A CSL 1.0.2 processor: styles compiled to closures, rich text out. It knows nothing of archives.

style = compile_style(parse_style(xml), locale_file, "en-US")
result = process(style, references, [Citation((Cite("a", locator="12"),), note=1)])
HTML.write(result.citations[0])
"""

from provcheck.csl.compiled import Compiled, compile_style
from provcheck.csl.errors import CslError
from provcheck.csl.flow import CLOSE, Token, text_of
from provcheck.csl.formats import HTML, PLAIN_TEXT, SUITE_HTML, Formatter, clean, linked
from provcheck.csl.latex import LATEX
from provcheck.csl.locales import locale_file
from provcheck.csl.markdown import MARKDOWN
from provcheck.csl.positions import Citation
from provcheck.csl.process import Entry, Result, process
from provcheck.csl.reading import read_cite, with_note_fields
from provcheck.csl.rtf import RTF
from provcheck.csl.scope import Cite
from provcheck.csl.style import Style, parse_style
from provcheck.csl.tree import Format

__all__ = [
    "CLOSE",
    "HTML",
    "LATEX",
    "MARKDOWN",
    "PLAIN_TEXT",
    "RTF",
    "SUITE_HTML",
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
    "clean",
    "compile_style",
    "linked",
    "locale_file",
    "parse_style",
    "process",
    "read_cite",
    "text_of",
    "with_note_fields",
]
