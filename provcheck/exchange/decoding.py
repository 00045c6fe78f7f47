"""The bytes of a saved page → its text; and what is no page at all."""

from __future__ import annotations

import codecs
import re

from provcheck.read.encoding import BOMS, decode, is_binary, other_file
from provcheck.read.guess import guess_encoding


def text_of(data: bytes) -> tuple[str, str | None]:
    """Return the text of *data*, and how it was read where that was not as UTF-8.

    UTF-8 where it can be that, whatever it says of itself: browsers save UTF-8 and leave the old word there. Else as
    it says, else by a guess.
    """
    if codec := utf16(data):
        return data.decode(codec, "replace"), f"was read as {codec.upper()}, though it has no byte order mark"
    decoded = decode(data)
    if decoded.readable:
        return decoded.text, None
    declared = re.search(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,20})", data[:4096], re.IGNORECASE)
    said = _codec(declared.group(1).decode("ascii", "replace")) if declared else None
    if said and said != "utf-8":  # which it is not
        return data.decode(said, "replace"), f"is not UTF-8 and was read as {said}, as it says of itself"
    if guess := guess_encoding(data):
        name, guessed, sample = guess
        return data.decode(guessed, "replace"), f"is not UTF-8 and was read as {name} (“{sample}”)"
    return decoded.text, None


def _codec(label: str) -> str | None:
    """Return the codec that browsers use for what a page calls its encoding; None where Python has none.

    >>> _codec("windows-1251"), _codec("ISO-8859-1"), _codec("klingon")
    ('cp1251', 'cp1252', None)
    """
    try:
        found = codecs.lookup(label)
    except LookupError:
        return None
    # "hex" and the like are codecs too, but give no text
    return WIDER.get(found.name, found.name) if found._is_text_encoding else None


WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932"}
"""Encodings that stand on pages for the wider ones that were meant."""


_MHTML = re.compile(rb"(?:[\w-]+: [^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version: ")
"""How a page begins that a browser saved with its pictures in one file."""


def no_page(data: bytes) -> str | None:
    r"""Return what a file is that is no text at all, and what to do; None where it may be a page.

    >>> no_page(b"%PDF-1.4 ...")
    'a PDF file; save the page that shows it, as HTML or text'
    >>> no_page(b"\x1f\x8b\x08...")
    'a file packed with gzip; unpack it first'
    >>> no_page("Письмо от 3 мая".encode("utf-16-le")) is None, no_page("Письмо".encode("cp1251")) is None
    (True, True)
    """
    if kind := other_file(data):
        packed = data.startswith(b"\x1f\x8b")  # what is within may well be the page
        return f"{kind}; {'unpack it first' if packed else 'save the page that shows it, as HTML or text'}"
    if _MHTML.match(data[:4096]):
        return "a page in one MHTML file; save it as HTML or text"
    if is_binary(data) and utf16(data) is None and not _has_mark(data):
        return "no text; save the page as HTML or text"
    return None


def _has_mark(data: bytes) -> bool:
    return any(data.startswith(mark) for mark, _ in BOMS)


def utf16(data: bytes) -> str | None:
    """Return which UTF-16 without a byte order mark *data* is: every line end and blank has a null byte there."""
    begin = b"" if _has_mark(data) else data[:4096]
    for codec, blanks in (("utf-16-le", (b"\n\x00", b" \x00")), ("utf-16-be", (b"\x00\n", b"\x00 "))):
        units = [begin[at : at + 2] for at in range(0, len(begin) - 1, 2)]
        if sum(unit in blanks for unit in units) * 50 > len(units) and b"\x00\x00" not in units:
            return codec
    return None
