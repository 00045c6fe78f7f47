"""A list of notes, as a historian jots it down → which record is cited in which note, and where in it.

    1: 113732 ll. 105-106; 89832
    2: see 113732, l. 105ob, emphasis mine
    3: [@113732, l. 105; cf. @89832]

A line is a note, ``;`` stands between its cites. In a cite the first word that is the id of a record is that record,
or else what follows ``@``, as pandoc writes it. What stands before is prefix; after it comes a locator, and the rest is
suffix.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from io import StringIO
from typing import NamedTuple

from provcheck import tables
from provcheck.archives import read_folios
from provcheck.cite.leaves import elsewhere
from provcheck.model.lazy import pattern
from provcheck.model.record import Record

_WORDS = """
act: act acts
appendix: app app. appendix appendices
book: bk bk. bks. book books
canon: can. canon canons
chapter: ch. chap chap. chaps. chapter chapters гл. глава
column: col col. cols. column columns sp. стб.
elocation: loc. location locations
equation: eq. eqs. equation equations
figure: fig fig. figs. figure figures abb. рис.
folio: l l. ll ll. list listy lists leaf leaves л л. лл лл. лист листы листа арк арк. аркуш аркуші bl bl. blatt blätter
 f f. ff ff. fol fol. fols fols. folio folios fo fo. fos. k. kk. karta karty fᵒ fᵒˢ
issue: no. nos. issue issues нр.
line: line lines zeile zeilen строка строки
note: n. nn. note notes anm. прим.
opus: op. opp. opus opera
page: p p. pp pp. page pages s s. seite seiten с с. стр. pag.
paragraph: para para. paras. par. paragraph paragraphs ¶ ¶¶ п. абз.
part: pt pt. pts. part parts teil ч. часть
rule: r. rr. rule rules
scene: sc. scs. scene scenes
section: sec sec. secs. sect. section sections § §§
sub-verbo: s.v. s.vv. sub-verbo
supplement: supp. supplement supplements
table: tbl. tbls. table tables tab. табл.
timestamp: timestamp
verse: v. vv. verse verses
version: version
volume: vol vol. vols. volume volumes bd. bde. т. тт. том
"""
LABELS: Mapping[str, str] = {
    word: line.partition(":")[0]
    for line in _WORDS.replace("\n ", " ").strip().splitlines()
    for word in line.partition(": ")[2].split()
}
"""What a locator counts in CSL's terms, by its usual abbreviations, in small letters. ``l.`` is a leaf, not a line."""

_ROMAN = r"(?=[ivxlc]*[ivx])[ivxlc]+\b|(?=[IVXLC]*[IVX])[IVXLC]+\b"
_NUMBER = rf"(?:\d[\w./:]*|{_ROMAN})"
_LABEL = "|".join(re.escape(word) for word in sorted(LABELS, key=len, reverse=True))
_LOCATOR = pattern(
    rf"\s*,?\s*(?:(?P<label>(?i:{_LABEL}))(?:(?<=[.§¶])\s*|\s+|(?=\d)))?"
    rf"(?P<value>{_NUMBER}(?:\s*(?:[-–—,&]|and|und|и)\s*{_NUMBER})*)"
)
_LEAF_WORDS = frozenset(word.rstrip(".") for word, label in LABELS.items() if label == "folio")
_NUMBERED = re.compile(
    r"\s*(?:\[\^(?P<mark>\d{1,9})\]:|\[(?P<box>\d{1,9})\](?=\s+\S)|(?P<number>\d{1,9})\s*[:.)])(?:\s+|$)"
)
_CLOSING = re.compile(r"\][.,]?$")
"""The bracket that pandoc closes a cite with, and the point after it, which the style sets."""
_KEY = re.compile(r"(?<![\w@])(?P<hide>-?)@(?:\{(?P<braced>[^{}]+)\}|(?P<key>\w(?:[\w:.#$%&+?<>~/-]*\w)?))")
_WORD = re.compile(r"[^\s\[\](),;]+")
_RUECKSEITE = re.compile(r"(?<=\d) ?R(?!\w)")
"""The back of a leaf that *Bl.* counts; behind *fol.* R is its front."""
_COUNT = re.compile(r"\d{1,3}")
"""A page or a number of something, more likely than an id."""
_MOST_HINTS = 20


@dataclass(frozen=True, slots=True)
class NoteCite:
    """A record cited in a note."""

    record: int
    """Which of the records, from 0."""
    locator: str = ""
    label: str = "page"
    """What the locator counts: a name of CSL's."""
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False
    span: tuple[int, int] = field(default=(0, 0), compare=False)
    """The characters of the list that it was read from."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note; without cites where none of them could be read."""

    number: int
    cites: tuple[NoteCite, ...]


class NoteFault(NamedTuple):
    """What cannot be read in a list of notes: the rule's id, the characters, and what to do."""

    rule: str
    message: str
    span: tuple[int, int]
    help: str


def read_notes(text: str, ids: Mapping[str, int], records: Sequence[Record] = ()) -> tuple[list[Note], list[NoteFault]]:
    """Read notes, one a line; blank lines and those that begin with # are passed over.

    *ids* names the *records*; where these are given, the words that their archives have for leaves are known.
    """
    return _Reader(ids, records).read(text)


def check_notes(notes: Iterable[Note], records: Sequence[Record]) -> Iterator[NoteFault]:
    """Return the cites of leaves that the document cited is not on, as far as its record says where it is."""
    for note in notes:
        for cite in note.cites:
            leaves = elsewhere(records[cite.record], cite.locator) if cite.label == "folio" else ""
            if leaves:
                cited = f"leaf {cite.locator} is" if cite.locator.isalnum() else f"leaves {cite.locator} are"
                message = f"{cited} cited, and the document is on {leaves}"
                help_ = "look at the document: the note or the record has a wrong figure"
                yield NoteFault("note-leaf", message, cite.span, help_)


class _Reader:
    def __init__(self, ids: Mapping[str, int], records: Sequence[Record]) -> None:
        self.ids = ids
        self.records = records
        self.notes: list[Note] = []
        self.faults: list[NoteFault] = []

    def read(self, text: str) -> tuple[list[Note], list[NoteFault]]:
        start = 0
        for line in StringIO(text, newline=""):  # lines as an editor has them
            if line.strip() and not line.lstrip().startswith("#"):
                self.line(line.rstrip(), start)
            start += len(line)
        return self.notes, self.faults

    def line(self, line: str, start: int) -> None:
        last = self.notes[-1].number if self.notes else 0
        number, begin = last + 1, 0
        if said := _NUMBERED.match(line):
            number, begin = int(said["mark"] or said["box"] or said["number"]), said.end()
            if number <= last:
                self.fault(
                    "note-syntax",
                    f"note {number} stands after note {last}",
                    (start, start + begin),
                    "put the notes in the order of citing; a line without a number takes the next one",
                )
                number = last + 1
        body = line[begin:]
        cites = []
        at = start + begin
        parts = body.split(";")
        for part in parts:
            if part.strip(" \t[]"):
                cite = self.cite(part, at)
                if cite is not None:
                    cites.append(cite)
            at += len(part) + 1
        if not any(part.strip(" \t[]") for part in parts):
            self.fault("note-syntax", "this note cites nothing", (start, start + len(line)), "name a record by its id")
        self.notes.append(Note(number, tuple(cites)))

    def cite(self, part: str, start: int) -> NoteCite | None:
        text = part.strip(" \t")
        start += len(part) - len(part.lstrip(" \t"))
        if text.startswith("[") and not text.startswith("[^"):
            text, start = text[1:], start + 1
        if (closing := _CLOSING.search(text)) and text.count("]") > text.count("["):
            text = text[: closing.start()]
        key = _KEY.search(text)
        if key is not None:
            begin, end, id_ = key.start(), key.end(), key["braced"] or key["key"]
            if id_ not in self.ids:
                self.unknown(id_, (start + begin, start + end))
                return None
        else:
            words = list(_WORD.finditer(text))
            found = next(((word, id_) for word in words if (id_ := self.known(word[0]))), None)
            if found is None:
                begin, end = _likely(words)
                self.unknown(text[begin:end], (start + begin, start + end))
                return None
            begin, id_ = found[0].start(), found[1]
            end = begin + len(id_)
        prefix = text[:begin].strip()
        number = self.ids[id_]
        rest, for_leaves = text[end:], _LEAF_WORDS
        if number < len(self.records):
            rest = _without_last_level(rest, self.records[number])
            for_leaves = _leaf_words(self.records[number])
        locator, label, suffix = _after(rest, for_leaves)
        if other := _KEY.search(suffix):
            at = start + len(text) - len(suffix) + other.start()
            span = (at, at + len(other[0]))
            self.fault("note-syntax", "another cite begins here", span, "put ; between cites")
        if key is None:
            labelled = not text[end:].lstrip(" \t,").startswith(locator)
            self.others(text, len(text.rstrip()) - len(suffix) if labelled else end, start)
        hidden = key is not None and bool(key["hide"])
        return NoteCite(number, locator, label, prefix, suffix, hidden, (start + begin, start + len(text)))

    def known(self, word: str) -> str:
        """Return the id that *word* is, points and colons at its end aside."""
        return next((id_ for id_ in (word, word.rstrip(".:")) if id_ in self.ids), "")

    def others(self, text: str, begin: int, start: int) -> None:
        """Tell of ids of records among the words of *text* from *begin*, in a cite that has its record."""
        before = ""
        for word in _WORD.finditer(text, begin):
            id_ = self.known(word[0])
            if id_ and before.lower() not in LABELS and not _COUNT.fullmatch(id_):
                at = start + word.start()
                help_ = "put ; between cites; if these are words, put @ before the id that is cited"
                self.fault("note-uncited", f'"{id_}" is a record, and is not cited here', (at, at + len(id_)), help_)
            before = word[0]

    def unknown(self, id_: str, span: tuple[int, int]) -> None:
        near: Sequence[str] = ()
        if len(self.faults) < _MOST_HINTS:
            near = get_close_matches(id_, self.ids, 2, 0.7)
        hint = f"did you mean {' or '.join(near)}?" if near else "name a record by the id it has among those read"
        self.fault("note-unknown", f'no record has the id "{id_}"', span, hint)

    def fault(self, rule: str, message: str, span: tuple[int, int], remedy: str) -> None:
        self.faults.append(NoteFault(rule, message, span, remedy))


def _likely(words: Sequence[re.Match[str]]) -> tuple[int, int]:
    """Return where the id is likely to stand that no record has: before a locator, or where figures are."""
    if not words:
        return 0, 0
    label = next((n for n, word in enumerate(words) if n and word[0].lower() in LABELS), 0)
    word = next(
        (word for word in words[: label or None] if any(map(str.isdigit, word[0]))), words[label - 1 if label else 0]
    )
    return word.start(), word.start() + len(word[0].rstrip(".:"))


def _without_last_level(rest: str, record: Record) -> str:
    """Leave out of *rest* the level that a shelfmark of *record* ends with, which says it: ``lef 3``, ``doc. 5``."""
    for mark in (one.mark for one in record.holdings if one.mark.levels):
        last, convention = mark.levels[-1], tables.conventions().get(mark.convention or "")
        rules = [rule for rule in convention.levels if rule.name == last.name] if convention else []
        words = "|".join(re.escape(word) for rule in rules for word in rule.words)
        said = re.match(rf"\s*,?\s*(?:{words})\.?\s*{re.escape(last.value)}(?![\w/–-])", rest, re.IGNORECASE)
        if words and said:
            return rest[said.end() :]
    return rest


def _leaf_words(record: Record) -> frozenset[str]:
    """Return the words for leaves, also those of the archives where the document lies: ``c.``, ``fl.``, ``varak``."""
    rules = (tables.conventions().get(one.mark.convention or "") for one in record.holdings)
    own = {word for rule in rules if rule is not None and rule.folios is not None for word in rule.folios.words}
    return _LEAF_WORDS | {word for word in own if LABELS.get(f"{word}.", LABELS.get(word)) != "page"}


@cache
def _before_leaves(words: frozenset[str]) -> re.Pattern[str]:
    longest_first = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"\s*,?\s*(?:{longest_first})\.?[°º]?(?:(?<=[.°º])\s*|\s+|(?=\d))", re.IGNORECASE)


def _after(rest: str, words: frozenset[str] = _LEAF_WORDS) -> tuple[str, str, str]:
    """Read what stands after an id: locator, label and suffix; *words* are those for leaves.

    >>> _after(", ll. 105ob-106, emphasis mine")
    ('105ob-106', 'folio', ', emphasis mine')
    >>> _after(", арк. 12 зв.")
    ('12 зв.', 'folio', '')
    >>> _after(", Bl. 6R, 7 R")
    ('6v, 7v', 'folio', '')
    """
    rest = rest.rstrip()
    if label := _before_leaves(words).match(rest):
        cited, left = read_folios(rest, label.end())
        if cited:
            value = rest[label.end() : len(rest) - len(left)].rstrip()
            suffix = rest[label.end() + len(value) :].removeprefix(".")
            if read_folios(value)[0] != cited:  # told by the word before it, with which it is not kept
                value = _RUECKSEITE.sub("v", value)
            return value if not value.isascii() else value.rstrip("."), "folio", suffix
    match = _LOCATOR.match(rest)
    if match is not None:
        label_ = LABELS[(match["label"] or "p.").lower()]
        if match["label"] or match["value"][0].isdigit():
            return match["value"].rstrip("."), label_, rest[match.end() :].removeprefix(".")
    return "", "page", rest.strip().removeprefix(",").strip() if not rest.strip(" ,") else rest
