"""The text-case attribute, over a tree: markup does not break words, nocase spans stay as they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from provcheck.csl.tree import Node, Piece, plain

STOP_WORDS = frozenset(
    """a about above across afore after against al along alongside amid amidst among amongst an and anenst apropos apud
    around as aside astride at athwart atop barring before behind below beneath beside besides between beyond but by c
    ca circa d de despite down during et except for forenenst from given in inside into lest like modulo near next nor
    notwithstanding of off on onto or out over per plus pro qua sans since so than the through throughout thru thruout
    till to toward towards under underneath until unto up upon v van versus via vis-à-vis von vs with within without
    yet""".split()
)
_WORD = re.compile(r"[^\W_]+(?:[’'`.&][^\W_]+)*[’']?", re.UNICODE)


def cased(pieces: Sequence[Piece], case: str, english: bool = True, language: str = "") -> Sequence[Piece]:
    """Return *pieces* in *case*; "title" touches English text only. Turkish and Azeri *language* tell ı from i."""
    if case == "title" and not english:
        return pieces
    change = _CASES.get(case)
    text = plain(pieces)
    if change is None or not text:
        return pieces
    chars = list(text)
    kept = _kept(pieces)
    change(text, chars, kept)
    if language[:2].lower() in ("tr", "az"):
        chars = [_DOTTED.get(old, new) if old != new else new for old, new in zip(text, chars, strict=True)]
    at = 0

    def rebuilt(children: Sequence[Piece]) -> list[Piece]:
        nonlocal at
        out: list[Piece] = []
        for child in children:
            if isinstance(child, str):
                out.append(
                    type(child)(
                        "".join(
                            c if not k else o
                            for c, k, o in zip(
                                chars[at : at + len(child)], kept[at : at + len(child)], child, strict=True
                            )
                        )
                    )
                )
                at += len(child)
            else:
                out.append(child.with_children(rebuilt(child.children)))
        return out

    return rebuilt(pieces)


_DOTTED = {"i": "İ", "I": "ı"}


def _kept(pieces: Sequence[Piece], inside: bool = False) -> list[bool]:
    out: list[bool] = []
    for piece in pieces:
        if isinstance(piece, str):
            out += [inside] * len(piece)
        else:
            out += _kept(piece.children, inside or piece.format.nocase)
    return out


def _lowercase(text: str, chars: list[str], kept: list[bool]) -> None:
    chars[:] = [c.lower() for c in chars]


def _uppercase(text: str, chars: list[str], kept: list[bool]) -> None:
    chars[:] = [c.upper() for c in chars]


def _capitalize_first(text: str, chars: list[str], kept: list[bool]) -> None:
    match = _WORD.search(text)
    if (match and match[0].islower()) or (match and match[0][0].islower()):
        chars[match.start()] = chars[match.start()].upper()


def _capitalize_all(text: str, chars: list[str], kept: list[bool]) -> None:
    for match in _WORD.finditer(text):
        if match[0].islower():
            chars[match.start()] = chars[match.start()].upper()


def _sentence(text: str, chars: list[str], kept: list[bool]) -> None:
    chars[:] = [c.lower() for c in chars]
    match = _WORD.search(text)
    if match:
        chars[match.start()] = text[match.start()].upper()


def _title(text: str, chars: list[str], kept: list[bool]) -> None:
    words = list(_WORD.finditer(text))
    for n, match in enumerate(words):
        start, end = match.span()
        word = match[0]
        before = text[words[n - 1].end() : start] if n else ""
        fresh = n == 0 or any(c in before for c in ":?!") or ". " in before
        begins_compound = text[end : end + 1] == "-" and not before.endswith("-")
        if word.lower() in STOP_WORDS and not fresh and not begins_compound and n < len(words) - 1:
            if word.islower() or word.istitle():
                chars[start:end] = list(word.lower())
        elif word.islower() and not (len(word) == 1 and _GREEK.match(word)):
            chars[start] = chars[start].upper()


_GREEK = re.compile("[\u0370-\u03ff]")
"""A letter that is a word is a symbol."""

_CASES: dict[str, Callable[[str, list[str], list[bool]], None]] = {
    "lowercase": _lowercase,
    "uppercase": _uppercase,
    "capitalize-first": _capitalize_first,
    "capitalize-all": _capitalize_all,
    "sentence": _sentence,
    "title": _title,
}


def capitalized(piece: Piece) -> Piece:
    """Return *piece* with its first word beginning in upper case."""
    if isinstance(piece, str):
        return piece[:1].upper() + piece[1:]
    done = cased([piece], "capitalize-first")[0]
    assert isinstance(done, Node)
    return done
