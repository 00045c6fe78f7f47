"""What a mark has of the one before it: its archive, its upper levels, or all but the end."""

from __future__ import annotations

from itertools import pairwise, takewhile

from provcheck import tables
from provcheck.archives.lexicon import vocabulary
from provcheck.archives.lexicon.kinds import kind
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading import levels, replaced
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Level


def hands_over(last: Draft, holder: Holder) -> bool:
    """Tell whether *holder* at the end keeps what was read as its maker's: ``Department of State, …, RG 59, NARA``."""
    if last.holder is None or not last.has("record-group"):
        return False
    keepers = {name.archive for name in holder.names}
    return bool(keepers) and all(tables.archives()[maker.archive].keeper in keepers for maker in last.holder.names)


def lacks_fond(draft: Draft, last: Draft) -> bool:
    """Tell whether *draft* names the archive of *last* again and leaves out its fond: ``RGASPI, Op. 1, D. 32``.

    Or its group, where ``ibid.`` is behind both: ``M44, Roll 50, RG 59, NARA; M77, Roll 68, ibid.``
    """
    names = draft.holder.names if draft.holder else ()
    if draft.holder and draft.holder.again:
        return last.has_any(_GROUPS) and not draft.has_any(_GROUPS)
    if not names or last.holder is None or names != last.holder.names or draft.convention not in levels.soviet():
        return False
    return not draft.has("fond") and draft.has("opis") and last.has("fond")


def takes_fond(read: list[Draft], loose: list[Draft], text: str) -> bool:
    """Let marks behind their archive have the fond or file that stands right before it.

    ``фонд 374 РГАЭ (оп. 27, д. 1988)``, ``дело № 1071 (ЦА ФСБ), т. 1``, ``справа 1018 ДАЖО ф.1 оп.78``,
    ``дело: П-1234, место хранения – ГАРФ, ф. 10035, оп. 1``, ``дело 12, лист 3, место хранения – ГАРФ, ф. 10035``;
    of a list of files each: ``дела 12 и 14, место хранения – ГАРФ, ф. 10035, оп. 1``;
    or the mark have the leaves behind its archive: ``ф. 1, оп. 2, дело 3, л. 4, место хранения – ГАРФ; анкета – л. 2``
    """
    holder, above, listed = read[0].holder if read else None, loose[-1].levels, loose[:-1]
    if holder is None or read[0].convention not in levels.soviet():
        return False
    gap = text[loose[-1].end : holder.start].removeprefix(")")
    if not read[0].levels and loose[-1].has_any(levels.LOW) and _leads_to(gap):
        read[0].levels, read[0].folios = above, loose[-1].folios + read[0].folios
        read[0].tokens[:0] = loose[-1].tokens
        for draft in listed:
            draft.holder = holder
        read[:0] = listed
        return True
    if listed and not (len(read) == 1 and all(_is_file(draft) for draft in loose)):
        return False
    if not above or not all(level.name in _OF_FILE for level in above[1:]):
        return False
    if loose[0].convention and loose[0].convention not in levels.soviet():
        return False  # protocol № 14 НАРБ
    ranks = tables.ranks(read[0].convention)
    below = all(above and ranks.get(level.name, 0) > ranks.get(above[0].name, 99) for level in read[0].levels)
    file = any(level.name in levels.LOW for level in above)
    last = len(read) == 1 and read[0].last_name in levels.TOP | levels.MIDDLE and file
    leads = gap in _LEADING or (file and _leads_to(gap))
    leaved = bool(loose[-1].folios) and (not last or bool(read[0].folios))
    if not (below or last) or leaved or not leads or (listed and not last):
        return False
    for draft in listed:
        draft.holder, draft.levels = holder, [*read[0].levels, *draft.levels]
    read[0].tokens += loose[-1].tokens
    read[0].folios += loose[-1].folios
    if last:
        read[0].levels += above
    for draft in read:
        if draft.holder is holder and not draft.has(above[0].name):
            draft.levels[:0] = above
    read[:0] = listed
    return True


def _is_file(draft: Draft) -> bool:
    """Tell whether *draft* is the number of a file and nothing else."""
    return [level.name for level in draft.levels] == ["delo"] and not draft.folios


_GROUPS = frozenset({"record-group", "collection", "fonds"})
_IN_GROUP = frozenset({"box", "folder", "file", "accession", "entry", "lot", "microfilm", "reel", "frame"})


def takes_group(read: list[Draft], loose: list[Draft], text: str) -> bool:
    """Let a box be in the group named on the other side of its archive.

    ``Box 3, NARA, Record Group 85``; ``Record Group 85, National Archives at Boston, Box 3 and Box 4``
    """
    last, first = loose[-1], read[0] if read else None
    if first is None or first.holder is None or len(loose) > 1:
        return False
    if last.levels and last.levels[0].name == "record-group" and last.names() <= _OVER_BOXES:
        return _takes_boxes(read, last, text)
    if not is_group(first):
        return False
    if first.levels[0].name == "record-group" and last.levels and last.levels[0].name == "collection":
        last.rename({"collection": "series"})  # Subject Files, box 4, NARA, RG 59
    names = {level.name for level in last.levels}
    if not names <= _IN_GROUP | {"series"} or not last.labels() or last.folios:
        return False
    if text[last.end : first.holder.start] != ", ":
        return False
    first.tokens += last.tokens
    first.levels += last.levels
    return True


def is_group(draft: Draft) -> bool:
    """Tell whether *draft* is a group of records, a collection, a fonds, and nothing in it."""
    return len(draft.levels) == 1 and draft.levels[0].name in _GROUPS and not draft.folios


def _takes_boxes(read: list[Draft], group: Draft, text: str) -> bool:
    """Let the boxes behind the archive be in *group*, right before it."""
    holder = read[0].holder
    boxes = [*takewhile(lambda draft: draft.holder is holder and draft.names() <= _BOXES - group.names(), read)]
    if holder is None or not boxes or text[group.end : holder.start] not in _TO_HOLDER:
        return False
    read[0].tokens += group.tokens
    for draft in boxes:
        draft.levels[:0] = group.levels
    return True


_OVER_BOXES = frozenset({"record-group", "entry", "series", "lot"})
_BOXES = _IN_GROUP | {"volume"}
_TO_HOLDER = frozenset({", ", ", the ", ", The "})
_LEADING = frozenset({" ", " of ", " ("})
_OF_FILE = levels.LOW | {"tom", "chast"}
"""What stands below a file that is told before its archive."""
_LONGEST, _CLOSES = 40, frozenset(";.)")


def _leads_to(gap: str) -> bool:
    """Tell whether *gap*, between a file and its archive, says no more than that this keeps it."""
    if len(gap) > _LONGEST or not _CLOSES.isdisjoint(gap):
        return False
    return vocabulary.wording().archive_follows.issuperset(vocabulary.words_of(gap.lower()))


def goes_on(draft: Draft, last: Draft, text: str) -> bool:
    """Tell whether *draft* is the rest of *last*, a collection alone: ``…, Lloyd George Papers, NLW MS 1``.

    Or the call number of what *last* has the code of, in a database of the archive: ``JACAR, A0303…, 国立公文書館 …``;
    or its code.
    """
    here, there = draft.holder, last.holder
    if len(last.levels) != 1 or last.folios or here is None or there is None or not here.names:
        return False
    if {last.levels[0].name} ^ draft.names() == {"item", "call-number"}:
        if here.written == there.written:
            return False
    elif last.levels != draft.levels[:1] or len(draft.levels) == 1 or last.levels[0].name != "collection":
        return False
    if {name.archive for name in here.names}.isdisjoint(name.archive for name in there.names):
        return False
    return text[last.end : here.start].strip(" ,:()[") in {"", there.written, f"{there.written};"}


def take_over(drafts: list[Draft], last: Draft) -> None:
    """Let marks after ``там же``, or the archive's name again, have the archive and upper levels of the one before."""
    if not last.convention:
        return
    ranks = tables.ranks(last.convention)
    falling = ranks.get(last.levels[0].name, 0) > ranks.get(last.last_name, 0) if last.levels else False
    for draft in drafts:
        if draft.holder is not drafts[0].holder:
            return  # ebd., A 12345; Архив города Энска. Ф. 58
        if _is_known_alone(draft, last.convention):
            if draft.holder and last.holder:
                draft.holder.names, draft.holder.id = last.holder.names, last.holder.id
            continue  # Botschaft Rom, Bd. 12; ebd., R 104350
        if not falling and is_next_number(draft, last):
            draft.levels = [Level(last.last_name, draft.levels[0].value)]
        instead = replaced.by(draft, last)
        if instead.names:
            draft.rename(instead.names)
        top = min((ranks.get(level.name, 99) for level in draft.levels), default=99)
        shared = (at for at, level in enumerate(last.levels) if not falling and draft.has(level.name))
        again = next(shared, None) if instead.at is None else instead.at
        above = last.levels[:again]  # what stands behind was of the other mark: Kt. 5, Nr. 3; ebd., Kt. 6
        if draft.has("section") and above and above[0].name == "fonds" and " – " in above[0].value:
            title = above[0].value.rpartition(" – ")[0]  # CC – Cadre; ibidem, Secția Agrară
            above = [Level("fonds", title), *above[1:]]
        whole = again is not None and ranks.get(last.levels[again].name, 99) == top  # dosar 5, vol. 2; ibidem, vol. 3
        if instead.titles:
            above = [level for level in above if level.name in replaced.TITLED]  # Box 404, Subject Files
        if draft.has("bundle") or draft.has("box"):
            above = [level for level in above if level.name != "volume"]  # reg. 12; ivi, filza 56
        draft.levels[:0] = [level for level in above if whole or ranks.get(level.name, 99) < top]
        if draft.holder and last.holder:
            draft.holder.names, draft.holder.id = last.holder.names, last.holder.id


def _is_known_alone(draft: Draft, convention: str) -> bool:
    """Tell whether *draft* begins with what is known by its letters wherever it stands, and takes nothing over."""
    first = draft.levels[0] if draft.levels else None
    rules = tables.conventions()[convention].levels[1:] if first else ()
    return first is not None and any(
        rule.name == first.name and kind(rule.kind).begins_list and kind(rule.kind).shape.fullmatch(first.value)
        for rule in rules
    )


_SIGN = pattern(r"[A-Z]{2,6}(?= ?\d)")
"""The letters of papers before their numbers."""
_LISTED = worded(r",? {ands} |[,;] ")


def name_again(drafts: list[Draft]) -> None:
    """Give marks whose code tells their archive its name, which the one before has: ``TNA, FO 371/1; CAB 128/2``."""
    last: Holder | None = None
    for draft in drafts:
        holder = draft.holder
        if holder is None:
            last = None
        elif holder.written:
            last = holder
        elif last and last.id and last.id == holder.id:
            draft.holder, draft.own_holder = last, False


def share_papers(drafts: list[Draft], text: str) -> None:
    """Let a further code of the same papers have their name: ``Thatcher Papers, THCR 1/3/9 and THCR 1/10/18``."""
    for last, draft in pairwise(drafts):
        named = [level.name for level in last.levels] == ["collection", "call-number"]
        if not named or [level.name for level in draft.levels] != ["call-number"]:
            continue
        sign, again = _SIGN.match(last.levels[1].value), _SIGN.match(draft.levels[0].value)
        if sign and again and sign[0] == again[0] and _LISTED.fullmatch(text, last.end, draft.start):
            draft.levels[:0] = last.levels[:1]


def is_next_number(draft: Draft, last: Draft) -> bool:
    """Tell whether a number alone is one more of the last of *last*, whose first is none: ``VOC 12; ibid., 13``."""
    if [level.name for level in draft.levels] != [level.name for level in last.levels[:1]] or not last.levels[1:]:
        return False
    first, here, end = last.levels[0].value, draft.levels[0].value, last.levels[-1].value
    return here.isdigit() and end.isdigit() and not first.isdigit()


_TITLED = frozenset({"fonds", "subfonds", "section", "series", "collection"})
_TO_FONDS = pattern(r",?(?: in(?: the)?)? ")


def take_series(draft: Draft, read: list[Draft], text: str) -> None:
    """Let *draft*, before its archive, have the series that stands right behind that: ``P890058-1591, DoS P-Reels``."""
    holder, behind = draft.holder, read[0] if read else None
    if holder is None or behind is None or len(read) > 1 or behind.has_figures():
        return
    titled = behind.levels and behind.levels[0].name == "fonds" in behind.labels() and behind.names() <= _TITLED
    if titled and draft.labels() and draft.names() <= _IN_GROUP and _TO_FONDS.fullmatch(text, holder.end, behind.start):
        draft.levels[:0] = behind.levels  # file 17, kept at the National Archives in the Fond of the Office, Section
        draft.tokens += behind.tokens
    if len(behind.levels) != 1 or titled:
        return
    if behind.levels[0].name == "collection" and text[holder.end : behind.start] == ", ":
        if draft.labels() and {level.name for level in draft.levels} <= _IN_GROUP:  # box 3, LC, Smith Papers
            draft.levels[:0] = behind.levels
            draft.tokens += behind.tokens
        return
    rules = tables.conventions().get(draft.convention or "")
    if rules is None or not rules.last_title or text[holder.end : behind.start] != " " or text[behind.end :][:1] == "-":
        return
    ranks = tables.ranks(rules.id)
    if ranks[behind.levels[0].name] < ranks[draft.levels[0].name]:
        draft.levels[:0] = behind.levels
        draft.tokens += behind.tokens
