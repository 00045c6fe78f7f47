"""Names as records write them → the family and given names that CSL sorts and shortens by.

A name that cannot be told apart safely stays whole (CSL ``literal``): printed as written, never turned round.
"""

from __future__ import annotations

import re
from typing import TypeAlias

CslName: TypeAlias = dict[str, str]

_DROPPING = frozenset({"von", "vom", "zu", "zum", "zur"})
_OTHERS = """
van de der den del dello della delle dei degli di da dal dalla dalle das do dos du la las los le ten ter tot af av e y
bin ibn al el фон де ван дер
"""
_PARTICLES = _DROPPING | frozenset(_OTHERS.split())
_CAPITALISED = frozenset("Van Von De Di Da Del Dello Della Delle Dei Degli Dal Dalla Dalle La Lo Le Du Des Dos".split())
"""Part of the family name where written so: Van Deusen, Dalla Torre."""
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})

_BODIES = re.compile(
    r"\b(?:ministry|embassy|committee|department|council|party|government|bureau|politburo|office|commission|"
    r"administration|agency|academy|institute|archives?|library|staff|army|union|congress|presidium|"
    r"secretariat|directorate|division|mission|legation|consulate|delegation|association|society|company|service|"
    r"headquarters|board|bank|court|city|state|soviet|chiefs|white house|red cross|"
    r"universi\w+|uniwersytet\w*|univerzit\w+|университет\w*|університет\w*|"
    r"minist[eèé]ri\w*|ministero|ministerul\w*|minist[ea]rst[vw]\w+|miniszt[eé]ri\w+|"
    r"ambasciata|embajada|embaixada|ambassade|ambasad[aeăy]|velvyslanectv\w+|követség\w*|"
    r"comitato|comité|comitê|comitetul|komitet|komité|konsulat|consulat|consolato|consulado|"
    r"consiglio|consejo|conselho|conseil|consiliul|partito|partido|parti|partidul|partei|"
    r"governo|gobierno|gouvernement|guvernul|regierung|direzione|dirección|direção|direction|"
    r"ufficio|oficina|istituto|instituto|institut|accademia|academia|akademie|kommission|comisión|comissão|"
    r"société|societatea|sociedad|sociedade|préfecture|présidence|secrétariat|état-major|stato maggiore|estado mayor|"
    r"bundestag|bundesrat|reichstag|volkskammer|präsidium|generalstab|oberkommando|gesellschaft|verband|verein|"
    r"výbor\w*|wydział\w*|zarząd\w*|związ\w+|"
    r"zentralkomitee|politbüro|abteilung|amt|botschaft|gesandtschaft|министерств\w*|посольств\w*|комитет\w*|отдел\w*|совет\w*|"
    r"парти\w+|правительств\w*|бюро|управлени\w*|комисси\w*|академи\w*|институт\w*|секретариат\w*|штаб\w*|прокуратур\w*|редакци\w*|"
    r"президиум\w*|обществ\w*|союз\w*|товариств\w*|спілк\w*|міністерств\w*|"
    r"рад[аи]|відділ\w*)\b|\b(?:of|the|for|and|und|et)\b|[&/()\[\]\d]",
    re.IGNORECASE,
)
_VOWELS = re.compile("[aeiouyäöüàéèаеёиоуыэюяіїє]", re.IGNORECASE)
_NUMERALS = frozenset({"II", "III", "IV"})
_NUMERAL = re.compile(r"(?=[IVXІХ\u2160-\u216b])(?:[XХ]{0,2}(?:[IІ][XVХ]|V?[IІ]{0,3})|[\u2160-\u216b])\.?")
"""I to XXIX, with Latin or Cyrillic letters or the signs for them: Wilhelm II."""
_RULERS = frozenset(
    "tsar czar tzar emperor empress king queen prince pope sultan shah khan kaiser könig zar papst roi empereur pape "
    "re imperatore papa rey emperador rei imperador dom don d. car cesarz król papież císař král papež császár király "
    "pápa царь император король папа султан шах хан цар імператор".split()
)
"""What stands before a ruler's name; "D." is the Dom of Portugal, D. João III."""
_RULERS_NAMES = frozenset(
    "paul paulo paolo pablo paweł pavel павел павло joseph josef józef иосиф hamid hamit mecid wilhelm william "
    "guillaume emmanuel emanuele emanuel amedeo alberto albert august augustus georg philipp ferdinand casimir "
    "kazimierz karl karel franz friedrich frederik heinrich leopold ludwig maximilian matthias rudolf vladislav "
    "alexander aleksandar nikolaus nikola peter petar gustav christian".split()
)
"""Given names before a numeral: Franz Joseph II has no family name, Adlai Stevenson II has; Wilhelm I. no initial."""
_RANKS = frozenset(
    "paşa pasha pascha pacha basha bey beg efendi effendi efendija ağa agha aga hanım hanim hanum khanum begum çelebi "
    "sultan khan shah sahib saheb lama rinpoche паша бей эфенди ага ханум бегум султан хан шах лама".split()
)
"""What stands behind a name, and is, or may be, a rank: Cemal Bey, Tipu Sultan, Ayub Khan."""
_OTHER_SCRIPT = re.compile("[\\u0590-\\u109f\\u1100-\\u1c7f\\u2e80-\\ufaff\\ufb1d-\\ufefc\\U00020000-\\U0003ffff]")
"""Hebrew, Arabic, Indic, Chinese … letters: names in them are not taken apart."""
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.[ -]?)+")
_PATRONYMIC = re.compile(
    r"[^\W\d_]{3,}(?:ovich|evich|ich|ovna|evna|ichna|ович|евич|ьич|ич|овна|евна|ична|инична|ійович|івна|ївна)",
    re.IGNORECASE,
)

_SURNAMES = """
an ai bai bao bi bo cai cao chai chang chao che chen cheng chi chiang chiao chien chin ching chou chu chung cui dai
deng ding dong dou du duan fan fang fei feng fu gan gao ge geng gong gu guan guo han hao he ho hong hou hsia hsieh
hsu hu hua huang hui huo hwang ji jia jiang jiao jin jing ju kang kao ke kong ku kuang kuo lai lan lee lei li liang
liao lien lin ling liu lo long lou lu lung luo lü ma mao mei meng mi miao mo mu nan ni nie ning niu ou ouyang pan
pang pei peng pi pu qi qian qiao qin qiu qu ren rong ruan shang shao she shen sheng shi shih shu si sima so song su
sun sung tan tang tao teng tian tien ting tong tsai tsao tseng tu tung wan wang wei wen weng wu xi xia xiang xiao
xie xin xing xiong xu xue yan yang yao ye yeh yen yi yin ying yu yuan yue zeng zha zhai zhan zhang zhao zheng zhong
zhou zhu zhuang zou zuo fyn
ahn bae baek bak chae cho choe choi chon chong chun gim gwon heo im jang jeon jeong jo jung kim kwak kwon min moon
nam no noh oh pae paek pak park rhee ri rim ro ryang ryu seo shin sim sin sohn suh syngman won woo yim yoo yoon yun
bui dang do duong giap hoang huynh le ly ngo nguyen pham phan tran trinh truong vo vu
"""
_EAST_ASIAN = frozenset(_SURNAMES.split())
"""Chinese in pinyin and in older spellings, Korean, Vietnamese."""
_CYRILLIC_SURNAMES = frozenset(
    "бай бо ван вань вэй вэнь гао го гу гуань дай дэн ду дун е жэнь инь кан кун ли линь ло лу лэй лю лян ляо ма мао "
    "мэн не оу пань пэн се син сун сунь сюй сюэ сян сяо тан тао тянь у фань фу фэн хань хо ху хуан хуа хэ цай цао цзи "
    "цзинь цзян цзя цзэн цинь цю цяо цянь чай чан чжан чжао чжоу чжу чжэн чэн чэнь ши шэнь ю юань юй юнь ян янь яо "
    "ким пак цой чхве нам хон чон чан мун "
    "нгуен хо во ле фам чыонг чан буй данг динь хоанг".split()
)
"""The same as Russians write them."""
_SYLLABLE = (
    "(?:[bpmfdtnlgkhjqxrzcswyv]|zh|ch|sh|th|ts|tz|hs|ss|sz|ng|ngh|nh|gi|kh|ph|tr|qu|hy|yo|ye)?['’]?"
    "[aeiouüêŏŭô]{1,4}y?(?:ng|nh|n|r|k|l|m|p|t|h|c|ch)?"
)
"""One syllable of Chinese, Korean or Vietnamese in Latin letters, roughly: enough to keep out Philby and Harvey."""
_GIVEN = re.compile(rf"{_SYLLABLE}(?:[-'’]?{_SYLLABLE})?", re.IGNORECASE)


def parse(name: str) -> CslName:
    """Return *name* as CSL has it.

    >>> parse("N. V. Roshchin")
    {'family': 'Roshchin', 'given': 'N. V.'}
    >>> parse("Рощин Николай Васильевич")
    {'family': 'Рощин', 'given': 'Николай Васильевич'}
    >>> parse("Mao Zedong")
    {'literal': 'Mao Zedong'}
    >>> parse("Charles de Gaulle")
    {'family': 'Gaulle', 'given': 'Charles', 'non-dropping-particle': 'de'}
    >>> parse("Nicholas II")
    {'literal': 'Nicholas II'}
    """
    name = " ".join(name.split())
    parts = [part.strip() for part in name.split(",")]
    if len(parts) == 3 and all(parts) and not is_body(name):
        family, given, suffix = sorted(parts, key=lambda part: part.lower() in _SUFFIXES)
        if suffix.lower() in _SUFFIXES:
            return {"family": family, "given": given, "suffix": suffix}
    if len(parts) == 2 and not is_body(name):
        family, given = parts
        if given.lower() in _SUFFIXES:
            return _western(family.split(), given) if " " in family else {"family": family, "suffix": given}
        if family and given:
            return {"family": family, "given": given}
    words = name.split(" ")
    if len(words) == 1:
        return {"family": name} if name and not is_body(name) else {"literal": name}
    if is_body(name) or len(words) > 7 or "," in name or _is_ruler(words) or _has_rank(words):
        return {"literal": name}
    suffix = words.pop() if words[-1].lower() in _SUFFIXES and len(words) > 2 else ""
    if (_is_east_asian(words) and not suffix) or _OTHER_SCRIPT.search(name):
        return {"literal": name}
    if _INITIALS.fullmatch("".join(words[1:])) and not _INITIALS.fullmatch(words[0]):
        return {"family": words[0], "given": " ".join(words[1:])}
    if len(words) == 3 and _PATRONYMIC.fullmatch(words[2]) and not _PATRONYMIC.fullmatch(words[1]):
        return {"family": words[0], "given": f"{words[1]} {words[2]}"}
    return _western(words, suffix)


def is_body(name: str) -> bool:
    """Whether *name* looks like an office or a party rather than a person.

    >>> is_body("CC CPSU"), is_body("Soviet Embassy in Beijing"), is_body("ФИЛИППОВ"), is_body("G. A. Zhukov")
    (True, True, False, False)
    >>> is_body("Ministero degli Affari Esteri"), is_body("Ministerstwo Spraw Zagranicznych"), is_body("D. degli Azzi")
    (True, True, False)
    >>> is_body("ministre de l’Intérieur"), is_body("d’Argenlieu Thierry"), is_body("van der Post")
    (True, False, False)
    """
    if _BODIES.search(name):
        return True
    words = name.split()
    if len(words) < 2:
        return False
    if words[0][0].islower() and words[0] not in _PARTICLES and not words[0][:2].endswith(("'", "’")):
        return True  # an office: "ministre de l’Intérieur"
    if name.isupper():  # a person's name in capitals has vowels in every word
        return any(len(word) > 1 and word.isalpha() and not _VOWELS.search(word) for word in words)
    return any(word.isupper() and word.isalpha() and 1 < len(word) < 6 for word in words if word not in _NUMERALS)


def _western(words: list[str], suffix: str) -> CslName:
    """Given names first, the last word or what follows a particle is the family name."""
    starts = (i for i, word in enumerate(words[:-1]) if word in _PARTICLES or (i and word in _CAPITALISED))
    at = next(starts, len(words) - 1)
    particles, family = [], words[at:]
    while len(family) > 1 and family[0] in _PARTICLES:
        particles.append(family.pop(0))
    found = {"family": " ".join(family)}
    if at:
        found["given"] = " ".join(words[:at])
    if particles:
        found["dropping-particle" if particles[0] in _DROPPING else "non-dropping-particle"] = " ".join(particles)
    if suffix:
        found["suffix"] = suffix
    return found


def _is_ruler(words: list[str]) -> bool:
    """Whether a numeral says that these are given names alone: Nicholas II, King George V, Ercole I d'Este."""
    at = next((i for i, word in enumerate(words) if i and _NUMERAL.fullmatch(word)), 0)
    numeral, before = words[at], words[at - 1]
    if not at or len(before.rstrip(".")) == 1:
        return False
    if at < len(words) - 1:  # but Robert V Smith has an initial
        return len(numeral.rstrip(".")) > 1 or words[at + 1][0].islower()
    if words[0].lower() in _RULERS or before.lower() in _RULERS_NAMES or _PATRONYMIC.fullmatch(before):
        return True
    return not _INITIALS.fullmatch(numeral) if at == 1 else numeral.lower() not in _SUFFIXES


def _has_rank(words: list[str]) -> bool:
    """Whether the last word is, or may be, no name but a rank; that of A. Q. Khan is none."""
    return words[-1].lower() in _RANKS and not _INITIALS.fullmatch("".join(words[:-1]))


def _is_east_asian(words: list[str]) -> bool:
    if words[0].lower() in _CYRILLIC_SURNAMES:
        return "." not in "".join(words) and len(words) <= 3 and not _PATRONYMIC.fullmatch(words[-1])
    return (
        2 <= len(words) <= 4
        and words[0].lower() in _EAST_ASIAN
        and all(_GIVEN.fullmatch(word) is not None for word in words[1:])
    )


def short(name: CslName) -> str:
    """Return what a short form calls the person: the family name, or the name as a whole."""
    if "literal" in name:
        return name["literal"]
    particle = name.get("non-dropping-particle", "")
    return f"{particle} {name['family']}".strip()


def whole(name: CslName) -> str:
    """Return the name in reading order."""
    if "literal" in name:
        return name["literal"]
    order = ("given", "dropping-particle", "non-dropping-particle", "family")
    text = " ".join(name[part] for part in order if name.get(part))
    return f"{text}, {name['suffix']}" if name.get("suffix") else text
