"""Marks and credits laid out over the line, so that nothing of it is lost."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Literal, TypeAlias

from provcheck import tables
from provcheck.archives.lexicon import vocabulary
from provcheck.archives.lexicon.vocabulary import words_of
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.credits import Credited
from provcheck.archives.reading.draft import END, START, Draft
from provcheck.model.lazy import pattern
from provcheck.model.noun import new
from provcheck.model.shelfmark import Credit, Level, Segment, Shelfmark, Token

_Piece: TypeAlias = tuple[int, int, Shelfmark | None, tuple[Credit, ...], list[Token]]
"""Where a mark or credits begin and end, and what the segment is made of."""


def _begin(draft: Draft) -> int:
    """Return where a mark begins in the line, its archive included."""
    return min(draft.start, draft.holder.start) if draft.own_holder and draft.holder else draft.start


def relation(text: str, drafts: Sequence[Draft]) -> Literal["same-document-copies", "separate"] | None:
    """Tell whether the marks are copies of one document: words say so, or no more than ``and`` joins two archives."""
    if len(drafts) < 2:
        return None
    begin = _begin(drafts[0])
    raw = [text[a.end : _begin(b)] for a, b in itertools.pairwise(drafts)]
    holders = [draft.holder for draft in drafts]
    apart = not any(holder is None or holder.same for holder in holders)
    apart = apart and len({holder.id or holder.written for holder in holders if holder}) == len(holders)
    if (
        apart
        and len(drafts) == 2
        and _tells_original(text[max(begin - 60, 0) : begin], raw[0], text[drafts[1].end :][:20])
    ):
        return "same-document-copies"
    gaps = [gap.strip(" ,.:;)(\u00a0").lower() for gap in raw]
    joins = apart and gaps[-1] != ""  # a list ends with its word: A; B and C
    joins = joins and not _COMPARED.search(text, max(begin - 120, 0), begin)  # See A, and B: two documents
    joining = vocabulary.wording().joining | {""}
    said = _SAID if apart else _SAID_HERE
    if any(map(_COMPARED.search, gaps)):  # A (copy); see also B
        return "separate"
    in_brackets = False  # A (copy B; C)
    for gap, whole in zip(gaps, raw, strict=True):
        told = _tells_a_copy(gap, apart) or said.search(whole) is not None
        if not (told or (joins and gap in joining) or (in_brackets and whole.strip() == ";")):
            return "separate"
        in_brackets = whole.rfind("(") > whole.rfind(")") if told else in_brackets and ")" not in whole
    return "same-document-copies"


_COMPARED = worded(r"(?:^|(?<=[\s.;(\d])){compared}(?:[.:,]?\s*|[.:,]?\s[^.;:()]*)$", re.IGNORECASE)
"""Words may name what is to be seen: ``See the decision of the Politburo, RGASPI …``."""
_SAID = worded(
    r"(?:\b{said_copies}(?: ?:| {copied_from})|\({said_copies},?"
    r"|[.;]\s[^\W\d_]{1,7}\s(?:[^\W\d_]{4,12}\s)?(?:{said_copies}|{originals}),)\s*$",
    re.IGNORECASE,
)
"""``A copy is in the`` is plain ``A copy,`` by then."""
_SAID_HERE = worded(r"[;,.(]\s*{said_copies}(?: ?:\s*|\s+)$", re.IGNORECASE)
"""The same within one archive, where nothing may stand between the word and the mark: ``; копия: ф. 5``.

Behind the leaves it tells how the document is: ``л. 5 (копия); ф. 6``.
"""
_ORIGINAL = worded(r"\b{originals}\b", re.IGNORECASE)
_A_COPY = worded(r"\b{said_copies}\b", re.IGNORECASE)


def _tells_original(before: str, gap: str, after: str) -> bool:
    """Tell whether of two marks one is called the original, the other the copy."""
    if not vocabulary.wording().denied.isdisjoint(vocabulary.words_of(gap)):
        return False
    around = (before, gap, after)
    one, other = ({at for at, words in enumerate(around) if said.search(words)} for said in (_ORIGINAL, _A_COPY))
    return bool(one and other) and len(one | other) > 1 and 1 in one | other


@cache
def _copying() -> frozenset[str]:
    """Return with which words begin what calls one mark a copy of another."""
    return frozenset(said.partition(" ")[0] for said in vocabulary.wording().copies)


def _tells_a_copy(gap: str, apart: bool) -> bool:
    """Tell whether the words between two marks call one a copy of the other; a mere «копия» only in two archives."""
    table = vocabulary.wording()
    for sentence in gap.split(". "):  # No classification marking. A copy is in the …
        words = vocabulary.words_of(sentence)
        if not _copying().isdisjoint(words) and table.denied.isdisjoint(words):
            whole = f" {' '.join(words)} "
            if any(f" {said} " in whole for said in table.copies if apart or " " in said):
                return True
    return False


def segments(text: str, drafts: list[Draft], credited: list[Credited]) -> tuple[Segment, ...]:
    """Lay marks and credits out over the line; what is left between them is text."""
    pieces: list[_Piece] = []
    end = 0
    words: Mapping[str, str] = {}
    for draft in drafts:
        if draft.holder and end <= draft.holder.start < draft.holder.end <= draft.start:
            draft.own_holder = True  # it stands right before, whatever was read between
        end = draft.end
        tokens = _tokens(draft, text)
        bounds = (tokens[0].start, max(map(END, tokens))) if tokens else (draft.start, draft.end)
        words = draft.words(text, {} if draft.own_holder else words)
        pieces.append((*bounds, draft.mark(words), (), [_narrowed(token, draft.levels) for token in tokens]))
    if credited:
        pieces += [(credit.start, credit.end, None, credit.credits, []) for credit in credited]
    if len(pieces) > 1:
        pieces.sort(key=itemgetter(0, 1))
    laid: list[Segment] = []
    at = 0
    for start, end, mark, credited_here, tokens in pieces:
        if start < at:
            if end <= at and not (mark and mark.levels):
                continue  # … translated by Jane Doe (National Security Archive)
            start, end = at, max(at, end)
            tokens = [token for token in tokens if token.start >= start and token.end <= end]
        if start > at:
            laid.append(_rest(text[at:start], at, laid))
        laid.append(Segment(text[start:end], start, mark, credited_here, tuple(tokens)))
        at = end
    if at < len(text) or not laid:
        laid.append(_rest(text[at:], at, laid))
    return tuple(laid)


def _tokens(draft: Draft, text: str) -> list[Token]:
    """Return the tokens of *draft* in order, that of its archive among them."""
    holder = draft.holder
    if draft.own_holder and holder:
        named = new(Token, ("archive", "", text[holder.start : holder.end], holder.start, holder.end))
        return sorted([*draft.tokens, named], key=START)
    return sorted(draft.tokens, key=START)


def _narrowed(token: Token, levels: list[Level]) -> Token:
    """Return *token* without what its level's value leaves out, which stands beside it then: ``Home (Political)``."""
    kind, level, written, _, _ = token
    if kind != "value" or (level, written) in levels:
        return token  # most
    value = next((value for name, value in levels if name == level and value in written), "")
    if not value:
        return token
    before, _, after = written.partition(value)
    if after[:2] != " (" and all(word.lower() in vocabulary.labels() for word in words_of(f"{before} {after}")):
        return token  # Folder Outwards: no more than the word for its level
    start = token.start + len(before)
    return token._replace(text=value, start=start, end=start + len(value))


_STRAY = pattern(r"[\s,.;:–—-]{0,4}+(?:(?P<label>[^\W\d_]{1,6}+)\.?\s?)?(?:№\s?)?\d+(?P<after>\.?\s?[^\W\d_]*)")
"""A number, perhaps with a word before it, right after a mark."""
_DATED = pattern(
    r"[\s,.;:–—-]{0,4}+(?:\d{1,2}\.\s?\d{1,2}\.\s?|\d{1,2}/(?:\d{1,2}/)?|\d{1,2}-\d{1,2}-)(?:1[4-9]|20)\d\d(?![\d/])"
    r"|[\s,.;:–—-]{0,4}+\d{1,2}/\d\d\s?[–—-]\s?\d{1,2}/\d\d(?![\d/])"
)
"""A day or a month and its year right after a mark: ``04.03.1937``, ``05/1973–06/1975``, ``9/87–12/88``."""
_ORDINAL = pattern(r"[\s,.;:–—-]{0,4}+\d{1,2}\., [^\W\d_]")
"""A number at the head of a title: ``18., Währinger Park``."""
_STOPS = " .,;:)\n"
_LOST = pattern(
    r"[\s,.;:–—-]{0,4}+(?:(?P<damaged>1l|l1)\.?\s{0,2}(?=\d)|(?P<label>[^\W\d_]{1,8}+)(?:\.|(?=\s))\s{0,2}"
    r"(?:[\[(<?]{1,2}\d{1,4}(?![\d.])"
    r"|[IVXLCivxlc]{1,6}(?:\s?[–—-]\s?[IVXLCivxlc]{1,6}\b|(?<=[IVXLCivxlc][IVXLCivxlc])\b)|[^\W\d_]{2,12}[.;]?$|$))"
)
"""A word for leaves right after a mark, and leaves that are none: ``?12``, ``XII–XV``, ``abc``, nothing at all.

``1l.`` is a damaged ``ll.``.
"""
_DOUBTED = pattern(r"\s?[\[(]?\?[\])]?\s?[,;–—-]\s?\[?\d|[,;]\s?\[(?!1[4-9]\d\d|20\d\d)\d{1,4}[^\W\d_]?\s?[–—-]\s?\d")
"""More leaves after those of a mark, which a doubt or brackets part from them: ``12?, 13``, ``12, [13–14]``."""


def _rest(rest: str, start: int, before: list[Segment]) -> Segment:
    """Return what is neither mark nor credits; it is not understood where it looks like part of the mark before it."""
    mark = before[-1].mark if before else None
    return Segment(rest, start, None, (), (), mark is None or not (_is_stray(rest) or _are_leaves(rest, mark)))


def _are_leaves(rest: str, mark: Shelfmark) -> bool:
    """Tell whether leaves of *mark* stand in *rest* that could not be read; years in brackets are none."""
    if mark.folios:
        return _DOUBTED.match(rest) is not None
    lost = _LOST.match(rest.rstrip())
    if lost is None:
        return False
    rules = tables.conventions().get(mark.convention or "")
    words = rules.folios.words if rules is not None and rules.folios is not None else ()
    return ("ll" if lost.group("damaged") else lost.group("label").lower()) in words


def _is_stray(rest: str) -> bool:
    """Tell whether *rest*, right after a mark, begins with a number, or with a known label and one.

    Dates, years and extents (``9 л.``, ``1933 г.``) are none.
    """
    stray = _STRAY.match(rest) if rest.strip(_STOPS) else None
    if stray is None or _DATED.match(rest) or _ORDINAL.match(rest):
        return False
    label, after = stray.group("label"), stray.group("after").strip(" .\u00a0").lower()
    if label:
        return label.lower() in vocabulary.labels() and not after
    number = stray.group().strip(" ,.;:–—-\n")
    return not after and not (len(number) == 4 and "1400" <= number <= "2030")
