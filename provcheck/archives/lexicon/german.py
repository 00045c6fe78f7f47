"""What values look like in the archives of Germany and Austria: holdings in their many forms, files, departments."""

from __future__ import annotations

from provcheck.archives.lexicon.folios import DASHES
from provcheck.model.lazy import pattern

_BEFORE_FILE = r"(?=,? (?:Bü|Nrn?|Bd|Akte|Acc|Akz|Abl|Zug|Abg)\b)"
_SIGN = (
    r"(?:[A-Z]{1,4}|\d+[A-Za-z]{0,2}(?:[/.,-]\w+)*|[IVX]+[a-z]{1,2}|[A-Z][a-z]|[a-z]"
    r"|(?:Rep|Abt|Hann|Cal|Celle|Nds|Dep|Pr|Br|Or|Rubr|Des|Dez)\.?|Neu|Alt|BEG)"
)
_STASI_FILE = r"(?:A(?:IM|OPK?|S|P|U|KK?)|A?GMS) \d+/\d\d(?!\d)"
_NAMES = r"(?: (?:von|van|de|der|zu|[A-ZÄÖÜ](?:[\w-]+\.?|\.))(?= |,|$))*"
_BESTAND = "|".join(
    (
        r"Rep\. ?[A-Z] \d+[a-z]?(?: [IVX]+(?: ?[a-z](?!\w))?)?(?=,? |/\d)",
        r"\d-\d{1,2}-\d{4}(?=[,/]| Nr)",
        r"[AC-MO-QS-Z] \d{1,4}/\d{1,2}(?=, \d{1,5}(?:[,;.)]|$))",
        r"[A-Z](?: [A-Z])? ?Rep\. ?\d+[a-z]?(?:-\d+)*(?: \(\d\d\))?",
        r"[A-Z]{1,3} \d{1,4}/(?:\d+(?=,? (?:Bü|Nr))|\d{1,2}(?=,? Bd)|0\d(?= ?$| ,))",
        r"DC 20-I/\d(?=/)",
        r"[A-Z]{1,2}\d{1,4}(?=/\d{1,6}(?:[,;.)]|$))",  # S2/1234
        r"R \d{4}-[A-Z](?=/| ?$| ,)",
        r"(?:Hann\. )?Des\. (?:[A-Z] )?\d+[a-z]?(?=,? |/\d)",
        r"R \d{4}-[IVX]+ KARTEI(?= ?/)",
        r"VA-\d\d(?=/)",
        r"\d{2,4}[A-Z]?(?=, [A-Z]{1,2} \d)",
        r"Pers \d(?=/)",
        r"\d(?:\.\d{1,2}){1,3}(?= [A-ZÄÖÜ][a-zäöüß]+,? (?:Nr\. )?\d)",  # 2.3 Magnussen, 12345
        r"[A-Z]{1,3} \d{1,4}[ -][A-ZÄÖÜ][a-zäöü]+\.?(?=/\d)",  # R 70 Polen/12
        r"\d{1,3}[a-z]?(?=, \d{2,6}[a-z]?(?:[,;.)/]|$))",
        r"(?:\d\d|[IVX]+)-\d{3}(?=[-/]\d)",  # ACDP, 01-008-123/4
        r"\d{1,3}(?:\.\d+)?-\d+(?:/\d{1,2}(?!\d))?(?: [IVX]+(?=,))?(?!\w)",
        r"\d,\d{1,3}(?:/\d+)*(?=,? ?(?:[-–] ?|Nr))",  # 4,1/3 - 123
        r"\d{3},\d{1,3}(?=, |/\d)",  # 584,001
        r"(?!Zug|Acc|Abl|Abg|Doc|Dok|Pos|Tit|Lit|Fol|Loc)[A-Z][a-z]{2,3}\. \d+[a-z]?(?:,\d{1,2}(?=, |/))?(?=[,/])"
        r"(?!/[A-Z]|/\d+,? Nr)",
        rf"[A-Z][a-z]{{2,3}}\. \d+[a-z]?(?: [A-ZÄÖÜ][a-zäöüß]+)?{_BEFORE_FILE}",
        r"\d{5}(?= [A-ZÄÖÜ]|/(?:\d|Ma))",
        rf"\d{{1,3}} (?:Neu|Alt) [A-ZÄÖÜ][\w.]* \d+[a-z]?(?:(?=[,/])|{_BEFORE_FILE})",
        rf"\d{{1,3}} ?[A-Za-z]?(?: [A-ZÄÖÜ][a-zäöüß-]+\.?){{0,2}}{_BEFORE_FILE}",
        rf"[A-ZÄÖÜ]{{1,3}} \d{{1,4}}(?: [a-z]|/[IVX]+)(?:(?=[,/])|{_BEFORE_FILE})",
        rf"(?=[A-Z\d])(?:{_SIGN} ){{0,5}}?{_SIGN}(?= (?:Bü|Nrn?|Acc|Akz)\b)",  # 12 Neu 13 Nr. 4, Rep. 2A I SW Nr. 5
        rf"(?=[A-Z\d])(?:{_SIGN} ){{0,5}}?{_SIGN}(?=, (?:Bü|Nrn?)\b)",
        r"[A-Z][a-z] \d\d\.\d\d(?=/\d)",
        r"(?:NL|Nl|Nachlass|Nachlaß) [A-ZÄÖÜ][\w.-]+(?: (?:von|van|de|der|zu|[A-ZÄÖÜ][\w-]*\.?)(?= "
        r"|,))*(?: [A-ZÄÖÜ][\w-]+)?",
        rf"(?:[A-ZÄÖÜ]{{1,4}}|N[LlsS]{{1,2}}|MSg|ZSg\.?|[A-Z][a-z](?= \d{{1,3}}[/,])) \d{{1,4}}[a-z]?(?:-\d{{1,3}}"
        rf"|[{DASHES} ][IVX]+(?:[A-Z]\d*|[a-z])?)?(?!\w|\.\d)",
        r"MfAA",
        r"\d{1,3} (?:Neu|Alt)(?= \d+(?:[,;.)]|$))",
        r"\d-\d{1,2}-\d{1,2}(?=-\d)",  # 0-1-4-12345
        r"\d{1,2}/[A-Z][\w-]*(?= \d)",  # 1/H-Reg 123
        r"[A-Z]{1,3} \d{1,3}\.\d{1,2}(?=, )",
        r"(?:Wü|Ho) \d+(?:/\d+)?(?: T \d+(?:[/-]\d+)*)?(?=,| Nr| Bü|/\d)",
        r"\d(?:\.\d{1,2}){2,3}\.?(?=,? Nr)",
        r"\d[\d.]*(?: [A-Z])?(?= , Bestand)",
        r"\d\d(?:\.\d\d){1,3}(?: [A-Z])?(?=,? Nr|\.?$| , Bestand)",
        r"MfS",
        r"[RMB]AV [A-ZÄÖÜ][\w-]+",
        r"B \d{1,3}-[A-Z]{2,4}(?: ?\d+)?(?=,)",
        r"[A-Z]{5,8} \d{1,3}(?=/)",
        r"[A-Z]{3,8}(?=,)",
        r"Rep\.? \d+\w*",
        r"\d{5}(?=, )",
        r"\d{1,3} ?[a-z]?(?=/\d+(?![\w/.]))",
        r"\d{1,3} ?[a-z](?=, \d)",
    )
)
GERMAN = {
    "bestand": pattern(rf"(?!{_STASI_FILE})(?:{_BESTAND})"),
    "slashname": pattern(r"(?=[A-Za-z]{0,7}[a-z])[A-Z][A-Za-z]{2,8}(?=/\d)"),
    "akte": pattern(
        rf"Loc(?:at)?\.? ?\d+(?:[{DASHES}/]\d+)*|v\. ?\d+|(?:vorl\.|alt|neu|ANH|Anh\.) (?:[A-Z]{{1,4}} )?\d+(?:/\d+)*"
        r"|VA[/-]\d+"
        r"|\d{1,3} AR(?:-Z)? \d+/\d\d(?:\d\d)?(?!\d)"  # Zentrale Stelle Ludwigsburg
        r"|[IVX]+[ /](?:[A-Z][ -])?\d+(?:[./-]\w+)*"
        rf"|(?!AV \d{{5}}-)(?:[A-Z]{{1,4}}|Ma)(?:-[A-Z])? ?\d+(?:\.\d{{1,3}})?(?:[{DASHES}/:]\w+)*"
        rf"|\d[\w.]*(?:[{DASHES}/]\w+)*(?:(?<=\d) (?:[A-Z](?:-[A-Z])?|[IVX]+)(?=[,;)]|\.?$)"
        r"|(?<=\d) [a-eg-z](?: \d+)?(?=[,;)]| Bd| Band))?"
        rf"|[A-Z]{{1,2}} [IVX]+ \w+(?:[{DASHES}/.]\w+)*"
    ),
    "abteilung": pattern(
        r"(?P<v>(?:Abt\.|Abteilung) [IVX]+(?!\w)|[IVX]+\. (?:Abt\.|Abteilung))"
        r"(?:,? (?:Kriegsarchiv|Geheimes Hausarchiv|Neuere Bestände|Nachlässe und Sammlungen))?"
    ),
    "bavariandivision": pattern(r"(?:KA|GHA|Kriegsarchiv|Geheimes Hausarchiv)(?=, [A-ZÄÖÜ])"),
    "division": pattern(r"(?:AdR|AVA|FHKA|HHStA|KA)(?=[,;:/ ])"),
    "stasi": pattern(
        r"(?P<v>(?:HA|Abt\.?) [IVX]+(?:/(?:\d{1,2}(?!\d)|[A-Z]{2,4}))*(?!\w)|(?:ZAIG|SdM|AGM|BdL|HVA|ZKG|VRD"
        r"|Sekr\. d\. Min\.)(?=[ ,/])"
        r"|(?:Sekr\.|Sekretariat|AB|Arbeitsbereich) [A-Z]\w+(?=[ ,])"
        r"|(?:BV|BVfS|KD|KDfS) [A-ZÄÖÜ][\w-]+\.?(?=[ ,/]))"
    ),
    "stasiunit": pattern(r"(?:AKG|TB|Leiter|BKG|SLK|(?:Abt\.?|HA) [IVX]+|KD [A-ZÄÖÜ]\w+)(?=[,/ ])"),
    "locat": pattern(rf"Loc(?:at)?\.? ?\d+(?:[{DASHES}/]\d+)*"),
    "titel": pattern(
        r"(?:[IVX]+[a-z]?,? Sekt\.? \w+,? )?Tit\.? \w+(?: Teil [IVX]+)?(?: [A-Z](?=[ ,]))?|[IVX]+[a-z]?(?=,? Nr)"
        r"|[A-Z]{1,3}(?: [IVX]+(?: \d+)?)?(?=,? Nr)"
    ),
    "hauptabteilung": pattern(r"(?:[IVX]+|\d)\.? ?HA(?!\w)|HA [IVX]+(?!\w)|BPH(?=,)"),
    "nachlass": pattern(rf"(?:Nl|NL|Nachlass|Nachlaß)\.? [A-ZÄÖÜ][\w.-]+{_NAMES}(?:, (?:[A-Z]\. ?)+)?"),
    "literaryestate": pattern(
        rf"(?:Nl|NL|Nachl|Nachlass|Nachlaß)\.? [A-ZÄÖÜ][\w.-]+{_NAMES}"
        r"|[ABCDG]: ?[A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)?(?=,)"
    ),
    "repositur": pattern(
        r"Rep\.? ?\d+[a-z]?(?:/[IVX]+|/\d+)?(?: [A-Z] [IVX]+ \d+(?=,? Nr))?(?: ?[A-Z]{1,2}(?![\w.]))?"
        r"(?: [a-z](?![\w.]))?(?:-\d+)?|[A-Z]{2,3} \d+ ?[a-z]?\d*(?=,? Nr)"
    ),
    "bremen": pattern(r"(?P<v>\d+-[A-Z](?:\.(?:\d+|[A-Za-z](?!\w)))+[a-z]?\.?)(?=[ ,]|$)"),
    "oestafonds": pattern(
        r"(?:(?<=/AdR[ /])|(?<=/HHStA[ /])|(?<=/KA[ /])|(?<=/AVA[ /])"
        r"|(?<=/FHKA[ /]))[A-ZÄÖÜ][\w-]*(?: [IVX]+(?= \d))?|AUR(?=,? \d{3})"
    ),
    "archword": pattern(
        r"(?<=[\w-][ /])(?![IVXLC]+[/-])(?:N[Ll] )?[A-ZÄÖÜ][\w-]*(?: (?:[IVX]+|Akten)(?= \d))?(?: (?:in|und|der|des"
        r"|von) ?[\w-]*)*(?=[ /])(?! ?[.,;])"
    ),
    "urkunde": pattern(r"(?<=AUR )\d+(?: [IVX]+ \d+)?(?!\w)|\d{3,4} [IVX]+ \d+(?!\w)"),
    "wienbestand": pattern(r"(?P<v>\d(?:\.\d+)+)(?: [-–] [^,:\n]{3,80}?(?= [A-Z]\d))?(?!\w)"),
    "handschrift": pattern(
        r"(?:Hs|HS|Hss|Cod)\.? ?(?:[Bb]lau |[Ww]ei(?:ß|ss) |[Rr]ot |[Gg]elb |Böhm |[A-Z] )?\d+(?:[/.]\d+)*(?!\w)"
    ),
    "liasse": pattern(r"[IVXLC]+(?:/\d+[a-z]?|-\d+)?(?!\w)|(?:[A-ZÄÖÜ][a-zäöüß]+ ){0,2}(?:[IVX]+|\d+)(?:/\d+)*(?!\w)"),
    "generalia": pattern(r"(?P<v>\d{1,2}(?:(?:/| in )(?:gen|spec|[A-ZÖ][A-Za-zö]*)\.?| [A-ZÖ][a-zäöü]{3,}))(?=,)"),
    "bareakte": pattern(
        r"(?!(?:1[4-9]|20)\d\d(?![\d/-])|\d{1,2}\.? (?:[^\W\d_]{3,}|\d)|\d+ (?:S|Bl|p)\b)"
        r"(?:[IVXLC]+[/-](?:[a-z][/-])?)?\d{1,6}[a-z]?(?:[/-]\d+)*(?=[,;)]|\.?$| \()"
    ),
    "colonno": pattern(r"(?<=\d:)\d+(?=[,;)]|\.?$)"),
    "volksgericht": pattern(r"(?:(?:LG|Vg|SHv) ?\d*[a-z]? ?)?V[rg] ?\d+/(?:19)?\d\d(?!\d)"),
    "bildsignatur": pattern(r"AV \d{5}-\d+|BildY?[- ][A-Z]?\d[\w-]*|Plak \d[\d-]*"),
    "filmsignatur": pattern(r"[A-Z]{1,4}[ -]\d+(?:-\d+)?"),
    "bundesarchiv": pattern(
        r"J ?[IVX]+\.\d+(?!\w)|[EJ][ .]?\d+(?: ?[A-Z](?![a-z]))?(?:\.\d+)?(?:-\d+)?(?: ?\([A-Z-]\)){0,2}"
    ),
    "transfer": pattern(r"(?:\d{4}|\d|-)/\d+(?!\w)|(?<=\) )\d(?=, (?:Bd|Vol))"),
    "personfolder": pattern(r"[A-ZÄÖÜ][\w-]+, [A-ZÄÖÜ][\w-]+(?=, Bl)"),
}
