"""Which letters beyond ASCII a language has, and in which encodings of bytes its texts were saved.

Facts: the alphabets of the languages, and the code pages of Windows, ISO 8859, DOS and Mac for their regions.
"""

from __future__ import annotations

CYRILLIC = ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic")
_CENTRAL = ("cp1250", "iso8859-2", "cp852")
_WESTERN = ("cp1252", "mac-roman", "cp850")

_CODECS = {
    "ru be bg mk sr": CYRILLIC,
    "uk": (*CYRILLIC, "koi8-u"),
    "el grc": ("cp1253", "iso8859-7"),
    "he yi": ("cp1255",),
    "ar fa ota ur": ("cp1256",),
    "de fr it es pt nl da nb nn no sv fi is": _WESTERN,
    "cs sk pl hu ro hr bs sr sl": _CENTRAL,
    "tr ota az": ("cp1254",),
    "lt lv et": ("cp1257",),
    "vi": ("cp1258",),
    "ja": ("euc-jp", "cp932"),
    "zh": ("big5", "gb18030"),
    "ko": ("euc-kr",),
}
_LETTERS = {
    "de": "äöüß",
    "fr": "éèêëàâçîïôûùœ",
    "it": "àèéìòóùîí",
    "es": "áéíóúüñªº¡¿",
    "pt": "áâãàçéêíóôõúüªº",
    "nl": "ëïöüéè",
    "da nb nn no": "æøåéäöü",
    "sv fi": "åäöéü",
    "is": "þðæöáéíóú",  # without ý, the ı of Turkish in a wrong encoding
    "cs": "áčďéěíňóřšťúůýž",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "pl": "ąćęłńóśźż",
    "hu": "áéíóöőúüű",
    "ro": "âăîşţ",
    "hr bs sr sl": "čćđšž",
    "tr ota az": "çğıiöşüâîû",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž",
    "et": "äöõüšž",
    "vi": "ăâđêôơưáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳ\u0300\u0301\u0303\u0309\u0323",
}


CODECS: dict[str, tuple[str, ...]] = {}
"""The encodings of a language, by its tag; the likeliest first, those of its other script behind."""
for _languages, _codecs in _CODECS.items():
    for _language in _languages.split():
        CODECS[_language] = (*CODECS.get(_language, ()), *_codecs)

LETTERS = {language: frozenset(letters) for languages, letters in _LETTERS.items() for language in languages.split()}
"""The letters of a language beyond ASCII, small, by its tag; of those in another script than the Latin none."""


def alphabet(*languages: str) -> frozenset[str]:
    """Return the letters beyond ASCII that *languages* have together."""
    return frozenset().union(*(LETTERS.get(language, frozenset()) for language in languages))
