"""Bytes → text: which encoding, where it is wrong, and what it may be instead.

The text is never normalised: line ends, blanks and composed letters stay, so that a fix gives back every byte it does
not mean to change.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from provcheck.model.document import Fault, Span
from provcheck.model.lazy import pattern
from provcheck.read.guess import guess_encoding

MAX_BYTES = 64 * 1024 * 1024
"""Larger files are not read: metadata of that size is a mistake, or meant to do harm."""

MAX_REPORTED = 10
"""How many forbidden characters of one file are reported one by one."""

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le-sig"),
    (codecs.BOM_UTF32_BE, "utf-32-be-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le-sig"),
    (codecs.BOM_UTF16_BE, "utf-16-be-sig"),
)
"""Byte order marks; the longer ones first, for that of UTF-32 begins with that of UTF-16."""

# What has no business in metadata: control characters, an inner byte order mark, and the code points that are no
# characters. Written with escapes, so that this file can be read.
FORBIDDEN = pattern("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\ufeff\\ufffe\\uffff]")


INVISIBLE = pattern("[\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069]")
"""Zero-width space, marks of direction, word joiner: not seen, and no search finds what holds them.

Soft hyphens and zero-width joiners and non-joiners are none of them: spelling and ligatures want these.
"""
_SPACELESS = pattern("[\\u0e00-\\u0fff\\u1000-\\u109f\\u1780-\\u17ff\\u1950-\\u19df]")
"""Thai, Lao, Tibetan, Burmese, Khmer: a zero-width space parts their words."""
_RIGHT_TO_LEFT = pattern("[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc]")
"""Hebrew, Arabic and others, which marks of direction stand beside."""


class Decoded(NamedTuple):
    """A file's text. ``readable`` is False where the text is only good for showing where it is wrong."""

    text: str
    encoding: str
    faults: tuple[Fault, ...]
    readable: bool


def decode(data: bytes) -> Decoded:
    """Return the text of *data*; never raises."""
    if len(data) > MAX_BYTES:
        message = f"the file has more than {MAX_BYTES // 1024 // 1024} MiB and was not read: split it"
        return _unreadable("", "syntax", message, 0)
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _marked(data, bom, encoding)
    if kind := other_file(data):
        return _unreadable("", "encoding", f"this is no text but {kind}: save it as plain text", 0)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error)
    if _is_utf16(data):  # letters of Latin and Cyrillic are valid UTF-8 then, each beside a control character
        return _unreadable(text, "encoding", _NO_MARK, 0)
    return Decoded(text, "utf-8", (), True)


_OTHER_FILES = (
    (b"\x1f\x8b", "a file packed with gzip"),
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "an office document or a ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "a document in RTF"),
    (b"bplist00", "a web archive of Safari"),
    *((sign, "an image") for sign in (b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*")),
)
"""How files begin that are no text, even where all their bytes may stand in one, and what they are."""


def other_file(data: bytes) -> str | None:
    r"""Return what *data* is where it begins as a file of another kind than text.

    >>> other_file(b"%PDF-1.4\n1 0 obj"), other_file(b"title: PDF")
    ('a PDF file', None)
    """
    return next((kind for sign, kind in _OTHER_FILES if data.startswith(sign)), None)


_NO_MARK = "this looks like UTF-16 without a byte order mark: save it as UTF-8"


def wide(data: bytes) -> str | None:
    """Return what *data* is where its characters have two or four bytes each, by its mark or without one.

    >>> wide("РГАСПИ, ф. 17".encode("utf-16")), wide("TNA".encode("utf-16-le")), wide("TNA".encode())
    ('UTF-16', 'UTF-16 without a byte order mark', None)
    """
    name = next((name for bom, name in BOMS if data.startswith(bom) and bom != codecs.BOM_UTF8), None)
    if name is not None:
        return name[:6].upper()
    return "UTF-16 without a byte order mark" if _is_utf16(data) else None


def _is_utf16(data: bytes) -> bool:
    """Tell whether every other byte is mostly the upper half of a Latin (00) or Cyrillic (04) letter."""
    if b"\0" not in data:
        return False
    one, other = sorted(half.count(b"\0") + half.count(b"\4") for half in (data[::2], data[1::2]))
    return other > len(data) // 8 and one * 20 < other


def encode(text: str, encoding: str) -> bytes:
    """Return *text* as bytes in a `Decoded.encoding`, with its byte order mark where it had one."""
    name = encoding.removesuffix("-sig")
    bom = next(bom for bom, known in BOMS if known == encoding) if encoding.endswith("-sig") else b""
    return bom + text.encode(name)


def clean(text: str) -> tuple[str, tuple[Fault, ...]]:
    """Return *text* with U+FFFD for every forbidden character (same length), and what they were.

    What is only invisible stays, for the text can be read with it, and is told all the same.
    """
    invisible = not text.isascii() and INVISIBLE.search(text) is not None
    if not invisible and FORBIDDEN.search(text) is None:
        return text, ()
    faults = _told((match.start() for match in FORBIDDEN.finditer(text)), text)
    if invisible:
        faults += _told(_invisible(text), text)
    return FORBIDDEN.sub("\ufffd", text), tuple(faults)


def _told(places: Iterator[int], text: str) -> list[Fault]:
    """Return a fault for each of the first *places* in *text*."""
    faults = []
    for number, at in enumerate(places):
        if number == MAX_REPORTED:
            faults.append(Fault("encoding", "more such characters follow", Span(at, at + 1)))
            break
        faults.append(Fault("encoding", forbidden(text[at]), Span(at, at + 1)))
    return faults


def _invisible(text: str) -> Iterator[int]:
    """Yield where characters stand that nobody sees and that the writing of their line does not need."""
    at = 0
    for line in text.splitlines(keepends=True):
        if found := [match.start() for match in INVISIBLE.finditer(line)]:
            needed = "\u200b" if _SPACELESS.search(line) else ""
            if _RIGHT_TO_LEFT.search(line):  # but nothing needs to be read backwards
                needed += "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
            yield from (at + place for place in found if line[place] not in needed)
        at += len(line)


def unseen(text: str) -> Iterator[int]:
    """Yield where *text* has characters that have no place in it, or that nobody sees and its writing does not need."""
    yield from (match.start() for match in FORBIDDEN.finditer(text))
    if not text.isascii():
        yield from _invisible(text)


def forbidden(char: str) -> str:
    """Return what is wrong with *char*, one that `FORBIDDEN` or `INVISIBLE` finds."""
    if INVISIBLE.match(char):
        name = unicodedata.name(char).lower()
        return f"an invisible character (U+{ord(char):04X}, {name}) inside the text: delete it"
    if char == "\ufeff":
        return "an invisible byte order mark (U+FEFF) inside the text: delete it"
    if char == "\0":
        return "a NUL character (U+0000): the file is damaged, or no text in UTF-8"
    if "\x80" <= char <= "\x9f":
        return f"control character U+{ord(char):04X}: often a dash or quotation mark of Windows-1252 gone wrong"
    return f"control character U+{ord(char):04X}, which has no place in text: delete it"


def _unreadable(text: str, rule: str, message: str, at: int) -> Decoded:
    return Decoded(text, "utf-8", (Fault(rule, message, Span(at, min(at + 1, len(text))), unread=True),), False)


def _marked(data: bytes, bom: bytes, encoding: str) -> Decoded:
    """Read a file that begins with a byte order mark."""
    name = encoding.removesuffix("-sig")
    body = data[len(bom) :]
    shown = {"utf-8": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}.get(name, "UTF-32")
    try:
        text = body.decode(name)
    except UnicodeDecodeError as error:
        if name == "utf-8":
            return _not_utf8(body, error)
        before = body[: error.start].decode(name, "replace")
        return _unreadable(
            body.decode(name, "replace"), "encoding", f"damaged {shown}: save the file as UTF-8", len(before)
        )
    if name == "utf-8":
        message = "the file begins with a byte order mark, which some tools take for text: save as UTF-8 without BOM"
    else:
        message = f"the file is {shown}, which most tools cannot read: save it as UTF-8"
    return Decoded(text, encoding, (Fault("encoding", message, Span(0, 0)),), True)


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> Decoded:
    text = data.decode("utf-8", "replace")
    at = len(data[: error.start].decode("utf-8", "replace"))
    if _is_utf16(data):
        return _unreadable(text, "encoding", _NO_MARK, at)
    if is_binary(data):
        return _unreadable(text, "encoding", "this is no text: an image, a scan or another program's own file", at)
    bad = f"byte 0x{data[error.start]:02X} is not UTF-8"
    guess = guess_encoding(data)
    if guess is None:
        pieced = "it is damaged there, or was joined of several files: convert each to UTF-8 and join them again"
        return _unreadable(text, "encoding", f"{bad}, as the rest is: {pieced}", at)
    name, codec, sample = guess
    message = f"{bad}; the file looks like {name} (“{sample}”): convert it, as with iconv -f {codec} -t UTF-8"
    return _unreadable(text, "encoding", message, at)


_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))


def is_binary(data: bytes) -> bool:
    """Tell whether *data* begins with so many control characters that it is no text in any encoding of bytes."""
    begin = data[:4096]
    return (len(begin) - len(begin.translate(None, _CONTROLS))) * 50 > len(begin)
