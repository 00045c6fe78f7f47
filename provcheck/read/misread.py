"""A text whose bytes were read in a wrong encoding of bytes and saved so: what it was.

Such a text is valid in every format, and only its words are wrong. UTF-8 read so tells itself by its own bytes; here
it is the letters of the language that tell.
"""

from __future__ import annotations

from provcheck.model.lazy import pattern
from provcheck.read.alphabets import CYRILLIC, alphabet
from provcheck.read.guess import ALPHABETS, FIRST_BYTES, FREQUENT, LATIN, SIGNS, SURE, in_languages, share


def misread(text: str, languages: list[str]) -> str | None:
    """Return what *text* was before its bytes were read in a wrong encoding; None where nothing tells so.

    As it stands it must be in no language's letters, and read otherwise in those of *languages* alone.

    >>> misread("Ïèñüìî Ñòàëèíà", ["ru"]), misread("Deðiþiklik için Paþa'nýn", ["tr"]), misread("Ærøskøbing", ["lt"])
    ('Письмо Сталина', "Değişiklik için Paşa'nın", None)
    """
    for wrong, meant in _READ_AS.items():
        try:
            data = text.encode(wrong)
        except UnicodeEncodeError:
            continue
        if len(_BREAKS.findall(text)) < 2 if wrong in FREQUENT else _is_latin(text):
            continue
        codec = in_languages(data, languages)
        if codec is not None and codec in meant and codec != wrong:
            right = data.decode(codec, "replace")
            if "\ufffd" not in right and _is_better(text, right, codec, alphabet(*languages)):
                return right
    return None


_READ_AS: dict[str, tuple[str, ...]] = {
    "cp1252": (*FREQUENT, *LATIN, *FIRST_BYTES),
    "mac-roman": LATIN,
    "cp1251": (*CYRILLIC, "koi8-u"),
    "koi8-r": (*CYRILLIC, "koi8-u"),
}
"""The encodings that programs take for granted, and those whose texts they read in them."""

_WHOLE_WORD = pattern(r"[^\W\d_\x00-\x7f]{4}")
_BREAKS = pattern(r"(?<=[а-яѐ-џґ])[А-ЯЀ-ЏҐ]|(?<=[Ѐ-ӿ])[¤¦©¬®±µ¶¸‡†‰‹›€™\u2500-\u257f]")
"""Capitals after small letters of Cyrillic, and signs that end no word of it."""
_ACCENTED = pattern(r"[^\W\d_\x00-\x7f²³¹¼-¾]|[^\x00-\x7f](?=[^\W\d_])")
"""Letters beyond ASCII, and signs before letters: the ³ of m³ is no letter that was lost."""
_ODD = pattern(r"[a-zß-ÿ][À-ÖØ-ÞŒŠŽŸ]|[^\W\d_][‚‘“”„…«»‹›•§°€£†][a-z]")


def _is_latin(text: str) -> bool:
    """Tell whether *text*, of Latin letters, may be meant: it has the letters of one language or of neighbours."""
    if _WHOLE_WORD.search(text) or _ODD.search(text):
        return False
    accented = set(_ACCENTED.findall(text.lower())) - SIGNS
    return any(accented <= letters for letters in ALPHABETS)


def _is_better(text: str, right: str, codec: str, letters: frozenset[str]) -> bool:
    """Tell whether *right*, of the same bytes as *text*, is in *codec*, and no chance."""
    if codec in FREQUENT:
        return (
            share(right.encode(codec), codec) > SURE
            and len(_BREAKS.findall(right)) < 2
            and all(map(_WHOLE_WORD.search, (text, right)))
        )
    if codec in FIRST_BYTES:
        return True
    pairs = zip(text, right, text[1:] + " ", strict=False)
    changed = {now.lower() for was, now, behind in pairs if was != now and (was.isalpha() or behind.isalpha())}
    foreign = {char for char in right.lower() if char > "\x7f"} - letters - SIGNS - {"\u0307"}
    return len(changed & letters) > 1 + len(foreign)
