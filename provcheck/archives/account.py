"""What was read, as plain data for programs and as an account for people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from provcheck import tables
from provcheck.archives.comparing import are_copies
from provcheck.archives.dated import dated
from provcheck.archives.fields import beside
from provcheck.archives.lexicon.vocabulary import wording
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.names import sharing
from provcheck.archives.writing.mark import format_shelfmark
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import CreditRole, Folios, MarkForm, Segment, Shelfmark, SourceLine

_ROLES: dict[CreditRole, str] = {
    "translator": "translators",
    "obtained_by": "obtained by",
    "contributor": "contributors",
    "editor": "editors",
}


def as_json(line: SourceLine, *, anew: bool = False) -> dict[str, Any]:
    """Return what was read of a line: shelfmarks, names by role, relation; and what was not.

    With *anew* each shelfmark is written too, which takes longer than reading it: it is tried how plainly it may be.

    ``unread`` looks like part of a reference and could not be read, ``beside`` are words within a shelfmark or
    a credit that are no part of it, ``left_over`` is the rest of the text.

    >>> from provcheck.archives import read_line
    >>> as_json(read_line("Memorandum, RGANI, f. 5, op. 30, d. 7. Typescript."))["left_over"]
    ['Memorandum', 'Typescript']
    """
    line = _bounded(line)
    return {
        "shelfmarks": [mark_as_json(mark, anew=anew) for _, mark in dated(line)],
        "translators": list(line.names("translator")),
        "obtained_by": list(line.names("obtained_by")),
        "contributors": list(line.names("contributor")),
        "editors": list(line.names("editor")),
        "relation": _relation(line),
        "unread": [segment.text.strip() for segment in line.segments if not segment.understood],
        "beside": [words for segment in line.segments for words in _beside(segment)],
        "left_over": [words for segment in line.segments if (words := _left_over(segment))],
    }


_GLIMPSE = 60
"""How much is shown of what was not read of a line that is too long."""


def _bounded(line: SourceLine) -> SourceLine:
    """Return *line*, of which no more than a glimpse is left where it was too long to be read to its end."""
    if line.unread_from is None:
        return line
    *read, rest = line.segments
    return replace(line, segments=(*read, replace(rest, text=f"{rest.text[:_GLIMPSE]}…", understood=False)))


def _relation(line: SourceLine) -> str | None:
    """Return how the marks of a line belong together, by its words or else by the concordances."""
    return "same-document-copies" if are_copies(line.marks) else line.relation


def mark_as_json(mark: Shelfmark, *, anew: bool = False) -> dict[str, Any]:
    """Return one shelfmark as plain data, with *anew* also as it is ``written``."""
    data = {
        "archive": mark.archive,
        "archive_id": mark.archive_id,
        "levels": [list(level) for level in mark.levels],
        "folios": [list(run) for run in mark.folios],
        "paged": mark.paged,
    }
    if mark.when is not None:
        data[mark.when.what] = mark.when.text  # by which files of one number are told apart
    return {**data, "written": _anew(mark)} if anew else data


def _anew(mark: Shelfmark) -> str:
    """Write *mark* in Latin letters and English abbreviations, as its archive does."""
    return format_shelfmark(mark)


def account(line: SourceLine) -> str:
    r"""Return a readable account of a line: what was read as what, what was left over, and each shelfmark written anew.

    A row for each thing, whatever breaks and blanks the line itself has. Control characters in it stay as they are.

    >>> from provcheck.archives import read_line
    >>> print(account(read_line("NAA: A1838, 3107/33/1")))
    NAA: A1838, 3107/33/1
      archive      NAA = National Archives of Australia
      levels       series A1838 · item 3107/33/1
      written      NAA, A1838, 3107/33/1
    """
    line = _bounded(line)
    rows = [_line(line.text)]
    days = set()
    for segment, mark in dated(line):
        rows += [_row(what, text) for what, text in _mark(segment, mark)]
        days.add(mark.when.text if mark.when else "")
    if _relation(line) == "same-document-copies":
        rows.append(_row("relation", "copies of the same document"))
    rows += [_row(label, "; ".join(names)) for role, label in _ROLES.items() if (names := line.names(role))]
    if len(rows) == 1:
        rows.append("  no shelfmark read here")
    rows += [_row("beside it", words) for segment in line.segments if segment.credits for words in _beside(segment)]
    for segment in line.segments:
        if not segment.understood:
            rows.append(_row("not read", _trimmed(segment.text)))
        elif (words := _left_over(segment)) and words not in days:
            rows.append(_row("left over", words))
    return "\n".join(rows)


def _beside(segment: Segment) -> Iterator[str]:
    """Yield the words and numbers within a shelfmark that are no part of it."""
    if segment.credits:
        yield from uncredited(segment)
    if segment.mark is not None:
        yield from beside(segment)


_APART = pattern(r"[\0()]")
_WORD = pattern(r"\w+")


def uncredited(segment: Segment) -> Iterator[str]:
    """Yield what credits say beyond who did what: for whom, from which language, where somebody works."""
    rest = segment.text
    for name in sorted({name for credit in segment.credits for name in credit.names}, key=len, reverse=True):
        rest = rest.replace(name, "\0", 1)
    known = _credit_words()
    for piece in _APART.split(rest):
        said = [word for word in _WORD.finditer(piece) if word[0].casefold() not in known]
        if said:
            yield _line(piece[said[0].start() : said[-1].end()])


@cache
def _credit_words() -> frozenset[str]:
    """Return the words that credits are made of in any language."""
    table = wording()
    abroad = [word for said in table.credits_abroad.values() for phrase in said for word in phrase.split()]
    every = (
        *table.credits,
        *table.credit_by,
        *table.ands,
        *table.honorifics,
        *table.credits_by,
        *abroad,
        *table.translated,
        *table.translator_is,
        "the",  # of a body: translated by the Foreign Broadcast Information Service
    )
    return frozenset(word.casefold() for word in every)


def _left_over(segment: Segment) -> str:
    """Return what a segment says that is neither shelfmark nor credit, nor looks like one."""
    if not segment.understood or segment.mark is not None or segment.credits:
        return ""
    words = _trimmed(segment.text)
    return words if _says(words) else ""


_STOPS = " \t\r\n,.;:–—-|·•►=→。、，：；։՝"
"""What parts words, in prose and in a table."""
_PAIRS = {
    ")": "(",
    "]": "[",
    "”": "“„",
    "“": "„",
    "»": "«",
    "›": "‹",
    "）": "（",
    "》": "《",
    "〉": "〈",
    "」": "「",
    "』": "『",
}
_OPENING = frozenset("".join(_PAIRS.values()))
_ALIKE = ("**", '"', "`", "*")
"""Signs that open and close alike; two of the first are one."""
_APART_STROKE = pattern(r"^/+\s|\s/+$")
_DEEP = 12
"""How many signs may stand around words before they are left as they are."""
_LEADING = worded(r"(?:^|[,.;:(\[]\s?)(?:{leads}|{before_marks})$", re.IGNORECASE)
"""Words that only say that a mark follows, where nothing else stands with them: ``Doe, Years, 12 (citing``."""


def _trimmed(text: str) -> str:
    """Return *text* without the stops around it, signs whose other half stands elsewhere, and what only leads on.

    >>> _trimmed(' (Doe, "Years", 12 (citing '), _trimmed("», typescript"), _trimmed("| 1940 | *Plan* |")
    ('Doe, "Years", 12', 'typescript', '1940 | *Plan*')
    """
    words = text
    for _ in range(_DEEP):
        before, words = words, _APART_STROKE.sub("", words.strip(_STOPS).removesuffix("№"))
        for sign in _ALIKE:
            if words.count(sign) % 2:
                words = words.removeprefix(sign).removesuffix(sign)
        if words and (words[-1] in _OPENING - set(_PAIRS) or (words[-1] in _PAIRS and _is_alone(words[-1], words))):
            words = words[:-1]
        if words and (words[0] in _PAIRS.keys() - _OPENING or (words[0] in _OPENING and _is_alone(words[0], words))):
            words = words[1:]
        if (leads := _LEADING.search(words)) and leads.start():
            words = words[: leads.start()]
        if words == before:
            break
    return words


def _is_alone(sign: str, words: str) -> bool:
    """Tell whether a sign at one end of *words* has no other half in them."""
    if sign in "()[]":
        opening = _PAIRS.get(sign, sign)
        return words.count(opening) != sum(words.count(close) for close in _PAIRS if _PAIRS[close] == opening)
    closing = sign == words[-1] and sign in _PAIRS
    others = _PAIRS[sign] if closing else [close for close in _PAIRS if sign in _PAIRS[close]]
    return not any(other in words[:-1] if closing else other in words[1:] for other in others)


def _says(words: str) -> bool:
    """Tell whether what stands around shelfmarks does more than join them or lead to them."""
    return any(map(str.isalnum, words)) and words.strip("*_.: ").casefold() not in _silent()


@cache
def _silent() -> frozenset[str]:
    """Return the words that say no more than that a shelfmark follows: Source, Архивное дело, and."""
    table = wording()
    leading = (*table.leads, *table.before_marks, *table.file_follows, *tables.wording()["signed"])
    return (table.joining | table.number_signs).union(word.casefold() for word in leading)


def _row(what: str, text: str) -> str:
    return f"  {what:12} {_line(text)}"


def _line(text: str) -> str:
    return " ".join(text.split())


_SOME = 4
"""How many archives of one name are named."""


def _open(name: str) -> str:
    """Say which archives share *name*, where nothing in the line decides between them."""
    if not (several := sharing(name)):
        return ""
    named = [archive.called for archive in several[:_SOME]] + ["…"] * (len(several) > _SOME)
    return f": several are called so ({'; '.join(named)}); its town beside it decides"


def _run(run: Folios) -> str:
    """Say which leaves *run* is: ``5 f.`` the next one too, ``5 ff.`` those that follow."""
    if run.last in _ONWARD:
        return f"{run.first} and {_ONWARD[run.last]}"
    return run.first if run.first == run.last else f"{run.first}–{run.last}"


_ONWARD = {"f": "the next", "ff": "the following"}


def _mark(segment: Segment, mark: Shelfmark) -> Iterator[tuple[str, str]]:
    archive = tables.archives().get(mark.archive_id or "")
    known = f" = {archive.called}" if archive else _open(mark.archive or "")
    yield "archive", f"{mark.archive or 'not named'}{known}"
    yield "levels", " · ".join(f"{level.name} {level.value}" for level in mark.levels) or "none"
    if mark.folios:
        yield (
            "pages" if mark.paged else "folios",
            ", ".join(map(_run, mark.folios)),
        )
    if mark.when is not None:
        yield mark.when.what, mark.when.text
    for words in _beside(segment):
        other = _trimmed(words.removesuffix(mark.when.text.rstrip("."))) if mark.when else words
        if other:
            yield "beside it", other
    yield "written", _anew(mark)
    convention = tables.conventions().get(mark.convention or "")
    if convention is not None and "ru" in convention.languages:
        yield (
            "in Russian",
            format_shelfmark(mark, MarkForm(language="ru", **tables.style_settings()["foreign"]["ru"]["mark"])),
        )
