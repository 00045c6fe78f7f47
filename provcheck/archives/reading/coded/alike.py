"""The next mark of a list, known by having the form of the last: ``R 12345, R 12346``; ``6-01-3, 6-02-1``."""

from __future__ import annotations

from itertools import pairwise

from provcheck.archives.lexicon.cuts import LISTED
from provcheck.archives.lexicon.kinds import TITLES, kind
from provcheck.archives.lexicon.times import YEARS_ONLY
from provcheck.archives.lexicon.values import Value, has_figure
from provcheck.archives.reading.coded import unannounced
from provcheck.archives.reading.coded.further_numbers import completed
from provcheck.archives.reading.coded.marking import Marking
from provcheck.archives.reading.coded.steps import OPENING
from provcheck.archives.reading.draft import Draft
from provcheck.archives.reading.levels import required_levels
from provcheck.model.lazy import pattern

_NUMBER = pattern(r"(?<=/)\d+[-–]\d+$|\d+(?:[a-z](?!\w))?")
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""What stands before numbers with strokes need not be alike: ``1248/1979, M680/1979``."""
_CODES = frozenset({"file", "item", "call-number", "document-no"})
"""Levels of which codes are listed that look alike."""
_PARTS = 3
"""How many numbers a mark has at least that is known again by its form."""
_SIGNED = pattern(r"(\w+(?:[./-]\w+){2,6})(?:\(\d{1,2}\))?(?=[,;.) ]|$)")
"""Numbers that only signs part, and which piece of the last it is: ``105-00110-02(1)``."""


_LETTERLESS = pattern(r"(\d{1,3})/(\d{1,5})(?=\W*$|[,;)]|\. | \W| and\b)")
"""A series and its piece without the letters, which are those of the series before: ``CAB 65/12, 66/8``."""


def form_of(code: str) -> str:
    """Return *code* with one figure for each of its numbers, as the codes of a list are alike: 109-00007-02 → 9-9-9."""
    return _NUMBER.sub("9", code)


_SIGNS = frozenset("/#")


def _signed(state: Marking, here: int) -> int | None:
    """Read one more number behind the sign that was before the last: ``#7411* and #7412*``, ``/45 and /46``.

    Where the last has the sign within, what is before it there is not told again: ``3/8/12, /13``.
    """
    values = (token for token in reversed(state.draft.tokens) if token.kind == "value" and token.level)
    last = next((token for token in values if state.text.endswith(state.text[here], 0, token.start)), None)
    rules = [rule for rule in state.rules.levels if last and rule.name == last.level and rule.kind not in TITLES]
    value = next((value for rule in rules if (value := state.value(rule, here + 1))), None)
    if last is None or value is None:
        return None
    lower = {token.level for token in state.draft.tokens if token.start > last.start}
    whole = next((level.value for level in reversed(state.draft.levels) if level.name == last.level), last.text)
    above, sign, _ = whole.rpartition(state.text[here])
    if sign and sign not in value.text:
        value = value._replace(text=f"{above}{sign}{value.text}")
    end = state.again(last.level, value)
    state.draft.levels = [level for level in state.draft.levels if level.name not in lower]
    return end


_LONG_WORD = 5


def next_file(state: Marking, here: int) -> int | None:
    """Read the next file whose title has the first word of the last and a number: ``Grundbuch 3; Grundbuch 5``."""
    last = state.draft.levels[-1]
    word = last.value.partition(" ")[0]
    if last.name != "file" or len(word) < _LONG_WORD or not state.text.startswith(f"{word} ", here):
        return None
    rules = (rule for rule in state.rules.levels if rule.name == last.name and rule.kind not in {"words", "heading"})
    value = next((value for rule in rules if (value := state.value(rule, here))), None)
    return state.again(last.name, value) if value and has_figure(value.text) and has_figure(last.value) else None


def next_piece(state: Marking, here: int) -> int | None:
    """Read on with the next piece of a series whose number stands again: ``FO 371/84123 and 371/84124``."""
    if len(state.draft.levels) < 2:
        return None
    if state.text[here] in _SIGNS and (end := _signed(state, here)):
        return end
    series, piece = state.draft.levels[:2]
    number = series.value[len(series.value.rstrip("0123456789")) :]  # T.161/54 and 161/55
    rules = [rule for rule in state.rules.levels if rule.name == piece.name and rule.kind not in TITLES]
    if not rules or not number:
        return None
    begin = len(number) if state.text.startswith(number, here) else 0  # FO 371/84080, /84081
    if state.text.startswith("/", here + begin):
        values = (state.value(rule, here + begin + 1) for rule in rules)
        value = next((value for value in values if value), None)
        return state.again(piece.name, value) if value else None
    code = _LETTERLESS.match(state.text, here, state.stop) if piece.name == "piece" else None
    if code is None or len(code[1]) != len(number):
        return None
    letters = series.value.removesuffix(number)
    state.again(series.name, Value(f"{letters}{code[1]}", *code.span(1)))
    state.put(piece.name, Value(code[2], *code.span(2)))
    return code.end()


def next_code(state: Marking, here: int) -> int | None:
    """Read the next code of a list, in the form of the last: ``1248/1979, M680/1979``, ``R 12345, R 12346``.

    What is above it may stand again: ``StK 12, StK 13``.
    """
    last = state.draft.levels[-1]
    if last.name not in LISTED | _CODES:
        return None
    tokens = [token for token in state.draft.tokens if token.level]  # no leaves
    start = max((token.start for token in tokens[-2:-1] if token.kind == "value"), default=here)
    above = state.text[start : tokens[-1].start]
    restated = len(above) if state.text.startswith(above, here) else 0
    again = tokens[-2]._replace(start=here, end=here + len(tokens[-2].text)) if restated else None
    here += restated
    head = last.value.rpartition(" ")[0]
    lead = len(head) + 1 if head and state.text.startswith(f"{head} ", here) else 0
    match = kind("code").shape.match(state.text, here + lead, state.stop)
    registry = last.name == "document-no" and last.value[0] in _CAPITALS  # P740071-1183 and N740004-0066
    free = _CAPITALS if "/" in last.value or registry else ""
    coded = free or lead or last.value[0] in _CAPITALS
    stroke = state.text[state.draft.end : here] == " / " and not last.value.isdigit()  # 17-246 / 17-248; but 91 / 2
    if match is None or not (coded or restated or stroke):
        return None
    code, own = state.text[here : match.end()], _FRACTION.sub("", last.value)
    if form_of(code.lstrip(free)) != form_of(own.lstrip(free)):
        return None
    half = _FRACTION.match(state.text, match.end()) if last.name == "document-no" else None
    value = Value(f"{code}{half[0]}", here, half.end()) if half else Value(code, here, match.end())
    end = state.again(last.name, value)
    if again:
        state.draft.tokens.insert(0, again)
    return end


_FRACTION = pattern(r" \d/\d(?=[,;)]|\.?$|\. )")
"""The half of a number that was put between two: ``026 Foreign Relations/1308 1/2``."""


def next_pair(state: Marking, here: int) -> int | None:
    """Read on with the last two values, both other ones: ``MfS, HA II 123; HA IX 45``, ``611.00/1-50; 612.00/2-51``.

    The word before the last stands again: ``HA II Nr. 123; HA IX Nr. 45``.
    """
    values = [token for token in state.draft.tokens if token.level]
    word = values.pop(-2).text if len(values) > _PAIR and values[-2].kind == "label" else ""
    if len(values) < _PAIR or any(token.kind != "value" for token in values[-_PAIR:]):
        return None
    above, last = values[-_PAIR:]
    gap = state.text[above.end : last.start]
    joined = gap in _JOINED or (word and gap[0] == " " and not gap.replace(word, "").strip(" ."))
    if not joined or last.level != state.draft.last_name or not last.text[0].isdigit():
        return None
    for rule in state.rules.levels:
        if rule.kind in TITLES or (rule.name != above.level and not kind(rule.kind).listed_whole):
            continue
        value = state.value(rule, here)
        if value and gap == "/" and above.text.isdigit() and value.text[0].isalpha():
            continue  # GD1/1/12; CS5/12: another series
        if value and state.text.startswith(gap, value.end) and _NUMBERED.match(state.text, value.end + len(gap)):
            if rule.name != above.level:
                return None  # F7 12345; 313 AP 4
            titled = _TITLE_BEHIND.match(state.text, value.end + len(gap), state.stop)
            if titled and titled.end() in state.labels and state.has_level(titled.end()):
                return None  # 218/3; 165/9, Antoni Vilanova, lligall 8: whose it is stands behind it
            state.bare = rule.name  # 74/4278; 5/Nr. 12
            return state.again(rule.name, value)
    return None


_TITLE_BEHIND = pattern(r"\d+, [A-ZÀ-Þ][^,;:()\d]{3,40}, (?=[^\W\d_])")
"""The number of a file, with the title behind it that stands before it elsewhere, and a word for a level."""


def next_upper(state: Marking, here: int) -> int | None:
    """Read on with two first values, both other ones, behind a lower one: ``Patronato 20, r. 5; Contaduría 604``."""
    values = [token for token in state.draft.tokens if token.level]
    if len(values) <= _PAIR or any(token.kind != "value" for token in values[:_PAIR]):
        return None
    above, last = values[:_PAIR]
    if state.text[above.end : last.start] != " " or above.text[-1].isdigit() or not last.text[0].isdigit():
        return None
    other = _TITLE_AND_NUMBER.match(state.text, here, state.stop)
    needed = last.level in required_levels(state.rules.id)
    return state.again(above.level, Value(other["v"], *other.span("v"))) if other and needed else None


_TITLE_AND_NUMBER = pattern(
    r"(?P<v>[A-ZÀ-Þ][^\W\d_]{2,20}(?: (?:de |del |y )?[A-ZÀ-Þ][^\W\d_]{2,20}){0,3}) "
    r"(?!(?:1[5-9]|20)\d\d(?!\d))\d{1,5}[A-Z]?(?=[,;)]|\.?$)"
)
"""A section and its bundle, and no author with a year."""
_PAIR = 2
_JOINED = frozenset({" ", "/", "[", " ["})
_NUMBERED = pattern(r"(?:N[ro]\. ?)?\d")
_LETTERED = pattern(r"([A-Z]{1,4})\d+(?:/\d+)+(?=[;)]|\.?$|\. |, ?[ivx]+\b)")
"""A control symbol that begins with the letters of its registry."""


def next_lettered(state: Marking, here: int) -> int | None:
    """Read the next item of a series that is made as the last: ``A1066, P145/160, ii and H45/10/1``."""
    code = _LETTERED.match(state.text, here, state.stop) if state.draft.last_name in _ITEM_OR_PART else None
    item = next((level.value for level in state.draft.levels if level.name == "item"), "") if code else ""
    if code is None or not _LETTERED.match(f"{item};"):
        return None
    return state.again("item", Value(code[0], *code.span()))


_ITEM_OR_PART = frozenset({"item", "part"})
_ONE = pattern(r"(?:[A-Z]{1,5} (?=\d))?\w[\w./–-]*\w|\d(?=[,;)]|\.?$)")
_RUNS = frozenset({"9-9", "9–9"})
_ENDS = pattern(r"[,;)]|\.?$|\. | (?:ff?|fols?|pp?)\.? ?\d")


def next_form(state: Marking, here: int) -> int | None:
    """Read what has the form of the value before *and*: ``A5842, 187 and 190``, ``023.1/4-957 and 4-960``."""
    last = state.draft.tokens[-1]
    code = _ONE.match(state.text, here, state.stop)
    if code is None or last.kind != "value" or last.level != state.draft.last_name:
        return None
    if last.level == "call-number" and code[0].isdigit():
        return None  # MSS/13020/12, 14 y 22
    form, own = form_of(code[0]), form_of(last.text)
    run = own == "9" and last.level in LISTED and form in _RUNS  # D.3 y 12-14
    if (form != own and not run) or "9" not in own:
        return None
    if not _ENDS.match(state.text, code.end()) or (
        YEARS_ONLY.fullmatch(code[0]) and not YEARS_ONLY.fullmatch(last.text)
    ):
        return None
    value = Value(code[0], *code.span())
    label = state.labels.get(value.end + 2)  # inv.nr. 3 and 5940, inv.nr. 4: another mark
    return None if label and label[1][0].level == last.level else state.again(last.level, completed(state, value))


_NUMBER_SIGN = pattern(r"(?:[Nn][or]s?\.|№) ?(?=\d)")


def next_whole(state: Marking, here: int) -> int | None:
    """Read on with the next mark in the form of the last, none of whose parts has a word: ``6-01-3, 6-02-1``."""
    values = [token for token in state.draft.tokens if token.kind == "value"]
    if len(values) < _PARTS:
        return None  # the upper ones were taken over
    if sign := _NUMBER_SIGN.match(state.text, here, state.stop):
        here = sign.end()  # no. 105-00110-02; no. 105-00111-03
    last = _SIGNED.match(state.text, values[0].start, values[-1].end)
    code = _SIGNED.match(state.text, here, state.stop) if last and last.end() == values[-1].end else None
    if last is None or code is None or form_of(code[1].lstrip(_CAPITALS)) != form_of(last[1].lstrip(_CAPITALS)):
        return None
    before = state.draft, state.rank
    state.draft, state.rank = Draft(state.holder, state.rules.id), -1.0
    end = unannounced.next_level(state, here, ",", OPENING, prose=False)
    if end is None:
        state.draft, state.rank = before
        return None
    state.drafts.append(before[0])
    return end


_DOTTED = pattern(r"\d{1,4}(?:\.\d{1,4}){2,3}(?![\w/-]|\.\d)")


def next_dotted(state: Marking, here: int) -> int | None:
    """Read on with as many numbers between points as the last mark ends with: ``030.10/57.376.4; 57.377.5``."""
    code = _DOTTED.match(state.text, here, state.stop)
    numbers = code[0].split(".") if code else []
    last = state.draft.tokens[-len(numbers) :] if code else []
    between = {state.text[one.end : other.start] for one, other in pairwise(last)}
    if len(last) < len(numbers) or between != {"."} or any(t.kind != "value" or not t.text.isdigit() for t in last):
        return None
    for count, (token, number) in enumerate(zip(last, numbers, strict=True)):
        value = Value(number, here, here + len(number))
        here = value.end + 1
        if count:
            state.put(token.level, value)
        else:
            state.again(token.level, value)
    return state.draft.end


_PAIRED = pattern(r"\d{1,5}/\d{1,5}(?![\w/-]|\.\d)")


def next_paired(state: Marking, here: int) -> int | None:
    """Read the next file of two numbers behind a stroke, as the last has: ``A. MKT. MHM, 131/44; 131/51``."""
    last = state.draft.levels[-1]
    code = _PAIRED.match(state.text, here, state.stop) if _PAIRED.fullmatch(last.value) else None
    return state.again(last.name, Value(code[0], *code.span())) if code else None


_HEAD = pattern(r"(?P<letters>[A-Za-z]{0,5} ?)\d+(?P<parts>(?:[./-]\d+)*)")


def begins_alike(state: Marking, here: int) -> bool:
    """Tell whether a code stands at *here* in the form of the first, with its letters: ``A981, WAR 45, A816, 31``.

    Or a pair of numbers as that of the last mark: ``302/12, 301/34``.
    """
    first = state.draft.tokens[0]
    if unannounced.is_pair_again(state, here):
        return True
    head = _HEAD.match(first.text) if first.kind == "value" else None
    if head is None or not (head["letters"] or head["parts"]) or not state.text.startswith(head["letters"], here):
        return False
    code = _HEAD.match(state.text, here, state.stop)
    return code is not None and form_of(code["parts"]) == form_of(head["parts"])


_SIGN_AND_NUMERAL = pattern(r"[A-ZŁŚŻ]{3,6}\.? [IVX]{1,5}")
"""Letters of a holding with a Roman number: ``ARG II``."""
_OF_BOOKS = frozenset({"volume", "part"})


def is_like(one: Draft, last: Draft) -> bool:
    """Tell whether *one* has the levels of *last*, the same of them announced by words, and is no printed work."""
    if [level.name for level in one.levels] != [level.name for level in last.levels]:
        return False
    if one.labels() != last.labels():
        return False
    title = one.levels[0].value
    known = has_figure(title) or title == last.levels[0].value or _SIGN_AND_NUMERAL.fullmatch(title) is not None
    return known or bool(one.labels() - _OF_BOOKS)


def begins_as(one: Draft, last: Draft) -> bool:
    """Tell whether *one* has the two first levels of *last*, both in figures."""
    names = [level.name for level in last.levels[:_PAIR]]
    begun = one.levels[:_PAIR]
    return [level.name for level in begun] == names and all(has_figure(level.value) for level in begun)
