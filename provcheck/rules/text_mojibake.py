"""A text was read in the wrong encoding and saved so.

UTF-8 read as Windows-1251 or Windows-1252 turns "Пекин" into "РџРµРєРёРЅ" and "Müller" into "MÃ¼ller"; once saved, the
file is valid and only the words are wrong. A ``�`` stands where letters were lost for good. A text in an encoding from
before UTF-8 that was read as Windows-1252 shows itself where its letters are of no language as they stand, and of the
record's language when they are read as its encodings have them: "Ïèñüìî" is "Письмо", "Þevket Paþa" is "Şevket Paşa".

Fails::

    title: "РџРµРєРёРЅ, 3 РѕРєС‚СЏР±СЂСЏ"

Fixed::

    title: "Пекин, 3 октября"

Fails::

    title: "Letter from MÃ¼ller"

Fixed::

    title: "Letter from Müller"

Fails::

    title: Ïèñüìî Ñòàëèíà
    language: ru

Fixed::

    title: Письмо Сталина
    language: ru

Fails::

    title: Dopis øíšského protektora Èechùm
    language: cs

Passes::

    title: Dopis z Ærøskøbingu, od Jørgena Sørensena
    language: cs

Passes::

    title: Письмо Р. Сталину из São Paulo, Ångström und Ñandú

Restore the text from where it was copied; the fix puts back what can be read back.
"""

from __future__ import annotations

from collections.abc import Iterator

from provcheck.languages import primary, script_of
from provcheck.model.context import Context
from provcheck.model.document import Pointer
from provcheck.model.finding import Change, Fix, Problem, Severity
from provcheck.model.lazy import pattern
from provcheck.model.record import Record
from provcheck.read.alphabets import CODECS
from provcheck.read.misread import misread
from provcheck.rules._texts import every

SEVERITY: Severity = "error"

_WORDS = pattern(r"\S+")
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
            match, right = wrong[0]
            yield _problem(at, match[0], match.span(), right, mended)
        elif (mended := misread(text, _languages(record, at)) or "") and len(mended) == len(text):
            match = next(match for match in _WORDS.finditer(text) if match[0] != mended[slice(*match.span())])
            yield _problem(at, match[0], match.span(), mended[slice(*match.span())], mended)
        elif mended:  # two bytes made one letter of Chinese, Japanese or Korean
            yield _problem(at, text, (0, len(text)), mended, mended)


def _problem(at: Pointer, word: str, span: tuple[int, int], right: str, mended: str) -> Problem:
    """Return the problem that *word* is *right*, with the fix that makes *mended* of the whole text."""
    fix = Fix(f'write "{mended if len(mended) < 60 else mended[:57] + "…"}"', (Change(at, mended),), safe=False)
    message = f'"{_short(word)}" is probably "{_short(right)}" read in a wrong encoding'
    return Problem(at, message, span, fix=fix)


def _languages(record: Record, at: Pointer) -> list[str]:
    """Return the languages that the text at *at* may be in: that of its key, else those of the document."""
    own = next((step for step in reversed(at) if isinstance(step, str) and primary(step) in CODECS), None)
    return [primary(tag) for tag in ((own,) if own else (language.text for language in record.languages))]


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
