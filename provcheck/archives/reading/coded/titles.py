"""Titles among the values of a stretch: where they begin and end, and what of them is no part of the name."""

from __future__ import annotations

from provcheck.archives.lexicon.cuts import HENCEFORTH
from provcheck.archives.lexicon.kinds import GLOSS, OF_YEARS
from provcheck.archives.lexicon.values import Value, has_figure
from provcheck.archives.lexicon.vocabulary import wording
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.coded.title_ends import (
    LABEL_WORDS,
    end_of_symbol,
    ends_with_code,
    title_end,
    title_limit,
)
from provcheck.archives.reading.stretch import Stretch
from provcheck.model.archive import LevelRule
from provcheck.model.lazy import pattern
from provcheck.model.noun import new

_FONDS_OF = frozenset("df")
_OF_FONDS = pattern(r"\bf(?:onds|ondo|undo) (?:de l(?:[ao]s?)?|del(?:l[ao]?)?|des?|dei|d[aiou]s?|d)[ ’'](?=[^\W\d_])")
"""``fonds du Service hydrographique``: the word of the fonds, and what leads to its name; but Fondo di Vienna."""

_ACCESS_IN_TITLE = pattern(
    r"^[^\d]{2,120} (?:\((?:nummer )?(?:toegang(?:snummer)? |access )?)?(\d\.\d\d(?:\.\d{2,3})+)\)?(?: [^\d,]+)?$"
    r"|^[^\d]{2,60} ([A-F] Rep\. \d+(?:-\d+)?)$"
    r"|^[^\d]{2,120} \((?:toegang(?:snummer)? |access(?: number)? |(?!1[5-9]\d\d|20\d\d))(\d{2,5})\)$"
)
"""The number of a Dutch archive behind its name."""

_SIGNS = " \u00a0.,–—-\"”'’“„="
"""What leads on from a value and is no part of it."""
_GLOSSED = frozenset({"fonds", "section", "collection"})

_QUOTES = frozenset("“\"«‘'„")
IN_QUOTES = pattern(
    r"(?<=[^\W\d_], )(?:“([^“”]{2,90})”|\"([^\"]{2,90})\"|«([^«»]{2,90})»|‘([^‘’]{2,90})’|'([^']{2,90})'"
    r"|„([^„“”]{2,90})[“”])"
    r"(?=, (?!(?:ff?|fols?|pp?|Bll?|cc?|ll?|лл?|nos?|nn?|docs?|in|of)\b)[^\W\d_]{1,9}\.? ?[\dIVX]| \([Ii]nv\. ?\d)"
)
"""A title in quotation marks between one without and the word for its box: ``Estado, “Roma, Nápoles”, leg. 12``."""


def title(stretch: Stretch, rule: LevelRule, at: int) -> Value | None:
    """Read a title for the level of *rule* at *at*."""
    if rule.kind == "words" and stretch.text[at] in _QUOTES and (whole := IN_QUOTES.match(stretch.text, at)):
        return new(Value, (whole[whole.lastindex or 0].strip(_SIGNS), at, whole.end()))
    limit = title_limit(stretch, at) if rule.kind == "title" else stretch.next_label(at)
    end = title_end(stretch, rule, at, limit)
    return None if end is None else _cleaned(stretch, rule, at, end)


def symbol(stretch: Stretch, at: int) -> Value | None:
    """Read a control symbol at *at*, which is whatever stands before the next comma."""
    end = end_of_symbol(stretch.text, at, stretch.next_label(at))
    return None if end is None else cleaned(stretch.text, at, end)


def cleaned(text: str, at: int, end: int) -> Value | None:
    """Return the value from *at* to *end* without what only leads on: signs, ``and``."""
    end = _before_and(text, at, end)
    if text[end - 1] == ")" and text.count("(", at, end) < text.count(")", at, end):
        end -= 1  # (NARA, RG 59, CFPF, PR 10 Foreign Relations)
    written = text[at:end].rstrip(_SIGNS)
    return new(Value, (" ".join(written.split()), at, _without_signs(text, at, end))) if written else None


def _cleaned(stretch: Stretch, rule: LevelRule, at: int, end: int) -> Value | None:
    """Return the title from *at* to *end* without quotation marks, the word for its level, a gloss."""
    text = stretch.text
    end = _before_and(text, at, end)
    written = text[at:end].rstrip(_SIGNS)
    if text[end - 1] == "." and (
        (text[end : end + 1] == " " or (text.startswith(".,", end - 1) and not text[end - 3].isupper()))
        or text[end - 3 : end - 2] == "."
    ):
        written += "."  # Collect. 393; A.E.S.
    written = written.lstrip("“\"‘«„'" if text[end - 1] == "'" else '“"‘«„')
    if written.endswith(")") and "(" not in written:
        written, end = written[:-1], end - 1  # (ANTT, Chancelaria, 1536-1821)
    if written.endswith(")"):
        written = HENCEFORTH.sub("", written)
        written = written if rule.name == "folder" else OF_YEARS.sub("", written)
    if rule.name == "fonds" and (access := _ACCESS_IN_TITLE.search(written)):
        written = access.group(access.lastindex or 1)  # VOC 1.04.02
    elif (
        rule.name == "fonds"
        and written[:1] in _FONDS_OF
        and (of := _OF_FONDS.search(text, max(0, at - len("fonds ")), end))
    ):
        written = written[max(0, of.end() - at) :]
    if written.endswith(")") and ends_with_code(stretch.rules, written):
        end = text.rfind("(", at, end)
        return new(Value, (written[: written.rfind("(")].rstrip(), at, len(text[:end].rstrip())))
    if written.endswith(")") and (rule.name in _GLOSSED or (rule.kind == "words" and not has_figure(written))):
        written = GLOSS.sub("", written)
    if not written or written.lower() in LABEL_WORDS or written in wording().ands:
        return None
    return new(Value, (" ".join(written.split()), at, _without_signs(text, at, end)))


def _before_and(text: str, at: int, end: int) -> int:
    """Return where what is from *at* to *end* stops if ``and`` is its last word or leads to the next; else *end*."""
    if text[end - 1].isdigit() and (first := _FIRST_OF_TWO.match(text, at, end)):
        return first.end()
    written = text[at:end].rstrip()
    before, _, last = written.rpartition(" ")
    joins = last in _OR or (before and last in wording().ands and (len(last) > 1 or before[-1] != "."))  # Tiberius B. i
    return at + len(before.rstrip()) if joins else end


_FIRST_OF_TWO = worded(r"([^\W\d_]{5,}) (?:[^,;:()\d]{1,50} )?\d{1,4}(?= {ands} \1 )")
"""A title that begins as the next one does: ``Bauakt Wieden 4 und Bauakt Wieden 7``."""
_OR = frozenset({"or", "&", "/", "The"})  # MI GAB 1976-1980 / b. 144; box 3, Letters, The Lilly Library


def _without_signs(text: str, at: int, end: int) -> int:
    """Return where what stands from *at* to *end* stops but for blanks, commas and dashes."""
    return at + len(text[at:end].rstrip(" \u00a0,–—-"))
