"""What values look like, kind by kind, the one place with patterns for coded references.

Those of some parts of the world stand beside it, in `central`, `english`, `german` and `nordic`.
An archivist chooses kinds by name in ``data/conventions``; ``data/kinds.txt`` lists them, each with an example.
"""

from __future__ import annotations

from provcheck.archives.lexicon.central import CENTRAL
from provcheck.archives.lexicon.english import ENGLISH
from provcheck.archives.lexicon.folios import DASHES
from provcheck.archives.lexicon.german import GERMAN
from provcheck.archives.lexicon.nordic import NORDIC
from provcheck.model.lazy import pattern

_ANDS = ("and", "y", "et", "und", "en", "ed", "e", "och", "og")
ANDS_BETWEEN = frozenset({*_ANDS, "u.", "&"})
"""Words that join two marks, or two values of a list."""
GAP = pattern(
    rf"[ \t\u00a0\n]*(?:\.(?=[,;]))?([,;:./\\#()\[\]*]|[‐‑‒–—-]+|\b(?:{'|'.join(_ANDS)})\b|\bu\.(?= )|&)?[ \t\u00a0\n]*"
)
"""What stands between two parts of a mark; group 1 is the separator, a blank where it is empty."""


_SIGNS = frozenset(",;:/#()[]*")
"""Separators that nothing makes part of a longer one."""
_LIGHT = frozenset(" .-–")
"""Those that part only what begins with a figure or a capital."""
_BLANKS = frozenset(" \t\u00a0\n")


def gap_at(text: str, at: int) -> tuple[str, int]:
    """Return the separator that stands at *at*, a blank where there is none, and where what it leads to begins."""
    sign, first = text[at : at + 1], text[at + 1 : at + 2]
    if sign in _SIGNS:
        if first not in _BLANKS:
            return sign, at + 1
        if text[at + 2 : at + 3] not in _BLANKS:
            return sign, at + 2
    elif sign in _LIGHT and (first.isdigit() or first.isupper()):
        return sign, at + 1  # with these, most
    gap = GAP.match(text, at)
    assert gap is not None
    return gap.group(1) or " ", gap.end()


_POINT = (
    r"\.(?=[^\s])|\.(?= [a-zà-ÿ(])|(?<=\b[^\W\d_])\.|(?<=\b[A-Z][^\W\d_])\.|(?<=\b[A-Z][^\W\d_]{2})\."
    r"|(?<=\b[A-Z][^\W\d_]{3})\.(?= \d)"
    r"|(?<=\b[a-z]{2})\.(?= [IVXLC\d])|(?<=\b[a-z]{3})\.(?= (?:[IVXLC]+\b|[A-Z]?\d))"
    r"|(?<=\b(?:Arch|Nunz|Segr|Secr|Bibl|Misc|Phil))\.(?= [A-Z])"
    r"|(?<=\b(?:Jur|Med))\.(?= [A-Z])"
    r"|(?<=\bTheol)\.(?= [A-Z])|(?<=\b(?:Congr|Relat))\.(?= [A-Z])"
    r"|(?<=[^\W\d_]{3})\.(?= (?:Telegrame|Diverse|Cancelarie|Anexe|Dosare)\b)"
    r"|(?<=\b(?:rubr|vers|sect|prov))\.(?= \d)|(?<=\bDioec)\."
    r"|(?<=\betc)\.|(?<=\bDept)\.|(?<=\bSept)\."
    r"|(?<=[ :]\d)\.(?= (?!(?:For|See|In|On|At|By|As|The|This)\b)[A-Z](?![a-z]+ [a-z]))|\.(?= [–—] )"
)
"""A point inside a title: within a word, or after an abbreviation."""

_SUFFIX = r"(?<=[A-ZÅÄÖ]):(?=(?:s|n|lle|ssä|ssa|stä|sta)[ ,])"
"""A colon before the ending of an abbreviation: ``UD:s arkiv``, ``SKP:n keskuskomitea``."""
TITLE = pattern(
    rf"(?=[^\W\d_]|\d{{1,2}}\.?[ªº] ?[^\W\d_]|[“\"‘'«„]?[^\W\d_])"
    rf"(?:{_SUFFIX}|[^,;:.()\[\]\n“”|]++|\((?!Lot)[^()]{{0,60}}\)|{_POINT}|(?<![\w])[“„])+"
)
REST = pattern(
    rf"(?=[^\W_]|[“\"‘'«„])(?:[^;.()\[\]\n]++|\[(?:\d[^\[\]]{{0,30}}|sic)\]|\((?!Lot)[^()]{{0,60}}\)|{_POINT})+"
)
HEADING = pattern(r"(?=[^\W\d_])[^,;\n]{2,80}(?=,)")
TITLES = frozenset({"words", "title", "heading"})
"""Kinds that are titles: figures are tried before them."""


_SIGN = r"[^\s,;:()\[\]<>\"“”|「」『』]"
_SHELF_WORD = (
    r"(?:(?:[bf]?MSS?|MLMSS|ms|mss|Ms|[Rr]kps?|Cod|Hs|HS|Mss|Mscr|Msc|COD|[Cc]ód|[Cc]ódice|Libr)(?:\b|(?=\d))"
    r"|mss(?=[A-Z]{2}))"
)
_DEPOSIT = r"(?:Dep\. )?[A-Z] ?\d+(?= [-–]|[:,.]|$)"
"""Vienna: the part of a series, before its title: ``C24 - Sparkassen``."""
_OF_LIBRARIES = (
    r"(?:NKS|GKS|Thott|AM|Lbs\.?|JS|ÍBR?|Rask|Kall|Uldall|Ledreborg|(?:Ny|Gl)\.? [Kk]gl\.? [Ss]aml\.?) \d+[a-z]?"
    r"(?: [a-zæβ])?"
    r",? (?:fol(?:io)?\.?|2°|4°|8°|4to|8vo|12mo)(?!\w)|"
    r"Cod\. \d+ [IVX]+(?!\w)|(?:2|4|8)° (?:Cod|Ms|Hs)\.? [A-Za-z. ]{0,30}\d+"
    r"|Mscr?\. ?(?:[A-Z][a-z]+\. ?){1,3}(?:[A-Z] ?)?\d+[a-z]?(?:[,./-]\d+)*|Cent\. [IVX]+,? \d+"
    r"|Cod\. (?:[a-z]+\. ){1,3}(?:et [a-z]+\. )?(?:2|4|8)° \d+"
    r"|(?:Cod\. ?)?(?:It|Lat|Gr|Magl)\. [IVXLC]+,? \d+(?: ?\(=? ?\d+\))?|[A-Z] \d{1,3} (?:inf|sup"
    r"|suss)\.?|MS\. [A-Z]\.[IVX]+\.\d+"
    r"|Cod\. [Ss]er\. n(?:ova|ov\.|\.) \d+|Cod\. Guelf\. \d+(?:\.\d+)* [A-Z][a-z]+\.?(?: (?:2|4|8|12)°)?"
    r"|Ms\.? fr\., \d+|(?:Vat|Barb|Urb|Reg|Ott|Pal|Chig|Borg)\. [Ll]at\.,? \d+|(?:fonds |Fonds |Collection |Coll\. )?"
    r"(?:[Ff]rançais|[Ll]atin|[Ee]spagnol|[Ii]talien|[Aa]llemand|[Aa]nglais|[Nn]éerlandais"
    r"|Joly de Fleury|Brienne|Duchesne|Doat"
    r"|Lorraine|Périgord|[Nn]ouv\. acq\. (?:fr|lat)\.|n\. ?a\. ?(?:f|l|fr|lat)\.|NAL|fr|lat|esp|Esp|ital"
    r"|It)\.?,? \d+|"
)
"""Shelfmarks of Latin Europe known by the names of their collections: ``It. VII, 12``, ``Cod. Guelf. 45 Extrav.``"""
_REGISTERS = ("MD", "TD", "TT", "KK", "MAD", r"\.d", r"\.d\.", r"\.d\]", r"\.d\)", "Defteri", "Defterleri")
_NUMBERED = (
    " ",
    ", ",
    *(rf"{point}{number}\. " for point in (" ", ", ", r"\. ") for number in ("No", "no", "nr", "Nr")),
)
"""How registers of the Ottoman archives are called, and what stands between the name and the number."""
PATTERNS = {
    **CENTRAL,
    **ENGLISH,
    **GERMAN,
    **NORDIC,
    "number": pattern(rf"\d+(?:[{DASHES}]\d+)?[a-zA-Z]?(?![\w/])"),
    "lettered": pattern(rf"(?:[A-Z]{{1,2}}-?)?\d+[A-Za-z]{{0,2}}(?:[{DASHES}]\d+)?(?!\w)"),
    "roman": pattern(r"(?:[ivxlc]{1,7}A?|[IVXLC]{1,7}|\d{1,2}(?:[–-]\d{1,2})?)(?![\w/]|\. ?\d)"),
    "code": pattern(
        rf"[A-Z]{{1,3}}\(\d\d\)\d+"
        rf"|(?:[^\W\d_]{{1,5}}[.:/]?[- ]?)?\d\w*(?:[{DASHES}/#_.]\w+)*(?:\(\w{{1,4}}\)(?:/\w+)*)?"
    ),
    "series": pattern(
        rf"(?:[A-Z]\.){{2,3}} ?\d+(?![^\W_])|PRO \d\d/\d+(?=/)|[A-Z]{{2,5}}/\d+(?=/\d)"
        rf"|(?:Admiralty(?: Papers)?|(?:Foreign|Colonial|War|Home) Office) \d+(?=/)"
        rf"|[A-ZÄÖÜŠŽ][A-Za-z]{{0,4}}(?:\. |[. -])?\d+[A-Za-z]?(?:[{DASHES}][IVX]+)?(?![^\W_])"
    ),
    "placeno": pattern(r"[A-Z][a-z]+(?: [A-Z][a-z]+)* \d[\d.]*(?!\w)"),
    "romanpoint": pattern(r"[IVXLC]+(?=[.,])"),
    "sianfonds": pattern(r"(?P<v>[A-Z\d]{2})[._]0(?=[._])"),
    "siansign": pattern(r"(?<=[._])[A-Z]{3}(?=[,._ ])|[A-Z]{3}(?=\.\d)"),
    "bustafile": pattern(r"\d+(?=/\d+, \d)"),
    "thirdno": pattern(r"(?:(?<=/\d, )|(?<=/\d\d, )|(?<=/\d\d\d, ))\d+(?!\w)"),
    "yildiz": pattern(r"TS\.MA\.[a-z]"),
    "bcafonds": pattern(r"\d{2,3}(?:[.-]\d{1,2}){1,3}(?=[/ ,]{1,2}\d+[.-]\d+[.-]\d)"),
    "bcabox": pattern(r"\d+(?=[.-]\d+)"),
    "bcaitem": pattern(r"(?<=[.-])\d+(?![\w.]\d)"),
    "salano": pattern(r"Sala (?:[IVX]+|\d+)(?!\w)|(?:VII|IX|X)(?=[ ,-]{1,2}\d{1,2}-\d)"),
    "lettersno": pattern(r"[A-Z]{2,5} \d+/\d+(?:/\d+)*(?!\w)"),
    "sala": pattern(r"\d{1,2}-\d+-\d+(?:-\d+)?(?!\w)|\d{1,2}\.\d{1,2}\.\d{1,2}(?!\w)"),
    "planoref": pattern(r"S?MP-?\d*[ -]Ref\.? ?\d+"),
    "president": pattern(r"\d{1,2} AG \d(?=[ /,])|\d{1,3}/?AG/\d+(?:\(\d\))?|AG/\d+(?:\(\d\))?"),
    "ap": pattern(r"\d{1,4} ?A[PQSJ](?: \d+(?=/))?(?!\w)"),
    "fondscode": pattern(r"\d{1,3}/(?P<v>\d+)(?=/\d+/)"),
    "podzespol": pattern(r"(?P<v>\d+)(?:/-)?(?=/)"),
    "unitseries": pattern(r"\d+(?:\.\d+)*(?=/\d)"),
    "ministry": pattern(r"[A-Z]{2,4}/\d+(?:/\d+)+"),
    "cedula": pattern(r"(?<=CED,)\d+"),
    "ramo": pattern(r"[Rr]\. ?\d+"),
    "bnbrno": pattern(
        r"(?:[IVX]+-)?\d{1,2}(?: ?, ?\d{1,3}){2}(?: ?, ?\d{1,3})?(?!\w)|[A-Z]{1,2}-\d{1,4}(?: ?, ?\d{1,3}){1,2}"
        r"(?!\w)|[IVX]+-\d+, ?\d+"
    ),
    "romanvolume": pattern(r"\d+(?:-| )[IVX]{1,3}(?!\w)"),
    "ordinalpart": pattern(r"(?P<v>\d)\.?(?:a|ª)\.? [Pp](?:arte|te\.)"),
    "threedigits": pattern(r"_?(?P<v>0\d\d|(?<=_)[A-ZÀ-Ý]{3,})(?=, [Cc]x)"),
    "ihgb": pattern(r"(?:DL|Arq\.?) ?\d+(?:[.,] ?\d+){1,3}(?!\w)"),
    "rahno": pattern(r"\d{1,2}/\d+(?:/\d+)*(?:-\d+)?(?!\w)|[A-Z][-/]\d{1,3}(?:-\d{3})?(?!\w)"),
    "armario": pattern(r"A\.? ?(?P<v>\d{1,3})(?=[,;.) ]|$)"),
    "macono": pattern(r"M\.? ?(?P<v>\d{1,4}[A-Z]?)(?=[,;.) ]|$)"),
    "cjktitle": pattern(r"藏?(?P<v>[\u4e00-\u9fff]{2,20}(?:[档檔]案|文[物件]|资料))"),
    "danghao": pattern(r"[A-Z]{0,3}\d{1,4}(?=[—–-][A-Z]?\d)"),
    "owner": pattern(r"of (?P<v>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})"),
    "fonno": pattern(r"\d{3}(?:[.-]\d+)*(?=[/,. ])"),
    "dotcode": pattern(r"\d+(?:\.{1,2}\d+)+(?!\w)"),
    "expno": pattern(r"[IVXL]+-\d+(?:-\d+)*|[IVXL]+/\d+(?:\.\d+)?(?:/\d+)*(?:-\d+)?(?!\w)"),
    "yearly": pattern(r"(?:1[89]|20)\d\d(?:, [A-Z][^,;:()]{2,50}){0,2}(?=,)"),
    "beforems": pattern(
        r"(?![^,]{2,40} to |[^,]*\b(?:[Dd]iary|minute|memo|letter|note|report|interview)\b)"
        r"[A-ZÀ-Þ][\w.'’ -]{1,60}(?=, (?:MSS?[ .\d]|(?:[Mm]ss?|[Cc]ód|Cod)(?:\. ?| )\d|[A-Z]{1,2} \d{3,5}(?:[.,;)]|$)"
        r"|[A-Z]{2,6}[ /.]?[A-Z]{0,2}\d*/[A-Z\d]|[A-Z]{2,6}[ .]\d|[A-Z]{1,3}/[A-Z\d]))"
    ),
    "beforelabel": pattern(
        r"[A-Z][^,;:()\d.]{2,60}"
        r"(?=(?:, [A-Z][^,;:()\d.]{2,60}){0,2}, (?:[Bb]ox|[Vv]ol\.|[Vv]olume|[Ff]older|[Ff]ile) \d)"
    ),
    "lowroman": pattern(r"[ivx]{1,5}(?!\w)"),
    "bunsho": pattern(r"[\u4e00-\u9fff]+文書(?=\()"),
    "museumno": pattern(r"\d{4}\.(?:[A-Z]\.)?\d+(?:\.\d+)?(?!\w)"),
    "photono": pattern(r"(?:W/S )?#\d+"),
    "legajo": pattern(
        rf"[RK][- ]\d{{3,5}}(?!\w)|(?:[IVXLC]+-)?\d+(?:[{DASHES}.]\d+){{0,3}}(?:-?[A-Za-z]| [A-D](?=[,;.)]|$))?(?!\w)"
    ),
    "mark": pattern(
        rf"(?:[A-ZÄÖÜ][A-Za-z]{{0,3}}(?:\. ?|[ :/-]"
        rf"|(?=\d))){{0,3}}\d\w*(?:[{DASHES}/#_.:]\w+)*(?:\(\w{{1,4}}\)(?:/\w+)*)?"
        rf"(?: [A-Z]{{1,3}} \d+)*"
    ),
    "callnumber": pattern(
        rf"(?![_\W])(?:GB ?\d{{2,4}}[ -]+)?"
        rf"(?:(?:[A-ZÄÖÜ]{_SIGN}{{0,22}}|[a-z]{{1,6}}\.|[IVX]+|[a-e](?= \d))[ -]){{0,4}}?{_SIGN}*\d{_SIGN}*"
        rf"(?: (?:(?:[A-Z]{{1,3}}\.?|[a-e]) )?{_SIGN}*\d{_SIGN}*)*(?:[:,]\d+(?![\w,]))?"
        r"(?:\((?:\d{1,3}|[a-z]{1,3})\))?"
        r"|[A-ZÉÈÄÖÜ][a-zà-ÿ]{2,}(?: (?:d[’'])?(?:[a-zà-ÿ]{2,12}|[A-ZÉÈÄÖÜ][\w.-]*)){1,3}"
        r" (?:[A-Z]{1,2} ?)?\d+(?:/\d+)*(?=[,;.)]|$)"
        rf"|(?:[A-Z]\w+ )?(?:MSS?|Ms|ms|Cod|Codex"
        rf"|Hs)\.?[ /](?:[A-Z]{_SIGN}*[ /]){{0,3}}"
        rf"(?:[A-Za-z]{_SIGN}*\.[ivxl]+(?![a-z])|[A-Z] [IVXLC]+(?!\w))"
    ),
    "jacar": pattern(r"[ABC]\d{11}"),
    "acronym": pattern(r"(?:[A-ZÇË]{1,6}(?:-(?!V\.)[A-ZÇË]{1,6})+|[A-ZÇË]{2,6})(?=[,.;]|-V\.)"),
    "aftertitle": pattern(r"(?<=[^\W\d_] )(?:\d+|[IVXLC]+[/-](?:[a-z][/-])?\d+)(?:[-/.]\d+)*[a-z]?(?!\w)"),
    "followno": pattern(r"(?<=\d )(?!1[5-9]\d\d(?!\d)|20\d\d(?!\d))\d{1,5}(?:(?:\.\d+)+|[–-]\d{1,5})?(?![\w/–-])"),
    "legation": pattern(r"Legación [^,;:.()\d]+(?=,)"),
    "versement": pattern(
        r"(?:(?:19|20)\d{6}|[789]\d{5})(?=/\d|[/,] ?art)|(?:19|20)\d\d 0\d\d(?= \d)|(?:19|20)\d{6}(?=,? \d)"
    ),
    "versementno": pattern(r"\d(?:er|e|ème) versement"),
    "cotemae": pattern(
        r"\d{1,3} ?[A-Z]{2}/\d/[A-Z](?=/\d)"
        r"|\d{1,4} ?(?:SLOTFOM|AFFPOL|[Aa]ff[Pp]ol|AFFECO|MIOM"
        r"|CPCOM|QO|PO|PAAP|PAP|MD|CPC|CCC|INVA|SUP|ADP|TRA)(?:/[A-Z\d]{1,3}(?=/))?(?=[ /])"
    ),
    "numberapart": pattern(
        r"(?:(?<=[^\W\d_], )|(?<=[^\W\d_]\., ))\d{1,5}(?:/\d{1,3})?(?: ?[A-Z]|[a-z])?(?=[,;)]|\.?$|\. [A-Z]| \()"
    ),
    "icrcseries": pattern(r"(?:BAG|[A-Z] [A-Z]{1,4})(?=,? \d)"),
    "icrcfile": pattern(r"\d+(?:[ /.-][\w/-]*\d)*(?:/[\w-]+)*"),
    "segrstato": pattern(r"(?:Segr\.|Segret\.|Segreteria) (?:di )?Stato(?=,? [A-Z])"),
    "strokefile": pattern(r"(?<=[^\W\d_]/)\d+(?:[-/]\d+)*(?!\w)"),
    "cotepoint": pattern(r"\d{1,3}\.[A-Z](?=\.\d|, \d)"),
    "ordinalbundle": pattern(r"(?P<v>\d{1,2}e) liasse"),
    "aaeseries": pattern(r"(?:CP|MD|CPC|CCC|NS)(?=,? [A-ZÉÎ])"),
    "planno": pattern(r"(?:(?<=P\d: )|(?<=P\d\.\d: ))\d+\w*"),
    "anomseries": pattern(
        r"(?<=FM[ /])(?:INDO[/ ]NF|[A-Z]{3,6}|\d ?AFF(?:POL|ECO))(?=[/ ]\d)"
        r"|(?:SLOTFOM|SG|DFC|NF|SPCE|EE|TP)(?: [IVX]+| ?[A-Z]{3}/[IVX]+)?(?=[/ ]\d)|SG(?=,)"
        r"|[A-Z]\.\d\d?(?= \(\d{1,3}\)|, \d{1,3}(?:[,.;)]|$))"
    ),
    "anomfile": pattern(r"(?:(?<=[A-Z]\.\d \()|(?<=[A-Z]\.\d\d \())\d+(?=\))"),
    "maki": pattern(r"第?(?P<v>\d+)[巻卷冊册]"),
    "anomfonds": pattern(
        r"\d{1,3}(?= ?/ ?\d{0,2} ?[A-Z])"
        r"|(?:COL|Col\.|FM|Colonies|Fonds ministériels|Marine|MAR|Mar\.|INDO|Indo)(?=(?:, ?| |/)[A-Z])"
        r"|(?:GGI|GGA|GGM|GGAEF|GGAOF|RSTNF|RSA|RSC|HCI|RST|N\.F\.)(?= \d)|DPPC(?=,? [A-Z])"
    ),
    "registra": pattern(r"(?P<v>[A-Z][A-Za-z]{1,8}\.(?:[ -][A-Z][A-Za-z]{1,8}\.){0,2})(?= ?\d|, [Vv]ol)"),
    "aussme": pattern(r"[A-Z]{1,2}\d{0,2}-\d{1,3}(?=,)"),
    "archnumber": pattern(r"ARCH\d{5}(?:\.\d+)?"),
    "ajuda": pattern(r"(?P<v>[IVX]+)(?=-\d+-\d)"),
    "ccbundle": pattern(r"(?<=[IVX]-)\d+(?=-\d)"),
    "agafonds": pattern(r"\(\d{1,2}\) ?(?:\d{1,3}(?:\.\d+)*(?=[ ,]))?"),
    "agabox": pattern(r"\d\d/\d{3,5}(?!\w)"),
    "cpdoc": pattern(r"[A-Z]{2,4} (?:[a-z]{1,6}\.? ){0,3}(?:\d\d)?\d\d\.\d\d\.\d\d(?:/\d+)?"),
    "plainbusta": pattern(r"\d+[A-Za-z]?(?:[-/]\d+)*(?!\w)"),
    "bustano": pattern(r"\d+[A-Za-z]?(?:[-/]\d+)*(?!\w)|[A-Z]{1,2} ?\d+(?!\w)"),
    "afterbox": pattern(r"(?<=\d, )\d{1,4}(?=[,.;) ]|$)(?! [^\W\d_]{3,} \d{4})"),
    "agca": pattern(r"(?:Sig\. )?(?P<v>[ABC]\d{0,3}(?:\.\d+)*(?:-\d+)?(?=,? (?:[Ll]eg|[Ee]xp)))"),
    "nato": pattern(
        r"(?:IMSM|IMSWM|MCM|MCWM|SGM|SGWM|IMSTAM)-\d+-\d+|(?:MC|SG) \d+(?:/\d+)*(?!\w)|"
        r"[A-Z]{2,6}(?:-[A-Z]+)?/\d{2,3}/\d+|[A-Z]{1,4}(?:/\d+)?(?:-[A-Z]{1,3}(?:/\d+)?)?\(\d\d\)\d+(?:\([A-Z]+\))?"
    ),
    "unionfonds": pattern(r"[A-Z]{2,6}\d?(?:_[A-Z]+)?(?= ?[-./]?\d|[.-][A-Z])"),
    "unionpart": pattern(r"[A-Z]{2,}"),
    "unionseries": pattern(r"\d\d(?:\.\d\d)+"),
    "leaguebox": pattern(r"[RSC]\.? ?\d+(?!\w)"),
    "leaguefile": pattern(r"\d+[A-Z]{1,2}(?:/\d+[A-Z]?)+(?!\w)"),
    "quotedfile": pattern(r"[“\"](?P<v>[^“”\"]{3,120})[”\"] file"),
    "plainnumber": pattern(r"\d+(?![\w/])"),
    "longcode": pattern(r"\d+(?:-\d+){4,}"),
    "ptcode": pattern(
        r"[A-Z]{2,}(?:-[A-Z]+)*(?=/)|(?:(?<=TT/)|(?<=HU/))[A-Z]{2,4}(?=[.,;]|$)|[A-Z]{2}-[A-Z]{2}/[A-Z]{2}(?!\w)"
    ),
    "sourcecode": pattern(r"A ?\d{1,4}(?=, )|\d/[A-Z]{2,4}(?= \d)|[A-Z]{2,6}(?=[,;./ ]|$)"),
    "savolume": pattern(
        r"\d+(?![\w/])|\d+(?:/\d+){2,}(?=,? (?:ref|[A-Z]{0,2}\d))|(?<=MOOC )\d+(?:/\d+)+"
        r"|(?:(?<=\d/[A-Z]{2} )|(?<=\d/[A-Z]{3} )|(?<=\d/[A-Z]{4} ))\d+(?:/\d+)+|I+/\d/\d+"
    ),
    "access": pattern(
        r"[A-Z]{1,3}(?=#\d)|\d{4}[A-Z](?=,)|(?!\d{5}\.)\d[\d.]*\d(?:-\d+)?[a-z]?(?![\w/])|\d\d\.\d{3}[A-Z](?!\w)|\d(?![\w/.])"
    ),
    "titleno": pattern(r"(?:(?<=[^\W\d_][ .])|(?<=[^\W\d_]\. ))(?:\d{5}\.\d+|\d+[a-z]?(?:[/-]\d+)*)(?!\w|\.\d)"),
    "inventory": pattern(rf"\d+(?:\.\d+)*[A-Za-z]?(?:/\d+|/[A-Z](?!\w)|(?: ?[{DASHES}] ?\d+))?(?![\w/])"),
    "groupofrecords": pattern(
        r"Records of (?:the )?[A-Z][^;:()]{3,80}, (?:1[5-9]|20)\d\d - (?:ca\. )?\d{4}(?=[,.;]|$)"
    ),
    "records": pattern(r"(?:The )?(?:Records|Papers) of [A-Z][^,;]+"),
    "papers": pattern(
        r"(?!Add(?:l|itional)?\.? |MSS?\.? |ML ?MSS)"
        r"(?:(?:de|du|von|van|la) |d['’])?[A-ZÀ-Þ][^,;:()]*?(?:\([^()\d]{2,30}\) )?"
        r"(?:Papers(?! of )|papers|PAPERS|MSS(?! \d| [A-Z]-?\d)|[Cc]ollection|Nachlass|(?<=[a-z] )Archive(?=[,:;.)]))"
        r"(?:, (?:1[5-9]|20)\d\d ?[-–] ?\d{2,4})?(?=[ ,:;.()]|$)"
    ),
    "shelf": pattern(
        _OF_LIBRARIES + r"MSS? \d{1,2}[ .][A-Z][ .]\d{1,2}(?!\w)|"
        r"Cotton (?:MSS? )?[A-Z][a-z]+ ?[A-Z]\.? ?[IVXLCivxlc\d]+(?!\w)|Royal MSS? \d+ ?[A-Z]\.? ?[IVXLC]+(?!\w)|"
        rf"(?:[A-Z]{{2}}, )?(?:[A-Z][A-Za-z]*(?:[.-] ?| ))?{_SHELF_WORD}\.?(?:-Papers)?#?[- ]?(?:č\. )?"
        rf"(?:[A-Z][A-Za-z]*\.? |[a-z]{{2,}}\. )*(?:[a-gr-t](?:\.? |\.(?=\d))|[a-z]{{2}} )?"
        rf"(?:\d{{1,2}},\d{{3}}(?!,?\d)(?:/\d+)*(?:/[ivx]+)?|\d+(?:[A-Z](?=/\d))?(?:[./–-]\d+|/[A-Z]+\d*)*)[A-Za-z]?"
        rf"(?!\w)(?:\(\d{{1,3}}\)|[:,]\d+(?![\w,]))?"
        rf"(?: \((?:[A-Z]|\d{{1,2}})\)| [cmpz](?=,|$)|(?<=\d) [IVX]+(?=[,;.])| (?:inf|sup|suss)\.)?"
        r"|(?:[A-Z][A-Za-z]+ )?[Dd]ep\. ?(?:[a-g]\. )?\d+(?:/\d+)*(?!\w)"
        r"|[A-Z]{1,2} [IVXLC]+(?=, N[ro]\b)"
        r"|(?:Cgm|Clm|Cpg|Cod\.icon|Cod\. ?[a-z]+|NAF|KAT|RP|Ax|AG)\b\.? ?\d+(?:[./-]\d+)*[a-z]?(?!\w)"
        r"|Ana \d+(?:\.[A-Z]+(?:\.\w+)*)?(?!\w)|AFSt/[A-Z] (?:[A-Z]|\d [A-Z]) \d+[a-z]?(?: ?: ?\d+[a-z]?)?(?!\w)"
        r"|(?:[A-Z]{2,5}|ChP) ?\d+(?:/\d+[A-Za-z]?)+(?:[-–](?:\d+|[A-Z](?!\w)))?|[IVX]+ [A-Z][A-Za-z]* \d+(?:\.\d+)*"
        r"|(?:Français|Latin|Baluze|Dupuy|Clairambault|Moreau) \d+|(?:\d+|Cinq [Cc]ents|Mélanges)(?: de)? Colbert,? \d+"
        r"|IOR/[A-Z]+(?:/\w+)+|M[Ss][Ss]\.? ?Eur\.? [A-Z]?\.?(?:l ?)?\d+(?:/\d+)*|[A-Z] \d+(?:\.\d+)+"
        r"|(?:Ms\.? )?(?:[A-Za-z]+\. ){1,3}(?:fol|qu|quart|oct)\. \d+|"
        r"(?:Fol|Quart|Oct|Duod)\. (?:Hung|Lat|Germ|Slav|Gall|Ital|Gr)\. \d+|M[Ss][Ss]?\d+(?:-\d+)?|O\.\d+\.\d+"
    ),
    "cote": pattern(
        r"(?:(?:GR|AC|DE|AI) \d+ ?[A-Z]{1,3}(?: \d{1,2}(?= \d))?|(?:MV"
        r"|CC) [A-Z]{1,3}\d{0,2}(?: \d(?= [A-Z\d]))?|(?:AF|AB|AD|AE|CH|D)[ /][IVXLC]+[ab]?\*?"
        r"|N[ /][IVX]+[ /][A-Z][a-z]+"
        r"|F ?/?1 ?[a-e]?(?: ?/?[IVX]+)?(?:(?:[/ ]|, )[A-Z][a-zé]+(?:-[\w-]+)?)?(?=[/ ]\d)|[A-Z]/\d+/\*(?=/\d)"
        r"|[XZ][I12]?[ab°]{1,2}(?= \d)|1 BB ?\d(?= \d)|[A-Z]\d\*(?= \d)"
        r"|(?:ET|et)/[IVXLC]+|[A-Z]{1,2}/[A-Z]/[IVX]+|[A-Z]{1,3}(?=/\d{3})"
        r"|[A-Z]{1,3}/?\d+[a-z]?(?: (?=\d+ [A-Z]))?|[A-Z]{1,2}\d{1,2}[A-Z]\d{0,2}"
        r"|[A-Z]{1,3} \d{1,2}(?=[ /,]{1,2}\d)"
        r"|[A-Z]{1,3}(?= \d{2,}(?:[A-Z](?!\w)|(?!\d| ?[A-Z])))|(?!No|Nr|Ms|Rc|Av)[A-Z][a-z](?= \d{2,}(?!\d))"
        r"|\d{1,4} ?WP?|\d{1,3} ?(?:[A-Z]{1,3}\d{0,2}(?: \d{1,2}(?=/\d{2,}))?|[A-Z][a-z](?= \d)))(?![\w.])"
    ),
    "serial": pattern(
        r"(?:Sammelbestand )?(?P<v>[A-Z]{1,2}(?:(?=\d)| (?=\d{1,3}(?![\d/])))\d+(?:\.\d+)?(?:/\d+)?(?:/[A-Z])?)(?!\w)"
        rf"(?: [-–] (?!{_DEPOSIT}"
        rf"|Fas[zc])[^:\n]{{1,80}}(?=:))?"
    ),
    "deposit": pattern(rf"(?P<v>{_DEPOSIT})(?: [-–] [^:\n]{{1,80}}(?=:))?"),
    "thai": pattern(r"(?:\(\d\) ?)?(?:R\d )?(?:[A-Z]{1,3}|[ก-ฮ]{1,3}\.) ?\d+(?:\.\d+)*(?!\w)"),
    "anjuan": pattern(
        r"(?!0|\d{1,2}-\d{1,2}-(?:19|20)\d\d)[A-Z]{0,3}\d{1,4}(?=[—–-][A-Z]?\d{1,4}[—–-][A-Z]?\d)|[A-Z]{1,3}\d+(?=[—–-]\d)"
    ),
    "nakno": pattern(r"[A-Z]{2,3}\d{6,7}(?!\w)"),
    "koreanreel": pattern(r"[A-Z]-?\d{2,4}-\d+(?!\w)"),
    "unionfile": pattern(r"\d+(?:[/-]\d+)*(?:[ _]\d+)?(?!\w)"),
    "defterno": pattern(
        rf"(?:{'|'.join(rf'(?<={name}{between})' for name in _REGISTERS for between in _NUMBERED)})\d+(?![\w/])"
    ),
    "dosya": pattern(
        r"\d+(?:-\w(?=/))?(?:/\d+(?:-?[A-Z]|-\d{1,2})?|/[A-ZŞ][a-zş]?-\d+)?(?:\.? ?[A-ZŞ][a-zş]?[/-]\d+)?(?![\w/])"
    ),
    "gomlek": pattern(r"\d+(?:-?[A-Z]|-\d{1,2})?(?!\w)"),
    "tdano": pattern(r"\d{3,4}/\d{4,}-\d+-\d+(?!\w)"),
    "israelibox": pattern(r"(?:(?:MFA|FM|PM)[/ ])?(?P<v>(?:[A-Z]{1,2}-)?\d+)(?=/)"),
    "dashpiece": pattern(rf"(?<=[A-Z]\d\d\d[{DASHES}])\d{{3,6}}(?!\w)"),
    "mulu": pattern(rf"(?:[A-Z]?\d+|[A-Z]|[长短]期|永久|长期)(?=[{DASHES}])|0\d{{3}}(?!\w)"),
    "quanzong": pattern(r"(?:[A-Z]{0,2}\d+|[一二三四五六七八九十]+)(?:\(\d+\))?(?!\w)(?!/\D)"),
    "group": pattern(
        r"(?:(?:MFA|FM) (?=\d+\.))?\d+(?:\.\d+)?(?=/|, (?:[A-Z]{1,3}-?)?\d|,? (?:[Bb]ox|[Ff]ile))"
        r"|(?:MFA|FM|FO|HZ|Hz|GL|PM|[GCMA]|חצ|גל|ג|א)(?=[ /,-]+[\dA-Z])"
    ),
    "yearlyaccession": pattern(r"(?P<v>\d+/(?:19)?\d+)/?(?=/|-\d|[ ,][ ]?\d|$|[.;,])"),
    "zionist": pattern(
        r"KKL ?\d*(?!\w)|[A-Z]{1,2} \d{1,3}(?=[/-]\d)|[A-Z]{1,3}[\dIlizo]{1,3}[a-z]?(?=[/\\– -]\d)"
        r"|[A-Z]{1,2}\d{1,3}(?=[,.;)]|$)"
    ),
    "branchno": pattern(r"\d{1,2}[. ]{0,2}(?:Şube|Şb|ŞB|Ş)(?!\w)"),
    "photo": pattern(r"[A-Z]{1,2} \d+(?:/\d+)*(?!\w)"),
    "plain": pattern(r"\d+(?: ?\(\d+\))?(?![\w/])"),
    "myanmar": pattern(r"\d+/\d+(?:\(\w+\))?"),
    "plainslash": pattern(r"\d+(?!\w)"),
    "pieces": pattern(
        rf"(?!\d{{1,2}}(?:er)? [^\W\d_]{{3,}} \d{{4}}|\d{{1,3}}(?: bis)?,? (?:rue|boulevard|bd|avenue|quai|place)\b)"
        rf"(?:\d+(?:/\d+[A-Z]?)+(?:/[A-Z])?|\d+(?:/| (?=[A-Z][,.;)]|[A-Z]$))[A-Z]"
        rf"|\d+(?:,\d+)?(?:(?:[{DASHES}]| à )\d+)?[A-Z]?)(?!\w)(?! \d)"
    ),
    "years": pattern(rf"(?:1[5-9]|20)\d\d(?: ?[{DASHES}] ?(?:\d\d)?\d\d)?(?![\w/-]|\.\S)"),
    "signs": pattern(r"(?:[^\W\d_a-zà-ÿ][^\W\d_]{0,4}\. ?|[^\W\d_a-zà-ÿ]{2,}[. ] ?)+(?:d\.? )?(?=\d)"),
    "symbol": pattern(r"(?:[^,;\[\]\n()]|\([^()]{0,40}\))+"),
}
AND_SERIES = pattern(r" (?:and|&) (?=(?:[A-Z]+ ?: ?)?[A-Z]{1,3}\d)|(?<=\d) and (?=[a-z])")
GLOSS = pattern(r" \([^()]*\)$")
HEREAFTER = pattern(r" \((?:(?:hereafter|henceforth|dalej)[^()]*|(?:1[4-9]|20)\d\d ?[-–] ?(?:1[4-9]|20)\d\d)\)$")
"""What stands in brackets behind a title: how it is called from now on, of when a series is."""
