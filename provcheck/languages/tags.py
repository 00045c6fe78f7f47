"""Language tags (BCP 47, RFC 5646): whether one is valid, and what was probably meant where it is not."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from provcheck.languages.table import languages
from provcheck.model.lazy import pattern

_TAG = pattern(
    r"(?P<language>[a-z]{2,3})(?P<extended>(?:-[a-z]{3}){0,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?P<variants>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)"
    r"(?P<extensions>(?:-[a-wy-z0-9](?:-[a-z0-9]{2,8})+)*)(?:-x(?:-[a-z0-9]{1,8})+)?"
)
_PRIVATE = pattern(r"x(?:-[a-z0-9]{1,8})+")

_SPECIAL = frozenset(("und", "mul", "zxx", "mis"))
"""Undetermined, several, no linguistic content, uncoded."""

_WRITTEN_CODES = {"Jpan": ("Hira", "Kana", "Hani"), "Kore": ("Hang", "Hani"), "Hans": ("Hani",), "Hant": ("Hani",)}
_WRITTEN_CODES |= {"Latf": ("Latn",), "Latg": ("Latn",), "Cyrs": ("Cyrl",), "Hrkt": ("Hira", "Kana"), "Aran": ("Arab",)}
_WRITTEN_CODES |= {"Geok": ("Geor",), "Syre": ("Syrc",), "Syrj": ("Syrc",), "Syrn": ("Syrc",)}
"""Scripts of tags that are several, or a manner, of the scripts that Unicode tells apart."""


class NotTag(NamedTuple):
    """Why a text is no language tag, and what to write instead."""

    message: str
    suggestion: str | tuple[str, ...] | None = None
    """The tag, or the several tags, that were probably meant."""
    safe: bool = False
    """Whether nothing else can be meant by it."""


class Country(NamedTuple):
    """A country whose code is mistaken for that of its language."""

    name: str
    language: str
    alone: bool = True
    """Whether its archives hold documents of the state in no other language to speak of."""


COUNTRIES = {
    "ua": Country("Ukraine", "uk", False), "cz": Country("Czechia", "cs"), "jp": Country("Japan", "ja"),
    "gr": Country("Greece", "el"), "cn": Country("China", "zh"), "kr": Country("Korea", "ko"),
    "dk": Country("Denmark", "da"), "se": Country("Sweden", "sv"), "ee": Country("Estonia", "et", False),
    "si": Country("Slovenia", "sl"), "rs": Country("Serbia", "sr"), "al": Country("Albania", "sq"),
    "am": Country("Armenia", "hy", False), "ge": Country("Georgia", "ka", False),
    "kz": Country("Kazakhstan", "kk", False), "by": Country("Belarus", "be", False),
    "il": Country("Israel", "he", False), "ir": Country("Iran", "fa"),
    "vn": Country("Vietnam", "vi"), "at": Country("Austria", "de"), "us": Country("the United States", "en"),
    "gb": Country("the United Kingdom", "en"), "uk": Country("the United Kingdom", "en"), "br": Country("Brazil", "pt"),
    "ba": Country("Bosnia and Herzegovina", "bs", False), "md": Country("Moldova", "ro", False),
    "me": Country("Montenegro", "cnr", False), "kp": Country("North Korea", "ko"), "tw": Country("Taiwan", "zh-TW"),
    "kg": Country("Kyrgyzstan", "ky", False), "tj": Country("Tajikistan", "tg", False), "mx": Country("Mexico", "es"),
    "ar": Country("Argentina", "es"), "kh": Country("Cambodia", "km"), "la": Country("Laos", "lo"),
}  # fmt: skip
"""By the country's code in lower case. Some of the codes are also those of other languages (``kr`` is Kanuri)."""

_SLIPS = {"po": "pl", "sp": "es", "ge": "ka", "eng.": "en", "rom.": "ro", "scr": "hr", "scc": "sr", "slo.": "sl"}


def primary(tag: str) -> str:
    """Return the language subtag of *tag*, in lower case."""
    return tag.partition("-")[0].lower()


@lru_cache(maxsize=1024)
def valid(tag: str) -> bool:
    """Whether *tag* is well formed (BCP 47) and its parts are registered. Case does not matter.

    >>> valid("ru"), valid("sr-Latn"), valid("zh-Hant-TW"), valid("ua"), valid("rus")
    (True, True, True, False, False)
    """
    lower = tag.lower()
    if lower in languages() or lower in _SPECIAL:
        return True
    match = _TAG.fullmatch(lower)
    if match is None:
        return _PRIVATE.fullmatch(lower) is not None or lower in _listed("IRREGULAR")
    script, region = match["script"], match["region"]
    return (
        known_language(match["language"])
        and all(part in _chunks("EXTENDED", 3) for part in match["extended"].split("-")[1:])
        and (script is None or script.title() in _chunks("SCRIPTS", 4) or "qaaa" <= script <= "qabx")
        and (region is None or _is_region(region))
        and _are_variants(match["variants"])
    ) or lower in _listed("IRREGULAR")


def known_language(code: str) -> bool:
    """Whether *code* (two or three letters, lower case) is a registered language subtag."""
    if len(code) == 2:
        return code in languages()
    return code in _SPECIAL or "qaa" <= code <= "qtz" or code in languages() or code in _chunks("LANGUAGES", 3)


def _is_region(region: str) -> bool:
    if len(region) == 3:
        return region in _chunks("AREAS", 3)
    upper = region.upper()
    return upper in _chunks("REGIONS", 2) or "QM" <= upper <= "QZ" or "XA" <= upper <= "XZ"


def _are_variants(text: str) -> bool:
    parts = text.split("-")[1:]
    return not parts or (len(parts) == len(set(parts)) and _listed("VARIANTS").issuperset(parts))


@lru_cache(maxsize=8)
def _chunks(name: str, width: int) -> frozenset[str]:
    from provcheck.languages import registry  # 30 KB that the usual tags do not need

    packed: str = getattr(registry, name)
    return frozenset(packed[i : i + width] for i in range(0, len(packed), width))


@lru_cache(maxsize=2)
def _listed(name: str) -> frozenset[str]:
    from provcheck.languages import registry

    listed: str = getattr(registry, name)
    return frozenset(listed.split())


def written_in(tag: str) -> frozenset[str]:
    """Return the scripts that texts in this language are written in (all that were usual in the last 200 years).

    A script in the tag is taken at its word: ``sr-Latn`` is Latin script only. Empty: not known.
    """
    parts = tag.split("-")
    for part in parts[1:]:
        if len(part) == 4 and part.isalpha():
            script = part.title()
            return frozenset(_WRITTEN_CODES.get(script, (script,)))
        if len(part) == 1:
            break
    language = languages().get(parts[0].lower())
    return frozenset(language.scripts) if language else frozenset()


def name(tag: str) -> str:
    """Return the English name of the tag's language, or the tag where we have none."""
    language = languages().get(primary(tag))
    return language.names[0] if language else tag


@lru_cache(maxsize=1)
def _by_name() -> dict[str, str]:
    """Return the tag by name, lower case."""
    table: dict[str, str] = {}
    for language in languages().values():
        for language_name in language.names:
            table.setdefault(language_name.lower(), language.code)
    for code, names in _OTHER_NAMES.items():
        for language_name in names:
            table.setdefault(language_name, code)
    return table


@lru_cache(maxsize=1)
def _by_code() -> dict[str, str]:
    """Return the tag by the codes of three letters that BCP 47 does not use."""
    table: dict[str, str] = {}
    for language in languages().values():
        if language.code not in DEPRECATED:
            table |= dict.fromkeys(language.others, language.code)
    return table


_OTHER_NAMES = {
    tag: frozenset(names.split())
    for tag, names in {
        "en": "englisch anglais inglés inglese anglicky angličtina angielski английский английском англійська",
        "de": "allemand alemán tedesco německy němčina niemiecki немецкий немецком німецька",
        "ru": "russisch russe ruso russo rusky ruština rosyjski русском російська російською",
        "uk": "ukrainisch ukrainien ukrajinsky ukraiński украинский украинском українською",
        "fr": "französisch francés francese francouzsky francuski французский французском французька",
        "pl": "polnisch polonais polaco polacco polsky polština польский польском польська",
        "cs": "tschechisch tchèque česky čeština czeski чешский чешском чеська bohemian",
        "sk": "slowakisch slovaque slovensky słowacki словацкий словацком",
        "hu": "ungarisch hongrois maďarsky węgierski венгерский венгерском угорська",
        "ro": "rumänisch roumain rumunsky rumuński румынский румынском румунська",
        "bg": "bulgarisch bulgare bulharsky bułgarski болгарский болгарском",
        "it": "italienisch italien italsky włoski итальянский итальянском",
        "es": "spanisch espagnol španělsky hiszpański испанский испанском",
        "zh": "chinesisch chinois čínsky chiński китайский китайском китайська mandarin",
        "ko": "koreanisch coréen korejsky koreański корейский корейском",
        "ja": "japanisch japonais japonsky japoński японский японском",
        "vi": "vietnamesisch vietnamien vietnamsky wietnamski вьетнамский вьетнамском",
        "yi": "jiddisch jidiš идиш ідиш",
        "he": "hebräisch hébreu hebrejsky hebrajski иврит",
        "tr": "türkisch turc turecky turecki турецкий турецком",
        "ota": "ottoman osmanisch",
        "fa": "farsi persisch персидский",
        "sh": "serbo-croatian serbokroatisch serbokroatian сербохорватский",
        "lt": "litauisch литовский литовском",
        "la": "latein lateinisch latinsky latinus",
    }.items()
}
"""Names of languages in other languages than their own and English, as catalogues write them."""


DEPRECATED = {"iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro", "bh": "bho"}
"""Tags that are valid but replaced by others."""


def by_name(text: str) -> str | None:
    """Return the tag of a language by its name in any of the usual languages and case: ``Polish``, ``polnisch``."""
    return _by_name().get(text.lower())


def why_not(tag: str) -> NotTag:
    """Say why *tag*, which is not `valid`, is none, and what was probably meant.

    >>> why_not("cz").suggestion, why_not("rus").suggestion, why_not("English").suggestion
    ('cs', 'ru', 'en')
    """
    plain = tag.strip()
    if not plain:
        return NotTag("the language is empty; write und where it is not known")
    parts = [part.strip() for part in re.split(r"[,;/+&]| and | und | и ", plain) if part.strip()]
    if 1 < len(parts) <= 10:
        meant = [(part, True) if valid(part) else _one(part)[:2] for part in parts]
        if all(part for part, _ in meant):
            tags = tuple(part for part, _ in meant if part)
            return NotTag(
                f'"{tag}" is several languages in one text; write a list', tags, all(sure for _, sure in meant)
            )
    suggestion, safe, reason = _one(plain)
    return NotTag(f'"{tag}" is no language tag (BCP 47){reason}', suggestion, safe)


def _one(text: str) -> tuple[str | None, bool, str]:
    """Return the tag that *text* means, whether that is sure, and why, beginning with a mark."""
    lower = text.lower()
    named = by_name(text) or by_name(lower.removesuffix(" language"))
    if named:
        return named, True, f": it is the name of a language, whose tag is {named}"
    code = _by_code().get(lower)
    if code:
        return code, True, f": languages that have a code of two letters are written with it ({name(code)}: {code})"
    country = COUNTRIES.get(lower)
    if country:
        language = f"{name(country.language)} is {country.language}"
        return country.language, country.alone, f": {lower.upper()} is the country {country.name}; {language}"
    if lower in _SLIPS:
        return _SLIPS[lower], False, ""
    if valid(text):  # only blanks around it
        return text, True, ": blanks stand around it"
    hyphened = re.sub(r"[_‐‑–—−\s]+", "-", text).strip("-")
    if hyphened != text and valid(hyphened):
        return hyphened, True, ": its parts are joined by hyphens"
    return _mended(hyphened)


def _mended(text: str) -> tuple[str | None, bool, str]:
    """Mend the parts of a tag one by one: ``rus-RU``, ``en-UK``, ``sr-Cyrillic``."""
    first, *rest = text.split("-")
    if not rest or len(rest) > 4:
        return None, False, ""
    start = first if known_language(first.lower()) else _one(first)[0]
    if start is None:
        return None, False, ""
    names = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab", "hebrew": "Hebr", "uk": "GB", "en": "", "eng": ""}
    parts = [names.get(part.lower(), part) for part in rest]
    mended = "-".join([start, *(part for part in parts if part)])
    return (mended, False, "") if valid(mended) else (None, False, "")
