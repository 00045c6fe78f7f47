"""What stands before a mark or its archive and belongs to it: titles, a collection, papers, a photographed volume."""

from __future__ import annotations

import re

from provcheck.archives.lexicon import vocabulary
from provcheck.archives.lexicon.cuts import HENCEFORTH
from provcheck.archives.lexicon.folios import folios_at
from provcheck.archives.lexicon.times import DATE, MONTH
from provcheck.archives.lexicon.values import Value, has_figure
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.draft import Draft
from provcheck.model.lazy import pattern

_SIGN = worded(
    r"(?:^|[,;:(\"“'] ?|\bSpec\.? |\b{leads}\.? )"
    r"((?:(?:(?!(?:{leads}|Spec)\b)[A-Z][a-z]{1,7} )?(?:MSS?|Mss?)|M|ARC|SC|Coll\.|[A-Z]{2,4})"
    r"[.# ]?(?:[A-Z]\w* ){0,2}\d[\w./-]*), ?$"
)
"""The call number of a collection, behind that of special collections it is."""
_ENDS = worded(
    r"[”“»\"][,.]?(?=\s)|;|\n|(?<!File)(?<!Files)(?<!PSF)(?<!NSF)(?<!NSC):(?=\s)|(?<=[^\W\d_]{4})(?<!Nachl)\.(?=\s+[A-Z])|(?<=\d{4})\.(?=\s+[A-ZÀ-ÞŠČŽ])|(?<=[,.?!])['’](?=\s)|\][,.]?(?=\s)"
    r"|(?:^|[,;]\s)(?:in|see|aus|en|dans)(?=\s)|(?<=Digital Archive),(?=\s)"
    r"|\s[–—](?=\s[A-Z][^,;:()\d–—]{2,50} {papers},)"
    r"|\b{kept_in}(?=\s)|\b(?:in|from)(?=\s$)"
    r"|\b(?:(?:in|from) the|(?i:{copies}))(?=\s(?:[A-Z][\w.]* (?:and |& )?){1,5}{papers},)"
)
_YEAR = pattern(rf" ?(?:{MONTH}\.?[–-]{MONTH}\.? )?(?:1[5-9]|20)\d\d(?:[-–](?:\d\d)?\d\d)?[,.] ")
"""When a document was made, after its title: ``‘Draft poem,’ 1958, Doe Papers``, or a series: ``1935–64, MS 12``."""
_NUMBERED_DAILY = pattern(
    r"\b(?:Cons(?:ultations?|n?s?\.)|Proc(?:eedings|s?\.)|Progs?\.?"
    r"|Dep(?:artment|t\.?), [A-Z][a-z]{2,12}\.?(?:[ -][A-D])?), $"
)
"""What is numbered anew each day or month, which tells of its number: ``Secret Consultations, 25 March 1843``."""
_SLASHED = pattern(r"(?<=, )\d{1,2}/\d{1,2}/(?:\d\d)?\d\d, ")
"""A day between who wrote to whom and the mark: ``Letter, Doe to Roe, 8/29/80, box 3``."""
_DATED_TITLE = worded(
    rf"[A-Z](?:(?!{{papers}},)[^,;:()\d]){{2,60}}, (?:{MONTH}\.? )?(?:1[5-9]|20)\d\d, "
    rf"(?:images? \d{{1,4}}(?:[-–]\d{{1,4}})?, )?"
    r"(?=[A-Z][^,;:()\d]{2,60} {papers}, )"
)
"""A document without quotation marks and its month or year, before papers: ``Cash Accounts, May 1774, Doe Papers,``."""
_PARTIES = pattern(
    r"(?:^|, )(?!(?:Memo|Note|D[ei]spatche)s (?:to|from) )[^,]{0,80}?\b(?:to|with|an|à) (?:the |[A-Z\[])[^,]*"
)


def titles_before(text: str, start: int, low: int = 0) -> int:
    """Return where a mark begins that has titles before its first word for a level, and its archive after it.

    What it is about comes first, and ends with a date, a quotation, or the names of who wrote to whom.
    """
    low = max(low, start - 240)
    found = (m for m in _ENDS.finditer(text, low, start) if m.end() < start)
    ends = [m.end() for m in found if not _amid_titles(text, low, m, start)]
    ends += [m.end() for m in DATE.finditer(text, low, start) if not _NUMBERED_DAILY.search(text, low, m.start())]
    if (day := _SLASHED.search(text, low, start)) and " to " in text[low : day.start()]:
        ends.append(day.end())
    if not ends:
        ends += [m.end() for m in _PARTIES.finditer(text, low, start) if m.end() < start]
    if (written := _WRITING.search(text, low, start)) and not _ENDS_HOLDING.search(text, low, written.end("who")):
        ends.append(written.end())
    begin = max([low, *ends])
    close = text.rfind(")", begin, start)
    if close >= 0 and text.startswith(",", close + 1) and _is_remark(text, begin, close):
        begin = close + 1  # (Previously Withheld), B: 717
    if year := _YEAR.match(text, begin, start):
        begin = year.end()
    elif document := _DATED_TITLE.match(text, begin, start):
        begin = document.end()
    while begin < start and not (text[begin].isalnum() or text[begin] in '“"«'):
        begin += 1
    if text.endswith(" [", begin, start) and "," not in text[begin:start]:
        return start  # Container number [Box 12], Smith Papers: a field
    article = text.endswith((" the ", " a "), begin, start)  # I read the file no. 12
    if text.endswith(". ", begin, start) and text[begin:start].partition(" ")[0].lower() in vocabulary.wording().told:
        return start  # Extract from a statement by Roe, Jane. File No. 12
    return start if article or text[begin:start] in _WRITTEN_BY else begin


_WRITING = worded(
    r"(?:^|(?<=[.;] )|(?<=\d ))(?P<who>(?:[A-ZÀ-Þ][\w.’'-]* ){1,4}[A-ZÀ-Þ][\w’'-]+), "
    r"(?:[a-z]+ ){0,2}(?:{documents}|diary|diaries|notebook)"
    r"(?:, (?:[A-Z][a-z]{2,8}\.? )?(?:1[5-9]|20)\d\d(?:[-–]\d{1,4})?)?(?=, )"
)
"""Who wrote what, and in which year: ``Jane Doe, memorandum, 1937, ``."""


def _is_remark(text: str, begin: int, close: int) -> bool:
    """Tell whether the bracket that ends at *close* says something of a document, and nothing of its mark."""
    opened = text.rfind("(", begin, close)
    inside = text[opened:close] if opened >= 0 else ""
    before = close - len(inside) - 1
    if has_figure(inside) or (begin < before and text[before - 1].isdigit()):
        return False  # 751K.00/3-1262 (Secret)
    if inside.upper() == inside or inside.endswith(("File", "Files")):
        return False  # (Ann Whitman File)
    if _ENDS_HOLDING.search(text, begin, max(begin, before)):
        return False  # Doe Papers (Second Series),
    return HENCEFORTH.match(text, before) is None


_WRITTEN_BY = frozenset({"TS ", "MS ", "TMs ", "AMs "})
"""How a document was written, before its box: ``1964. TS box 1``."""
_HOLDS = worded(r"(?:{papers}|{files}), [^;]*$")
_ENDS_HOLDING = worded(r"(?:{papers}|{files})$")


def _amid_titles(text: str, low: int, end: re.Match[str], start: int) -> bool:
    """Tell whether a colon stands within titles: ``Office Files, Countries, China: Security, box 113A``.

    So does a semicolon between papers and their first level at *start*: ``Doe Collection; box 3``.
    """
    if end.group() == ";":
        return end.end() + 1 == start and _ENDS_HOLDING.search(text, low, end.start()) is not None
    return end.group() == ":" and _HOLDS.search(text, low, end.start()) is not None


_COLLECTION = worded(
    r"(?:^|[,;:(] ?| [–—] |\. |\b(?:in|from|see|also|[Tt]he|{leads}\.?) +)(?!{leads}\b|The )"
    r"((?:Nachl(?:\.|ass|aß) [A-ZÄÖÜ]|Papers of (?:the )?[A-Z])[^,;:()]{2,60}"
    r"|[A-Z](?:(?! [–—] )[^,;:()](?!(?<= )(?:in|from|see) )){2,60}?(?:{papers}|{files})"
    r"(?:, [A-Z][^,;:()\d]{2,40} (?:Files?|Series))?)[,;] ?$"
)


def collection_before(text: str, start: int) -> int:
    """Return where the collection begins that is named right before the first label, or *start*."""
    for _ in range(3):
        before = _COLLECTION.search(text, max(0, start - 80), start) or _SIGN.search(text, max(0, start - 40), start)
        if before is None:
            break
        start = before.start(1)
    return start


_PAPERS = worded(
    r"(?:The )?((?!From the )[A-ZÀ-Þ](?:(?! (?:is|are|was|were|from the|[–—]) )[^,;:()'’.]|['’.](?! )"
    r"|(?<=\b[A-Z])\. |(?<=\b[A-Z][a-z])\. |(?<=s)['’] |\([A-Z][^()\d]{2,40}\) )*?"
    r"(?:{papers}|[Ff]onds|Archive(?=\. $))|(?:(?:Private [Pp]|P)apers of (?:the )?|Nachla(?:ss|ß) )[A-Z][^,;:()]{2,60}"
    r"|[\u4e00-\u9fff]{2,20}(?:[档檔]案|文[物件]|资料))"
    r"(?: \((?:Collection (?:[Nn]o\. )?(?=\d))?"
    r"(?P<mark>(?:MSS?|Mss?|MC|[A-Z]{1,4}|(?<=Collection )|(?<=o\. ))"
    r"[.# -]{0,2}\d[\w.-]{0,12})\)|[.,] (?P<accession>\d{5})(?=[.,]))?"
    r"(?:, (?:circa |ca?\. )?(?:1[5-9]|20)\d\d[–-](?:1[5-9]|20)\d\d(?=[,.] | \(bulk)"
    r"(?:(?:, bulk| \(bulk:?) (?:circa |ca?\. )?(?:1[5-9]|20)\d\d[–-](?:1[5-9]|20)\d\d(?:\)|(?=[,.] )))?)?"
    r"(?:, (?:(?:[A-Z]\w+ ){1,3}U(?:niversity)?|U(?:niversity)? of [A-Z]\w+))?(?: ?, ?〈[^〈〉]{1,60}〉)?"
    r"(?:[ ,.(]+(?:The )?"
    r"|[”\"]?(?: collection)?,? (?:in|at|from|held (?:at|by)) (?:the )?)$"
)
_HELD_PAPERS = worded(r"{papers}\b|\w [Ff]onds\b|Nachla(?:ss|ß)\b|Archive\. $|[档檔]案|文[物件]|资料")
"""A word without which these are not there."""
_PREFERRED = pattern(r"\[[^\[\]]{3,60}\],? ([A-Z][^\[\],;]{2,80}?),? (?:\[[^\[\]]{3,60}\],? )?$")
"""How a finding aid wants its collection cited: ``[Identification of item], Smith papers, [Box no.], Hoover …``."""
_FOLDER = pattern(r"(?:^|[,;:] )([A-Z][^,;:()]{1,40}) folder, $")
"""A folder named before its papers: ``Strauss folder, Rabi papers, Library of Congress``."""
_SERIES_NUMBER = pattern(r"[Ss]eries (?:\d{1,2}|[IVX]{1,5}): $")
"""The number of a series before its title: ``Doe Papers, Series 5: Financial Papers, Library of Congress``."""
_SERIES = pattern(r"(?:^|[,;:] )([^\W\d_][^,;:()\d]{2,60} [Ff]iles?), $")
"""Files of papers, named before them: ``president’s secretary’s files, Truman papers, Truman Library``."""


def papers_before(text: str, start: int) -> list[tuple[str, Value]]:
    """Return the collection that is named right before its archive at *start*, and files of it."""
    papers = _PREFERRED.search(text, max(0, start - 160), start)
    if papers is None and _HELD_PAPERS.search(text, max(0, start - 110), start):
        papers = _PAPERS.search(text, max(0, start - 110), start)
    if papers is None or _SERIES_NUMBER.search(text, max(0, papers.start(1) - 16), papers.start(1)):
        return []
    end = papers.end(1) - papers.group(1).endswith(".")
    level = "collection"
    if papers.group(1).endswith(("fonds", "Fonds")):
        level, end = "fonds", papers.end(1) - len(" fonds") * papers.group(1).endswith(" fonds")
    found = [(level, Value(" ".join(text[papers.start(1) : end].split()), papers.start(1), end))]
    if name := papers.lastgroup:
        return [*found, ("call-number" if name == "mark" else name, Value(papers[name], *papers.span(name)))]
    if folder := _FOLDER.search(text, max(0, papers.start(1) - 60), papers.start(1)):
        return [*found, ("folder", Value(folder.group(1), folder.start(1), folder.end(1)))]
    series = _SERIES.search(text, max(0, papers.start(1) - 80), papers.start(1))
    return [*found, ("series", Value(series.group(1), series.start(1), series.end(1)))] if series else found


_PHOTOGRAPHED = pattern(
    r"([A-ZÅÄÖ]{1,4}(?: ?[IVX]+)?(?: ?[a-zåäö]{1,2}(?: ?\d)?)?:\d+[a-z]?) \(\d{4}-\d{4}\)"
    r" Bild \d+(?: / sid (\d+))?[^()\d]{0,6}\(AID: "
)
"""A volume and its page as ArkivDigital has them: ``Madesjö CI:5 (1825-1848) Bild 28 / sid 47 (AID: …, NAD: SE/…)``."""


def photographed(text: str, start: int, draft: Draft) -> None:
    """Add to *draft*, whose archive begins at *start*, the volume and the page that stand before the film's number."""
    film = _PHOTOGRAPHED.search(text, max(0, start - 160), start)
    if film is None:
        return
    draft.put("volume", Value(film.group(1), film.start(1), film.end(1)), text)
    if film.group(2) and (reading := folios_at(text, film.start(2))):
        draft.leaves(text, film.start(2), reading)
