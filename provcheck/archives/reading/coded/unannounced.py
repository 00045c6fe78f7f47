"""Values that no word announces, in the family of fixed orders: the 84123 of ``FO 371/84123``."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from provcheck.archives.lexicon.cuts import BARE_END, SIDED, names_collection
from provcheck.archives.lexicon.folios import folios_at
from provcheck.archives.lexicon.kinds import TITLES, kind
from provcheck.archives.lexicon.spelled import is_its_school
from provcheck.archives.lexicon.times import YEARS_ONLY
from provcheck.archives.lexicon.values import Value, has_figure
from provcheck.archives.lexicon.vocabulary import is_place, is_town_of, wording
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.coded import folders, glosses, shaped
from provcheck.archives.reading.coded.marking import Marking
from provcheck.archives.reading.coded.steps import Step, after
from provcheck.archives.reading.coded.titles import IN_QUOTES
from provcheck.model.archive import LevelRule
from provcheck.model.lazy import pattern

_SIDED_FOLIOS = LevelRule("folio", "number", after=",. ")
_TITLE_BEHIND = pattern(r" [^\W\d_a-zß-ÿ][a-zß-ÿ]{3}")
"""What stands on a leaf, right behind its number: ``Cgm 1, 18r Rezepte``."""
_QUOTES = frozenset('“„«"')
"""``Box 12, “Letter to …”``: the title of a document, and none of a level."""
_ABOVE = frozenset({"", "section", "fonds", "collection", "record-group", "series"})
"""Levels behind which a title in quotation marks may be one of a level too: that of what is within."""
_SERIES, _FURTHER = LevelRule("series", "words"), LevelRule("subseries", "words")
"""A part of a subseries: a fourth title before the box."""
_NAME = itemgetter(0)
_FREE = TITLES | {"symbol"}
"""Kinds whose values have no form by which a list of them could be known."""


def next_level(state: Marking, here: int, separator: str, sign: str, *, prose: bool) -> int | None:
    """Read the next level whose kind and *sign* before it fit; with *prose* no title, figures before titles."""
    text, stop, limit = state.text, state.stop, state.stretch.next_label(here)
    there = [*map(_NAME, state.draft.levels)]
    sided = SIDED.match(text, here) if there and separator == "," and text[here].isdigit() else None
    if sided and has_figure(state.draft.levels[-1].value) and BARE_END.match(text, sided.end()):
        return None  # W 105, 3r: a leaf, and no file
    reached = -1.0 if state.back else state.rank
    for step in after(state.rules.id, sign, text[here], reached):
        rule, match = step.rule, None
        if step.shape:
            match = step.shape.match(text, here, stop if step.kind.past_words else limit)
            if match is None and rule.name != "folder":
                continue  # most
        instead = bool(there) and _is_better(state, step, there[-1])
        if instead and step.kind.comma_after_title and _numbers_title(state, separator, here):
            continue  # VOC, 1.04.02
        above = rule.name in there or (step.rank <= reached and not step.kind.anywhere)
        if above and not instead and not (step.again and _comes_again(state, rule, separator, there)):
            continue
        if step.asks and ((prose and step.titled) or not _may_come(state, step, here, there)):
            continue
        if rule.name == "folder" and folders.box_ahead(state, here):
            rule = _FURTHER if state.draft.last_name != "call-number" or state.draft.has("series") else _SERIES
            value = state.value(rule, here)
        elif match:
            value = shaped.of_shape(text, rule, match)
        else:
            value = None if step.shape else state.value(rule, here)
        if value is None or value.end > stop or (instead and _says_less(rule, value)):
            continue
        _take(state, rule, value, instead=instead)
        return value.end
    return None


_TOWN = pattern(r"(?P<town>[^,;:.()]{1,30})(?P<state>(?:, [^\W\d_][^,;:()\d]{1,20}){0,2})")
_LEAVES_NEXT = pattern(r", (?:pp?|ff?|fols?|S|Bl)\. ?\d")
_ENDED, _NEXT = " .)", frozenset({"", ";"})


def _may_come(state: Marking, step: Step, here: int, there: Sequence[str]) -> bool:
    """Tell whether a level that `Step.asks` may come at *here*, after those that are *there*."""
    rule, last = step.rule, there[-1] if there else ""
    if rule.name == "call-number" and "piece" in there:
        return False
    if step.titled:
        if state.back and state.text[here].islower():
            return False  # inv. č. 45, kniha 3, urbář z roku 1650: what the book is
        colon = state.text.endswith(": ", 0, here)
        if colon and glosses.is_number_of_series(state.draft) and not state.text[here].isdigit():
            return False  # Series 5: Financial Papers: the number says it better
        title = colon and (last == "subseries" or state.text[here].isdigit())  # S/S Records: Memcons, Lot 87D327
        if step.after_box and (title or not folders.after_box(state) or folders.code_behind(state, here)):
            return False
        if last in _BOXED and _BOXED.issubset(there) and state.rules.last_title and _is_not_of_file(state, rule, here):
            return False  # RG 319, Box 7, File 092, Cold War Planning: what the file is, as a folder is called
        if last == "reel" and "microfilm" in there:
            return False  # M695, roll 22, Vienna, Sept. 10, 1924: what is filmed there has no folders
        if there and _is_town(state, here, any_town="document" in there):
            return False  # cx. 3, doc. 4, Rio de Janeiro; Archives nationales, Fonds Napoléon, Paris
        if state.text[here] not in _QUOTES or rule.kind == "heading":
            return True
        return last in _ABOVE and IN_QUOTES.match(state.text, here, state.stop) is not None
    return last not in step.kind.not_after and (step.kind.after is None or last in step.kind.after)


_BOXED = frozenset({"file", "box"})


def _is_not_of_file(state: Marking, rule: LevelRule, here: int) -> bool:
    """Tell whether a title at *here* is no series, since it tells of the file before it, or no folder, being papers."""
    papers = _PAPERS.match(state.text, here) is not None
    return papers if rule.name == "folder" else rule.name in {"series", "subseries"} and not papers


_PAPERS = worded(r"(?:Records|Papers) of |[^,;:.()]{2,80}(?<!\w)(?:{papers}|{files}|[Ff]onds|Files)(?=[,;:.()]|$)")
"""What a file lies in."""


def _is_town(state: Marking, here: int, *, any_town: bool) -> bool:
    """Tell whether what stands at *here* is a place, or the town of the archive where nothing follows."""
    place, holder = _TOWN.match(state.text, here, state.stop), state.holder
    if place is None:
        return False
    if any_town and is_place(place["town"]):
        return True
    if holder and _LEAVES_NEXT.match(state.text, place.end("town"), state.stop):
        return is_town_of(place["town"], tuple(name.archive for name in holder.names))  # Hoover, …, Stanford, pp. 4-5
    after = state.text[place.end() : state.stop].strip(_ENDED)
    if holder and not after and is_its_school(place["town"], [name.archive for name in holder.names]):
        return True  # Hoover, …, box 3, Stanford University
    if holder is None or after[:1] not in _NEXT or (after and not place["state"]):
        return False  # most
    archives = tuple(name.archive for name in holder.names)
    if not is_town_of(place["town"], archives):
        return False
    return not place["state"] or is_place(place["state"].strip(", "), archives)


def town(state: Marking, here: int) -> int | None:
    """Pass over the archive's town and state, behind which another mark begins: ``, College Park, MD; RG 84``."""
    place = _TOWN.match(state.text, here, state.stop) if _is_town(state, here, any_town=False) else None
    return place.end() if place and place["state"] and state.text.startswith(";", place.end()) else None


def _comes_again(state: Marking, rule: LevelRule, separator: str, there: Sequence[str]) -> bool:
    """Tell whether a level may come though it is there already, or a lower one is."""
    if there and there[-1] in kind(rule.kind).again_after:
        return True  # N. 2, R. 4
    if (
        rule.kind == "years"
        and state.titled
        and there[-1] not in _LAST
        and (rule.name not in there or state.titled == rule.name == "subseries")
    ):
        return True  # PA, SSSR, 1948
    if separator == "/" == rule.after and there[-1] == rule.name and _once(state, rule):
        return True
    return separator == "," and _further_title(state, rule)


_LAST = frozenset({"item", "document", "piece"})
"""What a year behind it only tells the age of: ``dis. 27, 1561``."""


def _once(state: Marking, rule: LevelRule) -> bool:
    """Tell whether a second file comes after a stroke, as the convention has it: dosya/gömlek."""
    if any(other.name == "document" and "/" in other.after for other in state.rules.levels):
        return False  # leg. 8019/39/15: then the document
    return rule.name in {"file", "subseries"} and sum(level.name == rule.name for level in state.draft.levels) == 1


def _further_title(state: Marking, rule: LevelRule) -> bool:
    """Tell whether a title comes after the last level of titles, or a year: ``Paesi, Sardegna``, ``1956, Kína``."""
    name, value = state.draft.levels[-1]
    titled = state.rules.languages[0] in wording().all_titles or YEARS_ONLY.fullmatch(value)
    return rule.name == name == "subseries" and bool(titled)


def _is_better(state: Marking, step: Step, last: str) -> bool:
    """Tell whether a number is better than the title just read, which it replaces."""
    rule, own = step.rule, state.titled
    titled = own == last or (own == "fonds" and last == "collection")  # Collectie Smit, 2.21.183
    if not (titled and step.kind.over_title and (own == rule.name or step.kind.over_any_title)):
        return False
    # the letters of a fonds are its own: SHD, MV, CC7 ALPHA 321
    return last != "fonds" or rule.name == last or not state.draft.levels[-1].value.isupper()


def _says_less(rule: LevelRule, value: Value) -> bool:
    """Tell whether *value* is no better than the title before it after all: a year, the number of an item."""
    # Conseil d'État, 123: the number of the item, not of the archive
    return YEARS_ONLY.fullmatch(value.text) is not None or (kind(rule.kind).followed and "." not in value.text)


_ESTATES = ("Nachlass ", "Nachlaß ", "NL ", "Nl ")
_STROKED = pattern(r"\d+[a-z]?/\d")


def _numbers_title(state: Marking, separator: str, here: int) -> bool:
    """Tell whether a bare number is the file's of the title before it: ``Heinrich-Mann-Archiv, 12/3``."""
    title = state.draft.levels[-1].value
    if separator == " " or title.endswith(("Archiv", "archiv", "Sammlung", "sammlung")):
        return True
    return title.startswith(_ESTATES) and _STROKED.match(state.text, here) is not None  # Nachlass Smith, 120/3


def _take(state: Marking, rule: LevelRule, value: Value, *, instead: bool) -> None:
    """Add *value*, which has no word, to the mark, or put it *instead* of the title before it."""
    of, first = kind(rule.kind), not state.draft.levels
    if instead and of.title_is_series:
        state.draft.rename_last("series")  # Szyfrogramy, 6/77: a series
    elif instead and of.over_any_title and has_figure(state.text[state.draft.start : value.start]):
        state.drop_titles()  # état civil, Lormont, naissances 1872, 4 E 123: what the document is
    elif instead:
        state.drop_last()
    folder = rule.name == "folder" and not state.draft.has("series")
    if of.closes_titles:
        folders.last_title(state)
    state.put("series" if folder and state.stretch.volume_after(value.end) else rule.name, value)
    state.titled = rule.name if of.title or rule.kind in TITLES or names_collection(value.text) else ""
    state.bare = rule.name
    if rule.kind not in _FREE:
        state.bares.append(rule)
    if of.after_box:
        state.rank = state.ranks["box"]  # Box 365, Subject Files, …: what comes is the folder
    elif of.anywhere and first and rule.name == "item":
        state.rank = -1.0  # R17276541, ABHS 950 W4627 1278, 40/1/1: the number of the item, and where it is


_SIGNED = worded(r"\b{signed}\.?:? $")
"""What announces a mark, so that a small letter after it begins a title: ``under the reference sección colonia``."""


def may_be_prose(state: Marking, here: int, separator: str) -> bool:
    """Tell whether a small letter after the archive begins no title: ``YIVO moved its …``."""
    alone = separator == " " and not state.text.endswith(("– ", "— "), 0, here)
    alone = alone and not _SIGNED.search(state.text, max(0, here - 32), here)
    return alone or bool(state.rules.last_title)


_NUMBER_PAIR = worded(r"\d{2,5}/\d{1,6}(?=[,;.)]|$| {ands} \d)")


def is_pair_again(state: Marking, here: int) -> bool:
    """Tell whether the mark is a pair of numbers, and another such pair stands at *here*: ``302/12, 301/34``."""
    start, end = state.draft.tokens[0].start, state.draft.end
    again = _NUMBER_PAIR.match(state.text, here) if state.text.startswith(", ", end) else None
    return again is not None and _NUMBER_PAIR.fullmatch(state.text, start, end) is not None


def bare_folios(state: Marking, here: int, separator: str) -> int | None:
    """Read pages without a word: leaves with their sides, or as the convention has them."""
    rule = state.rules.folios
    if state.draft.folios or not state.draft.levels or (separator == "," and is_pair_again(state, here)):
        return None
    sided = separator in ",. " and SIDED.match(state.text, here)
    if sided or (separator == "," and _has_run_of_leaves(state, here)):
        rule = _SIDED_FOLIOS
    if rule is None or separator not in rule.after:
        return None
    if YEARS_ONLY.match(state.text, here):
        return None  # BCA, 030.10/57.376.4, 1932
    reading = folios_at(state.text, here)
    if reading and separator == ":" == state.text[reading.end : reading.end + 1]:
        reading = folios_at(state.text[: state.text.rfind(";", here, reading.end)], here)  # 30:214; 31:2
    if reading is None or reading.end > state.stop:
        return None
    titled = rule is _SIDED_FOLIOS and _TITLE_BEHIND.match(state.text, reading.end)
    if not titled and not BARE_END.match(state.text, reading.end):
        return None
    state.draft.leaves(state.text, here, reading)
    return reading.end


def leaves_of_volume(state: Marking, here: int) -> int | None:
    """Read a run of leaves without a word, behind a volume: ``Bd. 4501, 14-17``."""
    run = state.draft.last_name == "volume" and not state.draft.folios and _has_run_of_leaves(state, here)
    reading = folios_at(state.text, here) if run else None
    if reading is None or reading.end > state.stop:
        return None
    state.draft.leaves(state.text, here, reading)
    return reading.end


_FILES = frozenset({"file", "piece"})
_LETTERED = pattern(r"([A-Z] )?(?P<number>\d+)(?(1)(?:/\d\d)?)")
"""A file by its number, before which a letter may stand, and behind it the year: ``2437``, ``C 112/75``."""


_CODED = pattern(r"\d[./-]\w")
_PAGES = pattern(r"(\d{2,3})[–-](\d{1,3})(?=[;.)]|$)")
"""Pages without their word, which end the mark; so that no list of volumes is."""


def _has_run_of_leaves(state: Marking, here: int) -> bool:
    """Tell whether a run behind a file is of leaves, being of lower numbers as no list is: ``DY 30/2437, 22-25``."""
    token, name = state.draft.tokens[-1], state.draft.last_name
    told = name == "volume" and token.level == name and not state.plural  # Bd. 4501, 14-17
    number = _LETTERED.fullmatch(token.text) if told or (name in _FILES and token.level == name) else None
    coded = name == "file" and token.level == name and number is None and _CODED.search(token.text)
    if coded or told or (name == "part" and token.level == name):
        run = _PAGES.match(state.text, here, state.stop)  # File G-31/1937, 33–35; vol. 12, pt. 7, 155–63
        if run and (len(run[2]) < len(run[1]) or int(run[1]) < int(run[2])):
            return True
    if number is None or (token.text.isdigit() and not told and state.text[token.start - 1] != "/"):
        return False
    return shaped.is_run_below(state.text, here, state.stop, number["number"])
