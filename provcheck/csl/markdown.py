"""Flow → Markdown (CommonMark, and what pandoc adds to it) in which no field text has a meaning.

Stars count as emphasis only where the right characters stand beside them (CommonMark 0.31, 6.2); elsewhere the tags of
HTML are written, which Markdown takes over as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from provcheck.csl.flow import CLOSE, Token
from provcheck.csl.formats import HTML, NORMAL, Formatter, Wrap, cleaned, filled
from provcheck.csl.tree import Format

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~^$&@{}#]")
_LEADING = re.compile(r"(?:[+=:-]|\d{1,9}[.)](?= |$))")
_TAGS: dict[str, Wrap] = {"*": ("<i>", "</i>"), "**": ("<b>", "</b>")}


class _Star(NamedTuple):
    """Where emphasis begins or ends."""

    pair: int
    stars: str
    opens: bool


_Part: TypeAlias = str | _Star


class _Markdown(Formatter):
    def write(self, tokens: Sequence[Token]) -> str:
        """Return *tokens* as one paragraph."""
        text = "".join(_decided(self._parts(filled(_blanks_outside(cleaned(tokens))))))
        if leading := _LEADING.match(text):
            at = leading.end() - 1
            text = f"{text[:at]}\\{text[at:]}"
        return text

    def _parts(self, tokens: Sequence[Token]) -> list[_Part]:
        out: list[_Part] = []
        looks = [NORMAL]
        closes: list[list[_Part]] = []
        is_address = False
        for n, token in enumerate(tokens):
            if isinstance(token, str):
                out.append(token if is_address else self.escape(token))
            elif isinstance(token, Format):
                look, wraps = self._entered(token, looks[-1])
                looks.append(look)
                is_address = bool(token.link)
                out += [_Star(n, opening, True) if opening in _TAGS else opening for opening, _ in wraps]
                closes.append([_Star(n, end, False) if end in _TAGS else end for _, end in reversed(wraps)])
            else:
                looks.pop()
                out += closes.pop()
                is_address = False
        return [part for part in out if part]


def _blanks_outside(tokens: Sequence[Token]) -> list[Token]:
    """Return *tokens* with the blanks that a format begins or ends with outside of it, where emphasis needs them."""
    out: list[Token] = []
    for token in tokens:
        if isinstance(token, str) and token.startswith(" ") and out and isinstance(out[-1], Format):
            at = len(out)
            while at and isinstance(out[at - 1], Format):
                at -= 1
            out.insert(at, " ")
            token = token[1:]
        elif token is CLOSE and out and isinstance(last := out[-1], str) and last.endswith(" "):
            out[-1:] = [last[:-1], CLOSE, " "] if last != " " else [CLOSE, " "]
            continue
        if token is CLOSE and len(out) > 1 and out[-1] == " " and out[-2] is CLOSE:
            out[-1:] = [CLOSE, " "]
        elif token != "":
            out.append(token)
    return out


def _decided(parts: Sequence[_Part]) -> list[str]:
    """Return *parts* with stars where they will be understood, and tags elsewhere."""
    unfit = _crowded(parts)
    written = [part if isinstance(part, str) else _tag(part) if part.pair in unfit else "" for part in parts]
    for n, part in enumerate(parts):
        if isinstance(part, str) or part.pair in unfit:
            continue
        before = next((text[-1] for text in reversed(written[:n]) if text), " ")
        after = next((text[0] for text in written[n + 1 :] if text), " ")
        inner, outer = (after, before) if part.opens else (before, after)
        if inner.isspace() or (_is_mark(inner) and not (outer.isspace() or _is_mark(outer))):
            unfit.add(part.pair)
    return [part if isinstance(part, str) else _tag(part) if part.pair in unfit else part.stars for part in parts]


def _crowded(parts: Sequence[_Part]) -> set[int]:
    """Return the pairs of stars that stand within others or beside them: which belongs to which is hard to tell."""
    found: set[int] = set()
    around: list[int] = []
    for n, part in enumerate(parts):
        if isinstance(part, str):
            continue
        if part.opens:
            if around:
                found.add(part.pair)
            around.append(part.pair)
        else:
            around.pop()
            following = parts[n + 1] if n + 1 < len(parts) else ""
            if isinstance(following, _Star) and following.opens:
                found |= {part.pair, following.pair}
    return found


def _tag(star: _Star) -> str:
    opening, closing = _TAGS[star.stars]
    return opening if star.opens else closing


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


MARKDOWN = _Markdown(
    _escaped,
    {
        **HTML.wraps,
        "font_style:italic": ("*", "*"),
        "font_style:oblique": ("*", "*"),
        "font_weight:bold": ("**", "**"),
        "display:block": ("\\\n", ""),
        "display:indent": ("\\\n", ""),
    },
    lambda url: ("<", ">"),
)
