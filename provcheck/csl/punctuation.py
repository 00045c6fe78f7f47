"""Where two texts meet: what becomes of the affixes and delimiters that stand between them.

The specification leaves it open; styles are written for what citeproc-js does, so its rules are ours. Between two texts
of a tree stand the suffixes of all that ends with the first, the delimiter of what holds both, and the prefixes of all
that begins with the second. Punctuation climbs there to where it is compared, and what is said twice is said once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple, TypeAlias

STYLED: Final = 1
"""It has a look of its own, such as italics."""
QUOTED: Final = 2
"""It has quotation marks."""
TEXT: Final = 4
"""It is a text and holds nothing else."""
NUMBER: Final = 8
"""It is a number: its end is left alone."""

UNQUOTED: Final = 16
"""It says that it has no quotation marks."""
_LOOK = STYLED | QUOTED | UNQUOTED
_KEEPS = _LOOK | NUMBER

PUNCTUATION: Final = frozenset(".:;!?,")
_OR_SPACE = PUNCTUATION | {" ", "\u00a0"}
_MEETING = {
    "!.": "!", "!:": "!", "?.": "?", "?:": "?", ":!": "!", ":?": "?", ":.": ":",
    ";!": "!", ";?": "?", ";:": ";", ";.": ";",
}  # fmt: skip
"""What stays where two different marks meet; where nothing is said, both do."""
_GOES_INSIDE = frozenset(".,!?")
_GOES_OUTSIDE = frozenset(",:;")


Affix: TypeAlias = tuple[str, int]
"""A suffix or prefix, and what is known of that which it belongs to."""


class Met(NamedTuple):
    """What stands between two texts, and how the first of them ends."""

    end: str
    suffixes: Sequence[str]
    delimiter: str
    prefixes: Sequence[str]


def meet(end: str, ends: Sequence[Affix], delimiter: str, starts: Sequence[Affix], inside: bool) -> Met:
    """Return what becomes of the affixes *ends* and *starts* and the *delimiter* after a text that ends in *end*.

    *end* are the last marks of the text; *ends* are given from the text outwards, *starts* inwards. Nothing ends where
    everything begins, nothing begins where it ends. *inside*: full stops and commas stand within quotation marks.
    """
    meeting = _Meeting(end, ends, delimiter, starts)
    if starts:
        meeting.climb_to_the_left()
    if ends:
        meeting.climb_to_the_right()
        if starts:
            meeting.to_the_left()
        meeting.descend(inside)
        meeting.cross_quotes(inside)
    return Met(meeting.end, meeting.suffixes, meeting.delimiter, meeting.prefixes)


class _Meeting:
    """The affixes between two texts, while they are settled."""

    def __init__(self, end: str, ends: Sequence[Affix], delimiter: str, starts: Sequence[Affix]) -> None:
        self.end = end
        self.suffixes = [suffix for suffix, _ in ends]
        self.ends = [flags for _, flags in ends]
        self.delimiter = delimiter
        self.prefixes = [prefix for prefix, _ in starts]
        self.starts = [flags for _, flags in starts]

    def climb_to_the_left(self) -> None:
        """Let the first mark of prefixes climb to what stands around them."""
        prefixes = self.prefixes
        for at in range(len(prefixes) - 1, 0, -1):
            if prefixes[at - 1][-1:] == " " == prefixes[at][:1]:
                prefixes[at] = prefixes[at][1:]
            if prefixes[at][:1] in _OR_SPACE and not prefixes[at - 1] and not self.starts[at - 1] & _LOOK:
                prefixes[at - 1], prefixes[at] = prefixes[at][0], prefixes[at][1:]
        if self.delimiter and self.delimiter[-1] in _OR_SPACE and prefixes[0][:1] == self.delimiter[-1]:
            prefixes[0] = prefixes[0][1:]

    def climb_to_the_right(self) -> None:
        """Let spaces at the end of suffixes climb to what stands around them."""
        suffixes = self.suffixes
        self._say_once()
        for at in range(len(suffixes) - 1):
            if suffixes[at][-1:] == " " and not self.ends[at + 1] & _LOOK:
                suffixes[at] = suffixes[at][:-1]
                if suffixes[at + 1][:1] != " ":
                    suffixes[at + 1] = " " + suffixes[at + 1]

    def _say_once(self) -> None:
        """Leave out a mark in the suffix of the text that the text ends in."""
        mark = self.suffixes[0][:1]
        if self.ends[0] & TEXT and mark in PUNCTUATION and mark == self.end[-1:]:
            self.suffixes[0] = self.suffixes[0][1:]

    def to_the_left(self) -> None:
        """Let the mark that begins the second go to the end of the first, if no delimiter is between."""
        last, flags, mark = self.suffixes[-1], self.ends[-1], self.prefixes[0][:1]
        if self.delimiter or mark not in PUNCTUATION or (flags | self.starts[0]) & STYLED:
            return
        before = last[-1:] or (self.end[-1:] if flags & TEXT else "")
        if mark != before:
            self.suffixes[-1], self.prefixes[0] = _merged(last, self.prefixes[0])
        else:
            self.prefixes[0] = self.prefixes[0][1:]

    def descend(self, inside: bool) -> None:
        """Let marks go down to the text where they agree with one there, or with a quotation."""
        last, delimiter = self.suffixes[-1], self.delimiter
        if self.prefixes:
            if delimiter and delimiter[0] in PUNCTUATION:
                if last[-1:] != delimiter[0]:
                    last += delimiter[0]
                delimiter = delimiter[1:]
            if delimiter:
                if delimiter[0] in _OR_SPACE and delimiter[0] == last[-1:]:
                    last = last[:-1]
            elif last[-1:] in _OR_SPACE and last[-1:] == self.prefixes[0][:1] and not self.ends[-1] & _KEEPS:
                self.prefixes[0] = self.prefixes[0][1:]
            self.suffixes[-1], self.delimiter = last, delimiter
            self._settle(len(self.suffixes) - 1)
        for at in range(len(self.suffixes) - 1, 0, -1):
            self._descend_from(at, inside)
            self._settle(at - 1)
        self._say_once()

    def _descend_from(self, at: int, inside: bool) -> None:
        """Let the suffix at *at* meet the one within."""
        suffixes = self.suffixes
        is_text = bool(self.ends[at - 1] & TEXT)
        mark = suffixes[at][:1]
        may_go = mark in PUNCTUATION and not self.ends[0] & NUMBER
        if may_go and (self._agrees(mark, at - 1) or (inside and any(flags & QUOTED for flags in self.ends[:at]))):
            if is_text:
                self.end, suffixes[at] = _merged(self.end, suffixes[at])
            else:
                suffixes[at - 1], suffixes[at] = _merged(suffixes[at - 1], suffixes[at])
            if suffixes[at][:1] == ".":
                suffixes[at - 1], suffixes[at] = suffixes[at - 1] + ".", suffixes[at][1:]
        if suffixes[at - 1][-1:] == "\u00a0" and suffixes[at][:1] == " ":
            suffixes[at] = suffixes[at][1:]
        if suffixes[at - 1][:1] in _OR_SPACE:
            if is_text and suffixes[at - 1][0] == self.end[-1:]:
                suffixes[at - 1] = suffixes[at - 1][1:]
            if suffixes[at - 1][-1:] == suffixes[at][:1] != "":
                suffixes[at] = suffixes[at][:-1] if suffixes[at][-1] in _OR_SPACE else suffixes[at][1:]
        mark = suffixes[at][:1]
        if mark in PUNCTUATION and mark == self._last(at - 1):
            suffixes[at] = suffixes[at][1:]

    def _agrees(self, mark: str, at: int) -> bool:
        """Whether *mark* and a mark at *at* or within make one."""
        for within in range(at, -1, -1):
            before = self.suffixes[within][-1:] or (self.end[-1:] if self.ends[within] & TEXT else "")
            if before + mark in _MEETING:
                return True
        return False

    def _last(self, at: int) -> str:
        """Return the last mark at *at* or within."""
        return next((self.suffixes[within][-1] for within in range(at, -1, -1) if self.suffixes[within]), self.end[-1:])

    def _settle(self, at: int) -> None:
        """Let the suffix of a plain text meet the text."""
        if self.ends[at] == TEXT and self.suffixes[at][:1] in PUNCTUATION:
            self.end, self.suffixes[at] = _merged(self.end, self.suffixes[at])

    def cross_quotes(self, inside: bool) -> None:
        """Let marks go into quotations, or out of them."""
        suffixes = self.suffixes
        for at in range(len(suffixes) - 1, -1, -1):
            if not self.ends[at] & QUOTED:
                continue
            within = "" if at == 0 else suffixes[at - 1]
            if inside:
                while suffixes[at][:1] in _GOES_INSIDE:
                    if at == 0:
                        self.end, suffixes[at] = _merged(self.end, suffixes[at])
                    else:
                        suffixes[at - 1], suffixes[at] = _merged(suffixes[at - 1], suffixes[at])
            else:
                while (self.end if at == 0 else within)[-1:] in _GOES_OUTSIDE:
                    if at == 0:
                        self.end, suffixes[at] = _merged_right(self.end, suffixes[at])
                    else:
                        within, suffixes[at] = _merged_right(within, suffixes[at])
                        suffixes[at - 1] = within


def _merged(first: str, second: str) -> tuple[str, str]:
    """Return *first* with the first mark of *second*, and what is left of *second*."""
    mark, rest = second[0], second[1:]
    if first[-1:] == mark:
        return first, rest
    stays = _MEETING.get(first[-1:] + mark)
    return (first[:-1] + stays if stays else first + mark), rest


def _merged_right(first: str, second: str) -> tuple[str, str]:
    """Return what is left of *first*, and *second* with the last mark of *first*."""
    rest, mark = first[:-1], first[-1]
    if second[:1] == mark:
        return rest, second
    stays = _MEETING.get(mark + second[:1])
    return rest, (stays + second[1:] if stays else mark + second)
