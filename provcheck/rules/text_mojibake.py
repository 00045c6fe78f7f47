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
            yield Problem(at, "a letter was lost here when the text changed its encoding", (start, start + 1))
            continue
        spans, mended = [], text
        for match in reversed(list(_RUNS.finditer(text))):
            right = _right(match[0])
            if right is not None:
                spans.append(match.span())
                mended = mended[: match.start()] + right + mended[match.end() :]
        if spans:
            start, end = spans[-1]
            fix = Fix(f'write "{mended if len(mended) < 60 else mended[:57] + "…"}"', (Change(at, mended),), safe=False)
            message = f'"{text[start:end]}" is probably "{_right(text[start:end])}" read in a wrong encoding'
            yield Problem(at, message, (start, end), fix=fix)


def _right(run: str) -> str | None:
    """Return what the bytes of *run* are in UTF-8, None where they are not, or where chance may have made them so."""
    for encoding, least in (("cp1252", 1), ("latin-1", 1), ("cp1251", 2)):
        try:
            right = run.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        letters = sum(character.isalpha() for character in right)
        known = all(character.isprintable() for character in right)
        if known and len(right) < len(run) and (letters >= least or set(right) <= _SIGNS):
            return right
    return None


_SIGNS = frozenset("–—‘’“”„…«»•№°§·\xa0")
"""Signs that are often the only ones in a text that are not ASCII: â€™ is an apostrophe."""
