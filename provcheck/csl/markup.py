"""Field text → tree: the inline markup that CSL-JSON allows, quotation marks and apostrophes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from provcheck.csl.tree import Format, Node, Own, Piece

_NORMAL_TAGS = {
    "<i>": ("</i>", Format(font_style="italic", flips=True)),
    "<b>": ("</b>", Format(font_weight="bold", flips=True)),
    "<sup>": ("</sup>", Format(vertical_align="sup", nocase=True)),
    "<sub>": ("</sub>", Format(vertical_align="sub", nocase=True)),
    "<sc>": ("</sc>", Format(font_variant="small-caps", flips=True, nocase=True)),
    '<span class="nocase">': ("</span>", Format(nocase=True)),
    '<span class="nodecor">': (
        "</span>",
        Format(font_style="normal", font_variant="normal", font_weight="normal", nocase=True),
    ),
    '<span style="font-variant:small-caps;">': ("</span>", Format(font_variant="small-caps", flips=True, nocase=True)),
    '<span style="font-variant: small-caps;">': ("</span>", Format(font_variant="small-caps", flips=True, nocase=True)),
}
_CLOSES = {close for close, _ in _NORMAL_TAGS.values()}
_TOKEN = re.compile(
    r"""(<(?:/?(?:i|b|sup|sub|sc)|/span|span\ class="no(?:case|decor)"|span\ style="font-variant:\ ?small-caps;")>
    |["'“”‘’«»„‚])""",
    re.VERBOSE,
)
_FRENCH = re.compile("(?<=«) | (?=[:;?!»])")
"""Spaces at which French punctuation must not be parted: narrow ones that do not break."""
_ENDING = re.compile(r"'(?!\w)")
_LONGEST_TAG = 60
_DEEPEST = 60
"""So much markup within markup is read; what is deeper stays as it was typed."""
_PAIRS = {'"': '"', "'": "'", "“": "”", "‘": "’", "«": "»", "„": "“”", "‚": "‘’"}
"""What closes a quotation that a mark opens: one of these."""
_STRAIGHT = "\"'"
_QUOTED = {
    marks: Format(quotes=True, flips=True, marks=marks)
    for marks in ("", *_STRAIGHT, *(opening + closing for opening, ends in _PAIRS.items() for closing in ends))
}
_BEFORE_OPENING = frozenset(" \u00a0\u202f\t\n([{—–-/“‘«\"'")


@lru_cache(maxsize=4096)
def rich(text: str) -> Sequence[Piece]:
    """Return *text* as pieces; what only looks like markup stays text."""
    if " " in text:
        text = _FRENCH.sub("\u202f", text)
    if not _TOKEN.search(text):
        return (text,) if text else ()
    return _Reader(text).read()


class _Reader:
    """Reads one field. What was opened and never closed turns back into the characters it was."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.last_apostrophe: int | None = None
        self.first_mark = ""
        """The straight mark that the outer quotations have."""
        self.stack: list[tuple[str, str, Format | None, list[Piece]]] = [("", "", None, [])]

    def read(self) -> Sequence[Piece]:
        start = 0
        for match in _TOKEN.finditer(self.text):
            self.add(self.text[start : match.start()])
            self.token(match[0], match.start(), match.end())
            start = match.end()
        self.add(self.text[start:])
        while len(self.stack) > 1:
            self.undo()
        pieces = _merged(self.stack[0][3])
        return (Node(pieces),) if len(pieces) == 1 and isinstance(pieces[0], str) else tuple(pieces)

    def add(self, text: str) -> None:
        if text:
            self.stack[-1][3].append(text)

    def token(self, token: str, start: int, end: int) -> None:
        if token in _NORMAL_TAGS and len(self.stack) < _DEEPEST:
            close, form = _NORMAL_TAGS[token]
            self.stack.append((token, close, form, []))
        elif token in _NORMAL_TAGS:
            self.add(token)
        elif token in _CLOSES:
            self.close(token, token)
        else:
            self.mark(token, self.text[start - 1 : start], self.text[end : end + 1], start)

    def mark(self, mark: str, before: str, after: str, start: int) -> None:
        """Read a quotation mark or an apostrophe."""
        if start and before == ">":
            before = self._seen_before(start)
        if mark in "'’" and before.isalnum() and after.isalnum():
            self.add("’")
        elif self._opens(mark, before, after, start):
            self.first_mark = self.first_mark or (mark if mark in _STRAIGHT else "")
            self.stack.append((mark, _PAIRS[mark], None, []))
        elif (before.isspace() and before != "\u202f") or not self.close(mark, mark, quote=True):
            self.add("’" if mark in "'’" else mark)

    def _opens(self, mark: str, before: str, after: str, start: int) -> bool:
        """Whether *mark* opens a quotation; curly ones that do nothing else do so within a word too: l’“affaire”."""
        if mark not in _PAIRS or mark in self.stack[-1][1] or after in _PAIRS[mark] or len(self.stack) >= _DEEPEST:
            return False
        if mark in "“«„":
            return not after.isspace() or after == "\u202f"
        is_placed = (not before or before in _BEFORE_OPENING) and not after.isspace()
        return is_placed and (mark != "'" or self._closes_later(start))

    def _seen_before(self, start: int) -> str:
        """Return the character before the tags that end at *start*."""
        while start and self.text[start - 1] == ">":
            opening = self.text.rfind("<", max(0, start - _LONGEST_TAG), start)
            if opening < 0:
                break
            start = opening
        return self.text[start - 1 : start]

    def _closes_later(self, start: int) -> bool:
        """Whether an apostrophe after *start* can close a quotation."""
        if self.last_apostrophe is None:
            self.last_apostrophe = max((match.start() for match in _ENDING.finditer(self.text)), default=-1)
        return self.last_apostrophe > start

    def close(self, token: str, text: str, quote: bool = False) -> bool:
        """Close the nearest that *token* closes; whether there was one."""
        depth = len(self.stack) - 1
        while depth and token not in self.stack[depth][1]:
            if quote and self.stack[depth][0].startswith("<"):
                return False
            depth -= 1
        if not depth:
            if not quote:
                self.add(text)
            return False
        while len(self.stack) - 1 > depth:
            self.undo()
        opened, _, form, children = self.stack.pop()
        if form is None:
            marks = opened + token if opened not in _STRAIGHT else opened if opened != self.first_mark else ""
            form = _QUOTED[marks]
        self.stack[-1][3].append(Node(_merged(children, inner=True), form))
        return True

    def undo(self) -> None:
        opened, _, _, children = self.stack.pop()
        self.stack[-1][3].append("’" if opened in ("'", "‘") else opened)
        self.stack[-1][3].extend(children)


def _merged(pieces: list[Piece], inner: bool = False) -> list[Piece]:
    """Join texts that stand side by side; all but the first of a field go on in it, those *inner* to markup all do."""
    out: list[Piece] = []
    for is_text, run in groupby(pieces, lambda piece: isinstance(piece, str)):
        if not is_text:
            out += run
        else:
            text = "".join(map(str, run))
            out.append(Own(text) if out or inner else text)
    return out
