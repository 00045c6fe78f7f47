"""Words that sentences put where references have commas: ``box 3 of the Smith Papers at the Library of Congress``.

So are those that only say whose a mark is: ``TNA’s FO 371/84123``, ``ve fondu …``, ``NAA file A1838, 539/1``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from operator import methodcaller

from provcheck import tables
from provcheck.archives.lexicon.cuts import names_collection
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.values import has_figure
from provcheck.archives.lexicon.vocabulary import wording, words_of
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.draft import CLOSED
from provcheck.archives.reading.levels import soviet
from provcheck.archives.reading.plain.hidden import Span
from provcheck.model.lazy import pattern

_PAPERS_BEHIND = (
    r"(?P<of>(?: \((?:1[5-9]|20)\d\d(?: ?[–-] ?\d{2,4})?\))?,? (?:of|in|from|within)(?: the)?|, the) "
    r"(?=[A-Z][^,;:.()\d]{2,60}?{papers}(?:(?P<at>(?: held| housed| kept| preserved| available| now)?"
    r" (?:at|in)(?: the)?) [A-Z]|[,.;] | \(| (?:is|are|was|were) |$))"
)
_OF_PAPERS = worded(
    rf"[\d)]{_PAPERS_BEHIND}"
    r"|\d(?P<listed>,? (?:{listed_in}|{keeps} {within})(?: the)?) (?=[A-Z][^,;:.()\d]{2,60}?(?:{papers}|List)\b)"
)
_LIST_OF_PAPERS = worded(rf"List [IVX]{{1,3}}{_PAPERS_BEHIND}")
_IN_FOND = pattern(
    r"(?<=\d)(?: of (?:the year )?(?:1[89]|20)\d\d,?)?,? (?:(?:also )?in|of|from|belonging to) the(?= [Ff]onds? )"
    r"|(?<=\d) of (?:the year )?(?:1[89]|20)\d\d,(?= (?:pages?|pp?\.|leaf|leaves|fols?\.|folios?) \d)"
    r"|(?<=\d) (?:of|from) (?:the year )?(?:1[89]|20)\d\d(?=\.?$|,? (?:kept|held|preserved|stored) (?:at|in) )"
    r"|, the (?=[A-Z][^,;:.()\d]{2,50} (?:Section|Department|Division|Branch)\b)"
    r"|(?<=[a-z]),? (?:of|at|in) the(?= (?:[A-Z][a-z]+ )?(?:National|State|Central) Archives)"
)
"""What leads from a file and its year to the fond it is in, and from that to its section: ``file 4 of 1945 in the Fond
of the Court, the Legal Section``."""
_FONDS = frozenset({"Fond", "fond", "Fonds", "fonds"})
_SPAN = methodcaller("span")
_IN_HOLDING = worded(
    r"(?<=[^\W\d_]),? (?i:{within})(?= {holdings_there} [^\W\d_])"
    r"|(?<=[^\W\d_]),? (?:{kept} )?{under}(?: Signatur(?= [A-Z\d])|(?= {marks_there}\b[.:]? ?(?:[A-Z\d]|č\. ?\d)))"
    r"|(?<=\d) a(?= (?:sign|sig|inv|kart|fasc)\b)"
)
"""``ve fondu``, ``w zespole``, ``im Bestand`` before the name of a holding, ``pod inv. č.`` behind it, ``a sign.``."""


_OF_ARCHIVE = worded(r"(?<=[A-ZА-Я][A-ZА-Я][A-ZА-Я])['’]s(?= (?:RG|[A-Z]{2,4} \d{2,3}/|[^\W\d_]{1,8}\.? ?\d))")
"""What makes an archive the owner of a mark: ``TNA’s FO 371/84123``, ``GARF’s f. 9401``."""
_KEEPS = worded(
    r"(?:['’]s?)?,? (?:{holdings},?(?= [^\W\d_a-zß-ÿа-я]| [^\W\d_]{1,3}\. ?\d)"
    r"|files?(?= [A-Z]{1,4}\d{1,5}(?:/\d+)?, [\w/]{0,20}\d| [A-Z]{1,4} ?\d{1,4}/\w*\d))"
    r"|[,.;]? (?:\| )?(?i:{holdings}|{signed})(?: (?:code|number|n[or]\.?))?:(?= ?[^\W_])"
    r"|,? (?:{compared})\.?:?(?= [^\W\d_a-zß-ÿа-я]| [^\W\d_]{1,3}\. ?\d)"
    r"| [/|](?= (?:[^\W\d_a-zß-ÿа-я][^|;]{0,60}\d|\d+[./-]\w))"
    r"| \[(?=[^\[\]]{0,120}\d[^\[\]]{0,60}\])"
    r"|,? (?:{keeps}|{holds})(?: [^\d,;:.()]{0,60}(?:\((?=[^()]{0,160}\d)|,(?= [^\W_]))|(?= [^\W\d_]{1,4}\.? ?\d)"
    r"|(?: [^\W\d_]{2,12}){1,3}(?= [A-Z]{1,4} ?\d{1,5}/\d))"
    r"|, (?:part of|in) the"
    r"(?: [A-Z][^\d,;:.()]{2,60} [Ss]eries \((?=[A-Z][^()]{0,60}\))|(?= [A-Z][^\d,;:.()]{2,60}{papers} \())"
)
"""What says no more than that an archive keeps it: ``RGASPI archive, f. 17``, ``NAA file A1838, 539/1``, ``TNA, ref.:
FO 371/1``, ``TNA / FO 371/1``, ``ÖNB [Cod. 12]``, ``TNA holds a copy (FO 371/1)``.
"""


_HELD = worded(
    r"(?<=[\w)\]])(?P<closed>\))?,? (?:(?:(?:{which} )?(?:{nowadays} )?{keeps} (?:{nowadays} )?|{nowadays} )"
    r"{within}|{keeps_there}|held at|(?:was|were) [a-z]{4,9} to (?:me|us) (?:at|in|by)|(?P<bare>at|(?<=\d )in))"
    r"(?: the)? $"
)
"""What says which archive keeps the mark before it: ``(RG 59, box 12) are held at the National Archives``; or showed
it: ``was refused to me at``.
"""
_DONE = pattern(r"(?<=\d)(?P<done>,? (?:(?:are|is|was|were|have|has) (?:been )?)?[a-z]{2,12}ed) \($")
"""What became of a holding, before its archive in brackets: ``box 12 arrived (State Archives)``."""
_UNIT = worded(r"(?:^|(?<=[,;:.(] ))(?i:{articles}) (?i:{units_told})(?= [A-Z]{1,4} ?\d[^,;()]{0,12}/\d)")
"""What holds the mark behind it: ``Die Akte R 58/123 liegt im Bundesarchiv``."""
_NO_VALUE = pattern(r"^ ?$|^ ?[a-zа-я]{2}|[;:()]|, |\. [A-Z]")
"""What is no number or title behind the word for its level: nothing, prose, the end of a clause."""
_OF_IT = worded(r"(?<=[\w)\]])(?P<of>,? (?:{of_it}|{within})) $")
"""What joins a number or a title to the level or the archive that it is of: ``carton 12 du fonds 626 AP``."""
_ALL_OF_THEM = worded(
    r"[\w)\]](?P<all>[,;] {all_of_them}(?: {within})?(?: the)?) "
    r"(?:(?:(?:RG|Record Group) \d{1,3}|[A-Z][^,;:()\d]{2,50}{papers}), (?:the )?)?$"
)
"""What says that an archive has all marks before it, or what is in it: ``RG 59, box 12; RG 84, box 3, both in NARA``,
``box 12; box 15; both in Doe Papers, LC``.
"""
_MANUSCRIPT_OF = worded(
    r"\b(?:MSS?|[Mm]ss?|Cod|Hs|[Rr]kp)\.? (?:[A-Z][\w.]{0,12} ){0,2}\d{1,5}[a-z]?(?P<of> {of_it}) $"
)
"""What joins a manuscript to its library: ``MS Doe 12 of the Bodleian Library``."""
_PHRASE = 40
"""How long such words are at most."""
_SENTENCE = 160
"""How far before that the sentence may begin."""
_ARCHIVED = pattern(r"\[A(?:/OL)?\][.．,] ?(?:[^\W\d_]{2,8}[:：] ?)?")
"""What tells a document of an archive in the Chinese standard for references (GB/T 7714-2015), and the town."""

_COPY_IS_ON = pattern(
    r"; (?:an?|another|the)(?: [a-z]{2,12}){1,4}(?: [A-Z][a-z]+){0,2}(?: (?:of|dated) \d{1,2} [A-Z][a-z]+ \d{4})?"
    r" (?:is|are) (?:on|in)(?: file)?(?= [A-Z]{1,4}\d{1,5}, [A-Z\d])"
    r"|;(?: [a-z]{2,12}){1,5} on(?: file)?(?= [A-Z]{1,4}\d{1,5}(?:/\d{1,3})?, [A-Z\d])"
    r"|\. (?:An?|The|Another) [a-z][a-z ]{2,40} (?:is|are) on(?= [A-Z]{1,4}\d{1,5}, [A-Z\d])"
    r"|(?:, [A-Z][^,.;:()\d]{1,40} to [A-Z][^,.;:()\d]{1,40})?[.;](?: (?:An?|The|No|This) [a-z][a-z ]{2,60},)?"
    r" (?:[Bb]ut )?[Ss]ee(?: also)?(?= [A-Z]{1,4}\d{1,5}, [A-Z\d])"
)
"""What says that more of a document is in another file: ``A1838, 12/3/4; a draft is on A1838, 12/3/5``, ``. The reply
has not been found, but see A1838, 12/3/6``.
"""
_CAME_FROM = pattern(
    r"[.,;]? ?\(?(?:(?:[Dd]ocumento|[Uu]nidad) de )?\b[Pp]rocedencia:(?= [A-ZÀ-Þ])"
    r"|[.;] (?:Items?|Materials?|Documents?|Records?|Box(?:es)?|Folders?) (?:used|cited|consulted):(?= [^\W_])"
)
"""What leads to another mark: to the holding that a map was taken out of, and to what was used of the papers that a
finding aid tells how to cite: ``MAPILU, 12, procedencia: Tierras``, ``Doe Papers, Oxtown Library. Items used: Box 3``.
"""
_OPENS = pattern(r" \((?<=[\dа-я] \()(?:[а-яёіїєґў]{1,20} ){0,6}[а-яёіїєґў]{2,20}(?: [–—-]|[:,]) ")
"""What a bracket behind a file says of a further one, or of its leaves: `` (дело мужа – ``, `` (приговор, ``."""
_FILE_OR_LEAVES = pattern(
    r"(?:№ ?)?(?:(?P<case>(?:[А-Я]-\d{3,6}|\d{3,6}-[а-я]|\d{5,6})(?=\)))|(?:[А-Я]-)?\d[\d ,обзвпф.–-]{0,30}?)"
    r"(?P<closes>\)[.,;]?(?: /)?)(?!,? ?\d)"
)
"""What stands in it, up to the next reference; of leaves before the next number of a list the bracket tells more."""
_CASE = pattern(r" (?:№ ?)?(?:[А-Я]-\d{3,6}|\d{3,6}-[а-я])\)")
"""A closed case, which is a file of its own behind the leaves of another: ``, л. 5 (муж – П-124)``."""
_LEADS_TO_NEXT = ("rocedencia:", " used:", " cited:", " consulted:")
_BEFORE_NEXT = (*_LEADS_TO_NEXT, ");", " on")
"""With what ends that parts two marks."""
_ON_FILE = (" is on ", " on A", "ee A", " also A")
_IN_TREE = worded(
    r" [,;] (?i:{tree_levels}) [,;] [^,;\n]{2,40}?(?: ,)? (?i:{part_of}) (?=[^\W_])"
    r"| , (?i:{tree_levels}) , [^,\n]{2,40}$"
)
"""What stands behind a reference code where AtoM lists it: ``27025 · Fonds · 1889–1950 · Part of …``, evened."""


@cache
def _of_holdings() -> frozenset[str]:
    """Return the words one of which stands where `_IN_HOLDING` is found, which takes its time."""
    return frozenset((*wording().holdings_there, *wording().marks_there, "Signatur", "kart", "fasc"))


@cache
def _joining() -> frozenset[str]:
    """Return the words that may stand between a number and the papers it is of."""
    table = tables.wording()
    told = (words_of(said)[0] for said in (*table["listed_in"], *table["keeps"]))
    return frozenset({"of", "in", "from", "within", "the", *told})


def joints(text: str, words: set[str], found: list[Found]) -> list[Span]:
    """Return where such words stand between a number, the papers it is of, and the archive, or behind that.

    *words* are those of *text*, *found* what they mean.
    """
    spans: list[Span] = []
    if not _joining().isdisjoint(words):
        spans += [one.span(name) for one in _OF_PAPERS.finditer(text) for name in ("of", "at", "listed") if one[name]]
    if "List" in words:
        spans += [one.span(name) for one in _LIST_OF_PAPERS.finditer(text) for name in ("of", "at") if one[name]]
    if not _of_holdings().isdisjoint(words):
        spans += map(_SPAN, _IN_HOLDING.finditer(text))
    if not _FONDS.isdisjoint(words):
        spans += map(_SPAN, _IN_FOND.finditer(text))
    if "’s " in text or "'s " in text:
        spans += map(_SPAN, _OF_ARCHIVE.finditer(text))
    if not wording().units_told.isdisjoint(words):
        spans += map(_SPAN, _UNIT.finditer(text))
    if not wording().of_it.isdisjoint(words):
        spans += _of_it(text, found)
    if not wording().all_of_them.isdisjoint(words):
        spans += _all_of_them(text, found)
    if not wording().within.isdisjoint(words):
        spans += _held(text, found)
    if "ed (" in text:
        bracketed = (item.start for item in found if item.what == "archive" and text.endswith("ed (", 0, item.start))
        done = (_DONE.search(text, max(0, start - _PHRASE), start) for start in bracketed)
        spans += (one.span("done") for one in done if one)
    if " , " in text or " ; " in text:
        spans += map(_SPAN, _IN_TREE.finditer(text))
    if ("; a" in text and (" on " in text or " in " in text)) or any(map(text.__contains__, _ON_FILE)):
        spans += map(_SPAN, _COPY_IS_ON.finditer(text))
    if ": " in text and any(f"{sign} " in text for sign in _LEADS_TO_NEXT):
        spans += map(_SPAN, _CAME_FROM.finditer(text))
    if " (" in text and not text.isascii():
        spans += _in_bracket(text, found)
    if "[A" in text:
        spans += map(_SPAN, _ARCHIVED.finditer(text))
    for item in found:
        keeps = _KEEPS.match(text, item.end) if item.what == "archive" else None
        if keeps and not text.startswith(text[item.start : item.end], keeps.end()):
            spans.append(keeps.span())  # but the ISA keeps it (ISA FM 12/3): its mark names it again
    return _apart(spans)


def _apart(spans: list[Span]) -> list[Span]:
    """Return *spans* in order, without those that begin before the one before them ends."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):  # the longer of two that begin together
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _word_before(text: str, at: int) -> str:
    """Return the word that ends right before the blank before *at*, with a small letter."""
    return text[text.rfind(" ", 0, max(0, at - 1)) + 1 : at].rstrip().lower() if text[at - 1 : at] == " " else ""


def _held(text: str, found: list[Found]) -> Iterator[Span]:
    """Yield what stands between marks and the archives that keep them, and what a sentence says before its bracket."""
    ends = wording().within
    for item in found:
        if item.what != "archive" or _word_before(text, item.start) not in ends:
            continue
        held = _HELD.search(text, max(0, item.start - _PHRASE), item.start)
        if held is None or (held["bare"] and not CLOSED.match(text, item.end)):
            continue  # f. 23 in BL, Add MS 3451
        opened = _opening(text, held.start()) if held["closed"] else -1
        begin = max(text.rfind(sign, 0, max(opened, 0)) for sign in (". ", "; ", "(")) + 1
        told = has_figure(text[max(opened, 0) : held.start()])  # but Doe Papers (Second Instalment) are held at
        if opened >= 0 and told and not names_collection(text[begin:opened].rstrip()):
            yield begin if found[0].start < begin else 0, opened + 1
        blank = not (opened < 0 and text[held.start() - 1].isdigit())  # the Legal Section, at the Archives
        yield held.start() if told or opened < 0 else held.end("closed"), held.end() - blank


def _of_it(text: str, found: list[Found]) -> Iterator[Span]:
    """Yield what joins the number or title of a level to a broader one, or to its archive."""
    ends = wording().of_it
    for item in found:
        if item.what == "archive" and _word_before(text, item.start) in ends:
            manuscript = _MANUSCRIPT_OF.search(text, max(0, item.start - _PHRASE), item.start)
            if manuscript:
                yield manuscript.span("of")
    for before, item in pairwise(found):
        if before.what != "label" or item.start - before.end > _PHRASE or _word_before(text, item.start) not in ends:
            continue
        of = _OF_IT.search(text, before.end, item.start)
        value = text[before.end : of.start()] if of else ""
        if of is None or _NO_VALUE.search(value):
            continue
        if item.what == "archive":
            joined = CLOSED.match(text, item.end) is not None
        else:  # but p. 33 of the book
            level = item.what == "label" and not text[item.end + 1 : item.end + 2].islower()
            joined = level and of["of"][0] == " " and (value[-1:].isdigit() or not before.valued)
        if joined:
            yield of.span("of")


def _in_bracket(text: str, found: list[Found]) -> Iterator[Span]:
    """Yield what leads in a bracket to another file or to leaves, and its end: ``П-123 (дело мужа – П-124)``."""
    labels = {item.start: item for item in found if item.valued}
    for opens in _OPENS.finditer(text):
        label = labels.get(opens.end())
        said = _FILE_OR_LEAVES.match(text, label.valued.start if label and label.valued else opens.end())
        if said and (said["case"] or (label and _is_file_or_leaf(label))):
            yield opens.start(), opens.end() - 1
            yield said.span("closes")


def _is_file_or_leaf(label: Found) -> bool:
    """Tell whether *label* announces a file or leaves in the former Union."""
    first = next((meanings[0] for name, meanings in label.labels.items() if name in soviet()), None)
    return first is not None and (first.level == "delo" or first.role == "leaf")


def _all_of_them(text: str, found: list[Found]) -> Iterator[Span]:
    """Yield what says that the archive behind it, with which a clause ends, has all marks before it."""
    for item in found:
        if item.what == "archive" and CLOSED.match(text, item.end):
            told = _ALL_OF_THEM.search(text, max(0, item.start - _SENTENCE), item.start)
            if told:
                yield told.span("all")


def _opening(text: str, end: int) -> int:
    """Return where the bracket begins that is closed at *end*; -1, where that is too far."""
    low = max(0, end - _SENTENCE)
    opened = text.rfind("(", low, end)
    while opened >= 0 and text.count("(", opened, end) <= text.count(")", opened, end):
        opened = text.rfind("(", low, opened)
    return opened


def parted(text: str, spans: list[Span]) -> tuple[str, list[Span]]:
    """Return *text* with a comma for each of *spans*, and where each letter of it stands; a semicolon parts marks."""
    parts: list[str] = []
    places: list[Span] = []
    at = 0
    for start, end in [*spans, (len(text), len(text))]:
        next_mark = text.endswith(_BEFORE_NEXT, start, end) or (
            text[start : start + 2] == " (" and _CASE.match(text, end)
        )
        parts += text[at:start], ";" if next_mark else ","
        places += [*((letter, letter + 1) for letter in range(at, start)), (start, end)]
        at = end
    return "".join(parts)[:-1], places[:-1]
