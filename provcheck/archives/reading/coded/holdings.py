"""The next holding of the same archive, with which a new mark begins: ``R 43-II/123, NS 19/2065``."""

from __future__ import annotations

from functools import cache
from itertools import chain

from provcheck import tables
from provcheck.archives.lexicon.cuts import NUMERAL, names_collection
from provcheck.archives.lexicon.kinds import GLOSS, TITLES, kind
from provcheck.archives.lexicon.times import YEARS_ONLY
from provcheck.archives.lexicon.values import Value, has_figure
from provcheck.archives.lexicon.vocabulary import prefixes
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.coded.alike import form_of
from provcheck.archives.reading.coded.keeping import is_top, keeps, spoken, titles_of, unit_behind
from provcheck.archives.reading.coded.marking import Marking, keeper
from provcheck.model.archive import LevelRule
from provcheck.model.lazy import pattern

_CODE_GOES_ON = pattern(r"[/ ]?\d")
"""The number behind the letters of a holding: the 371 of ``FO 371``."""
_BESTAND = worded(r"(?P<letters>[A-ZÄÖÜ]{1,3}) \d{1,5}(?:-[IVX]+)?(?:(?P<file>/\d)|(?=[,;)\]]|\.?$| {ands} ))")
"""A holding by its letters and number, with a file or none: ``R 43-II/1``, ``R 2501,``."""
_SERIES_GOES_ON = pattern(r"[/ ]?(?:[A-Z]{1,5}\d{0,2}[A-Z]? ?)?\d")
"""The same for a fonds, with its series between: ``COL C9A 106``, ``DPPC GR 2137``."""


def restart(state: Marking, here: int) -> int | None:
    """Begin a new mark of the same archive after ``and``: only where its first level is plainly there."""
    listed = state.rules.holdings_listed
    for rule in state.rules.levels:
        top = rule.required or (listed and rule.name == "fonds")
        if rule.after and top and rule.kind not in {"words", "title", "symbol"}:
            value = state.value(rule, here)
            if value and not value.text.isdigit():
                return begin_anew(state, rule.name, value)
    return None


def next_call_number(state: Marking, here: int) -> int | None:
    """Begin with the call number at *here*, as one has been read before."""
    for rule in state.rules.levels:
        value = state.value(rule, here) if rule.name == "call-number" and rule.after else None
        if value and has_figure(value.text):
            return begin_anew(state, rule.name, value)
    return None


def next_known(state: Marking, here: int) -> int | None:
    """Begin with a holding that is known by its letters wherever it stands: ``Misc., 36, f. 2; Reg. Lat. 102``."""
    if not (state.text[here].isupper() or state.text.startswith(_MANUSCRIPTS, here)):
        return None
    for rule in _known(state.rules.id):
        if (value := state.value(rule, here)) and form_of(value.text) != form_of(state.draft.levels[-1].value):
            if rule.name == "fonds" and state.draft.levels[0].name == "section":
                return state.again(rule.name, value)  # XX. HA, OBA Nr. 12; OF 13
            return begin_anew(state, rule.name, value)  # but RZ 211, R 104350; R 104351: one more of RZ 211
    return None


_MANUSCRIPTS = ("ms", "rkp")
"""How the call numbers of manuscripts begin that are written small."""


def next_film(state: Marking, here: int) -> int | None:
    """Read on with the next film of the same group, which its code tells: ``T-312, roll 470; T-175, roll 233``."""
    if not state.text[here].isupper() or not state.draft.has("microfilm"):
        return None
    films = (state.value(rule, here) for rule in state.rules.levels if rule.name == "microfilm")
    film = next((value for value in films if value), None)
    if film is None:
        return None
    state.plural = False  # of frames
    return state.again("microfilm", film)


def next_han(state: Marking, here: int) -> int | None:
    """Read on with the next collection by its Chinese name, with a code behind it: ``外交部檔案，020-021507``."""
    title = _HAN_CODED.match(state.text, here, state.stop) if state.draft.last_name == "call-number" else None
    if title is None or state.draft.levels[0].name != "collection":
        return None
    return state.again("collection", Value(title["v"], *title.span("v")))


_HAN_CODED = pattern(r"(?P<v>[\u4e00-\u9fff]{2,20}) ?, ?(?=\d{2,3}-\d{4,6}-)")
"""A collection of Academia Historica before the code of its file: ``外交部檔案，020-021507-``."""


def next_again(state: Marking, here: int) -> int | None:
    """Begin with the letters of the fonds once more, though lower levels stood between: ``MD 8, hüküm 13; MD 9``."""
    first, last = state.draft.levels[0], state.draft.levels[-1]
    end = here + len(first.value)
    if first.name != "fonds" or last.name != "item" or not first.value.isupper():
        return None
    if not state.text.startswith(f"{first.value} ", here) or not state.text[end + 1 : end + 2].isdigit():
        return None
    return begin_anew(state, first.name, Value(first.value, here, end))


@cache
def _known(convention: str) -> tuple[LevelRule, ...]:
    """Return the rules of holdings that are known by their letters in a list."""
    below = tables.conventions()[convention].levels[1:]
    return tuple(rule for rule in below if kind(rule.kind).begins_list)


def next_coded(state: Marking, here: int) -> int | None:
    """Read on a list of holdings: ``BArch R 2, R 2501``, each with its file: ``R 43-II/123, NS 19/2065``."""
    if not state.rules.holdings_listed:
        return None
    if state.rules.values_first and (again := _next_alike(state, here)):
        return again
    code = _BESTAND.match(state.text, here, state.stop)
    if code is None:
        return None
    alone = state.bare == "fonds" and state.draft.levels[-1].value.startswith(f"{code['letters']} ")
    filed = state.bare == "file" and code["file"]
    return restart(state, here) if (alone and not code["file"]) or filed else None


_CODE_ENDS = pattern(r"\.? f\b|[,;)]|\.?$")
"""What follows a code that is a holding's."""
_CAPITALS, _SMALL = pattern(r"[A-Z]+"), pattern(r"[a-z]+")


def _next_alike(state: Marking, here: int) -> int | None:
    """Read on with the next holding that has a code like the last: ``K 26, 45. cs., K 28, 12. t.``."""
    first = state.draft.levels[0]
    if not state.text[here : here + 1].isupper():
        return None
    for rule in state.rules.levels:
        code = state.value(rule, here) if rule.name == first.name else None
        if code and _form(code.text) == _form(first.value) and _CODE_ENDS.match(state.text, code.end):
            return state.again(rule.name, code)
    return None


def _form(code: str) -> str:
    """Return the form of *code*, with one letter for each run of letters too: ``XIX-J-1-j`` is ``A-A-9-a``."""
    return _SMALL.sub("a", _CAPITALS.sub("A", form_of(code)))


_NUMBERED_TITLE = worded(
    r"([^\W\d_a-zß-ÿ][^\d,;:()]{1,40})( \([^()\d]{1,16}\)(?=\. ))?\.? "
    r"(?P<number>\d+[a-z]?(?:/(?:\d+|[IVX]+))*)(?=[,;.)]|$| \(| {ands} )"
)
"""A holding with its number behind it: ``Santo Domingo 31``, ``İrade Hariciye (İ. HR). 12/514``."""


def next_numbered(state: Marking, here: int) -> int | None:
    """Begin with the next holding that has its number as the last had: ``Patronato 31 y Guadalajara 32``."""
    title = _NUMBERED_TITLE.match(state.text, here, state.stop)
    levels = state.draft.levels
    of_document = state.draft.last_name == "document"
    levels = levels[:-1] if of_document else levels  # Y.EE 91/38, lef 4; İ.MMS. 133/5690
    if title is None or len(levels) < _TITLE_AND_NUMBER:
        return None
    first, last = levels[-_TITLE_AND_NUMBER:]
    bare = last.name not in state.draft.labels() if of_document else state.bare == last.name
    if has_figure(first.value) or not bare or not (last.value[:1].isdigit() or NUMERAL.fullmatch(last.value)):
        return None
    short = title[1][-1] == "." and " " not in title[1]
    name = title[1].removesuffix(" nr").removesuffix(" /").rstrip("." * short)  # NL Mayer / 14; IB SIG / 2390
    top = is_top(state, name)
    if YEARS_ONLY.fullmatch(title["number"]) and not top:
        return None
    upper = levels[0] if top and not has_figure(levels[0].value) else first
    return state.again(upper.name, Value(name, here, max(title.end(1) - short, title.end(2))))


_TITLE_AND_NUMBER = 2
_PLACE = r"[^\W\d_a-zß-ÿ][^\W\d_]{2}[^\d,;:()]{0,38} \d{1,4}[A-Z]?"
_PLACES = worded(rf"{_PLACE}(?:(?:,|,? {{ands}}) {_PLACE}){{0,9}}(?=\.?$|;|, [^\W\d_]{{1,4}}\. ?\d)")
"""Holdings, each with its number, to the end of their clause."""


def next_listed(state: Marking, here: int) -> int | None:
    """Read on a list of holdings whose numbers are always there: ``Charcas 12, Lima 34, Quito 56``."""
    last = state.rules.level(state.draft.last_name)
    if last is None or not last.required or not state.text[here].isupper():
        return None
    if state.stretch.own_letter(here):
        return None  # Charcas 12, Ramo 3
    return next_numbered(state, here) if _PLACES.match(state.text, here, state.stop) else None


def next_top(state: Marking, here: int) -> int | None:
    """Read on with what stands above all: ``I. HA Rep. 7, Nr. 12; III. HA Nr. 34``, ``Lâleli, nr. 2, Fâtih, nr. 4``."""
    top = state.rules.levels[0]
    if state.bare not in {"file", "item", ""} or not kind(top.kind).listed_whole or not state.draft.has(top.name):
        return None
    if len(state.draft.levels) == 1:
        return None  # fonds Painlevé, 313 AP 4: the code of the title before it
    value = state.value(top, here)
    return state.again(top.name, value) if value else None


def beside(state: Marking, here: int) -> int | None:
    """Read on with another holding by its number, behind a stroke: ``I. HA Rep. 96, Nr. 12 / Rep. 9, Nr. 3``."""
    fonds = next((level.value for level in state.draft.levels if level.name == "fonds"), "")
    sign = _SIGN_OF_FONDS.match(fonds)
    if sign is None or not state.text.startswith(sign[0], here):
        return None
    rules = (r for r in state.rules.levels if r.name == "fonds" and r.after and r.kind not in TITLES)
    value = next(filter(None, (state.value(r, here) for r in rules)), None)
    return state.again("fonds", value) if value else None


_SIGN_OF_FONDS = pattern(r"[A-Z][a-z]*\. ?(?=\d)")
"""What the number of a holding begins with: ``Rep. 96``."""


def next_series(state: Marking, here: int) -> int | None:
    """Read on a list of series, each with its number: ``F 23 234, F 60 567``; ``2153卷之1、2155卷之4``."""
    if again := next_top(state, here):
        return again
    alone = (
        state.bare == "fonds" == state.draft.levels[0].name and not state.draft.folios
    )  # NAD 241, Sbírka map NAD 1315
    if not (alone or state.bare in {"file", "item", ""}) or state.titled:
        return None
    if not any(kind(rule.kind).listed_whole for rule in state.bares):
        return None
    for rule in state.rules.levels:
        value = state.value(rule, here) if rule.after and kind(rule.kind).listed_whole else None
        if value is None:
            continue
        ahead = _SERIES_GOES_ON if rule.name == "fonds" else _CODE_GOES_ON
        goes_on = ahead.match(state.text, value.end) or _pairs(state, rule.name, value)
        if alone and not (rule.name == "fonds" and _of_the_same(state, rule.name, value)):
            continue
        if state.draft.has(rule.name) and (goes_on or _of_the_same(state, rule.name, value)):
            return state.again(rule.name, value)
        if goes_on:
            return begin_anew(state, rule.name, value)  # 61 AJ 12; F 21 123: a fonds, and a series
    return None


_PAIR = pattern(r", (?=[^\s,;]{0,12}\d)[A-Z\d][\w/]*(?=[,;. ]|$)")
"""The number of an item behind its series."""


def _pairs(state: Marking, name: str, value: Value) -> bool:
    """Tell whether *value* is a series with its item behind a comma, as the last was: ``A1838, 3034/10, A4940, C2``."""
    above = next((level.value for level in state.draft.levels if level.name == name), "")
    return _form(above)[:2] == _form(value.text) == "A9" and _PAIR.match(state.text, value.end) is not None


def _of_the_same(state: Marking, name: str, value: Value) -> bool:
    """Tell whether the code *value*, which ends a list, has the sign of that above: ``GR 7YD/1, GR 8YD``."""
    sign = f"{value.text.partition(' ')[0]} "
    alike = any(level.name == name and level.value.startswith(sign) for level in state.draft.levels)
    return alike and value.text.startswith(sign) and _CODE_ENDS.match(state.text, value.end) is not None


def next_required(state: Marking, here: int) -> int | None:
    """Read on a list of marks that have all levels which their convention requires: ``CO 1022/22, FO 371/84059``."""
    first, required = state.rules.levels[0], [rule for rule in state.rules.levels if rule.required]
    if not kind(first.kind).begins_list or not first.required or not all(state.draft.has(r.name) for r in required):
        return None
    last = required[-1]
    if state.bare == last.name and here == state.draft.end + 1 and (value := state.value(last, here)):
        return state.again(last.name, value)
    value = state.value(first, here)
    if value is None or _letters_of(value) not in prefixes() or not _CODE_GOES_ON.match(state.text, value.end):
        return None
    return restart(state, here)


def _letters_of(value: Value) -> str:
    """Return the letters of a series as its archive writes them: the ADM of ``Adm. 1``."""
    return value.text.split()[0].rstrip(".").upper()


def next_class(state: Marking, here: int) -> int | None:
    """Read on a list of series without any piece: ``KV 2/KV 3/HW 19``, ``ADM 1, ADM 116``."""
    first = state.rules.levels[0]
    if state.bare != first.name or not kind(first.kind).begins_list or not state.text[here].isupper():
        return None
    value = state.value(first, here)
    return state.again(first.name, value) if value and value.text.split()[0] in prefixes() else None


def next_titled(state: Marking, here: int) -> int | None:
    """Read on with the next holding: ``milicias y marina, tomo 19; caciques e indios, tomo 6``.

    What it is kept in may be another unit (``Estado, leg. 3; Inquisición, lib. 5``), or have no word.
    """
    titles = titles_of(state.draft)
    first = kind("words").shape.match(state.text, here, state.stop)
    if not titles or first is None:
        return None
    if len(titles) > 1 and titles[0].name == "collection" and names_collection(GLOSS.sub("", first.group())):
        return None  # Smith Papers, Diary, box 3; Jones Papers, box 4
    unit, alone = unit_behind(state, first.end())
    told = titles[0].name in spoken(state).labels() and titles[1:]  # sección colonia, tributos, tomo 4
    if unit is None or not keeps(state, here, unit, titles[-1].name, first.group() if alone or told else ""):
        return None
    known = (r.name for r in state.rules.levels if kind(r.kind).listed_whole and state.value(r, here))
    title = " ".join(GLOSS.sub("", first.group()).split())
    name = next(filter(state.draft.has, known), (titles[0 if is_top(state, title) or not alone else -1]).name)
    if name in spoken(state).labels():  # Serie P, b. 3; Ambasciata, b. 4
        below = (level.name for level in titles[1:] if level.name not in spoken(state).labels())
        free = (rule.name for rule in state.rules.levels if rule.kind == "words" and rule.after)
        name = next(chain(below, free), name)
    short = first.group()[-1:] == "." and " " not in first.group()  # BOA, İ. DH., 12/3; ŞD., 48/2
    return state.again(name, Value(title.rstrip("." * short), here, first.end() - short))


def begin_anew(state: Marking, name: str, value: Value) -> int:
    """Begin a mark of the same archive that takes nothing over, with *value* of level *name*; return its end."""
    state.holder = keeper(state.holder, name, value)
    state.next_mark(-1.0)
    state.rank = -1.0
    state.put(name, value)
    state.back, state.titled, state.bare = False, "", name
    return value.end
