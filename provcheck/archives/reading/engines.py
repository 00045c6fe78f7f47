"""Which engine reads a stretch of the line: by its labels, in a fixed order, or as bare numbers."""

from __future__ import annotations

from operator import attrgetter

from provcheck import tables
from provcheck.archives.lexicon import sight
from provcheck.archives.lexicon.cuts import leads
from provcheck.archives.lexicon.kinds import kind
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.values import has_figure, value_at
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading import around, labelled, levels, numeric
from provcheck.archives.reading.coded import pointed
from provcheck.archives.reading.draft import Draft, Holder, Line, size_of
from provcheck.archives.reading.labelled.unlisted import abbreviated, unnamed
from provcheck.archives.reading.labelled.unworded import has_only
from provcheck.archives.reading.levels import LOW, MIDDLE, TOP
from provcheck.archives.reading.stretch import meanings_of
from provcheck.model.lazy import pattern

_OF_A_FILE = TOP | MIDDLE | LOW
"""The level of a file and those above it; a reading without them says nothing of where the announced file is."""


def read(
    line: Line, found: list[Found], holder: Holder | None, start: int, stop: int, last: Draft | None = None
) -> list[Draft]:
    """Read the stretch *start* to *stop*, in which *found* stands, under *holder*; *last* is the mark before it."""
    text = line.text
    shared = holder is not None and not holder.convention and len({name.archive for name in holder.names}) > 1
    if holder and shared and (best := _best_of_several(text, found, holder, stop)):
        return best
    words = found
    if holder and holder.convention and "/" in text:
        words = [item for item in found if not text.startswith("/", item.end)]  # Westmoor Archives, CC/M/4/1: a code
    convention = levels.convention_for(words, holder, last)
    if holder and holder.same and last is None:
        convention = _told_by_code(text, holder) or convention
    if found and holder and holder.written and holder.names and convention not in levels.soviet():
        own = levels.of_all(holder.names)
        if own in levels.soviet() and numeric.follows(text, holder.end):
            convention = own  # RGASPI 17/3/746; Box 12, folder 3, Nicolaevsky Collection, Hoover
    if holder is None and found:
        holder = unnamed(text, line.words, found, convention)
    if holder and holder.same and not last and found and _same_manuscripts(text, found, holder):
        convention = _MANUSCRIPTS
    rules = tables.conventions()[convention]
    if holder and holder.names and (signs := _signs_of_manuscripts(text, holder)):
        rules = tables.conventions()[convention := signs]
    if rules.engine == "coded":
        if holder and ";" in text and (end := _parted_abroad(text, found, holder, convention)):
            before = [item for item in found if item.start < end]
            more = read(line, found[len(before) :], None, end, stop)
            return [*_coded(text, before, holder, convention, start, end), *more]
        drafts = _coded(text, found, holder, convention, start, stop)
        if drafts or not line.announces_file:
            return drafts
        return _file_numbers(text, found, holder, levels.first(), start, stop)  # Арх. дело: 20296. Siehe …, Bd. 2
    if holder is None or (holder.same and not _THREE_NUMBERS.match(text, holder.end)):
        drafts = labelled.read(text, found, holder, convention)
    else:
        drafts = _after_archive(text, found, holder, convention, stop)
    files_only = (
        holder and holder.names and {tables.archives()[n.archive].required for n in holder.names} == {("delo",)}
    )
    bare = files_only and not any(draft.has("delo") or draft.labels() for draft in drafts)  # УФСБ … № 4-7216
    if line.announces_file and (bare or not any(draft.has_any(_OF_A_FILE) for draft in drafts)):
        # п. 5 ст. 4 УПК РСФСР. Арх.дело: 20296
        return _file_numbers(text, found, holder, convention, start, stop) or drafts
    if drafts or holder is None or holder.same:
        return drafts
    listed = last is not None and [level.name for level in last.levels] == ["delo"]
    if listed and _CASE.match(text, holder.end, stop):
        return _file_numbers(text, found, holder, convention, start, stop)
    if files_only:
        files = _file_numbers(text, found, holder, convention, start, stop)
        return files if any(not draft.levels[0].value.isdigit() for draft in files) else []
    return numeric.lone_fond(text, stop, holder, convention)


_MANUSCRIPTS = "manuscripts"
_CALL_NUMBER = pattern(
    r"\.?[,:] (?=[A-Z])(?:MSS? )?[A-Z][A-Za-z]{1,9}\.?(?: (?:MSS?|[a-z]{2,5})\.?)? \d{1,5}(?:, | \()(?=f)"
)


def _same_manuscripts(text: str, found: list[Found], holder: Holder) -> bool:
    """Tell whether a call number of a library and its leaf are all that stands: ``Ibid., Harley 12, fol. 3``."""
    sign = _CALL_NUMBER.match(text, holder.end)
    return sign is not None and any(item.start == sign.end() for item in found[:2])  # Hs. 12 has a word itself


_BEHIND = frozenset(",. ")
_TO_CODE = pattern(r"\.?[,:]? ")


def _told_by_code(text: str, holder: Holder) -> str:
    """Return the convention that a code tells behind ``ibid.`` with no mark before it: ``ibid., 611.00/2-1450``."""
    lead = _TO_CODE.match(text, holder.end)
    told = sight.behind_same() if lead else ()
    return next((convention for convention, shape in told if lead and shape.match(text, lead.end())), "")


_MAIN_COLLECTION = pattern(r"(?:[Фф]онд|[Фф]|[Ff]ond|[Ff])\.? ?\d+[.,] ")
"""The fond that a sign is in: ``ОР РНБ. Ф. 550. F.IV.230``."""


def _signs_of_manuscripts(text: str, holder: Holder) -> str:
    """Return the convention of manuscripts where a sign of it stands behind an archive that else has fonds.

    ``РНБ, F.IV.232``; whatever other convention its words would speak for: ``РНБ, Q.v.I.18``.
    """
    own = levels.of_all(holder.names)
    convention = tables.conventions()[own].manuscripts if own else ""
    if not convention or text[holder.end : holder.end + 1] not in _BEHIND:
        return ""
    sign = kind(tables.conventions()[convention].levels[-1].kind).shape
    begin = around.after_signed(text, holder.end, len(text)) + 1
    begin += text.startswith((" ", "("), begin)
    fond = _MAIN_COLLECTION.match(text, begin)
    return convention if sign.match(text, fond.end() if fond else begin) else ""


def _after_archive(text: str, found: list[Found], holder: Holder, convention: str, stop: int) -> list[Draft]:
    """Read numbers right after *holder*, or what its labels announce, or at least a number of any form."""
    after = holder.end
    if holder.written and text.startswith((" ", ", "), after) and _PLACED.match(text, after):
        # ГАТО (Тула), 12/3/4; GARF, Moscow, 9401/1a/185; GARF Moscow: 8131/37/99
        after = around.after_gloss(text, after, stop, holder.names if text[after + 1].isalpha() else ())
    fewest = 2 if has_only(holder, ("fond", "delo")) else 3  # LMAVB RS, F9–12, lap. 3
    if fewest == 3 and found and any(label.level in LOW for label in found[0].labels.get(convention, ())):
        fewest -= 0 <= found[0].start - numeric.two_end(text, after) < _NEXT  # ДАХмО 315-1, спр. 12
    if numeric.follows(text, after, fewest) and (drafts := _numbers(text, found, holder, convention, after, stop)):
        return drafts
    return (
        _labelled(text, found, holder, convention, stop)
        or numeric.item(text, stop, holder, convention)
        or numeric.read(text, after, stop, holder, convention)
    )


_THREE = r"(?:[^\W\d_]-)?\d+[^\W\d_]?([/-])\d+[^\W\d_]?\1\d"
"""A mark in numbers alone: ``1/2/5``."""
_NUMBERS_NEXT = pattern(rf"; (?={_THREE})")


def _labelled(text: str, found: list[Found], holder: Holder, convention: str, stop: int) -> list[Draft]:
    """Read what labels announce, and the marks that go on in numbers: ``f. 1, op. 2, d. 3, l. 4; 1/2/5, l. 6``."""
    sign = _NUMBERS_NEXT.search(text, found[0].end, stop) if found and ";" in text else None
    if sign is None or not numeric.follows(text, sign.start()):
        return labelled.read(text, found, holder, convention)
    own = [item for item in found if item.start < sign.start()]
    read = labelled.read(text[: sign.start()], own, holder, convention)
    return read + _numbers(text, found[len(own) :], holder, convention, sign.start(), stop)


_NEXT = 4
"""How far behind a fond and an opis in numbers the word for the file may begin."""


def _numbers(text: str, found: list[Found], holder: Holder, convention: str, after: int, stop: int) -> list[Draft]:
    """Read numbers from *after* on, and what labels announce behind each: ``1/20/6, арк. 3; 1/20/7, арк. 5``."""
    drafts = numeric.read(text, after, stop, holder, convention)
    rest = [item for item in found if item.start >= drafts[-1].end] if drafts else []
    if not rest:
        return drafts
    if drafts[-1].folios and text[rest[0].start : rest[0].end + 1] == "L ":
        rest = rest[1:]  # RGADA 5.85.1.124, L 83: whoever writes leaves without a word has none for a second one
    sign = _GOES_ON.search(text, rest[0].end, stop) if rest else None
    if sign is None or not numeric.follows(text, sign.end()):
        return drafts[:-1] + labelled.read(text, rest, holder, convention, drafts[-1])
    own = [item for item in rest if item.start < sign.start()]
    read = drafts[:-1] + labelled.read(text, own, holder, convention, drafts[-1])
    return read + _numbers(text, rest[len(own) :], holder, convention, sign.end(), stop)


_GOES_ON = worded(rf"(?:[;,]? {{ands}}|(?:[;,]? | \()(?i:{{leads}}|{{also}})[.:]{{0,2}})(?= {_THREE})|;")
"""What stands before the next mark in numbers: ``1/20/6, pp. 3–5, and 1/21/7``, ``; see also 1/21/7``."""


_THREE_NUMBERS = pattern(r"\.?,? [^\W\d_]?-?\d+[^\W\d_]?/\d+[^\W\d_]?/\d")
"""Fond, opis, delo after ``ibid.``"""
_HYPHENED = pattern(r"[,.:]? (?:[A-Z]{1,3}-)?\d+[a-z]?-\d+[a-z]?-\d+(?![\w-])")
"""Fond, opis and file as the Baltic archives join them: ``LVA, 270-1s-12``."""
_PLACED = pattern(r" \(|(?:,? [^\W\d_]{3}[^,;:()\d]{0,30}){1,3}[,:]? \d")
"""What may say where an archive is, before numbers."""


def _best_of_several(text: str, found: list[Found], holder: Holder, stop: int) -> list[Draft]:
    """Read under a code that several archives share (NAA, RA, NA) by each coded convention; return what reads most.

    Of those that read as much it is the one whose own words the line has.
    """
    known, rules = tables.archives(), tables.conventions()
    choices = sorted({known[name.archive].convention for name in holder.names})
    if not levels.soviet().isdisjoint(choices) and _HYPHENED.match(text, holder.end):
        return []
    likely = levels.soviet().intersection([levels.first(), *choices])
    announced = [i for i in found if i.valued or text[max(0, i.start - 3) : i.start].strip(". ").isdigit()]
    for soviet in levels.soviet() if len(announced) > 2 else likely:
        least = len(_UPPER if soviet in likely else _ALL)
        if len({m.level for item in announced for m in item.labels.get(soviet, ())} & _ALL) >= least:
            return []
    choices = [c for c in choices if rules[c].engine == "coded"]
    tries = [pointed.read(text, found, holder, c, holder.end, stop) for c in choices]
    sizes = [(size_of(read), sum(c in item.labels for item in found)) for c, read in zip(choices, tries, strict=True)]
    most = max(sizes, default=(0, 0))
    if not most[0]:
        return []
    holder.tied = sizes.count(most) > 1
    best = tries[sizes.index(most)]
    if most[0] == 1 and " " not in holder.written and not best[0].levels[0].value.strip("0123456789/-"):
        holder.names = ()  # NA. 12/5: a number alone tells no archive
    return best


def _coded(text: str, found: list[Found], holder: Holder | None, convention: str, start: int, stop: int) -> list[Draft]:
    """Read by a coded convention; a foreign archive that keeps copies is read by the labels (Hoover, fond 89 …)."""
    if holder is None and (short := abbreviated(text, found, convention)):
        holder, start = short, short.end
        convention = tables.conventions()[convention].unlisted or convention
    elif holder is None or not (holder.names or holder.convention or holder.same):
        known = ((i, meanings) for i in found if (meanings := meanings_of(i, convention)))
        numbered = ((i, i.end - i.start == 1 or meanings[0].role == "page") for i, meanings in known)
        start = next((i.start for i, figure in numbered if leads(text, i, figure=figure)), start)
        start = around.collection_before(text, start)
    if holder and len(found) > 1 and _cites_abroad(text, found, convention):
        return labelled.read(text, found, holder, levels.choose(found, levels.first()) or levels.first())
    drafts = pointed.read(text, found, holder, convention, start, stop)
    if len(drafts) == 1 and len(drafts[0].levels) > 1:
        return drafts  # most
    if any(len(draft.levels) > 1 or (draft.labels() and not draft.has("fonds")) for draft in drafts):
        return drafts
    if drafts and not any(draft.has("fonds") and draft.labels() for draft in drafts):
        return drafts
    has_word = any(rule.words for rule in tables.conventions()[convention].levels if rule.name == "fonds")
    if not (drafts and has_word) and any(
        text[i.start : i.start + 3].lower() in {"fon", "fun", "фон"}
        and any(m.level == "fond" for ms in i.labels.values() for m in ms)
        for i in found
    ):
        other = levels.choose(found, None)
        if other and other in levels.soviet():
            return labelled.read(text, found, holder, other) or drafts
    return drafts


def _parted_abroad(text: str, found: list[Found], holder: Holder, convention: str) -> int:
    """Return where a mark of the former Union begins that a semicolon parts from one of *holder*, or 0.

    ``TNA, FO 371/84123; ЦХЗ, ф. 3, оп. 1``; but Hoover, fond 89, opis 1 is its own.
    """
    if not holder.written or len(found) < 2 or not _cites_abroad(text, found, convention):
        return 0
    first = next(item for item in found if item.labels.of_fonds)
    end = text.rfind(";", holder.end, first.start)
    return end + 1 if end > 0 and has_figure(text[holder.end : end]) else 0


def _cites_abroad(text: str, found: list[Found], convention: str) -> bool:
    """Tell whether words for fond and opis are among *found* that *convention* does not know.

    In Russian both are enough; elsewhere, as in Lithuanian (``ap.``, ``b.``), there must be a file too.
    """
    first = levels.first()
    if not any(map(_OF_FONDS, found)):
        return False
    found = [i for i in found if not (text[i.start : i.end].isupper() and _is_of_sign(text, i))]
    return any(_spoken(found, convention, other, _UPPER if other == first else _ALL) for other in levels.soviet())


def _is_of_sign(text: str, item: Found) -> bool:
    """Tell whether capitals that may be a word are part of a sign: ``AP 1946, b. 1, f. 2``, ``O.2.C.1.14``."""
    return item.end - item.start > 1 or _LETTER_OF_SIGN.match(text, item.start) is not None


_LETTER_OF_SIGN = pattern(r"[A-EG-Z]\.\d")
_OF_FONDS: attrgetter[bool] = attrgetter("labels.of_fonds")
_UPPER = frozenset({"fond", "opis"})
_ALL = _UPPER | {"delo"}


def _spoken(found: list[Found], convention: str, other: str, names: frozenset[str]) -> bool:
    valued = (i for i in found if i.valued)  # but T 71/123 is a series
    spoken = [i for i in valued if any(m.level in names for m in i.labels.get(other, ()))]
    if len(spoken) < len(names) or all(convention in i.labels for i in spoken):
        return False  # "inv. 123, f. 4" in Brussels
    return names <= {m.level for i in spoken for m in i.labels[other]}


_NEXT_FILE = pattern(
    r"(?: \((?:(?:1[89]|20)\d\d(?: ?г\.?)?|[а-я]{4,20})\)(?=[,;] (?:№|П-)))?"
    r"(?:[ ]*[,;]| и(?= П-))[ ]*(?:№ ?)?(?=[^\W\d_]{0,2}-?\d)"
)
"""What stands before the next of several files, with the year of a closed case or what became of it: `` (1931), ``."""
_CASE = pattern(r" \(П-\d{2,6}\)")
"""A closed case right behind its archive, as the one before it in a list."""
_FILE = pattern(r"[\s:№(.,–—-]*(?:N[ ]?)?")


def _file_numbers(
    text: str, found: list[Found], holder: Holder | None, convention: str, start: int, stop: int
) -> list[Draft]:
    """Read the numbers of files after ``Архивное дело:``, or right after the archive."""
    announced = [item for item in found if item.what == "file" and item.end >= start][:2]
    if len(announced) > 1 and not text[announced[0].end : announced[1].start].strip(" :"):
        del announced[0]  # Архивное дело: Архивно-следственное дело № П-12345
    at = announced[0].end if announced else start
    lead = _FILE.match(text, at, stop)
    drafts: list[Draft] = []
    while lead and (value := value_at(text, lead.end(), "lettered")) and value.end <= stop:
        draft = Draft(holder, convention)
        draft.put("delo", value, text)
        drafts.append(draft)
        lead = _NEXT_FILE.match(text, value.end, stop)
    return drafts


_TO_ARCHIVE = frozenset({" – ", " — ", " - ", " / ", ", "})
"""What stands between a file and its archive."""


def file_before(text: str, low: int, stop: int) -> list[Draft]:
    """Read the file of which a list has no more than its number before the archive at *stop*: ``; 013902 – ГАРФ``."""
    lead = _FILE.match(text, max(low, text.rfind(";", low, stop) + 1), stop)
    value = value_at(text, lead.end(), "lettered") if lead else None
    if value is None or text[value.end : stop] not in _TO_ARCHIVE:
        return []
    draft = Draft(None, levels.first())
    draft.put("delo", value, text)
    return [draft]
