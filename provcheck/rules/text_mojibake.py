"""A text was read in the wrong encoding and saved so.

UTF-8 read as Windows-1251 or Windows-1252 turns "Пекин" into "РџРµРєРёРЅ" and "Müller" into "MÃ¼ller"; once saved, the
file is valid and only the words are wrong. A ``�`` stands where letters were lost for good.

Fails::

    title: "РџРµРєРёРЅ, 3 РѕРєС‚СЏР±СЂСЏ"

Fixed::

    title: "Пекин, 3 октября"

Fails::

    title: "Letter from MÃ¼ller"

Fixed::

    title: "Letter from Müller"

Passes::

    title: Письмо Р. Сталину из São Paulo, Ångström und Ñandú

Restore the text from where it was copied; the fix puts back what can be read back.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.languages import script_of
from provcheck.model.context import Context
from provcheck.model.finding import Change, Fix, Problem, Severity
from provcheck.model.lazy import pattern
from provcheck.model.record import Record
from provcheck.rules._texts import every

SEVERITY: Severity = "error"

_RUNS = pattern(r"[^\x00-\x7f]{2,}")
_LOST = "�"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem for every text in which letters give sense as the bytes of UTF-8, and none of themselves."""
    for at, text in every(record):
        if text.isascii():
            continue
        if _LOST in text:
            start = text.index(_LOST)
            message = "a letter was lost here when the text changed its encoding"
            yield Problem(at, message, (start, start + 1), help="restore the text from where it was copied")
            continue
        wrong = [(match, right) for match in _RUNS.finditer(text) if (right := _right(match[0])) is not None]
        if wrong:
            mended = _RUNS.sub(lambda match: _right(match[0]) or match[0], text)
            fix = Fix(f'write "{mended if len(mended) < 60 else mended[:57] + "…"}"', (Change(at, mended),), safe=False)
            match, right = wrong[0]
            message = f'"{_short(match[0])}" is probably "{_short(right)}" read in a wrong encoding'
            yield Problem(at, message, match.span(), fix=fix)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


def _right(run: str) -> str | None:
    """Return what the bytes of *run* are in UTF-8, None where they are not, or where chance may have made them so."""
    for encoding in ("cp1252", "latin-1", "cp1251"):
        try:
            right = run.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        return right if _likely(run, right, encoding) else None
    return None


def _likely(run: str, right: str, encoding: str) -> bool:
    """Whether *right* is made of letters and signs of the languages that this happens to, and *run* is no word."""
    letters = [script_of(character) for character in right if character not in _SIGNS]
    if not set(letters) <= {"Latn", "Cyrl", "Grek"}:
        return False
    if not letters:
        return run[0] in "âÂв"  # as the quotation marks of â€™, Â« and вЂ™
    if len(right) == 1 or encoding == "cp1251" or "Latn" not in letters:
        return len(letters) > 1 or (encoding != "cp1251" and run[0] in "ÃÄÅ" and run[1] not in _SIGNS)
    return True


_SIGNS = frozenset("–—‘’“”„…«»•№°§·\xa0")
"""Signs that stand beside letters in any text; in UTF-8 they are often its only ones that are not ASCII."""
