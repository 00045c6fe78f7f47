"""What values look like in the archives of Central and South-Eastern Europe: signatures, őrzési egységek, fascikle."""

from __future__ import annotations

from provcheck.archives.lexicon.folios import DASHES
from provcheck.model.lazy import pattern

_SIGNED = (
    r"(?:\d[\w./-]*|[^\W\d_a-zà-ž]{1,5}[\w./-]*\d[\w./-]*|[^\W\d_a-zà-ž]{1,5}(?:[./-][\w.]+)*"
    r"|(?![aikszo] )[a-z]{1,2}(?=[ ,-]))"
)
"""One part of a signature: figures, capitals or a letter, joined by points, strokes, hyphens."""
CENTRAL = {
    "ipnnumber": pattern(r"(?:[A-Z][A-ZŁa-z][a-z]? )?(?P<v>(?:pf )?\d+)(?=/\d)"),
    "ipnunit": pattern(r"[A-ZŁŚ]{2,6}(?: [A-Z]{2,4})?(?: [IVX]+)?(?=,? (?:sygn\. ?|nr )?\d|/\d)"),
    "ipntitle": pattern(r"[A-ZŁŚŻ]{2,}[^,;\d]*(?=, (?:sygn\. )?(?:[A-Z][A-ZŁa-z][a-z]? )?\d+/\d)"),
    "signatura": pattern(
        rf"{_SIGNED}(?:(?: ?[-–] ?| ){_SIGNED}){{0,4}}(?=\s*(?:[,;)\]]|\.?$|\.\s|[(—]|\.?,))"
        r"|(?:[^\W\d_]{1,5}[.:/]?[- ]?)?\d\w*(?:[-–/#_.]\w+)*"
    ),
    "abtlfile": pattern(r"\d+(?:[-/]\d+)+(?!\w)|(?:[A-Z]-)?[IVX]+/\d+(?:-[a-z])?(?!\w)"),
    "magyaritem": pattern(
        r"\d{1,3}\. \d{1,3}(?=\.?$)|[A-Z]{1,2}-\d[\w/-]*|\d{1,3}/[a-z]{1,2}(?!\w)|[IVX]+[-/]\d[\w/-]*"
        r"|\d+(?:[/–-]\w+)*(?!\w)"
    ),
    "magyarfile": pattern(
        r"(?!\d{4} [A-ZÁÉ][a-zá-ű]+,)"
        r"(?!(?:1[89]|20)\d\d(?:[-–]\d{4})?(?![-/\d]))(?!\d{1,3}-\d{5}|\d{5}/\d{4})(?:[A-Z]-?)?\d+(?:[/-]\w+)*(?!\w)"
    ),
    "magyartitle": pattern(r"[^\W\d_]{3,}(?: [^\W\d_]{2,}){0,2}(?=-\d)"),
    "magyar": pattern(
        r"(?P<v>P ?\d+) [A-ZÁÉ][a-zà-ű]+(?= \d+\. ?(?:d|cs|doboz|csomó))"
        r"|M-[A-Z]{2}[ -]\d+(?=\.? ?f\b|,)|(?:[IVXL]+-)?[A-ZÁÉ]{1,2}(?:-[A-ZÁÉ]{1,3})*(?:-"
        r"| (?=\d+\.))\d+(?:-(?:[a-z]{1,2}|\d{1,3})(?!\w))*"
        r"|[A-Z]{1,2} ?\d+(?: [a-z](?=\.))?(?!\w)|\d(?:\.\d{1,2}){1,2}(?=\.?(?:[ ,]|$))"
        r"|[IVXLC]+\. ?(?:[A-Z]\. ?)?\d+(?:\.\d+)*(?:\.? ?|[/-])[a-z](?:\.\d+)?(?!\w)"
        r"|[IVXLC]+(?:\. ?|-)(?:[A-Z]\. ?)?\d+(?=[.,]? |[.,]?$)"
    ),
    "iktato": pattern(
        r"(?:1[89]|20)\d\d-[A-Z]+-\d+(?:-\d+)?"
        r"|(?:\d{1,3}-)?\d{5,6}(?:/\d{1,2}(?=[/-]))?(?:[/-] ?(?:19|20)?\d\d)?(?!\w)|\d{3,4}/ ?(?:19|20)\d\d(?!\w)"
    ),
    "numberdash": pattern(r"\d+(?=[-–]\d+(?:[-–]\d|[^\w–-]|$)| [-–] \d+ [-–] \d| [-–] \d+(?:[.,;)]|$))"),
    "plaindash": pattern(r"(?:(?<=\d[-–])|(?<=\d [-–] ))\d+(?![\w–-])"),
    "caseno": pattern(r"(?:[A-ZŽŠČ]{1,3}|[A-ZŽŠČ][A-Za-zžšč]{1,3}\.?) \d+/\d{4}"),
    "sygnatura": pattern(
        r"(?:\d+(?:-[IVX]+)?|[IVXL]+(?: ?[A-Z])?(?:-\w+)*)(?:/[\w-]+)+(?![\w/])|[IVXL]{2,}-\d+(?!\w)"
        r"|[IVX]+-\d{1,2}-[a-zа-я](?![\w/])"
    ),
    "fondno": pattern(r"(?<![IVX], )(?![IVX]+-\d)(?:[A-Z]{1,2}-?)?\d{1,4}(?!\d)(?:\.\d+)?[a-z]?(?![\w-]|/\d)"),
    "serija": pattern(r"\d+(?:\.\d+)*|[IVXL]+(?:-\d+)?"),
    "romanalone": pattern(r"[IVX]+(?=, )"),
    "lettersign": pattern(r"[A-Z] ?\d{4,7}(?!\w)"),
    "cawsign": pattern(r"[IVX]+(?:\.\d+)+(?:/[A-Z]\.\d+)?(?!\w)"),
    "zespolpair": pattern(r"(?P<v>\d\d?/\d+)(?=/[1-9]\d*(?![\w/]))"),
    "polishaccession": pattern(r"\d+/\d+(?=,? ?(?:[wtzWTZ]|[Ww]iązka|[Tt]eczka|[Ss]ygn|jedn|nr|unit|number)\b|, \d)"),
    "czechcode": pattern(
        r"[A-Z]{1,2} ?(?!1[89]\d\d)\d{1,4}(?= [A-ZÁ-Ž][a-zá-ž]{2,}(?! \d))"
        r"|[A-Z]{1,2} ?\d{1,4}(?= [-–] [^\W\d_]|, (?:kart|k|inv|sign|i|č|fol)\b)"
        r"|0\d/\d{1,2}(?=, )|\d{1,4}(?:/\d+){1,3}(?=, (?:sv|kart|k|inv|sign|a\. ?j|ar\. ?j)\b)"
    ),
    "dosaryear": pattern(r"\d+/(?:18|19|20)\d\d(?!\w)"),
    "gdansk": pattern(r"300, ?(?:\d+|R/[A-Z]\w*)(?:[/,] ?\d+)*(?![\w/])"),
    "dzial": pattern(r"dz\. ?[IVX]+(?!\w)"),
    "threenumbers": pattern(rf"\d+(?:[{DASHES}/]\d+){{2,}}(?!\w)"),
    "greekfile": pattern(r"[A-ZΑ-Ω]{1,3}/\d+(?:/(?:\d+|[IVXΑ-Ω]+))*(?!\w)"),
    "rkps": pattern(r"[Rr]kps?\.? (?:[A-Z][a-z]*\.? )?\d+(?:/[\dIVX]+)*(?: [IVX]+(?=[,;.]))?(?!\w)"),
    "grodzkie": pattern(r"(?:[A-ZŁŚŻ]\w+ )?(?:Gr|Rel)\. \d+(?!\w)"),
    "reference": pattern(r"(?:[A-Z]{2})?\d+(?:/{1,2}[\dA-Z]+)*(?:-\d+)?(?!\w)"),
    "folderno": pattern(r"F-\d+(?!\w)"),
    "afterfond": pattern(r"(?<=\bf\. )\d+(?:/\d+)+(?!\w)(?!\. ?(?:ő|ö|o|és))"),
    "romantitled": pattern(r"(?P<v>[IVX]+)\. [A-ZČŠŽ][a-zčćšžđ]+(?: [^,;()\d]+)?(?=,)"),
    "zespoltitle": pattern(r"(?P<v>\d+) [A-ZŁŚŻ][^/,;\d]{3,60}(?=/\d)"),
    "shortno": pattern(r"[A-Z]-\d{1,5}(?!\w)|(?!1[5-9]\d\d|20\d\d)\d{1,4}(?=[,;)]|\.?$|\. [A-Z])"),
}
