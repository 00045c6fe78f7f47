"""Values that a word announces, in the family of fixed orders: ``box 12``, ``12. doboz``, ``ff. 3-5``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from provcheck import tables
from provcheck.archives.lexicon.cuts import GROUP_TITLE, SIDED, names_collection, value_after
from provcheck.archives.lexicon.folios import Reading, folios_at
from provcheck.archives.lexicon.kinds import TITLES, kind
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.times import OLD_YEARS, YEARS_ONLY
from provcheck.archives.lexicon.values import Value, has_figure
from provcheck.archives.lexicon.vocabulary import Label, wording
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.coded import further_numbers, listing, shaped, which_level
from provcheck.archives.reading.coded.again import begin_or_go_back, restated
from provcheck.archives.reading.coded.marking import Marking
from provcheck.archives.reading.levels import plurals, required_levels, rule
from provcheck.model.archive import LevelRule
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Folios

_BROAD = frozenset({"fonds", "series", "subseries", "section"})
_NUMBER_FIRST = pattern(r"((?:[IVX]+|[A-Z])-\d+(?:\.\d+)*|\d+(?:[/–-](?:\d+|[a-z](?!\w)))*[a-z]?)\.?[ \u00a0]*")
"""A number that stands before its word: the ``12.`` of *12. doboz*, the ``288.`` of *M-KS-288. f.*"""
_LISTS_ON = worded(r"\.?(?:[,;]| {ands}) ")
"""What leads from a number that stands before its word to the next of its level."""
_ASIDES = worded(r"(?:(?:,| {ands}| [ai]) \d{1,6}(?![\w/]))+")
"""Further numbers of what is no level: ``snímky 0045, 0046 a 0048``."""
_FILM = frozenset({"reel", "frame"})
_HOLDERS_OF_LEAVES = frozenset({"file", "bundle"})


def labelled(state: Marking, here: int) -> int | None:
    """Read the level or the leaves that the word at *here* announces; return where they end."""
    item, meanings = state.labels[here]
    if (film := _on_film(state.rules.id)) and (end := _film(state, here, film)):
        return end
    at = value_after(state.text, item)
    if meanings[0].level == "fond" and kind(state.rules.levels[-1].kind).shape.match(state.text, here, state.stop):
        return None  # ОР РНБ. Ф. 550. F.IV.230: the letter is of a sign
    letters = meanings[0].level == "inventory" and item.end - item.start == len("Fb")
    if letters and not state.draft.levels and state.text.startswith(" ", item.end):
        return None  # IfZ, Fb 101/28: a holding; no list is told so before one
    if len(meanings) == 1 and meanings[0].role == "level" and not state.rules.values_first:
        return _level(state, item, meanings, at)  # most
    if meanings[0].role == "aside":
        number = kind("code").shape.match(state.text, at, state.stop)
        return (_ASIDES.match(state.text, number.end()) or number).end() if number else None  # snímky 45, 46
    levels = [m for m in meanings if m.role == "level"]
    if len(meanings) > 1 and (again := which_level.begins_again(state, item, levels)):
        return _level(state, item, again, at)  # f. 507, k. 3; f. 803, k. 12
    last = state.draft.last_name if state.rules.values_first else ""
    if levels and last == levels[0].level and not state.text[state.draft.end : here].strip(". "):
        return item.end  # "M-KS-288. f.": the number stood before its word
    if state.draft.folios and (said := _said_before(state, item)):
        levels = [m for m in levels if m.level == said] or levels  # f. 12, c. 34 e f. 13: a filza again
    sides = _LETTERED_SIDE if levels and levels[0].level == "item" else SIDED
    sided = sides.match(state.text, at) is not None and any(m.role == "leaf" for m in meanings)
    if levels and levels[0].level in _HOLDERS_OF_LEAVES and meanings[-1].role == "leaf":
        levels = which_level.unit_or_leaves(state, levels, at)
    if sided and state.draft.levels:
        levels = []  # reg. 88, f. 45v
    leaf = (state.draft.has("file") or state.draft.has("volume")) and any(m.role == "leaf" for m in meanings)
    papers = state.draft.last_name == "call-number" and names_collection(state.draft.levels[-1].value)
    boxed = state.draft.last_name == "box" and levels[:1] and levels[0].level == "folder"  # MC044, box 12, f. 9
    if state.draft.has("call-number") and meanings[-1].role == "leaf" and not papers and not boxed:
        levels = []  # rkps 1234, k. 12: of a manuscript the leaf, of papers the box
    if len(meanings) > len(levels) and levels[:1] and levels[0].level == "folder" and not state.draft.has("box"):
        levels = []  # box 12, f. 3 is a folder; without a box it is a leaf
    fonds = len(meanings) > len(levels) == 1 and levels[0].level == "fonds" and state.text[at : at + 1].isdigit()
    if fonds and state.draft.levels and not which_level.may_be_fonds(state, item, titles=_only_titles(state)):
        levels = []  # Caps. D. Fasc. 80, f. 3; but kart. 5; f. HŠ-3
    same = state.holder is not None and state.holder.same  # ebd., Bl. 15
    in_box = bool(levels) and levels[0].level == "file" and state.draft.last_name == "box"  # ivi, b. 12, f. 3
    if same and meanings[-1].role == "leaf" and _is_letter(state, item) and not in_box:
        levels = []  # isto, f. 3; ivi, f. 3
    if levels and not (leaf and state.ranks[levels[0].level] < state.rank) and (end := _level(state, item, levels, at)):
        return end
    roles = {m.role for m in meanings}
    if roles == {"page"} and REGISTERED.match(state.text, here):
        return None  # IOR/L/PS/10/259, P. 2468/1913: a paper by its number in the register of that year
    if state.draft.levels or (same and "leaf" in roles):
        reading = folios_at(state.text, at)
        if reading and reading.end <= state.stop + state.text.startswith(".", state.stop):  # ff. Via …
            reading = _read_on(state, reading)
            state.draft.leaves(state.text, at, reading, item)
            return reading.end
    return None


REGISTERED = pattern(r"P\.? ?\d{2,5}/1[89]\d\d(?!\w)")
"""A paper by its number in the register of a year, behind what is a word for pages else."""


@cache
def _on_film(convention: str) -> tuple[LevelRule, ...]:
    """Return the rules of reels and frames whose words mean something else where no film is."""
    rules = tables.conventions()[convention].levels
    return tuple(r for r in rules if r.name in _FILM and kind(r.kind).after and kind(r.kind).past_words)


def _film(state: Marking, here: int, rules: tuple[LevelRule, ...]) -> int | None:
    """Read the reel or the frame *here*, where a word stands that means a file or pages else: ``r. 566, s. 778``."""
    for own in rules:
        if state.draft.last_name in (kind(own.kind).after or ()) and (value := state.value(own, here)):
            state.put(own.name, value)
            return value.end
    return None


_LETTERED_SIDE = pattern(r"\d+[abrv](?:\s?[-–]\s?\d*[abrv])?(?!\w)")
"""A leaf that names its side, behind a word that is of an entry of a register too: ``MAD 123, f. 6b``."""

_LEAVES_ON = pattern(r" (a) (?:fols?\. ?|ff?\. ?|s\. ?)?(?=\d)(?!(?:1[5-9]|20)\d\d(?!\d))")


def _read_on(state: Marking, reading: Reading) -> Reading:
    """Read on leaves behind a word that joins in Czech and makes a range in Spanish: ``fol. 3v a 12r``."""
    while on := _LEAVES_ON.match(state.text, reading.end, state.stop):
        more = folios_at(state.text, on.end())
        if more is None or more.end > state.stop:
            break
        folios = reading.folios + more.folios
        if state.rules.languages[0] in wording().ranges[on[1]]:
            folios = (*reading.folios[:-1], Folios(reading.folios[-1].first, more.folios[0].last), *more.folios[1:])
        reading = Reading(folios, more.end)
    return reading


def _said_before(state: Marking, item: Found) -> str:
    """Return the level that the same word as *item* announced in this mark; empty where it did not."""
    word = state.text[item.start : item.end]
    return next((t.level for t in state.draft.tokens if t.kind == "label" and t.text == word), "")


def _is_letter(state: Marking, item: Found) -> bool:
    """Tell whether *item* is one letter and the last word for a level or leaves that comes."""
    return item.end - item.start == 1 and state.starts[-1] == item.start


def value_first(state: Marking, here: int) -> int | None:
    """Read ``12. doboz``, ``45. o.``, where the convention has the number before its word; also ``12., 14. cs.``"""
    listed = _LISTED.match(state.text, here)
    number = _NUMBER_FIRST.match(state.text, listed.end() if listed else here)
    if number is None or number.end() not in state.labels:
        return None
    item, meanings = state.labels[number.end()]
    name = meanings[0].level
    leaves = meanings[-1 if state.draft.has(name) else 0].role in {"leaf", "page"}
    again = state.holder is not None and state.holder.same  # uo. 45. l.
    if leaves and (state.draft.levels or again) and not state.draft.folios:
        reading = folios_at(state.text, here)
        if reading is None or state.text[reading.end : item.start].rstrip(" \u00a0") != ".":
            return None
        state.draft.leaves(state.text, here, reading)
        state.draft.note("folio-label", "", state.text, item.start, item.end)
        return item.end
    if name and state.bare == name and rule(state.rules.id, state.rules.files_in):
        state.into_unit()  # 32/b. 1969/12. ő. e.: the number without a word was the bundle's
    if not name:
        return None
    if state.draft.has(name):
        if not _LISTS_ON.fullmatch(state.text, state.draft.end, here):
            return None
        state.next_mark(state.ranks[name])  # 12. doboz, 5. tétel; 13. doboz
    start, above = number.start(1), number.group(1).rpartition("/")[0]
    if above and state.draft.levels and state.draft.levels[-1].value.endswith(f"-{above}"):
        start += len(above) + 1  # M-KS-288-f-5/12 ő. e., 288-f-5/13 ő. e.
    before = [Value(one[0], *one.span()) for one in _ONE.finditer(state.text, *listed.span())] if listed else []
    value, *more = [*before, Value(state.text[start : number.end(1)], start, number.end(1))]
    state.put(name, value)
    for value in more:
        state.again(name, value)
    state.draft.note("label", name, state.text, item.start, item.end)
    return item.end


_LISTED = worded(r"(?:\d+\.?, )*\d+(?:\., |\.? {ands} )")
"""The first numbers of a list whose word stands behind the last."""
_ONE = pattern(r"\d+")
_ORDINAL = pattern(
    r"(\d)(?:\.|st|nd|rd|th|e|er|re|ème|[ºª°]|-[йя]) (?P<word>[^\W\d_]{2,9})(?=\.?(?:[,;)]|$| [(–—]))\.?"
)
_BOUND = frozenset({"volume", "part", "series"})


def ordinal(state: Marking, here: int) -> int | None:
    """Read the volume of a file that is told in its order: ``Nr. 44, 2. Band``, ``box 5, 2nd volume``."""
    told = _ORDINAL.match(state.text, here, state.stop)
    word = told["word"].lower() if told else ""
    of = next((rule for rule in state.rules.levels if rule.name in _BOUND and word in rule.words), None)
    if told is None or of is None or state.draft.has(of.name):
        return None
    state.draft.note("label", of.name, state.text, told.end(1), told.end("word"))
    state.put(of.name, Value(told[1], *told.span(1)))
    return told.end()


def _level(state: Marking, item: Found, meanings: Sequence[Label], at: int) -> int | None:
    """Read the level that *item* announces, one of *meanings*, and its values, which stand *at*; return their end."""
    if state.bare == "inv-no" and any(m.level == "inv-no" for m in meanings):
        state.into_title()  # TBO 12, nr. 345
    if len(meanings) == 1:
        name = meanings[0].level
    else:
        name = which_level.listed(state, item, at) or which_level.said_of_next(state, item)
        name = name or which_level.fitting(state, meanings, at, item)
    if name == "file" and not state.draft.levels and "call-number" in required_levels(state.rules.id):
        name = "call-number"  # Biblioteka Czartoryskich, sygn. 5478
    elif name == "collection" == state.draft.last_name and names_collection(state.draft.levels[-1].value):
        name = "call-number"  # Doe Papers, Collection no. 123
    named = not state.text[at : at + 1].isdigit()  # Velkostatek Bítov, NAD č. 1234: the number of the title before
    if name == "fonds" == state.titled == state.draft.last_name and named and state.rules.level("section"):
        state.draft.rename_last("section")  # Arquivo Z, Manuscritos, Fundo Y: a part of the archive
    titled = state.draft.has(name) and ";" not in state.text[state.draft.end : item.start]
    values = shaped.announced(state.stretch, name, item, at, titled=titled)
    if not values or values[-1].end > state.stop:
        return None
    if state.titled and which_level.is_code(state, values[0].start):
        state.drop_titles()  # état civil de Lormont, naissances 1872, cote 4 E 123
    if restated(state, name, values, item.start):
        return values[-1].end
    further = name == "series" and _below_series(state)
    if further:
        name = "subseries"  # PNF, Servizi vari, serie I: a part of the series that its title names
    else:
        _drop_worse(state, name, values[0], titled=titled)
    _settle_bare(state, name)
    if not further and not which_level.says_more(state, name, item):
        begin_or_go_back(state, name, item.start)
    if name in state.rules.own_titles:
        state.drop_titles()  # the title of a film is no fonds
    if len(values) > 1 and SIDED.fullmatch(values[1].text):
        values = values[:1]  # Nr. 151, 19v: a leaf
    if len(values) > 1 and name == "volume" and _are_within(state, item, values):
        values = values[:1]  # registro 4, 1388–1390: when it is of; Bd. 4501, 14-17: leaves
    if len(values) > 1 and state.rules.lists_by_plural and not _lists(state, item, values):
        values = values[:1]  # caja 1234, 12: the folder
    return _put(state, item, name, values)


def _drop_worse(state: Marking, name: str, value: Value, *, titled: bool) -> None:
    """Take back the title before a word for level *name*, whose *value* says it better; *titled*: one is there."""
    if state.draft.last_name == name and (state.titled == name or name == "collection"):
        state.drop_last()  # Ministry of Justice, access number 2.09
    elif name == "collection" and state.titled == state.draft.last_name == "fonds" and value.text.isdigit():
        if state.text.startswith(" (", state.draft.end):
            state.drop_last()  # Letters from the camps (coll. 301)
    elif name == "fonds" and [level.name for level in state.draft.levels] == ["collection"] and value.text[0].isdigit():
        if not state.rules.level("collection"):
            state.drop_last()  # Collectie 081 J. van den Bosch, nummer toegang 2.21.028
    elif name == "fonds" and titled and _only_titles(state) and value.text[0].isdigit():
        state.draft.levels.clear()  # fond KSČ-ÚV, předsednictvo, f. 02/1
        state.draft.tokens.clear()


def _settle_bare(state: Marking, name: str) -> None:
    """Say what the number was that had no word, now that the word for level *name* comes: a unit, part of a title."""
    rules = state.rules
    if not state.draft.levels:
        state.bare = ""  # the number was taken back with the title before it
    in_unit = rule(rules.id, rules.files_in) is not None and not state.draft.has(rules.files_in)
    if name == state.bare == "file" and in_unit and state.draft.levels[-1].value[0].isdigit():
        state.into_unit()  # F7 12961, dossier 3: the number without a word was the carton
    above = name in {"bundle", "box", rules.files_in}  # Notaría 1, vol. 12
    if state.bare == "file" and above and state.ranks[name] < state.rank:
        state.into_title(plain=True)
    if state.bare == name and YEARS_ONLY.fullmatch(state.draft.levels[-1].value) and rules.level("subseries"):
        state.draft.rename_last("subseries")  # Avisos, 1745, caja 3
    elif state.bare == name and name in which_level.UNITS:
        state.into_title(plain=True)  # Protocolos, oficio 19, leg. 12
    state.bare = ""


_YEARED = pattern(r" (?:1[5-9]|20)\d\d(?:[-–/]\d{2,4})?$")
"""The years with which a title ends."""


def _put(state: Marking, item: Found, name: str, values: Sequence[Value]) -> int:
    """Put *values* for level *name*, each further one into a mark of its own; return where they end."""
    state.plural = _is_plural(state, item)
    state.draft.note("label", name, state.text, item.start, item.end)
    state.put(name, values[0])
    if name == "fonds" and not has_figure(_YEARED.sub("", values[0].text)):
        state.titled = name  # f. KSČ-ÚV, 02/1: the number says it better
    if len(values) == 1:
        _may_go_on(state, rule(state.rules.id, name))
    for value in values[1:]:
        if listing.begins_again(state, value, name):
            return state.draft.end
        state.again(name, value)
    in_parts = name == "part" or (name == "volume" and values[-1].text.isalpha())  # Vols. I and II
    if in_parts and state.plural and further_numbers.parts(state, name):
        return state.draft.end
    if name == "record-group" and (title := GROUP_TITLE.match(state.text, values[-1].end, state.stop)):
        return title.end()
    if name == "section" and (title := _SECTION_TITLE.match(state.text, values[-1].end, state.stop)):
        return title.end()
    return values[-1].end


_SECTION_TITLE = pattern(r" [A-ZÀ-Þ][^,;:()\d]{3,60}(?=, [A-Z]{2,5} ?\d)")
"""What a section is called, behind its number and before a code: ``Section 3 Libri Magni, AOM 25``."""


def _only_titles(state: Marking) -> bool:
    """Tell whether the mark has titles alone so far."""
    titles = all(
        level.name in _BROAD and (not level.value[0].isdigit() or YEARS_ONLY.fullmatch(level.value))
        for level in state.draft.levels
    )
    return titles and not state.draft.folios


def _below_series(state: Marking) -> bool:
    """Tell whether the title just read is a series of a fonds, which a series by its number may follow."""
    last = state.draft.last_name
    series = last in {"series", "subseries"} and last == state.titled
    return series and state.draft.has("fonds") and rule(state.rules.id, "subseries") is not None


def _lists(state: Marking, item: Found, values: Sequence[Value]) -> bool:
    """Tell whether *values* are several of one level: *item* is a plural, or "and" stands before the last."""
    return _is_plural(state, item) or "," not in state.text[values[-2].end : values[-1].start]


def _is_plural(state: Marking, item: Found) -> bool:
    """Tell whether the word *item* announces several of its level."""
    word = state.text[item.start : item.end].rstrip(".")
    return word[-1:] in shaped.PLURAL_ENDS or word.lower() in plurals(state.rules.id)


def _are_within(state: Marking, item: Found, values: Sequence[Value]) -> bool:
    """Tell whether the second of *values* is no volume: when the first is of, or leaves in it, as no list goes down."""
    first, second = values[0].text, values[1]
    years = OLD_YEARS.fullmatch(second.text) is not None and len(first) < len("1388")
    down = len(values) == 2 and first.isdigit() and shaped.is_run_below(state.text, second.start, second.end, first)
    return (years or down) and not _lists(state, item, values)


def _may_go_on(state: Marking, own: LevelRule | None) -> None:
    """Keep the rule of a number after which others may follow without the word: ``inv.nrs. 12, 13 en 15``."""
    if own is not None and own.kind not in TITLES and not (state.bares and any(own is bare for bare in state.bares)):
        state.bares.append(own)
