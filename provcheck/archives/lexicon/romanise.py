"""Cyrillic short names of archives in Latin letters, as the libraries of several countries transliterate."""

from __future__ import annotations

from functools import cache

from provcheck.model.lazy import pattern

_LETTERS = "АБВГДЕЗИКЛМНОПРСТУФЭЫІҐ"
_PLAIN = dict(zip(_LETTERS, "ABVGDEZIKLMNOPRSTUFEYIG", strict=True))
_ALA_LC = {
    "Ж": "Zh",
    "Й": "I",
    "Х": "Kh",
    "Ц": "Ts",
    "Ч": "Ch",
    "Ш": "Sh",
    "Щ": "Shch",
    "Ю": "Iu",
    "Я": "Ia",
    "Є": "Ie",
    "Ї": "I",
}
"""ALA-LC without its marks, as in English books."""
_SCHEMES: tuple[dict[str, str], ...] = (
    _ALA_LC,
    _ALA_LC | {"Й": "Y", "Ю": "Yu", "Я": "Ya", "Є": "Ye", "Ї": "Yi"},
    # ISO 9 and the German libraries, hooks left off
    {"Ж": "Z", "Й": "J", "Х": "Ch", "Ц": "C", "Ч": "C", "Ш": "S", "Щ": "Sc", "Ю": "Ju", "Я": "Ja", "Є": "Je", "Ї": "I"},
)
_BULGARIAN = (
    # the law of 2009; ALA-LC without its marks
    {"Ъ": "A", "Х": "H", "Щ": "Sht", "Й": "Y", "Ю": "Yu", "Я": "Ya"},
    {"Ъ": "U", "Щ": "Sht"},
)
_UKRAINIAN = {"Г": "H", "И": "Y"}
_BELARUSIAN = {"Г": "H", "Ё": "Io", "Ў": "U"}
_BEYOND_RUSSIAN = dict(zip("ӘҒҚӨҰҮҺ", "AGQÖUÜH", strict=True)) | {"Ң": "Ng"}
"""Letters of Kazakh and Mongolian: ALA-LC without the dots that print cannot show."""
_MACEDONIAN = dict(
    zip("ЖЗЈЉЊЏЃЌЅЦЧШХ", ("Ž", "Z", "J", "Lj", "Nj", "Dž", "Ǵ", "Ḱ", "Dz", "C", "Č", "Š", "H"), strict=True)
)
_MACEDONIAN_ONLY = frozenset("ЈЉЊЏЃЌЅ")
_ONLY_UKRAINIAN = frozenset("іїєґІЇЄҐ")
_NOT_UKRAINIAN = frozenset("ыэёъѣўЫЭЁЪѢЎәғқңөұүһӘҒҚҢӨҰҮҺ")
"""Letters of Belarusian, of Kazakh, and of Russian as it was spelt when it had an і: ``Россійскій архивъ``."""


def romanised(code: str, language: str) -> list[str]:
    """Return how a Cyrillic *code* is written in Latin letters; nothing for codes too short to be told from others.

    >>> romanised("ЦДАГО", "uk")
    ['TsDAHO', 'CDAHO']
    """
    if sum(map(str.isalpha, code)) < 4 or not any("А" <= letter <= "Я" for letter in code):
        return []
    return list(dict.fromkeys(code.translate(letters) for letters in _schemes(language == "uk")))


def romanised_name(name: str) -> list[str]:
    """Return how a full *name* in Russian or Ukrainian is written in Latin letters; none for names in other letters.

    >>> romanised_name("Центр хранения современной документации")[0]
    'Tsentr khraneniia sovremennoi dokumentatsii'
    """
    if " " not in name:
        return []
    if _IS_BULGARIAN.search(name):
        return [name.translate(letters) for letters in _tables(*_BULGARIAN)]
    if not _is_ukrainian(name):
        return romanised(name, "ru")
    return list(dict.fromkeys([*romanised(name, "uk"), *romanised(name.translate(_HARD), "uk")]))


def _is_ukrainian(name: str) -> bool:
    """Tell whether *name* has letters that Russian has not."""
    return not _ONLY_UKRAINIAN.isdisjoint(name)


_IS_BULGARIAN = pattern("(?i)ъ[бвгджзклмнпрстфхцчшщ]")
"""A vowel that is a sign before vowels in Russian: ``държавен``."""
_HARD = str.maketrans("Гг", "Ґґ")
"""As if it were a G: ``Galuzevyi`` for ``Haluzevyi``."""
_IN_RUSSIAN = str.maketrans("ІЇЄҐіїєґ", "ИИЕГииег", "'’ь")


def spellings(word: str) -> list[str]:
    """Return the ways in which a line may write a place: as it is, in Latin and in Russian letters.

    >>> spellings("Муромский")
    ['Муромский', 'Muromskii', 'Muromskiy', 'Muromskij']
    """
    if word.isascii() or not any("А" <= letter <= "Я" or letter in "ІЇЄҐ" for letter in word):
        return [word]
    own = dict.fromkeys((word, word.translate(_IN_RUSSIAN)))
    language = "uk" if _is_ukrainian(word) else "ru"
    return list(dict.fromkeys([*own, *(latin for written in own for latin in romanised(written, language))]))


@cache
def _schemes(ukrainian: bool) -> tuple[dict[int, str], ...]:
    """Return the schemes as `str.translate` wants them: capitals, small letters, and signs that are left off."""
    own = _UKRAINIAN if ukrainian else {}
    return _tables(*(own | scheme for scheme in _SCHEMES))


def _tables(*schemes: dict[str, str]) -> tuple[dict[int, str], ...]:
    """Return *schemes*, each said by what is not plain or in ALA-LC, as `str.translate` wants them."""
    found = []
    for scheme in schemes:
        letters = dict.fromkeys("ЬЪ", "") | _PLAIN | _ALA_LC | scheme
        small = {capital.lower(): latin.lower() for capital, latin in letters.items()}
        found.append(str.maketrans(letters | small))
    return tuple(found)


def in_latin(letters: str) -> str:
    """Return Cyrillic *letters* of a number in Latin ones, as English books write them; others stay.

    >>> in_latin("фп"), in_latin("Ц")
    ('fp', 'Ts')
    """
    return letters.translate(_schemes(False)[0])


def is_ukrainian(text: str) -> bool:
    """Tell whether *text* is in Ukrainian by its letters, and not in another language that has some of them.

    >>> is_ukrainian("Архів міста"), is_ukrainian("Архивъ Россійской Имперіи"), is_ukrainian("Архіў горада")
    (True, False, False)
    """
    return _is_ukrainian(text) and _NOT_UKRAINIAN.isdisjoint(text)


def name_in_latin(name: str) -> str:
    """Return the *name* of an institution in Latin letters, as English books write that of its language.

    >>> name_in_latin("Галузевий архів України"), name_in_latin("Архіў горада"), name_in_latin("Городской архив")
    ('Haluzevyi arkhiv Ukrainy', 'Arkhiu horada', 'Gorodskoi arkhiv')
    >>> name_in_latin("Северна Македонија"), name_in_latin("Қазақстан"), name_in_latin("Үндэсний Төв Архив")
    ('Severna Makedonija', 'Qazaqstan', 'Ündesnii Töv Arkhiv')
    """
    if "ў" in name.lower():
        (letters,) = _tables(_BELARUSIAN)
    elif not _MACEDONIAN_ONLY.isdisjoint(name.upper()):
        (letters,) = _tables(_MACEDONIAN)
    elif not _BEYOND_RUSSIAN.keys().isdisjoint(name.upper()):
        (letters,) = _tables(_BEYOND_RUSSIAN)
    elif _IS_BULGARIAN.search(name):
        letters = _tables(*_BULGARIAN)[0]
    else:
        letters = _schemes(is_ukrainian(name))[0]
    return name.translate(letters)
