"""Codes known at sight: where no archive is named, the shape of a code alone says whose it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import islice

from provcheck import tables
from provcheck.archives.lexicon.begins import may_begin
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.vocabulary import Name
from provcheck.archives.reading import coded, remarks
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Level

_AT_THE_START: dict[str, re.Pattern[str]] = {
    "naa": pattern(
        r"CRS [A-Z]{1,3}\d"
        r"|(?:A{1,2}|B|C?P|D|E|J|M|MP|SP)\d{1,5}(?:/\d{1,3})?, (?:\d+/\d+|[A-Z]{2,}[A-Z ]* [A-Z ]+(?:$|,))"
    ),
    "isa-il": pattern(r"\d{2,3}\.\d{1,2}/\d{3,4}/\d{1,2}(?![\d-])"),
    "us-dos": pattern(
        r"(?!\d+\.\d+/\d+/\d)(?:F\.W\. )?(?:Paris [Pp]eace Conf(?:\.|erence) )?\d{3}[A-Za-z]?\. ?"
        r"(?:\d{2,}[A-Z]?|[A-Z]{1,2}|A\d+[A-Z]\d*|\d(?= [A-Z(]))"
        r"(?: [A-Z][a-z]? ?\d+| \(\d\d\)| [A-Z][^,;/\d.]{1,40}(?: 19\d\d)?(?: ?\([^()]*\))?)?/\d"
        r"|Paris [Pp]eace Conf(?:\.|erence) \d{3}/\d"
        r"|\d{3}\.\d/\d{1,2}[-–]\d{3}|123(?: [A-Z][a-z]? ?|[A-Z])\d+/\d|(?<=No[.,] )\d{4,5}/\d"
        r"|(?:[A-Z][^,;:\d]{1,80}[,:] |[A-Z][^,;:\d]{1,50} [Ff]iles? )?[Ll]ot (?:[Ff]iles? )?"
        r"(?:\d\d ?[–-]? ?[A-Z]|[A-Z] ?[–-]?\d)"
    ),
    "nara": pattern(
        r"(?:RG|Record Group) ?(?:59|84|218|226|263|273|319|330|338|353|469), [A-Z]|"
        r"(?:RG|Record Group) ?\d{1,3}, (?:Central|Entry|Box|General Records|Records of|Lot|CDF|CFPF|Decimal"
        r"|Office of)"
    ),
    "nl-hana": pattern(r"\d\.\d\d\.\d\d(?:\.\d\d)? (?:Inventaris|Archief|Collectie)"),
    "bodleian": pattern(r"MSS?\. (?:[A-Z][a-z]+\.? ){1,3}(?:dep\. )?(?:[a-g]\. )?\d"),
    "tna": pattern(r"[CETJ]\d{2,3}/\d+(?:/\w+)*, (?:ff?|pp?|m)\. ?\d|T ?\d{3}/\d{2,5}(?=[,;.:]|$)"),
    "bl": pattern(r"(?:Add\.|Harl\.|Lansd\.|Eg\.|Egerton|Stowe|Sloane) (?:MSS? )?\d{2,5}, ff?\. ?\d"),
    "loc": pattern(r"Portfolio \d+\w?, Folder \d"),
    "ndl-kensei": pattern(r"[\u4e00-\u9fff]+文書\(文書の略号"),
    "an-fr": pattern(r"F/\d{1,2}[A-Z]?/\d{2,5}(?=,|$)|F\d{1,2} \d{3,5}(?=,|$| \()"),
    "gsta-pk": pattern(r"[IVX]+\. HA(?: [A-Z]{2,4})?,? Rep\. \d|[IVX]+\. HA MdA,? [IVX]+,? Nr"),
    "glak": pattern(r"\d{3} [a-z] Nr\. \d{3}"),
    "boa": pattern(
        r"(?:A\. ?[{}(]{0,2}(?:DVN|MKT|AMD)|DH\. ?[A-ZİŞ]{2}|HR\. ?[A-Z]{2}|İ\. ?[A-ZİŞ]{2}|MF\. ?MKT"
        r"|Y\. ?(?:PRK|EE|MTV|A\. ?HUS))[^\s\d,:]{0,20}[,:]? (?:No\. ?)?\d"
    ),
    "saechs-sta": pattern(r"\d{5}(?: [A-ZÄÖÜ][^,;:.\d]{3,80})?, (?:Nr\.|Loc\.|Ma) \d"),
    "barch-sua": pattern(r"MfS,? ?[-–]?(?:HA|ZAIG|BV|SdM|AIM|AOP|AU|AP)\b"),
    "hstas": pattern(r"[A-Z] \d{1,3}(?:/\d+)? Bü \d"),
    "ub-heidelberg": pattern(
        r"(?:Heidelberg, )?(?:UB, )?(?:Cpg \d|Cod\. ?[Pp]al\. ?(?:[Gg]erm|[Ll]at|[Gg]raec)\. ?\d)"
    ),
    "asve": pattern(r"Senato, Dispacci,"),
    "bav": pattern(r"(?:Vat|Urb|Barb|Reg|Ott|Pal|Chig)\. ?(?:lat|gr|ebr)\. ?\d"),
    "bsb": pattern(r"(?:Cgm|Clm|Cod\.icon\.) ?\d"),
    "hab": pattern(r"Cod\. Guelf\. \d"),
    "barch": pattern(
        r"[NBR] \d{1,4} Bild-[\dF]|Bild (?:1\d\d[A-Z]?|10\dI)-[A-Z\d]"
        r"|(?:R \d{2,4}(?:[ -][IVX]+)?|NS \d{1,2}|R[HMLW] [\d-]+)/\d+, Bl\."
    ),
    "sapmo-barch": pattern(r"(?:DY \d\d|NY \d{4})/\w"),
    "ahnob": pattern(r"[A-ZÑ_]{4,}(?: [A-ZÑ]+){0,2},CT?\.\d+,D\.\d"),
    "ahn": pattern(
        r"[A-ZÁÉÍÓÚÑ_-]{5,},(?:L\.)?\d+,E(?:xp|XP)\.\d|OM-[A-Z_]+,(?:Exp\.)?\d"
        r"|(?:DIVERSOS-[A-Z]+|CODICES|CONSEJOS|CLERO-[A-Z_]+|FC-[A-Z_]+|INQUISICI[OÓ]N|ULTRAMAR),(?:L\.)?\d"
    ),
    "agi": pattern(
        r"(?:[A-Z]{4,}(?:[_ ][A-Z]+)*,\d+[A-Z]?,[NRL]\.|SANTA_FE,|MP-[A-Z_]{4,},)\d|(?:Papeles de Cuba"
        r"|Indiferente General|Audiencia de [A-Z]\w+), (?:leg(?:ajo|\.) )?\d"
    ),
}
"""By archive: codes known only where the line begins with them, decimal files among them."""
_ANYWHERE: dict[str, re.Pattern[str]] = {
    "un-arms": pattern(r"S(?<![\w-]S)-\d{4}-\d{3,4}-\d\d"),
    "prc-fma": pattern(r"[12](?<![\w–-].)(?<!file .)(?<!FBI .)(?<!HQ .)\d\d[–-]\d{5}[–-]\d\d(?!\d)"),
    "naj": pattern(r"A(?<!\wA)\d{11}(?!\d)"),
    "da-mofa-jp": pattern(r"B(?<!\wB)\d{11}(?!\d)"),
    "nids-jp": pattern(r"C(?<!\wC)\d{11}(?!\d)"),
    "lac": pattern(r"M(?<!\wM)G ?\d{1,2}[, ]|R(?<![\w-]R)G ?\d+(?:-[\w-]+)?,? [Vv]ol"),
    "an-fr": pattern(r"\d(?<![\w/.-].)(?:\d{1,2} ?A[JPQ][ /]\d|/AG/\d)"),
    "tna": pattern(
        "|".join(rf"{letter}(?<![\w.].)\.O\. ?\d{{2,4}}/\d" for letter in "FCWHD")
        + r"|C(?<![\w.]C)(?:ab\.?|AB\.) ?\d{1,3}/\d|FO(?<![\w.]FO)\. ?\d{2,4}/\d"
    ),
    "bl": pattern(
        r"L(?<![\w/.]L)/(?:P&?[A-Z]{1,2}|PJ|PS|PO|MIL|WS|E|AG|F)/\d"
        r"|M(?<![\w]M)S{1,2}\.? ?E[Uu][Rr]\.? ?[A-F]\.?(?:l )?\d"
    ),
    "bodleian": pattern(
        r"M(?<!\wM)[Ss]{1,2}\.? ?(?:(?:Afr|Brit\.? ?Emp|Ind\.? ?Ocn|Medit|Pac|W\.? ?Ind)\.? ?[rst]\.? ?\d"
        r"|(?:Ashmole|Auct|Bodley|Carte|Clarendon|Digby|Don|Douce|Gough|Hatton|Junius|Laud|Lyell|Rawl|Selden|Tanner)\b"
        r"|(?:Eng|Top)\. [A-Za-z])"
    ),
    "birmingham-crl": pattern(r"A(?<![\w/-]A)(?<!\d A)[CP] ?\d{1,2}/\d{1,2}/\d"),
    "nmml": pattern(r"S(?<!\wS)ubject Files? [Nn]o\.? \d|T(?<!\wT)ranscript List (?:\(|[IVX])"),
    "bne": pattern(r"M(?<!\wM)SS/\d{1,5}(?!\w)"),
    "jcl": pattern(r"N(?<!\wN)LC-\d+-\d+"),
    "hocken": pattern(r"M(?<![\w-]M)S-\d{4}(?:-\d+)?/\d"),
    "imh-as": pattern(r"(?<![\w-])\d\d-\d\d-\d\d\d?-(?:-\d+|\d\d(?:-\d{3})?)(?![\w-])"),
    "ra-no": pattern(r"P(?<!\wP)(?:A-|a- ?)\d{3,4}(?=[,/)])"),
    "nai-in": pattern(r"File No\.? [A-Z]{1,5}/\d+(?:\(\w+\))?/\d+(?:/\d\d)?"),
}
"""By archive: series of the United Nations, codes of JACAR, files of the Indian state. The letter comes first and what
must not stand before it after: so the search leaps from letter to letter.
"""
_ANY = pattern("|".join(shape.pattern for shape in _ANYWHERE.values()))
"""All of them: most lines have none."""
_SAID = {"ra-no": "rkiv", "imh-as": "号", "bne": "BNE"}
"""What the line must have too where the code alone is not enough."""
_LEAD = pattern(r"(?:… )?\(?(?:[|-] )?(?:File\.? ?Nos?[.,] ?)?")
"""What a table, a list or an edition puts before the code."""
_AFTER_DAY = pattern(r"(?:1[5-9]|20)\d\d[,;:] (?=[A-Z\d])")
"""The end of a date, behind which the code of the document may stand."""
_DAYS = 3
_NETHERLANDS = pattern(
    r"(?:nationaalarchief|gahetna)\.nl/\S{0,100}?/(?:archief|toegang|index)/(\d[\d.]*\d)(?:/(?:invnr"
    r"|inventarisnr)/(?:\S{0,200}~)?(\d[\d-]*))?"
)

_UNDERSCORED = pattern(
    r"(?<!\w)(NL-[A-Z][A-Za-z]{2,7})[_.]([A-Z]{0,2}\d[^\W_]*(?:\.[^\W_]+)*)(?:_(\d+[A-Z]?)(?:_\d{4,5})?)?(?!\w)"
)
"""The name of a scan, of its unit or holding: ``NL-HaNA_1.04.02_1234_0056``, ``NL-HaRKD.0108``."""


def read(text: str, found: list[Found], ends: list[int], *, named: bool = False) -> list[Draft]:
    """Read the codes of a line that names no archive; where it names one in vain, only those that its words confirm.

    *ends* is where credits and remarks begin.
    """
    if "NL-" in text and (underscored := _UNDERSCORED.search(text)):
        return [_underscored(underscored)]
    if named:
        return _anywhere(text, found, ends, _SAID)
    if ".nl/" in text and (address := _NETHERLANDS.search(text)):
        return [_address(address)]
    leads = (_LEAD.match(text, at) for at in dict.fromkeys((0, remarks.lead_in(text))))
    starts = [lead.end() for lead in leads if lead] + [day.end() for day in islice(_AFTER_DAY.finditer(text), _DAYS)]
    for start in starts:
        for archive in _likely(text[start : start + 1]):
            if _AT_THE_START[archive].match(text, start) and (drafts := _read(text, found, ends, archive, [start])):
                return drafts
    return _anywhere(text, found, ends, _ANYWHERE) if _ANY.search(text) else []


@lru_cache(maxsize=1 << 8)
def _likely(first: str) -> tuple[str, ...]:
    """Return the archives whose codes may begin with *first*."""
    return tuple(archive for archive, shape in _AT_THE_START.items() if may_begin(shape, first))


def _anywhere(text: str, found: list[Found], ends: list[int], archives: Iterable[str]) -> list[Draft]:
    for archive in archives:
        if archive in _SAID and _SAID[archive] not in text:
            continue
        shape = _ANYWHERE[archive]
        if not shape.search(text):
            continue
        if drafts := _read(text, found, ends, archive, [match.start() for match in shape.finditer(text)]):
            return drafts
    return []


_FAR = 1_000
"""How far from a code words may stand that belong to its mark."""


def _read(text: str, found: list[Found], ends: list[int], archive: str, starts: list[int]) -> list[Draft]:
    """Read the codes of *archive* that stand at *starts*."""
    drafts: list[Draft] = []
    places = [item.start for item in found]
    for at in starts:
        if drafts and at < drafts[-1].end:
            continue
        holder = Holder(at, at, "", (Name(archive, "current"),), id=archive)
        inside = found[bisect_left(places, at) : bisect_left(places, at + _FAR)]
        stop = remarks.stop(ends, at, len(text))
        drafts += coded.read(text, inside, holder, tables.archives()[archive].convention, at, stop)
    return drafts


@cache
def _dutch() -> dict[str, str]:
    """Return the archives of the Netherlands by their codes."""
    known = (archive for archive in tables.archives().values() if archive.country == "NL")
    return {code: archive.id for archive in known for codes in archive.codes.values() for code in codes}


def _underscored(match: re.Match[str]) -> Draft:
    """Read the number of a holding and that of an item which underscores join to the code of their archive."""
    return _dutch_item(match, match.group(1), _dutch().get(match.group(1)), first=2)


def _address(match: re.Match[str]) -> Draft:
    """Read the address of an inventory number on the site of the Dutch national archives."""
    return _dutch_item(match, match.group().partition("/")[0], "nl-hana", first=1)


def _dutch_item(match: re.Match[str], written: str, archive: str | None, *, first: int) -> Draft:
    """Return the mark that the groups of *match* from the *first* on are: the fonds and the inventory number."""
    names = (Name(archive, "current"),) if archive else ()
    holder = Holder(match.start(), match.start() + len(written), written, names, id=archive)
    draft = Draft(holder, "dutch")
    draft.own_holder = True
    for group, level in ((first, "fonds"), (first + 1, "inv-no")):
        if match.group(group):
            draft.levels.append(Level(level, match.group(group)))
            draft.note("value", level, match.string, match.start(group), match.end(group))
    return draft
