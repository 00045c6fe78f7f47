"""A source line, read: archives and labels found, given to the engines, and everything accounted for."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Literal

from provcheck import tables
from provcheck.archives import coded, labelled, numeric, vocabulary
from provcheck.archives import credits as crediting
from provcheck.archives.draft import Draft, Holder
from provcheck.archives.folios import folios_at
from provcheck.archives.scan import Found, Word, scan, words_in
from provcheck.archives.values import LEAD, value_at
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Level, Segment, SourceLine, Token

LONGEST = 20_000
"""Lines longer than this are no source lines; what lies beyond is left unread."""


def read_line(text: str) -> SourceLine:
    """Read a source line into shelfmarks, credits and the rest. Segments rejoin to *text*."""
    part = text[:LONGEST]
    words = words_in(part)
    found = scan(part, words)
    credited = crediting.read(part, words)
    drafts = _drafts(part, words, found, [credit.start for credit in credited])
    return SourceLine(_segments(text, drafts, credited), _relation(text, drafts))


def _drafts(text: str, words: list[Word], found: list[Found], ends: list[int]) -> list[Draft]:
    """Cut the line at the archives it names and read each stretch."""
    holders = _holders(text, found)
    drafts: list[Draft] = []
    announced = any(item.what == "file" for item in found)
    bounds = [holder.start for holder in holders] + [len(text)]
    first = [item for item in found if item.end <= bounds[0]]
    loose = _read(text, words, first, None, 0, bounds[0], announced, None) if first or not holders else []
    last: Draft | None = None
    for number, holder in enumerate(holders):
        inside = [item for item in found if holder.end <= item.start < bounds[number + 1]]
        stop = next((end for end in ends if holder.end <= end < bounds[number + 1]), bounds[number + 1])
        read = _read(text, words, inside, holder, holder.end, stop, announced, last)
        if number == 0 and holder.names and _unlabelled(read):
            loose = _before_archive(text, first, holder) or loose
        if (
            (not read or (loose and _unlabelled(read)))
            and loose
            and number == 0
            and _leads_to_archive(text[loose[-1].end : holder.start], loose)
        ):
            # The archive stands last: "f. 45, op. 1, d. 334, APRF".
            for draft in loose:
                draft.holder = holder
            loose[-1].own_holder = True
            drafts += loose
            loose = []
            continue
        if read:
            read[0].own_holder = True
            _pages_before(text, found, read[0])
        drafts += read
        last = drafts[-1] if drafts else None
    drafts = [*loose, *drafts]
    if not drafts and not holders:
        drafts = numeric.read_alone(text)
    _resolve(text, words, drafts)
    return [draft for draft in drafts if _stands(text, draft, announced)]


_OF = pattern(
    r"\b(?:[Rr]ecords|[Ff]iles|[Pp]apers|[Mm]inutes|Instructions|Reports|Cables) (?:of|from|to)(?: the)? $|\bof the $"
)


def _holders(text: str, found: list[Found]) -> list[Holder]:
    """Return the archives of the line; a name and the code in brackets after it are one."""
    holders: list[Holder] = []
    for item in found:
        if item.what not in {"archive", "same"}:
            continue
        before = holders[-1] if holders else None
        if before and not before.same and item.what == "archive":
            gap = text[before.end : item.start]
            shared = {n.archive for n in before.names} & {n.archive for n in item.names}
            if shared and _restates(gap):
                end = item.end + (text[item.end : item.end + 1] in {")", "]"})
                if item.end > item.start:
                    before.end = end
                    before.written = text[before.start : end]
                before.names = tuple(name for name in item.names if name.archive in shared)
                continue
            if item.end == item.start and len(gap) < 30:
                continue
            if item.end - item.start > 12 and shared and not set(gap) & set(";."):
                continue
        if before and item.end - item.start > 12 and _OF.search(text, max(0, item.start - 24), item.start):
            continue
        holders.append(Holder(item.start, item.end, text[item.start : item.end], item.names, same=item.what == "same"))
    return holders


def _restates(gap: str) -> bool:
    """Tell whether what stands between two names of one archive only joins them."""
    words = vocabulary.words_of(gap.lower())
    if gap.strip(" \u00a0") in {"(", ",", "/", "–", "-", "[", "", ":"}:
        return True
    return "(" in gap and len(words) <= 2 and bool(words) and all(w in vocabulary.wording().hereafter for w in words)


def _read(
    text: str,
    words: list[Word],
    found: list[Found],
    holder: Holder | None,
    start: int,
    stop: int,
    announced: bool,
    before: Draft | None,
) -> list[Draft]:
    """Read the stretch *start* to *stop* under *holder*."""
    known = tables.archives()
    if holder and len(holder.names) > 1:
        choices = {known[name.archive].convention for name in holder.names}
        coded_ones = [c for c in choices if c in tables.conventions() and tables.conventions()[c].engine == "coded"]
        if not any(
            item.what == "label"
            and any(m.convention == "russian" and m.level in {"fond", "opis", "delo"} for m in item.labels)
            for item in found
        ):
            tries = [coded.read(text, found, holder, c, holder.end, stop) for c in sorted(coded_ones)]
            best = max(tries, key=lambda t: sum(len(d.levels) + len(d.folios) for d in t), default=[])
            if best:
                return best
    own = {known[name.archive].convention for name in holder.names} if holder and holder.names else set()
    preferred = next(iter(own)) if len(own) == 1 else (before.convention if before and holder and holder.same else None)
    if preferred and tables.conventions().get(preferred) is None:
        preferred = None
    rules = tables.conventions().get(preferred or "")
    convention = preferred if rules and rules.engine == "coded" else labelled.choose(found, text, preferred)
    if convention is None:
        convention = "russian"
    if holder is None and found:
        holder = _unnamed(text, words, found)
    if tables.conventions()[convention].engine == "coded":
        if holder is None or not holder.names:
            start = next((i.start for i in found if any(m.convention == convention for m in i.labels)), start)
        drafts = coded.read(text, found, holder, convention, start, stop)
    else:
        drafts = []
        if holder and not holder.same and numeric.follows(text, holder.end):
            drafts = numeric.read(text, holder.end, stop, holder, convention)
        drafts = drafts or labelled.read(text, found, holder, convention, before)
    if tables.conventions()[convention].engine == "coded":
        fond = any(i.end - i.start > 3 and any(m.level == "fond" for m in i.labels) for i in found)
        other = labelled.choose(found, text, None) if fond and not any(len(d.levels) > 1 for d in drafts) else None
        if other and other in labelled.soviet():
            # A foreign archive that keeps copies: Hoover, fond 89, opis 4, delo 2.
            return labelled.read(text, found, holder, other, before) or drafts
        return drafts
    if drafts:
        return drafts
    if holder and not holder.same:
        drafts = numeric.read(text, holder.end, stop, holder, convention)
    if not drafts and announced:
        drafts = _file_numbers(text, found, holder, convention, start, stop)
    return drafts


def _unnamed(text: str, words: list[Word], found: list[Found]) -> Holder | None:
    """Return the unknown archive that a capital abbreviation right before the first label may be."""
    label = next((item for item in found if item.what == "label"), None)
    if label is None:
        return None
    before = [word for word in words if word.end <= label.start]
    if not before:
        return None
    end = before[-1].end
    start = None
    edge = label.start
    for word in reversed(before[-4:]):
        gap = text[word.end : edge]
        if gap.strip(" \u00a0,.:;()") or len(gap) > 4 or not (word.text.isupper() and len(word.text) > 1):
            break
        start, edge = word.start, word.start
    return Holder(start, end, text[start:end]) if start is not None else None


def _pages_before(text: str, found: list[Found], draft: Draft) -> None:
    """Take the pages named right before the archive: ``minutes, p. 22, Department of State, Lot File …``."""
    holder = draft.holder
    if draft.folios or holder is None or draft.convention is None:
        return
    if tables.conventions()[draft.convention].engine != "coded":
        return
    label = next((i for i in reversed(found) if i.what == "label" and i.end < holder.start), None)
    if label is None or not any(m.convention == draft.convention and m.role == "page" for m in label.labels):
        return
    lead = LEAD.match(text, label.end)
    reading = folios_at(text, lead.end()) if lead else None
    if reading and text[reading.end : holder.start].strip() in {",", "in", ", in"}:
        draft.folios.extend(reading.folios)
        draft.tokens.append(Token("folio-label", "", text[label.start : label.end], label.start, label.end))
        at = lead.end() if lead else label.end
        draft.tokens.append(Token("folios", "", text[at : reading.end], at, reading.end))


def _unlabelled(read: list[Draft]) -> bool:
    """Tell whether nothing announced by a word was read after the archive."""
    return not any(token.kind in {"label", "folio-label"} for draft in read for token in draft.tokens)


_CLAUSE = pattern(r"(?:^|[:;(]\s+|\.\s+(?=[A-Z]))")


def _before_archive(text: str, found: list[Found], holder: Holder) -> list[Draft]:
    """Read what stands before *holder* by its own convention."""
    convention = tables.archives()[holder.names[0].archive].convention
    rules = tables.conventions().get(convention)
    labels = [i for i in found if i.what == "label" and any(m.convention == convention for m in i.labels)]
    if rules is None or rules.engine != "coded" or not labels:
        return []
    starts = [m.end() for m in _CLAUSE.finditer(text, 0, labels[0].start + 1)]
    drafts = coded.read(text, found, None, convention, starts[-1] if starts else 0, holder.start)
    if not any(token.kind == "label" for draft in drafts for token in draft.tokens):
        return []
    return drafts


def _leads_to_archive(gap: str, loose: list[Draft]) -> bool:
    """Tell whether the words between a mark and the archive after it say no more than "in", or name the lone fond."""
    if len(loose) == 1 and len(loose[0].levels) == 1 and loose[0].has("fond"):
        return len(gap) <= 80 and not set(gap) & set(".;")
    words = vocabulary.words_of(gap.lower())
    return len(gap) <= 60 and all(word in vocabulary.wording().archive_follows for word in words)


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
        lead = pattern(r"[ ]*[,;][ ]*(?=[^\W\d_]{0,2}-?\d)").match(text, value.end, stop)
    return drafts


def _resolve(text: str, words: list[Word], drafts: list[Draft]) -> None:
    """Say which institution each archive's name means, where something in the line decides."""
    for draft in drafts:
        holder = draft.holder
        if holder is None or holder.id is not None or not holder.names:
            continue
        current = [name for name in holder.names if name.status == "current"] or list(holder.names)
        candidates = list(dict.fromkeys(name.archive for name in holder.names))
        if len(candidates) == 1:
            holder.id = candidates[0]
            continue
        known = tables.archives()
        fits = [i for i in candidates if known[i].convention == draft.convention]
        if len(fits) == 1:
            holder.id = fits[0]
            continue
        stems = {vocabulary.stem(word.text) for word in words}
        hints = {i: _hints(i, stems) for i in candidates}
        best = max(hints.values())
        top = [i for i in candidates if hints[i] == best]
        if best and len(top) == 1:
            holder.id = top[0]
        del current


def _hints(archive: str, stems: set[str]) -> int:
    """Count the words of the line that point to *archive*: its town and what its full names have of their own."""
    row = tables.archives()[archive]
    own = set(vocabulary.name_stems(row.city))
    for name in (*row.names.values(), *row.aliases):
        own |= set(vocabulary.name_stems(name))
    return len((own & stems) - _GENERIC)


_GENERIC = {
    vocabulary.stem(w)
    for w in [
        "государственный",
        "архив",
        "область",
        "области",
        "края",
        "державний",
        "архів",
        "області",
        "state",
        "archive",
        "archives",
        "oblast",
        "national",
        "central",
        "центральный",
        "исторический",
        "дело",
        "фонд",
        "republic",
        "республики",
    ]
}


def _stands(text: str, draft: Draft, announced: bool) -> bool:
    """Tell whether what was read is a shelfmark and not words that look alike."""
    levels = {level.name for level in draft.levels}
    labels = {token.level: token.text for token in draft.tokens if token.kind == "label"}
    main = levels & {"fond", "opis", "delo", "fonds", "inventory", "file", "item", "box", "inv-no", "series"}
    if draft.holder and draft.holder.same:
        return bool(levels or draft.folios)
    if draft.holder and draft.holder.names and not draft.holder.written and draft.convention:
        return all(rule.name in levels for rule in tables.conventions()[draft.convention].levels if rule.required)
    if draft.holder and draft.convention and tables.conventions()[draft.convention].engine == "coded":
        return any(any(c.isdigit() for c in level.value) for level in draft.levels) or bool(labels)
    if draft.holder and not draft.holder.names and draft.holder.written.isascii():
        return len(main) >= 2
    if draft.holder:
        return bool(main)
    if announced and levels & {"delo", "file"}:
        return True
    if len(main) >= 2:
        return True
    return main == {"fond"} and len(labels.get("fond", "")) >= 4


def _begin(draft: Draft) -> int:
    return min(draft.start, draft.holder.start) if draft.own_holder and draft.holder else draft.start


def _relation(text: str, drafts: Sequence[Draft]) -> Literal["same-document-copies", "separate"] | None:
    if len(drafts) < 2:
        return None
    holders = [draft.holder for draft in drafts]
    if any(holder is None or holder.same for holder in holders):
        return "separate"
    if len({holder.written for holder in holders if holder}) < len(holders):
        return "separate"
    gaps = [text[a.end : _begin(b)].strip(" ,.;)(\u00a0").lower() for a, b in itertools.pairwise(drafts)]
    joined = all(gap in {"", "and", "and in", "also", "also in", "и", "і", "also at", "und", "et", "y"} for gap in gaps)
    return "same-document-copies" if joined else "separate"


_LOOKS_READABLE = pattern(r"[\s,.;:–—-]{0,4}\d")


def _segments(text: str, drafts: list[Draft], credited: list[crediting.Credited]) -> tuple[Segment, ...]:
    """Lay marks and credits out over the line; what is left between them is text."""
    pieces: list[tuple[int, int, Draft | None, crediting.Credited | None]] = []
    for draft in drafts:
        start, end = draft.start, draft.end
        if draft.own_holder and draft.holder:
            start, end = min(start, draft.holder.start), max(end, draft.holder.end)
        pieces.append((start, end, draft, None))
    pieces += [(c.start, c.end, None, c) for c in credited]
    pieces.sort(key=lambda piece: (piece[0], piece[1]))
    segments: list[Segment] = []
    at = 0
    for start, end, piece, credit in pieces:
        if start < at:
            if end <= at:
                if piece is None:
                    continue
                start = end = at
            else:
                start = at
        if start > at:
            segments.append(Segment(text[at:start], at, understood=not _unread(text[at:start], segments)))
        if piece is not None:
            segments.append(Segment(text[start:end], start, piece.mark(), (), _tokens(piece, start, end)))
        elif credit is not None:
            segments.append(Segment(text[start:end], start, None, credit.credits))
        at = end
    if at < len(text) or not segments:
        segments.append(Segment(text[at:], at, understood=not _unread(text[at:], segments)))
    return tuple(segments)


def _tokens(draft: Draft, start: int, end: int) -> tuple[Token, ...]:
    tokens = list(draft.tokens)
    if draft.own_holder and draft.holder and draft.holder.start >= start and draft.holder.end <= end:
        holder = draft.holder
        tokens.append(Token("archive", "", holder.written, holder.start, holder.end))
    return tuple(sorted((t for t in tokens if t.start >= start and t.end <= end), key=lambda token: token.start))


def _unread(rest: str, before: list[Segment]) -> bool:
    """Tell whether *rest*, right after a mark, looks as if it belonged to it."""
    if not before or before[-1].mark is None:
        return False
    match = _LOOKS_READABLE.match(rest)
    return match is not None and LEAD is not None and not re.match(r"[\s,.;:–—-]*\d{1,2}[. ]?\s*[^\W\d_]{3,}", rest)
