"""What a sign between two pieces amounts to: a comma, the end of a bracket, the lead to another mark."""

from __future__ import annotations

from provcheck.archives.lexicon.cuts import A_COPY, names_collection
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.coded.marking import Marking
from provcheck.model.lazy import pattern

_IN_BRACKETS = pattern(r"\d{1,2}\)[\d, ]")
"""The number of a fonds in brackets right behind its archive: ``AGA (10) 54/12345``."""

_ALSO = worded(
    r"(?:\[[A-Z]{2,4}-\d+(?:-\d+)?\] )?(?:(?:and |see )?also (?=[A-Z\d]|(?:box|file|volume|reel) \d)|{ands} (?=\w))"
    r"|(?![A-Z]{2} )(?i:{copies}|{compared}\.?):? (?=[A-Z\d])"
)
"""What joins a mark behind a semicolon, and a database before it: ``; also CAB 9/2``, ``; [CRS-12] and file 3``.
Two capitals are a series: ``BK 140``, though *bk.* leads to a reference in Turkish.

Of a copy too, and of what may be compared: ``; Abschrift in HA IX 5``, ``; vgl. HA IX 5``.
"""
_COPY_IN = worded(
    r"(?:[^\W\d_]{1,8} ){0,2}(?i:{copy_words}|{said_copies})(?:(?:, [^,;:()\d]{3,30})?,)?(?: [^\W\d_]{2,9}){0,2}"
    r" (?:in|on|at|under|im|dans|en|nel|w|v|u|i) (?=[A-Z\d]|[a-z]{1,6}\.? \d)"
    r"|(?:an?|another|eine?|une|una?|otra|altra) (?:[^\W\d_]{1,8} )?(?i:{copy_words}|{said_copies}),"
    r" (?=[^\W\d_]{1,6}\.? \d)"
    r"|[a-zß-ÿ]{4,14} (?i:{copy_words}), (?=[A-Z])"
    r"|(?:[^\W\d_]{1,12}(?:['’]s)? ){1,3}(?i:{copy_words}|{said_copies}) is (?=[A-Z\d])"
    r"|(?:[^\W\d_]{1,12}(?:['’]s)? ){0,4}{lies} (?:also )?(?:on|in|auf|im|in der) (?=[^\W\d_]{1,6}\.? \d)"
)
"""Where a copy or a reply is, told in a sentence or alone: ``; a second copy, unsigned, is in Box 7``.

``; a copy, box 7``, ``; her answer is on Roll 9``,
``; deciphered copy, Harley MS 285``; as well in brackets, ``(Doe's fair copy is Harley MS 285)``
"""
CLOSING = {")": "(", "”": "“", '"': '"', "’": "‘", "»": "«", "]": "["}
"""What closes a bracket or a quotation, and what opens it."""

_LISTED_ON = worded(r"\),? {ands} (?=[^\W_]{0,3} ?\d)|\), (?=\d+[a-z]? \()")
"""What stands between leaves in a bracket and the next mark of a list."""
_ITEM_LISTED = worded(r"\](?:,? {ands}|;) (?=[A-Z]{0,3} ?\d{1,5} ?\[)")
"""The same behind an item in a bracket, before another: ``AWM 54[243/6/134] and 123[401]``."""


def closes(state: Marking, at: int) -> bool:
    """Tell whether the sign *at* closes what the mark stands in, and leaves follow: ``“S-0123-0045-06”, page 2``."""
    if state.draft.folios and _LISTED_ON.match(state.text, at) and state.text.rfind("(", state.draft.start, at) > 0:
        return True  # inv.nr. 12 (fol. 3-5) and 14
    if state.draft.tokens and state.text[at] == "]" and _ITEM_LISTED.match(state.text, at):
        return state.text.rfind("[", state.draft.start, at) > 0
    following = state.labels.get(at + 3) if state.draft.tokens and state.text.startswith(", ", at + 1) else None
    if following is None or (role := following[1][0].role) == "level":
        return False
    start = state.draft.start
    within = state.text.rfind(CLOSING[state.text[at]], start, at)
    if within > start and state.text.find(state.text[at], within, at) < 0:
        return True  # Ofícios, (Cx 12), p. 3
    if state.holder and state.holder.written:
        if role == "page" and state.text[at] == ")":
            return False  # Doe, The Nero Gospels (BL, Cotton MS Nero D.iv), p. 4: of a book
        start = min(start, state.holder.start)
    return state.text[start - 1 : start] == CLOSING[state.text[at]]


def parted(state: Marking, separator: str, here: int) -> tuple[str, int]:
    """Return what *separator* amounts to, and where what it leads to begins."""
    if separator == "--" or (separator == "—" and not state.draft.tokens):
        return ",", here  # Archivio di Stato, Venezia—Arti, b. 12
    if separator == "(" and not state.draft.tokens and _IN_BRACKETS.match(state.text, here):
        return " ", here - 1
    if separator == "#" and state.text[here - 2 : here] == " #" and state.draft.levels:
        return " ", here - 1  # Doe Papers #4567
    if separator == ";" and not state.drafts and (not state.draft.tokens or _stopped(state)):
        if not state.draft.tokens and (copied := A_COPY.match(state.text, here)):
            return ",", copied.end()
        return ",", here  # Central State Archive; Fond 1B; Eisenhower Library; Dulles Papers; Subject Series
    if separator == ";" and here not in state.labels and (joined := _ALSO.match(state.text, here)):
        return separator, joined.end()  # Box 378; and Kohlberg Papers, Box 12; leg. 3; y leg. 5; also CAB 9/2
    if separator in {";", "("} and here not in state.labels and (copied := _COPY_IN.match(state.text, here)):
        level = state.labels[copied.end()][1][0].level if copied.end() in state.labels else ""
        return ";", copied.end() if not level or state.draft.has(level) else here  # file 12; a copy is in box 3
    if separator == "." and state.titled and _is_next_title(state, here):
        return ",", here  # Doe Papers. Correspondence, box 3
    if separator == "." and state.text.startswith(".", here):
        return separator, here + 1  # BCA, 30..10.0.0/12.73..5
    if separator == "." and state.text[here : here + 2] in {"– ", "- "}:
        return separator, here + 2  # 3.1.5. – O-11386
    return separator, here


_TITLE_BEFORE_LEVEL = pattern(r"[^\W\d_a-zß-ÿа-я][^,;:.()\d]{2,50}, (?=\w)")


def _is_next_title(state: Marking, here: int) -> bool:
    """Tell whether a title stands *here*, before a word for a level, behind papers that a point ends."""
    title = _TITLE_BEFORE_LEVEL.match(state.text, here, state.stop)
    return title is not None and title.end() in state.labels and names_collection(state.draft.levels[-1].value)


def _stopped(state: Marking) -> bool:
    """Tell whether semicolons stand for all commas, as one stands after the archive."""
    end = state.holder.end if state.holder else state.draft.tokens[0].start
    return state.text[end : end + 1] == ";" and state.draft.tokens[0].start > end
