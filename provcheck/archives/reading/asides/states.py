"""What says how a document is and not where: ``n.d.``, ``(copy)``, ``Подлинник. Машинопись``, ``annex 2``, ``3 pp.``"""

from __future__ import annotations

import re
from functools import cache

from provcheck import tables
from provcheck.archives.lexicon.times import DATE
from provcheck.archives.lexicon.vocabulary import wording, words_of
from provcheck.archives.lexicon.wording import worded
from provcheck.model.lazy import pattern

_TAIL = r"(?!(?<=[^\W\d_]{3}),? etc\b),? {goes_on_so}(?=[,;)\]]|\.?$|\. [^\W\d_])"
"""What needs no sign before it: ``f. 5 passim``; behind a word it is of the title, ``Memos, etc. from 1956``."""
_PIECE = worded(
    rf"{_TAIL}"
    r"|(?:[,;]|\.(?=[ )])| [–—]|(?<=[”»])(?= )) *+(?P<said>[bnos]\. [dD]|[^\W_][^,;()\[\]]{0,30}?)"
    rf"(?=[,;)\]]|\. | [–—] |{_TAIL}|\.?$)"
    r"| ?[(\[](?P<put>[^\W_][^,;()\[\]]{1,30})[)\]]"
)
"""What stands between two signs, or in brackets."""
_ENDS = pattern(r"[.)\]]*(?:;|$)")
"""What follows a remark behind a semicolon; other words would go on with the mark before it."""
_ON_LEAF = pattern(r" [–—] [^\W\d_]{1,4}\.? ?\d")
"""The leaf of what it is: ``л. 3, копия — л. 9``, which is no range."""
_NUMBERED = pattern(r"\.?(?: (?:(?:n[or]|№)\.? ?)?(?:\d{1,3}|[a-z]|[ivx]{1,4}))?\.?")
"""The number of an annex."""
_NUMBER = pattern(r"\.? \d")
"""What makes letters with points a series: ``CAB 16/49, N.D. 12``, ``S.P. 15/3``."""
_CIRCA = worded(r", {about}\.? (?:1[5-9]|20)\d\d\.?")
"""The year about which a document was written; but C.1634 is a box, MS. Eng. hist. c. 1140 a manuscript."""
_EXTENT = worded(
    r"(?:[.;(\[](?:(?<=[(\[])|(?<![a-zß-ÿа-я].)|(?<= [ivx]{2}.)|(?<=[a-z]{4}.))"
    r"|,(?= \d{1,3} (?:pp|pgs|pages|vols|volumes|copies)\b(?!\.?, {databases}\b))) ?(?i:\d{1,3} {extents})(?!\w)"
    r"(?!\.? ?(?:\d|{verso}(?!\w)))"
)
"""How much there is of a document; but behind a comma leaves are these leaves, ``д. 3, 2 л.``, not so ``, 3 pp.``"""
_LATER_COPY = worded(
    r",? (?i:{later_copies}) (?:[^\W\d_]{1,3} )?(?:\d{1,2}(?:st|nd|rd|th|[.°º])?|[IVX]{2,5}) {centuries}"
    r"(?=[.,;)]|$)\.?"
)
"""By its century, which copy it is: ``, opis 18. stol.``"""
_OF_HAND = worded(r"[;,] (?i:{handmade}) {whose_hand}(?: [^\W\d_]+\.?){1,5}(?:,? (?:1[5-9]|20)\d\d)?(?=;|\.?$)")
"""By whom a copy is: ``; Abschrift von Karl Roe 1868``, ``; copy by John Roe``."""
_FILE_HAS = worded(
    r"(?:\.| (?P<put>\()) ?(?i:{file_has})(?: [^\W\d_]{2,12}){0,2} \d{1,4} (?:{leaves_of_file}|{extents})"
    r"(?(put)\.?\)|(?=[.,;)]|$))"
)
"""How many leaves a file has, told in a sentence or in brackets: ``. Lietā sašūtas 48 lapas``, `` (в деле 2 тома)``."""
_COUNTED = worded(
    r" \((?:[^\W\d_]{1,2} )?\d{1,2}(?:-[^\W\d_]{1,3})? {many_volumes}\.?\)"
    r"|,? (?:[ВвУуw]|in) (?:\d{1,2}(?:-[^\W\d_]{1,2})?|[^\W\d_]{3,8}) {many_volumes}(?!\w)(?:(?<=[тч])\.)?"
)
"""In how many volumes a file is, or against how many people: ``(в 3-х томах), т. 2``, ``, w 2 tomach``."""
_LACKS = worded(
    r" ?[(\[](?:(?i:{lacking})(?!\w)[^()\[\]]{0,30}|[^()\[\]]{1,30} (?i:{lacking})(?!\w)[^()\[\]]{0,40})[)\]]"
)
"""Which part of a file is not there: `` (mangler læg 3)``, `` (Bl. 3 fehlt)``, `` (p. 15 is missing …)``."""
_HEDGED = worded(
    r"(?<=[,;:(])(?: |(?<=\()) ?(?i:{hedges}|{part_of}),?"
    r"(?= (?!(?:1[5-9]|20)\d\d(?!\d))[^\W\d_]{1,12}\.? ?(?:(?:[Nn][or]|[Bb]r|[Бб]р|č)\. ?)?[^\W_a-zß-ÿа-я])"
)
"""That one is not sure of what follows, or that it is a part: ``HHStA, I think box 12``, ``, part of fond 3``."""
_INCLUDED = worded(
    r",? (?i:{included}) [^;:()\d]{3,70}(?:(?i:{annexes}|document|doc|no|документ|док|Nr|№)\.? ?\d{1,3})?(?=[;)]|\.?$)"
)
"""What of the file is meant too, a document that is told by its author: ``including Doe's note, document 2``."""
_PAGE_OF_LIST = worded(
    r"{finding_lists} (?:[IVX]{1,4}|\([^()]{2,30}\))(?:(?: of|,) [^,;:()\d]{4,40})?"
    r"(?P<page>, [Pp]{1,2}\. ?\d{1,3}(?:(?:[–-]|, ?| {ands} )\d{1,3})*)(?!\d)"
)
"""The pages of a finding aid: ``Transcript List III, P. 12``, ``PP. 44 and 46``."""
_DOCUMENTS = (
    r"(?:[Дд]ок(?:умент\w{0,3})?|[Dd]ok(?:ument\w{0,2})?|[Dd]oc(?:ument)?s?)\.? ?(?:№{1,2}|[Nn][ro]\.?|č\.)? ?"
    r"\d{1,4}(?:(?:, | {ands} |[–-])\d{1,4})*"
)
_IN_EDITION = worded(
    r"(?:[.;,]| (?P<put>\()) ?(?i:{compared})\.? (?:[^\W\d_]{2,12} ){0,2}"
    rf"(?:(?:т|t|vol|Bd)\. ?\d{{1,2}}"
    rf"(?:, {_DOCUMENTS}|[.,] (?:[СсSs]|pp?)\. ?\d{{1,4}}(?:[–-]\d{{1,4}})?)?|{_DOCUMENTS})"
    r"(?(put)\)|(?=[.;)\]]|$))"
    rf"|(?= \([Дд]) \({_DOCUMENTS}\)|[.;] {_DOCUMENTS} {{this_edition}}"
)
"""Another document of the edition that cites this one: ``. См. док. № 45``, ``. См. т. 2. С. 45``, `` (док. № 45)``."""
_HANDLED = worded(r"; (?i:{handled})(?=[.;]|$)")
"""How a telegram was sent and to whom it was kept: ``Secret; Flash; Nodis``."""
_IMAGE = worded(r"{images} \d{1,4}(?: {out_of} |/)\d{1,4}|vues? \d{1,4}(?:[–-]\d{1,4})?")
"""Which of the images of a volume it is: ``image 11 of 291``, ``vue 204/318``; in France a view has no level."""
_PAGES = pattern(r",? Pages: \d{1,4}(?![\w,–-])")
"""How many pages a document has, as a catalogue of the CIA's tells: ``Pages: 14 Sequence Number: 3``."""
_IN_ALL = r"[全共]\d{1,4}(?:頁|页|ページ|枚|葉|コマ|画像)"
_SHEETS = pattern(
    r"[ 、,]?(?:マイクロフィ(?:ッシュ|ルム)|写真帳|複製本?)?[ 、,]?(?<![\d,])\d{1,3}(?:,\d{3})*"
    rf"(?:リール|枚|冊|点|巻)(?= ?請求)|[ 、,]{{1,2}}{_IN_ALL}(?!\w)| ?\({_IN_ALL}\)"
)
"""How many sheets or reels there are, before the call number, and how many pages in all:
``マイクロフィッシュ 2,310枚 請求記号``, ``、全12頁``.
"""
_MATERIAL = "資料形態"
_OF_MATERIAL = pattern(
    rf"[ 、,]?{_MATERIAL}[:：]? ?[^\s\d]{{0,12}}(?:\d{{1,3}}(?:mm|ミリ))?[^\s\d]{{0,12}}"
    r"(?: ?[\d,]+(?:リール|枚|冊|点|巻|本))?(?:\([^()]{1,30}\))?"
)
"""What material libraries of Japan have it on, and how much: ``資料形態35mmマイクロフィルム 42リール``."""
_OF_COPIES = pattern(r" ?\[(?:[A-Z]{2,4}-\d{6}(?:-\d{4})?|\d{2,3}\.\d{4,6}[a-z]?)\](?= [^\W_])")
"""The number of a copy in the national database of Canada: ``[ABC-012345]``, whose letters are no archive."""
_BOTH_ERAS = pattern(
    r"(?:, | ?\()[HR](?:-|\. ?)(?:\d{1,2}([-.])\d{1,2}\1)?1[0-3]\d\d(?: \(| ?/ ?)M[.-] ?1[5-9]\d\d\){0,2}"
)
"""The year of a document in two calendars, as Turkey tells it: ``, H-1265 (M. 1849)``, `` (H. 1265 / M. 1849)``."""
_OTHER_ERA = pattern(
    r"(?<=\d)(?:, | \()(?:[HR]-|(?:(?<=/\d\d..)|(?<=/\d{3}..)|(?<=/\d{4}..)|(?<=/\d{5}..))[HR]\. ?)"
    r"1[0-3]\d\d(?=[.,;)]|$)\)?"
)
"""The same in the older one alone: ``A.MKT 12/34, H-1265``; but ``MD 12, H. 1205`` is a paragraph of a register."""
_AND_OURS = pattern(
    r"(?:, | ?\()(?:[HhRr]\.|[Hh]icr[iî]) ?(?:[89]\d\d|1[0-3]\d\d)(?: \(| ?/ ?)1[4-9]\d\d(?![\d/])\){0,2}"
)
"""The year in both with no letter before ours: ``TT 12, vr. 3, h. 1098 (1687)``."""

_FIGURES = "\\d元正初一二三四五六七八九十廿"
_REIGN_DAY = pattern(
    r", ?(?:順治|顺治|康熙|雍正|乾隆|嘉慶|嘉庆|道光|咸豐|咸丰|同治|光緒|光绪|宣統|宣统)"
    rf"[{_FIGURES}]{{1,4}}年(?:[閏闰]?[{_FIGURES}]{{1,3}}月(?:[{_FIGURES}]{{1,3}}日)?)?(?=,)"
)
"""The day of a memorial to the throne, between its collection and its number: ``，嘉慶5年3月1日``."""

_DOCUMENT_TITLES = pattern(
    r"(?:^|(?<=[.;])|(?<=[館馆藏],)) ?(?:[\u4e00-\u9fff]{2,4},)?(?:〈[^〈〉]{1,80}〉(?:\([^()]{1,20}\))?,){1,3}(?= )"
)
"""A document by who wrote it and its title, before what holds it: ``林某，〈奏報事〉，《宮中檔``; quotes are blanks."""
_BORN = pattern(r"\b(?:[Ii]nterview with|Mrs?\.?|Miss|Ms\.?|Dr\.?) [A-Z][^,;:()\d]{2,40}(?P<born> \(b\. ?1[89]\d\d\))")
"""When somebody was born whom one asked: ``Interview with Mr J. Roe (b. 1911)``."""
_ENTRY = pattern(rf"(?<=\d), (?:diary )?(?:entry|entries) (?:for|of|dated) {DATE.pattern}(?=[,;.)]|$)", re.IGNORECASE)
"""The day that a diary has something for: ``Roe diary, vol. 2, entry for 10 June 1940, LSE``."""
_ANNEXED = pattern(r"\. (?:\d{1,3}|[a-z]|[ivx]{1,4})(?=[,;)]|\.?$|\. [A-Z])")
"""The number of an annex whose word is cut short: the ``. 4`` of ``encl. 4``."""
_ACT = pattern(
    r"(?:[;,)] ?(?<!\d,.)|^)\d{1,2}(?: ?(?:&|and) ?\d{1,2})? (?:Geo|Vict|Edw|Will|Hen|Eliz|Anne|Car|Jac)\.?"
    r"(?: ?\d| [IVX]{1,4})?,? (?:[Ss]ess\. ?\d, )?(?:c|ch|cap|chap)\. ?[\dcxvil]{1,6}"
    r"(?:, (?:s|ss|sch|sect)\. ?\d{1,3}(?:[–-]\d{1,3})?)*"
)
"""An Act of Parliament by the year of the reign and its chapter: ``; 5 & 6 Geo. 6, c. 12, s. 3``."""
_SCANNED = pattern(
    r"\b(?<!Film )(?:Nr|Bd|Bü|Band|Akte|Urk)\.? ?\d[\w/. -]{0,14}(?P<scan>, Bild \d{1,4}(?:[–-]\d{1,4})?)(?=[.,;)]|$)"
)
"""The scan of a file: ``Nr. 12, Bild 3``; but ``Bild 183-12345`` is a photograph, and of a film a frame."""
_IN_PDF = pattern(r"[,;]? \(?PDF(?:[ -](?:pages?|[Ss]eiten?)|,? (?:pp?\.|S\.)) ?\d{1,4}(?:[–-]\d{1,4})?\)?(?=[.,;)]|$)")
"""The page of the digital copy, which is none of the file: ``, PDF page 3``."""
_IDENTIFIED = pattern(
    r" ?[,;] (?:[^\W\d_]{2,14}[ -])?(?:id|ID|[Bb]ildid):? {1,2}"
    r"(?=\w{0,30}[a-z])(?=\w{0,30}[A-Z])(?=\w{0,30}\d)[A-Za-z\d]{16,40} ?(?=[.,;)\]]|$)"
)
"""What the catalogue calls it, which nobody orders it by: ``, permanent id 7abC3defG1hiJ9``."""
_REIGNS = ("Geo. ", "Vict.", "Edw. ", "Will. ", "Hen. ", "Eliz.", "Anne", "Car. ", "Jac. ")


@cache
def _telling() -> frozenset[str]:
    """Return the longest word of each state, besides annexes: most lines have none of them."""
    table = tables.wording()
    return frozenset(
        max(words_of(said), key=len)
        for said in (*wording().states, *table["goes_on_so"], *table["about"], *table["images"])
    )


_WORDS_OF_DOCUMENTS = ("док", "документ", "dok", "dokument")


@cache
def _by_word() -> tuple[tuple[frozenset[str], re.Pattern[str]], ...]:
    """Return what has a pattern of its own, and words of which one stands in it."""
    table, known = tables.wording(), wording()
    return (
        (frozenset(words_of(said)[-1] for said in table["file_has"]), _FILE_HAS),
        (frozenset(table["many_volumes"]), _COUNTED),
        (frozenset(words_of(said)[-1] for said in table["included"]), _INCLUDED),
        (frozenset(table["later_copies"]), _LATER_COPY),
        (frozenset(table["handmade"]), _OF_HAND),
        (known.lacking, _LACKS),
        (frozenset(max(words_of(said), key=len).lower() for said in (*table["hedges"], *table["part_of"])), _HEDGED),
        (known.handled, _HANDLED),
        (frozenset((*_WORDS_OF_DOCUMENTS, *(words_of(said)[0].lower() for said in table["compared"]))), _IN_EDITION),
        (frozenset(words_of(name)[0].lower() for name in table["finding_lists"]), _PAGE_OF_LIST),
    )


@cache
def _words() -> frozenset[str]:
    """Return the words of all of them: most lines have none."""
    return frozenset().union(*(words for words, _ in _by_word()))


_ORDINAL = pattern(r"(?<=\d)[-–](?:[ыоиі]?й|о?го|о?му|[оі]?м|а?я|о?е|у?ю)(?= (?:фонд|опис|дел)[а-яі]{0,2}(?![а-яі]))")
"""What makes an ordinal of the number before its word: ``Р-174-й фонд``, ``2-я опись``."""
_BY_SIGN = (
    (("й фонд", "го фонд", "му фонд", "м фонд", "я опис", "ю опис", "й опис", "е дело", "го дела"), _ORDINAL),
    (("Pages: ",), _PAGES),
    (("(b. 1", "(b.1"), _BORN),
    (("entry ", "entries "), _ENTRY),
    (_REIGNS, _ACT),
    ((", Bild ",), _SCANNED),
    (("PDF",), _IN_PDF),
    (("id ", "id: ", "ID ", "ID: "), _IDENTIFIED),
    (("請求", "全", "共"), _SHEETS),
    ((_MATERIAL,), _OF_MATERIAL),
    (("[",), _OF_COPIES),
    (("年",), _REIGN_DAY),
    (("〉",), _DOCUMENT_TITLES),
    (("(M. 1", "/ M. 1"), _BOTH_ERAS),
    (("H-1", "R-1", "H. 1", "R. 1"), _OTHER_ERA),
    (("h. 1", "h. 9", "h. 8", "H. 1", "H. 9", "H. 8", "r. 1", "R. 1", "icri ", "icrî "), _AND_OURS),
)
"""The same with signs for its words, of which one stands in the line."""


def states(text: str, words: set[str], *, several: bool) -> list[tuple[int, int]]:
    """Return where *text*, which has *words*, says how a document is, each time with the sign before it.

    With *several* archives, which of them has the original and which a copy tells that it is one document.
    """
    spans: list[tuple[int, int]] = []
    known, annexes = wording().states, wording().annexes
    low = {*map(str.lower, words)}
    if not _words().isdisjoint(low):
        there = (told for own, shape in _by_word() if not own.isdisjoint(low) for told in shape.finditer(text))
        spans = [told.span("page" if told.lastgroup == "page" else 0) for told in there]
    for signs, shape in _BY_SIGN:
        if any(map(text.__contains__, signs)):
            spans += [told.span(told.lastgroup or 0) for told in shape.finditer(text)]
    if _telling().isdisjoint(low) and annexes.isdisjoint(low) and not _EXTENT.search(text):
        return spans
    known = known - wording().copy_words if several else known
    for piece in _PIECE.finditer(text):
        said = (piece["said"] or piece["put"] or piece[0].strip(", ")).lower().rstrip()
        first = said.partition(" ")[0].rstrip(".")
        if (
            (said.rstrip(".") in known and not ("." in said and _NUMBER.match(text, piece.end())))
            or piece.lastgroup is None
            or _CIRCA.fullmatch(piece[0])
            or _IMAGE.fullmatch(said)
            or (first in annexes and _NUMBERED.fullmatch(said, len(first)))
            or (said[0].isdecimal() and _EXTENT.match(text, piece.start() + (piece[0][0] == " ")))
        ):
            start, end = piece.span()
            if said in annexes and (number := _ANNEXED.match(text, end)):
                end = number.end()
            if (text[start] != ";" or _ENDS.match(text, end)) and not _ON_LEAF.match(text, end):
                spans.append((start, end))
    return spans
