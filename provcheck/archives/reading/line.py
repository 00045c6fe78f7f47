"""A source line, read: archives and labels found, given to the engines, and everything accounted for."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cache

from provcheck import tables
from provcheck.archives.lexicon.cuts import COLLECTION
from provcheck.archives.lexicon.kinds import TITLES
from provcheck.archives.lexicon.scan import Found, Word, scan, unmarked, words_in
from provcheck.archives.lexicon.values import value_at
from provcheck.archives.lexicon.vocabulary import Name
from provcheck.archives.reading import around, before, coded, labelled, levels, numeric, shapes
from provcheck.archives.reading import credits as crediting
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.archives.reading.holders import holders_in, resolve, unnamed
from provcheck.archives.reading.institutions import institutions_in, told_of_in
from provcheck.archives.reading.layout import relation, segments
from provcheck.archives.reading.stretch import meanings_of
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Level, SourceLine, Token

LONGEST = 20_000
"""Lines longer than this are no source lines; what lies beyond is left unread."""


def read_line(text: str) -> SourceLine:
    """Read a source line into shelfmarks, credits and the rest. Segments rejoin to *text*."""
    part = unmarked(text[:LONGEST])
    words = words_in(part)
    found = scan(part, words)
    credited = crediting.read(part, words)
    drafts = _drafts(part, words, found, [credit.start for credit in credited])
    return SourceLine(segments(text, drafts, credited), relation(text, drafts))


def _drafts(text: str, words: list[Word], found: list[Found], ends: list[int]) -> list[Draft]:
    """Cut the line at the archives it names and read each stretch."""
    holders = holders_in(text, found) or _institutions(text, found)
    drafts: list[Draft] = []
    announced = any(item.what == "file" for item in found)
    bounds = [holder.start for holder in holders] + [len(text)]
    first = [item for item in found if item.end <= bounds[0]]
    loose = _read(text, words, first, None, 0, bounds[0], announced, None) if first or not holders else []
    starts = [item.start for item in found]
    last: Draft | None = None
    for number, holder in enumerate(holders):
        inside = found[bisect_left(starts, holder.end) : bisect_left(starts, bounds[number + 1])]
        stop = min([bounds[number + 1], *ends[bisect_left(ends, holder.end) :][:1]])
        read = _read(text, words, inside, holder, holder.end, stop, announced, last)
        if (
            number == 0
            and (holder.names or holder.convention)
            and _unlabelled(read)
            and not (read and _coded_whole(read[-1]))
        ):
            loose = before.read(text, first, holder) or loose
        if (
            (not read or (loose and _unlabelled(read) and not _coded_whole(read[-1])))
            and loose
            and number == 0
            and before.leads_to(text[loose[-1].end : holder.start], loose)
        ):
            # The archive stands last: "f. 45, op. 1, d. 334, APRF".
            loose = _by_its_convention(text, first, holder, loose)
            for draft in loose:
                draft.holder = holder
            loose[-1].own_holder = True
            drafts += loose
            loose = []
            continue
        if not read and number and holder.names:
            low = max(holders[number - 1].end, last.end if last else 0)
            between = found[bisect_left(starts, low) : bisect_left(starts, holder.start)]
            read = before.read(text, [i for i in between if i.what == "label"], holder, low)
            if read and not before.leads_to(text[read[-1].end : holder.start], read):
                read = []
            for draft in read:
                draft.holder = holder
        if read:
            read[0].own_holder = True
            before.pages(text, found, read[0])
        if holder.same and last and last.holder and read:
            _take_over(read, last)
        drafts += read
        last = drafts[-1] if drafts else None
    if loose and loose[0].holder and not any(draft.own_holder for draft in loose):
        loose[0].own_holder = True
    drafts = [*loose, *drafts]
    if not drafts and not holders:
        drafts = numeric.read_alone(text)
    resolve(words, drafts)
    standing = [draft for draft in drafts if _stands(text, draft, announced)]
    if not any(holder.written for holder in holders) and (known := shapes.read(text, found)):
        standing = known
    return standing or (_archive_only(holders, ends) if ends else [])


def _archive_only(holders: list[Holder], credited: list[int]) -> list[Draft]:
    """Return the archive of a source line that says no more of it: ``…, Archives of the Senate. Obtained by …``."""
    holder = holders[0] if holders else None
    if holder is None or len({name.archive for name in holder.names}) != 1 or holder.end > credited[-1] + 400:
        return []
    archive = tables.archives()[holder.names[0].archive]
    if tables.conventions()[archive.convention].engine != "coded" or len(holder.written) < 12:
        return []
    holder.id = archive.id
    return [Draft(holder, archive.convention, own_holder=True)]


def _by_its_convention(text: str, found: list[Found], holder: Holder, loose: list[Draft]) -> list[Draft]:
    """Read what stands before *holder* anew, where its convention understands the words otherwise."""
    convention = _convention(text, found, holder, None)
    if convention == loose[0].convention or tables.conventions()[convention].engine != "labelled":
        return loose
    again = labelled.read(text, found, None, convention)
    if sum(map(_size, again)) >= sum(map(_size, loose)):
        return again
    for draft in loose:  # read by the words of others; its levels are still those of its archive
        if all(tables.conventions()[convention].level(level.name) for level in draft.levels):
            draft.convention = convention
    return loose


def _size(draft: Draft) -> int:
    return len(draft.levels) + len(draft.folios)


def _institutions(text: str, found: list[Found]) -> list[Holder]:
    """Return the archives that are named but not known; of the former Union's what stands before a fond tells."""
    labels = [item for item in found if item.labels]
    if not labels or not told_of_in(text):
        return []
    spoken = levels.choose(found, None) or ""
    top = levels.TOP | levels.MIDDLE
    soviet = spoken in levels.soviet() and any(
        m.level in top
        for item in labels
        for m in item.labels.get(spoken, ())
        if not text[item.start : item.end].lower().startswith(("coll", "best"))
    )
    return [] if soviet else institutions_in(text)


def _read(
    text: str,
    words: list[Word],
    found: list[Found],
    holder: Holder | None,
    start: int,
    stop: int,
    announced: bool,
    last: Draft | None,
) -> list[Draft]:
    """Read the stretch *start* to *stop* under *holder*."""
    if holder and len(holder.names) > 1 and (best := _best_of_several(text, found, holder, stop)):
        return best
    convention = _convention(text, found, holder, last)
    if holder is None and found:
        holder = unnamed(text, words, found)
    if tables.conventions()[convention].engine == "coded":
        return _coded(text, found, holder, convention, start, stop)
    drafts: list[Draft] = []
    after = holder.end if holder else start
    if holder and holder.written and text[after : after + 2] == " (":
        after = around.after_gloss(text, after, stop)  # ГАТО (Тула), 12/3/4
    if holder and not holder.same and numeric.follows(text, after):
        drafts = numeric.read(text, after, stop, holder, convention)
    if drafts:
        rest = [item for item in found if item.start >= drafts[-1].end]
        return drafts[:-1] + labelled.read(text, rest, holder, convention, drafts[-1])
    drafts = labelled.read(text, found, holder, convention)
    if drafts:
        return drafts
    if holder and not holder.same:
        drafts = numeric.item(text, stop, holder, convention) or numeric.read(text, after, stop, holder, convention)
    if not drafts and announced:
        drafts = _file_numbers(text, found, holder, convention, start, stop)
    elif not drafts and holder and not holder.same:
        drafts = numeric.lone_fond(text, stop, holder, convention)
    return drafts


def _convention(text: str, found: list[Found], holder: Holder | None, last: Draft | None) -> str:
    """Return the convention to read by: the archive's own, or the one that explains the labels best."""
    if holder and holder.convention:
        return _by_its_words(found, holder.convention)
    preferred = last.convention if holder and holder.same and last else _of_all(holder.names) if holder else None
    if preferred and tables.conventions()[preferred].engine == "coded":
        return preferred
    return levels.choose(found, preferred) or "russian"


def _of_all(names: Sequence[Name]) -> str | None:
    """Return the one convention of the archives that share a name; of several, the one whose levels have words."""
    known, rules = tables.archives(), tables.conventions()
    if len(names) == 1:
        return known[names[0].archive].convention
    own = {known[name.archive].convention for name in names}
    spoken = [c for c in own if rules[c].engine == "labelled"] if len(own) > 1 else list(own)
    return spoken[0] if len(spoken) == 1 else None


def _by_its_words(found: list[Found], convention: str) -> str:
    """Return *convention*, which the name of an archive tells, unless another one explains more of the labels."""
    votes = Counter(
        name
        for item in found
        if item.end - item.start > 1
        for name in (*3 * [*item.labels], *(2 * [convention] if tables.COMMON in item.labels else []))
        if name != tables.COMMON and tables.conventions()[name].engine == "coded"
    )
    best = max(votes.values(), default=0)
    return convention if votes[convention] > best - 2 else next(name for name in votes if votes[name] == best)


def _best_of_several(text: str, found: list[Found], holder: Holder, stop: int) -> list[Draft]:
    """Read under a code that several archives share (NAA, RA, NA) by each coded convention; return what reads most."""
    known, rules = tables.archives(), tables.conventions()
    choices = sorted({known[name.archive].convention for name in holder.names})
    for soviet in levels.soviet().intersection(["russian", *choices]):
        if len({m.level for item in found for m in item.labels.get(soviet, ())} & {"fond", "opis", "delo"}) > 1:
            return []
    tries = [coded.read(text, found, holder, c, holder.end, stop) for c in choices if rules[c].engine == "coded"]
    sizes = [sum(len(d.levels) + len(d.folios) + 2 * _labels(d) for d in drafts) for drafts in tries]
    if not tries or not max(sizes):
        return []
    holder.tied = sizes.count(max(sizes)) > 1
    return tries[sizes.index(max(sizes))]


def _labels(draft: Draft) -> int:
    return sum(token.kind == "label" for token in draft.tokens)


def _coded(text: str, found: list[Found], holder: Holder | None, convention: str, start: int, stop: int) -> list[Draft]:
    """Read by a coded convention; a foreign archive that keeps copies is read by the labels (Hoover, fond 89 …)."""
    if holder is None or not (holder.names or holder.convention or holder.same):
        start = next((i.start for i in found if meanings_of(i, convention)), start)
        start = around.collection_before(text, start)
    first = next(iter(tables.conventions()))
    announced = {m.level for i in found if i.valued and first in i.labels for m in i.labels[first]}
    if holder and {"fond", "opis"} <= announced:
        return labelled.read(text, found, holder, levels.choose(found, first) or first)
    drafts = coded.read(text, found, holder, convention, start, stop)
    if any(len(draft.levels) > 1 or (_labels(draft) and not draft.has("fonds")) for draft in drafts):
        return drafts
    if drafts and not any(draft.has("fonds") and _labels(draft) for draft in drafts):
        return drafts
    own = tables.conventions()[convention].level("fonds")
    if not (drafts and own and own.words) and any(
        text[i.start : i.start + 3].lower() in {"fon", "fun", "фон"}
        and any(m.level == "fond" for ms in i.labels.values() for m in ms)
        for i in found
    ):
        other = levels.choose(found, None)
        if other and other in levels.soviet():
            return labelled.read(text, found, holder, other) or drafts
    return drafts


def _take_over(drafts: list[Draft], last: Draft) -> None:
    """Let marks after ``там же`` in one line have the archive and the upper levels of the mark before."""
    rules = tables.conventions()[last.convention] if last.convention else None
    if rules is None or last.holder is None:
        return
    ranks = {level.name: rank for rank, level in enumerate(rules.levels)}
    for draft in drafts:
        top = min((ranks.get(level.name, 99) for level in draft.levels), default=99)
        draft.levels[:0] = [level for level in last.levels if ranks.get(level.name, 99) < top]
        if draft.holder:
            draft.holder.names, draft.holder.id = last.holder.names, last.holder.id


def _unlabelled(read: list[Draft]) -> bool:
    """Tell whether nothing announced by a word was read after the archive."""
    return not any(token.kind in {"label", "folio-label"} for draft in read for token in draft.tokens)


_NEXT_FILE = pattern(r"[ ]*[,;][ ]*(?=[^\W\d_]{0,2}-?\d)")
_FILE = pattern(r"[\s:№(.,–—-]*(?:N[ ]?)?")


def _file_numbers(
    text: str, found: list[Found], holder: Holder | None, convention: str, start: int, stop: int
) -> list[Draft]:
    """Read the numbers of files after ``Архивное дело:``, or right after the archive."""
    announced = next((item for item in found if item.what == "file"), None)
    at = announced.end if announced and announced.end >= start else start
    lead = _FILE.match(text, at, stop)
    drafts: list[Draft] = []
    while lead and (value := value_at(text, lead.end(), "lettered")) and value.end <= stop:
        draft = Draft(holder, convention, [Level("delo", value.text)])
        draft.tokens.append(Token("value", "delo", text[value.start : value.end], value.start, value.end))
        drafts.append(draft)
        lead = _NEXT_FILE.match(text, value.end, stop)
    return drafts


def _whole(draft: Draft) -> bool:
    """Tell whether *draft* has every level that its convention requires."""
    return not draft.convention or all(draft.has(name) for name in _required(draft.convention))


def _coded_whole(draft: Draft) -> bool:
    """Tell whether a code was read whole after its archive, so that no mark before the archive is meant."""
    if not draft.convention or tables.conventions()[draft.convention].engine != "coded":
        return False
    return bool(_required(draft.convention)) and _whole(draft)


@cache
def _required(convention: str) -> frozenset[str]:
    """Return the levels that every shelfmark of *convention* has."""
    return frozenset(rule.name for rule in tables.conventions()[convention].levels if rule.required)


@cache
def _levels_by_figures(convention: str) -> frozenset[str]:
    """Return the levels of *convention* that are not known by titles."""
    return frozenset(rule.name for rule in tables.conventions()[convention].levels if rule.kind not in TITLES)


_COLLECTED = pattern(
    r"(?:\w*arkisto|kokoelma|\w*arkiv|samling|Files?|Papers|Collection|Records|Diary|Diaries|Series|Correspondence|Manuscripts)$"
)
"""Titles that say themselves that they are holdings."""
_PARTS = frozenset({"volume", "part", "document"})
"""Books have them too, so that they alone make no shelfmark."""
_IMPRINT = pattern(r"[^\W\d_]+ (?:1[6-9]|20)\d\d")
"""A town and a year, as of a printed book."""
_JOURNAL = pattern(r" ?\((?:1[89]|20)\d\d\)(?::|, ?pp?\.)")
"""A year in brackets and pages, as after the volume of a journal."""
_SIGN = pattern(r"\d|[A-Z]/[A-Z]")
_SURE = frozenset(
    {"record-group", "fonds", "box", "folder", "bundle", "inv-no", "reel", "file", "lot", "entry", "accession"}
)
"""Levels whose words make a shelfmark of a clause that names an unknown archive; books have volumes and parts too."""
_MANUSCRIPT = pattern(r"(?:MSS?|Mss?|mss?|Cod|Codex|Hs|Clm|Cgm)\b")
"""What a call number begins with that a library no table has is known by."""
_SOURCE = pattern(r"(?:^|\s)(?:Source|Quelle|Источник): $")


def _stands(text: str, draft: Draft, announced: bool) -> bool:
    """Tell whether what was read is a shelfmark and not words that look alike."""
    convention = tables.conventions()[draft.convention] if draft.convention else None
    if draft.holder and draft.holder.same:
        korobka = {"korobka"}
        return bool({level.name for level in draft.levels} - korobka or draft.folios)
    labels = {token.level: token.text for token in draft.tokens if token.kind == "label"}
    if draft.holder and draft.holder.names and not draft.holder.written and draft.convention:
        return _whole(draft) or len(labels) > 1 or len(draft.levels) > 2
    if convention is None or convention.engine == "labelled":
        return levels.stands(text, draft, announced)
    named = {level.name for level in draft.levels}
    if named <= _PARTS and not draft.folios:
        return False
    if draft.holder and draft.holder.convention:
        return (
            bool(labels.keys() & _SURE)
            or len(labels.keys() - _PARTS) > 1
            or any(level.name == "call-number" and _MANUSCRIPT.match(level.value) for level in draft.levels)
        )
    if draft.holder:
        if not (draft.holder.names or draft.holder.convention) and len(named & _CODED) < 2:
            return False  # a capital abbreviation right before a word for a level
        coded_levels, required = _levels_by_figures(convention.id), _required(convention.id)
        figures = any(
            _SIGN.search(level.value) and not _IMPRINT.fullmatch(level.value)
            for level in draft.levels
            if level.name in coded_levels
        )
        bare = labels.keys() <= _PARTS if labels else not required <= named
        if len(draft.holder.written) < 3 and bare and required.isdisjoint(named):
            return False  # BA 286 is a flight
        if not labels and _JOURNAL.match(text, draft.end):
            return False
        if len(named) > 1 and _SOURCE.search(text, max(0, draft.holder.start - 12), draft.holder.start):
            return True  # it is announced as a source, so that titles alone will do
        if draft.holder.written and any(COLLECTION.fullmatch(level.value) for level in draft.levels[:1]):
            return True
        named_so = draft.convention == "private" or not draft.levels[0].value[0].isascii()
        if draft.has("collection") and named_so:
            return True
        if draft.convention in {"papers", "nordic"} and any(_COLLECTED.search(level.value) for level in draft.levels):
            return True
        return figures or bool(labels) or bool(named & coded_levels & {"file", "call-number", "item"})
    return len((labels.keys() & _CODED) | (named & {"collection", "call-number"})) >= 2


_CODED = frozenset("fonds inventory file item box inv-no series record-group entry folder lot reel collection".split())
"""Two of these make a reference without any archive."""
