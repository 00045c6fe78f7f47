"""A code that ends right before its archive: ``T 267/1, TNA``; ``Keynes Ms. 2, King's College``."""

from __future__ import annotations

from itertools import pairwise

from provcheck import tables
from provcheck.archives.lexicon.cuts import DAY
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.times import LAST_DATE, YEARS_ONLY
from provcheck.archives.lexicon.values import has_figure
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading import coded
from provcheck.archives.reading.archive_last.leading import SAID
from provcheck.archives.reading.draft import CLOSED, Draft, Holder
from provcheck.archives.reading.institutions.clauses import is_kin
from provcheck.archives.reading.levels import levels_by_figures, required_levels
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Level

_NEAR = 48
"""How far before its archive a code may begin, but for the name of the papers that it is in."""
_NAME = pattern(
    r"(?:^|(?<=[,;:(.] )|(?<=\b[Tt]he )|(?<= as ))(?:[A-Z]\. |\(?[A-Z][\w'’-]*\)? (?:and |& |of (?:the )?|for )?){0,5}"
    r"\(?[A-Z][\w'’-]*(?: (?:an?d?|&)?)?$"
)
"""The name of persons up to where the search begins: ``From the Anna and Ruth`` before *Keller papers, MSS 12*."""
_SENTENCE = pattern(r"[a-z]{5}\. [A-Z]")
_SAID_THERE = worded(r"(?:an?|the|another)(?: (?!{papers}|{files})[a-z]{2,14}){1,4}")
"""What is said to lie there, which is no title: ``; a signed copy, PA AA, R 29711``."""
_LEADING = frozenset({"", ".", ",", "(", "-", "in", ", in", "),", ").", "”,", ",”", '",', ',"'})
"""What may stand between a code and its archive."""
_ARTICLE = pattern(r"\b(?:[Tt]he|held at|at)\b|^ \([^()\d]{3,60}\)(?=, )")
_MONTH = pattern(r"[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ][^\W\d_]{1,7}\.? (?:1[5-9]|20)\d\d(?!\d)")
"""When the document was written: ``July 1984, Department of State``; but ``NTS 1772``."""
_MONTH_BEFORE = pattern(r"\b[A-ZÀ-Þ](?:[^\W\d_]{2,8}|[^\W\d_]{2,3}\.) $")
_PARTY_BEFORE = pattern(r"\b(?:to|from|by|with) $")
_PAGES_BEFORE = pattern(r"\b(?:pp?|tr|[Oo]p(?:us)?)\.? $")
_WORK = pattern(r"(?:Op(?:us\b|\.)|(?:K|KV|BWV|HWV|RV|TWV|SWV|WoO|Hob|BuxWV)\b)\.? ?(?:\d|[IVX]+:)")
"""A work of music by the number of its catalogue, which no archive has: ``Op. 131``, ``KV 626``."""
_FIELD_START = pattern(r"(?:^|[,;:(.\[“\"'] ?|\s)(?=[A-Z\d]|[bf]MS|[\u4e00-\u9fff]{2,18}[档檔]案)")
_AMERICAN_DAY = pattern(r"(?:0?[1-9]|1[0-2])/(?:[012]?\d|3[01])/(?:19)?\d\d(?=,)")
_EXTENT = pattern(r" [–—-] \d{1,4} [^\W\d_]{3,12}$")
"""How much there is of what a title tells: ``Refugees - 12 boxes (AJHM, REF)``."""
_OF_A_YEAR = pattern(r"[^\d,]* [a-z]{2,} (?:1[5-9]|20)\d\d")
"""Words that end with a year, as sentences do: ``the army list of 1751``."""


def _unnumbered(level: Level) -> bool:
    """Tell whether *level* has no figures but years."""
    return not has_figure(level.value) or YEARS_ONLY.fullmatch(level.value) is not None


def code_before(text: str, found: list[Found], holder: Holder, convention: str, low: int) -> list[Draft]:
    """Read a code that ends right before its archive: ``T 267/1, TNA``; ``Keynes Ms. 2, King's College``."""
    if text[holder.start - 1 : holder.start] == ".":
        return []  # ES.41091.AGI
    required, by_figures = required_levels(convention), levels_by_figures(convention)
    near = max(low, holder.start - (2 * _NEAR if text.endswith(". ", 0, holder.start) else _NEAR))
    if name := _NAME.search(text, max(low, near - _NEAR), near):
        near = name.start()
    if (written := LAST_DATE.search(text, near, holder.start)) and not written[1]:
        return []  # Procès-verbal de la séance du 3 mai 1945, AN
    day = DAY.search(text, near, holder.start)
    ahead = near - len(", ") if name or text.endswith((", ", ". ", "; ", ": "), low, near) else near
    fields = [match.end() for match in _FIELD_START.finditer(text, max(low, ahead), holder.start)]
    announced = {item.lead for item in found if item.valued}
    for start in dict.fromkeys([low, *fields]) if near == low else fields:
        if day and day.start() <= start < day.end():
            continue  # Brief vom 12. 3. 1901, DLA
        if start in announced:
            continue  # rippikirja, jakso 40, Kansallisarkisto: an image
        code = text[start : holder.start]
        if not code.strip(" ,(") or not (required or has_figure(code)):
            break
        if YEARS_ONLY.match(text, start) or _MONTH.match(text, start) or _WORK.match(text, start):
            continue
        if _AMERICAN_DAY.match(text, start) and any(tables.archives()[n.archive].country == "US" for n in holder.names):
            continue  # interview, 3/19/73, FDRL
        if _MONTH_BEFORE.search(text, max(low, start - 12), start):
            continue  # Ben-Gurion to Hazaz, July 10, 1968, BGA
        if _PARTY_BEFORE.search(text, max(low, start - 6), start):
            continue  # Asquith to Venetia Stanley, MS Eng. c. 7091
        if _PAGES_BEFORE.search(text, max(low, start - 4), start):
            continue  # ‘My Life’, pp. 17–19, IWM; sketches for op. 131, D-B
        drafts = coded.read(text, found, None, convention, start, holder.start)
        if not (drafts and _is_list(text, drafts, by_figures)):
            continue
        gap = SAID.sub("", text[drafts[-1].end : holder.start])
        of_year = len(drafts[0].levels) > 1 and YEARS_ONLY.fullmatch(gap.strip(", "))  # UM, 12 L, 1948, KA
        closes = gap == "; " and drafts[-1].folios and CLOSED.match(text, holder.end)  # R 58/12, Bl. 7; Bundesarchiv
        if not (closes or of_year or _ARTICLE.sub("", gap).strip() in _LEADING or is_kin(gap.strip(", "))):
            continue
        first = drafts[0].levels[0].value
        if (
            _SENTENCE.search(first)
            or _SAID_THERE.fullmatch(first)
            or (first.endswith((" in", " at")) and not has_figure(first))
        ):
            continue  # Letters from the Governor. Legislative Papers, LP2:828; State Department of 23 May 1961 in
        if len(drafts[0].levels) == 1 and (_OF_A_YEAR.fullmatch(first) or _EXTENT.search(first)):
            continue
        if start > 1 and text[start - 2].isdigit() and (body := _NUMBERED_BODY.search(text, low, start)):
            _name_whole(text, drafts[0], body.start("v"))
        known = {level.name for level in drafts[0].levels}
        if not required and all(map(_unnumbered, drafts[0].levels)):
            continue  # Vienna, 1720–22, SOA Plzeň
        if required <= known and known and known <= by_figures:
            return drafts
    return []


_NUMBERED_BODY = pattern(
    r"(?:^|[;:(”\"] ?|\. )(?P<v>[A-ZÀ-Þ](?<![^\W_].)[^;:()\d]{2,80} "
    r"(?:Local|Lodge|Branch|Post|Chapter|District) (?:No\. )?\d{1,5} )$"
)
"""A union or a lodge by its number, before what is of it: ``Bakers Union, Local 12 Records``."""


def _name_whole(text: str, draft: Draft, start: int) -> None:
    """Let the collection that begins *draft* with ``Records`` begin at *start*, with whose they are."""
    first, token = draft.levels[0], draft.tokens[0]
    if first.name == token.level == "collection":
        draft.levels[0] = Level("collection", text[start : token.end])
        draft.tokens[0] = token._replace(text=text[start : token.end], start=start)


_JOINED = worded(r",? (?:{ands}|u\.) |, ")


def _is_list(text: str, drafts: list[Draft], by_figures: frozenset[str]) -> bool:
    """Tell whether *drafts* are one code, or codes that are one list: ``R 43 II/1234 und R 58/123, Bundesarchiv``."""
    for first, last in pairwise(drafts):
        joined = _JOINED.match(text, first.end) if len(last.levels) > 1 and last.names() <= by_figures else None
        again = text[joined.end() : last.start].strip(" /") if joined else ""  # the fonds that both have
        if joined is None or again not in {"", last.levels[0].value}:
            return False
    return True
