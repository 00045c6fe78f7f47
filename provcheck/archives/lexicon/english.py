"""What values look like in the English-speaking world: central files and lots, series and pieces, record groups."""

from __future__ import annotations

from provcheck.archives.lexicon.folios import DASHES
from provcheck.model.lazy import pattern

_SUBJECT = (
    "AID|AGR|AV|BG|CR|CSM|CUL|DEF|E|ECIN|ECON|EDU|EDX|ELAB|EP|FN|FSE|FSV|FT|FPC|HLTH|INCO|INF|INSP|INT|IO|IT|LAB|LEG|MG|NATO|ORG"
    "|OS|PC|PER|PET|POL|PPB|PPT|PPV|PR|PRM|PS|REF|RR|SCI|SOC|SP|STR|TEL|TP|TR|UN|US|V"
)
"""Subjects of the central files of the Department of State, 1963 to 1973."""
_CENTRAL = "|".join(
    rf"(?<={name}{years}, )"
    for name in ("Central Files", "Central File", "Policy Files", "Policy File", "DOS, CF")
    for years in ("", *(rf"{comma} \d{{4}}[{DASHES}]{end}" for comma in ("", ",") for end in (r"\d\d", r"\d{4}")))
)
"""What stands before a file of the central files whose subject is no known one."""
_NOT_CLASS = r"(?!Conf|Secr|Top|Uncl|Limi|Offi)"
_NO_SIGN = (
    "Box|Bx|No|Nos|Vol|Vols|Folder|File|Room|Suite|Tel|Fax|ISBN|ISSN|Fig|Figs|Plate|Pl|Page|Part|Pt|Reel|Roll|Item|Series|Entry"
    "|Job|Lot|NSC|NSDM|NSSM|NIE|SNIE|NSDD|NSAM|TS|World|War|Sec|Sect|Ch|Chap|Art|Route|PO|Jan|Feb|Mar|Apr|May|June?|July?|Aug"
    "|Sept?|Oct|Nov|Dec|CL|NL[A-Z]{1,2}|Unit|Group|Record|RG|MG|OF|PPF|PSF|POF|CO|Grant|Dept|State|Class|Acc|Accn|Case|House|Folio|Fol|Series"
)
"""Words that a figure may follow and that are no sign of a library."""
ENGLISH = {
    "cable": pattern(r"[10IlO]\. ?\d{3,6}[A-Z]?(?:/\d+)*(?!\w)"),
    "capitals": pattern(r"[A-Z][A-Z'’ -]{4,}(?:: [A-Z'’ -]{4,})*(?= Pt\b|[,;.]|$)"),
    "placeyears": pattern(r"[A-Z][a-z]+ 19\d\d-\d\d(?!\d)"),
    "dossierletter": pattern(r"[A-Z]{1,2}[-–]\d[\d.]*\d\d(?:/\d+)?(?!\w)"),
    "taoiseach": pattern(r"S ?\d{4,6} ?[A-Z]?(?:/\w+)?(?!\w)"),
    "vprs": pattern(r"(?:VPRS|NRS)[ -]?\d+"),
    "instalment": pattern(
        r"(?:Transcript List \()?(?P<v>(?:First|Second|Third|Fourth|Fifth|Sixth|[IVX]+(?:st|nd|rd|th)?"
        r"(?: ?(?:[–-]|and|&) ?[IVX]+)?|\d+(?:st|nd|rd|th)) [Ii]nst(?:all?ments?|\.)(?: List)?)"
    ),
    "paperno": pattern(r"\d{3,6}(?!\w)"),
    "fondstitle": pattern(r"[A-Z][^,;:()\d]*? [Ff]onds(?=[ ,:;.)]|$)"),
    "locator": pattern(r"locator #[\w-]+"),
    "treasury": pattern(r"T\.B\. #\d+"),
    "mgseries": pattern(r"[A-Z][ -]?\d{1,3}(?:-[A-Za-z0-9]{1,3})*(?=[,;.]|$)"),
    "agency": pattern(
        r"(?:C\.R\.S\. )?(?P<v>(?:[A-Z]{1,3} ?\d{1,6}[A-Z]?(?:/[\dl]+)*(?:[ /]T\d+)?|[A-Z][a-z]\d{3})(?!\w))"
    ),
    "itemno": pattern(r"\d{1,3}(?=/\d{4,}(?!\w))|\d+(?:/\d+)*(?:-\d+|[A-Za-z])?(?!\w)|[IVXLC]+(?!\w)|[A-Z](?![\w.])"),
    "paper": pattern(
        r"(?!(?:1[4-9]|20)\d\d(?!\w))(?:[A-Z]{1,3}\(\d\d\)\d+|(?:[A-Z]\.){2,3} ?\d+"
        r"|(?:[^\W\d_]{1,5}[.:/]?[- ]?)?\d\w*(?:[–/#_.-]\w+)*(?:\(\w{1,4}\)(?:/\w+)*)?)"
    ),
    "shelfsign": pattern(
        r"(?:MSS?|Mss?|ARC|Coll\.?|MC|SC|M|Ms\.? Coll\.?)[. -]?(?:[A-Z][\w.]* ){0,3}"
        r"(?!(?:1[4-9]|20)\d\d(?!\w))\d[\w./-]*|#\d{2,5}(?!\w)"
    ),
    "librarysign": pattern(
        rf"(?<!Files, )(?<!File, )(?![A-Z][a-z]+ Files? )(?!(?:{_NO_SIGN})\b)(?![A-Z]{{2}} \d{{5}}(?!\w))"
        r"(?!(?:[A-Z][a-z.]+ ){1,3}(?:1[5-9]|20)\d\d(?!\w))"
        r"(?:[a-z]{2,4} ?(?=[A-Z]))?(?:[A-Z][A-Za-z]{0,5}\.?[ .:-]{0,2}){1,3}(?:[a-z] )?\d[\w./:-]*(?: [A-Z]{1,2} \d+)*"
        r"(?: \d[\w./-]*)?(?: [a-z](?=[,;.]|$))?(?: \(\d{1,3}\))?"
    ),
    "politicalno": pattern(r"(?:Ext|PZ|P\.Z\.|POL|IPI|PJ|P&J|P) ?\d+/(?:19)?\d\d(?!\w)|Coll\.? \d+/\d+(?!\w)"),
    "oxfordsign": pattern(
        r"(?:Carte|Tanner|Clarendon|Ashmole|Nalson|Douce|Dodsworth|Selden|Laud Misc\."
        r"|Firth|Gough|Wood|Barlow|Fairfax|Perrott"
        r"|North|Rawl(?:inson|\.)(?: (?:MSS?\.? )?(?:[A-D]|[a-z]{3,6}\.|letters))?"
        r"|Don\.|Eng\. (?:hist|lett|misc)\.|Top\. [A-Z][a-z]+\.)"
        r" (?:[a-g]\.? ?)?\d+(?!\w)"
    ),
    "libraryphoto": pattern(r"LC-[A-Z]+[A-Za-z\d]*(?:-[A-Za-z\d]+)+(?!\w)"),
    "homemisc": pattern(r"(?<=Home Misc\. )\d+(?!\w)|(?<=Home Misc\.)\d+(?!\w)"),
    "librarynumber": pattern(r"\d{1,5}[A-Z]?(?:[-./][A-Z]{0,3}\d*[A-Z]?(?<=[-./][A-Z\d])\w*)+(?!\w)"),
    "provincialno": pattern(r"(?:PAA )?\d{2,4}\.\d+[A-Z]?(?:/\w+)*(?: [A-Z]\d+ \d+)?(?!\w)"),
    "casenumber": pattern(r"[Cc]ase \d+(?:/\d+(?:-\d+)?)?"),
    "collectionno": pattern(r"\d{5,6}(?!\w)|XX\d{3,}|[AB]\d{2,4}-\d{4}(?:/\d+)?(?!\w)|\d{2,4}C\d+"),
    "accessioncode": pattern(
        r"(?!FA )[A-Z]{2,4}(?:-[A-Z]+)*(?:-GS|GS)? \d\d-\d+|GS \d\d-\d+|M\d{2}-\d+|\d{4}-\d{5}-\d"
        r"|\d\d\.\d{3}[A-Z](?=,)"
    ),
    "consignment": pattern(r"P\d{4,5}|P\d(?!\w)|W\d{4}"),
    "grseries": pattern(r"(?:GR|MS|PR)-\d{4}(?!\w)|RS ?\d+[a-z]?(?!\w)|(?:ADM|[CFW]O) \d+(?=,)"),
    "reelseries": pattern(r"(?:\d{3,4} )?[PDN]-[Rr]eels?"),
    "whorm": pattern(r"(?:White House Office of Records Management|WHORM)[^,;:]*"),
    "whormcode": pattern(r"[A-Z]{2}\d{3}(?:-\d+)?(?!\w)"),
    "boxseries": pattern(
        r"(?<=\d, )(?<!1[89]\d\d, )(?<!20\d\d, )[A-Z][^,;:.()]{2,50} (?:Files?|[Ff]iles|Recordings|Series)(?=, [A-Z])"
    ),
    "centralseries": pattern(
        rf"(?<=\d, )(?:[A-Z][^,;:.()]{{2,50}} Files?|CFPF|SNF|CDF|CF)"
        rf"(?:,? \d{{4}}[{DASHES}]\d\d(?:\d\d)?|, \d{{4}})?(?=, RG)"
    ),
    "militaryfile": pattern(
        r"(?:CCS|ABC|P&O|OPD|CSGPO|CJCS|WDCSA|AG|G-[234]) \d{2,3}(?:\.\d+)?(?: [A-Z][\w.]*){0,3}(?: \([\w -]{5,12}\))?"
        r"(?:,? [Ss]ec\. \d+)?(?=[,.;]|$)|\d{3,4}(?:[./]\d{1,4})? \(\d{1,2} [A-Z][a-z]{2} \d\d\)"
        r"|\d{3}-[A-Z\d]{1,3}(?:-\d+)?\.\d+(?=[,.;]|$)"
        r"|(?:HR|SEN) ?\d{2,3}A-[A-Z]+\d*(?:\.\d+)?(?!\w)"
    ),
    "entryno": pattern(
        r"(?:UD-\w+|A1|NM-\d+|[A-Z]{1,2}\d?) \d+(?:-[A-Z])?(?!\w)|(?:[^\W\d_]{1,5}[.:/]?[- ]?)?\d\w*(?:[–/#_.-]\w+)*"
    ),
    "bareentry": pattern(r"(?:P|UD|UD-[A-Z]{1,2}|UD-\d+[A-Z]|A1|NM-\d+|ZZ|PI-\d+) \d{1,4}[A-Z]?(?:-[A-Z])?(?=, )"),
    "pairbox": pattern(r"\d{1,4}(?=[:/]\d{1,3}(?![\w/:]))"),
    "pairfolder": pattern(r"(?<=\d[:/])\d{1,3}(?![\w/:])"),
    "psf": pattern(r"PSF(?= \d)"),
    "psfbox": pattern(r"(?<=PSF )\d+(?!\w)"),
    "roosevelt": pattern(r"(?:PPF|OF|POF) \d+(?:-?[A-Z]{1,2})?(?!\w)"),
    "centralcode": pattern(
        r"(?:(?<=WHCF, )|(?<=Files, )|(?<=File, ))[A-Z]{2} ?\d+(?:-\d+)*(?:/[A-Z]{2} ?\d+(?:-\d+)*)?(?=[,;.]|$)"
    ),
    "iorfonds": pattern(r"IOR(?=,? [A-Z]/|: ?[A-Z]/)"),
    "filetitle": pattern(r"(?<=[Ff]ile )[A-Z][^,;:()\d]{2,60}(?=[,;.)]|$)"),
    "officeseries": pattern(
        r"[A-Z][A-Za-z]{2,9}\.?(?: (?:[Pp]rof|[Dd]iv|[Dd]ist|[Mm]in|N))?\.? ?\d{1,2}/\d{1,2}(?:/\d+)*(?!\w)"
    ),
    "papersitem": pattern(r"[A-Z][a-z]? ?\d{1,3}\.\d{1,3}(?:\.\d+)*(?=[,;.]|$)"),
    "namedseries": pattern(r"[A-Z][^,;:()\d]{1,40} (?:Files|Series)(?=, (?:[Bb]ox|[Vv]ol))"),
    "registryfile": pattern(r"\d{3}/\d{1,2}(?:-\d+){1,4}[A-Z]?(?![\w/–])"),
    "namedrecords": pattern(r"[A-Z][^,;:()]{2,60} Records(?=[,;.]|$)"),
    "nlcode": pattern(rf"NL[A-Z]{{1,2}}(?:[{DASHES}][A-Z]*\d+)+(?!\w)"),
    "photograph": pattern(r"\d{2,3}-[A-Z]{1,4}-\d+[A-Z]?(?:-\d+)*(?!\w)|(?:SC|CC|USAF|HC|EC)[ -]?\d{4,6}[A-Z]*(?!\w)"),
    "inbrackets": pattern(r"\[(?P<v>\d{1,3})\](?=[,;.)]|$)"),
    "bracketed": pattern(r"\[(?P<v>[\dA-Z][\w./-]*\d[\w.]*)\]"),
    "cons": pattern(r"[Cc]ons\.? ?\d+[A-Z]?(?!\w)"),
    "grg": pattern(r"GRG ?\d+/\d+(?!\w)"),
    "privaterecord": pattern(r"0\d{5}(?!\w)|\dDRL[/ ]\d+|PR ?\d\d?/\d+|PR ?\d{5}"),
    "volumeno": pattern(r"\d{1,2},\d{3}(?!,?\d)|(?:[A-Z]{1,2}-?)?\d+[A-Za-z]{0,2}(?:[–-]\d+)?(?!\w)"),
    "bigdossier": pattern(r"\d{1,3},\d{3}(?:-\d+)*[A-Z]?(?!,?\d)|\d{3}\.\d{3} \(D\d+\)"),
    "companyno": pattern(r"[A-G]\.\d{1,3}/(?:[a-z]/)?\d+[a-z]?(?!\w)"),
    "banqfonds": pattern(r"(?:[PEZ]|C[A-Z]|T[A-Z]|VM|Z[A-Z]?)\d{1,4}(?=[,/]|-S\d|$)"),
    "banqseries": pattern(r"S\d+(?!\w)"),
    "banqfile": pattern(r"D\d+(?!\w)"),
    "banqsub": pattern(r"SS{1,3}\d+(?!\w)"),
    "banqitem": pattern(r"P\d+(?!\w)"),
    "addmss": pattern(r"Add\.? ?MSS?\.? ?\d+"),
    "daggroup": pattern(r"DAG[- ]?\d+(?:/[\d.]+)*"),
    "parenno": pattern(r"(?<= \()\d{1,4}(?=\))"),
    "indianfile": pattern(
        r"(?:[A-Z]{1,5}[./ -]{0,2})?\d[\w./&-]*(?:\(\w{1,4}\)[\w./&-]*)*(?: ?\([IVX]+\)| [IVX]+/\d\d(?!\d))?"
    ),
    "indianno": pattern(
        r"\d+(?:\(\w{1,4}\))?-[A-Z][\w()/.&-]*(?: \(?Secret\)?)?"
        r"|\d+\(\w{1,4}\)[-/][\w()/.&-]+|[A-Z]-?\d+/(?:19)?\d\d(?:-\d\d)?(?!\w)"
        r"|\d{1,3}/(?:\d{1,3}|[A-Z]{2,4})/(?:19)?\d\d(?!\w)"
    ),
    "staterecords": pattern(
        rf"Records of the Department of State, (?:Central|Decimal) Files?,? \d{{4}}[{DASHES}]\d\d(?:\d\d)?"
        r"|Central (?:[A-Z][a-z]+ ){0,2}Files?, 19\d\d(?=[.,;])"
    ),
    "indiancode": pattern(r"[A-Z]{1,6}/\d+(?:\(\w{1,4}\))?(?:[/-]\w+)*"),
    "nzagency": pattern(r"[A-Z]{2,4}(?= W\d{4})|WA ?I{1,3} ?\d+(?=/\d)"),
    "nzbox": pattern(r"(?<=W\d{4}/)\d+[a-z]?(?!\w)"),
    "nzpart": pattern(r"(?<=/\d )\d{1,2}[A-Z]?(?=[,.;]|$)|(?<=/\d\d )\d{1,2}[A-Z]?(?=[,.;]|$)"),
    "datedfolder": pattern(r"(?:19|20)\d\d [A-Z][^;:.()]{3,80}?(?=, $)"),
    "boxcl": pattern(r"CL \d+(?!\w)"),
    "council": pattern(r"[A-Z][^,;:.()\[\]]{2,60}, NSC(?: Records(?=[:,;.]|$)|(?=:))(?<!File, NSC Records)"),
    "whormcase": pattern(r"\d{6,8}[A-Z]*(?!\w)"),
    "frc": pattern(r"FRC (?:\d{2,3}[ –-])?\d\d[ –-]?(?:[A-Z][ –-]?)?\d+(?!\w)"),
    "materials": pattern(r"[A-Z][\w. ]*Presidential Materials(?: Project| Staff)?"),
    "executive": pattern(r"(?:Executive|Confidential|EX|CF|GEN) [A-Z]{2} ?\d+(?:[-–]\d+)*(?:/[\w.]+)*"),
    "transferred": pattern(r"(?:19|20)\d\d/\d+(?=/\d)"),
    "ior": pattern(
        r"(?:IOR[/: ]+)?[A-Z](?:/[A-Z&]{1,4})*(?:/\d+)+(?=/\d+(?![\w/]))"
        r"|IOR/[A-Z](?=/\d+[A-Z]*(?![\w/]))|Home Misc\.(?= ?\d)"
        r"|(?:IOR[/: ]+)[A-Z](?:/[A-Z&]{1,4})*(?:/\d+)?(?![\w/])"
    ),
    "mg": pattern(
        r"MG-\d+-\d+(?!\w)|MG ?\d+(?:[ -][IVX]+[ -]?[A-Z] ?\d+|[ -][A-Z] ?\d*(?:-?\d+)?)?(?!\w)"
        r"|R\d{3,6}(?:-\d+)*(?:-[A-Z])?(?!\w)"
    ),
    "subgroup": pattern(r"[A-Za-z](?:-[A-Za-z0-9]{1,3})*(?!\w)|\d{1,5}(?![\w-])"),
    "nswcontainer": pattern(r"\d{1,2}/\d{3,5}(?:\.\d+)?(?![\w/])"),
    "rnumber": pattern(r"R\d{7,8}(?!\w)"),
    "control": pattern(r"Ctrl ?#[\d-]+"),
    "seriesno": pattern(r"\d+(?=/)"),
    "branch": pattern(r"[A-Z]{2,}(?= )|[A-Z][A-Za-z]+(?:['’]s)?(?: [A-Z][a-z]+)*(?= [A-Z]{0,2} ?/?\d)"),
    "lot": pattern(r"\d{2,3} ?[–-]?[A-Z] ?\d{1,4}(?:[A-Za-z](?!\w)| [A-Z](?=[,;.:]))?|[MFW] ?[–-]?\d+|\d+"),
    "film": pattern(r"[MT](?:\d{1,4}|-\d{2,4})(?!\w)|[MT] \d{2,4}(?=/\d)"),
    "filmroll": pattern(
        r"(?:(?<=[MT]-\d\d/)|(?<=[MT]-\d\d\d/)|(?<=[MT]-\d\d\d\d/)|(?<=[MT]\d\d/)|(?<=[MT]\d\d\d/)|(?<=[MT]\d\d\d\d/)"
        r"|(?<=[MT] \d\d/)|(?<=[MT] \d\d\d/)|(?<=[MT] \d\d\d\d/))\d{1,4}(?!\w)"
    ),
    "filmframe": pattern(r"(?:(?<=/\d\d/)|(?<=/\d\d\d/)|(?<=/\d\d\d\d/))[A-Z]?\d{5,7}(?:[-–]\d+)?(?!\w)"),
    "decimal": pattern(
        rf"(?:F\.W\. )?(?:Paris [Pp]eace Conf(?:\.|erence) )?\d{{2,3}}[A-Za-z]?(?:\.[\dA-Z]+|\. (?:BC|\d\d)(?=[ /]))+"
        rf"(?:[{DASHES}][A-Z]{{2,3}}(?=/)| (?:[A-Z][a-z]? ?\d+(?=/)|[A-Z]{{2,4}}(?=/)|\(\d\d\)(?=/)"
        rf"|[A-Z][^,;/\d.()]*[a-z](?: 19\d\d)?(?: ?\([^()]*\)(?=/))?))?"
        rf"|\d{{3}}(?: [A-Z][a-z]? ?|[A-Z])\d+(?=/\d)|123 [A-Z][a-z]+, [A-Z][a-z]+(?: [A-Z](?=[.:/]))?"
        rf"|\d{{3}}(?=/ ?\d{{1,2}}[{DASHES}]\d)|Paris [Pp]eace Conf(?:\.|erence) \d{{3}}(?=/\d)"
        rf"|(?<=No[.,] )\d{{4,5}}(?=/\d)|\d{{3}} [A-Z][^,;/\d(]+(?:\([^()]*\))?(?=/ ?\d)"
        rf"|(?:{_SUBJECT})(?: \([A-Z]+\))? (?!(?:1[6-9]|20)\d\d)\d{{1,2}}(?!\d)(?:[{DASHES}]\d+)?"
        rf"(?:(?:[ –-]|– )(?:[A-Z]+\([A-Z]+\)"
        rf"|[A-Z]{{1,12}})(?![a-z])|(?<=[A-Z])-[A-Z][a-z]+)*(?: \([A-Z]{{2,3}}\))?"
        rf"(?:/(?:[A-Z]{{3,}}(?![a-z\d])|[A-Z][a-z]{{2,}}))?(?: [A-Z][a-z][^,;.]*?(?:[A-Z]\.[A-Z]\.?"
        rf"|(?=[,;.]|$)))?"
        rf"|(?:POL|DEF|PET|AID|ECON|FN|INCO|CUL|PPT|SOC|STR|E|FT) [A-Z]{{2,}}(?:[ –-][A-Z]+)*(?![a-z])"
        rf"|(?:POL|DEF|AID|INCO|CUL) [A-Z][a-z]{{3,}}(?=[,.;])"
        rf"|[A-Z]{{2,6}}\([A-Z]+\)|Case \d+(?:/\d+)?"
    ),
    "centralfile": pattern(
        rf"(?:{_CENTRAL})(?![PDN]\d|[A-Z/]+, Lot)(?:[A-Z][A-Z\d]+|Pol|Def|Inco)"
        rf"(?:(?:[ –-]|– | \()[A-Z\d]+\)?|[ -]{_NOT_CLASS}[A-Z][a-z]+(?:-[A-Z]+)?)*"
        r"(?![\w/])"
    ),
    "enclosure": pattern(
        rf"[PDN](?:[{DASHES}]| )?\d{{5,7}} ?[{DASHES}] ?\d+(?:[{DASHES}]\d+)?(?: through \d+)?"
        r"|(?:19|20)\d\d [A-Z]{3,}(?: [A-Z]{3,})? \d{4,6}(?!\w)"
        rf"|(?:(?<=/)|(?<=/ ))(?=[A-Z]{{0,4}}\d)[\dA-Z]+½?[a-z]?(?:[{DASHES}]\d+)?(?: \d/\d|/\d+)?"
        rf"(?: through (?:\d{{3}} [A-Z][^,;:/\d]{{2,40}}/)?[\d./{DASHES}]+)?"
    ),
    "beforefile": pattern(r"\d{1,5}(?=, (?:[Ff]iles?|[Rr]eel) )"),
    "afteryear": pattern(r"(?<=, 19\d\d, )\d{1,5}(?!\w)"),
    "numberedfolder": pattern(
        r"(?:(?<=File, )|(?<=Files, )|(?<=Series, ))[A-Z][^.;:(),\d]{2,40}, [^.;:()\d]{2,60}"
        r" \(\d{1,2}(?: of \d{1,2})?\)(?=[.;]|$)"
    ),
    "privatepapers": pattern(r"A ?\d{1,4}(?=[,.;)]|$)"),
    "quoted": pattern(r"(?<=\d, )“(?!Extract|Letter|Memo|Report|Statement)(?P<v>[^“”]{3,80}?),?”"),
    "finding": pattern(r"FA \d+-\d+"),
    "department": pattern(
        r"[A-Z]{2,6}(?: [IVX]+(?=, ?\d))?(?=,? ?[/\d]| [A-Z]{1,2} ?\d)"
        r"|[A-Z]{2,5}(?= [A-Z]{2,} |(?: [A-Z][a-z]+(?:['’]s)?)+ )"
    ),
    "dossier": pattern(r"\d+(?:[-/](?:\d+|[A-Z]{1,2}(?=-\d)))+(?:[-/][A-Z]\w*)*[A-Z]?(?: [A-Z]{1,4}(?=,))?(?![\w/–])"),
    "record": pattern(r"(?:CIA-)?RDP\d\d[\w–-]+"),
    "unseries": pattern(r"S-\d{3,4}(?!\d)"),
    "registry": pattern(
        r"[A-Z]{1,3} ?\d+(?:/\d+)+(?:/?[A-Z])?(?!\w)|(?<=\d/)[A-Z][A-Za-z]{1,3}(?:/\d+){2,3}(?!\w)"
        r"|(?:[A-Z]{1,4}|[A-Z]\.[A-Z]\.(?:[A-Z]\.)?) ?(?:\d+ ?)?\(\d\d\) ?\d*"
        r"|Cabinet \d+ ?\(\d\d\) ?\d*|BJ[/ ]?\d{4,6}|(?<=/)[A-Z]{1,3}\.?\d{3,6}(?![\w/])"
    ),
}
"""Kinds of values, by name: a part of `kinds.PATTERNS`."""
