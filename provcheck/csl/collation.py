"""Collation: the order in which readers of a language expect words, as the Unicode collation algorithm gives it.

Accents, capitals and punctuation make no difference, figures count as numbers. What is equal so far is left to the next
key of a style. An alphabet says which letters are letters of their own: to a Swede "ä" stands after "å" and "z", to a
German it is an "a". The facts are those of Unicode's CLDR.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, cached_property, lru_cache

_CYRILLIC = "аәӕбвгғҕдђҙеєжҗзѕӡиійјкқӄҡҟҝлӆљмӎнӊңӈҥњоөпҧҁрҏсҫтҭћуүұѹфхҳһѡцҵчҷҹҽҿџшщъыьҍѣэюяѥѧѫѩѭѯѱѳѵҩӏ"
_SYMBOLS = "`´^°©+<=| ~$€"
"""Symbols sort before figures, in this order; the bar stands for a space."""
_ALPHABETS = {
    "az": "c<ç e<ə g<ğ h<x<ı k<q o<ö s<ş u<ü z<w",
    "be": "е<ё у<ў",
    "bs": "c<č<ć d<dž<đ l<lj n<nj s<š z<ž",
    "cs": "c<č h<ch r<ř s<š z<ž",
    "cy": "c<ch d<dd f<ff g<ng l<ll p<ph r<rh t<th",
    "da": "y=ü,ű z<æ,ä<ø,ö,ő<å,aa",
    "eo": "c<ĉ g<ĝ h<ĥ j<ĵ s<ŝ u<ŭ",
    "es": "n<ñ",
    "et": "s<š<z<ž w<õ<ä<ö<ü",
    "eu": "n<ñ",
    "fi": "y=ü z<å<ä,æ<ö,ø",
    "gl": "n<ñ",
    "hr": "c<č<ć d<dž<đ l<lj n<nj s<š z<ž",
    "hu": "c<cs d<dz<dzs g<gy l<ly n<ny o<ö,ő s<sz t<ty u<ü,ű z<zs",
    "is": "a<á d<ð e<é i<í o<ó u<ú y<ý z<þ<æ,ä<ö,ø<å",
    "kk": "е<ё ы<і",
    "lt": "c<č i=y s<š z<ž",
    "lv": "c<č g<ģ i<y k<ķ l<ļ n<ņ s<š z<ž",
    "mk": "ђ<ѓ и=й ћ<ќ",
    "nb": "y=ü,ű z<æ,ä<ø,ö,ő,œ<å,aa",
    "pl": "a<ą c<ć e<ę l<ł n<ń o<ó s<ś z<ź<ż",
    "ro": "a<ă<â i<î s<ș,ş t<ț,ţ",
    "sk": "a<ä c<č h<ch o<ô r<ř s<š z<ž",
    "sl": "c<č<ć d<đ s<š z<ž",
    "sq": "c<ç d<dh e<ë g<gj l<ll n<nj r<rr s<sh t<th x<xh z<zh",
    "sr": "c<č<ć d<dž<đ l<lj n<nj s<š z<ž и=й",
    "sv": "y=ü,ű z<å<ä,æ<ö,ø,œ",
    "tr": "c<ç g<ğ h<ı o<ö s<ş u<ü",
    "uk": "г<ґ і<ї",
    "vi": "a<ă<â d<đ e<ê o<ô<ơ u<ư",
}
_ALPHABETS |= {"nn": _ALPHABETS["nb"], "no": _ALPHABETS["nb"]}
"""By language: letters, or pairs that count as one, after the letter they follow; "," and "=" part what is alike."""
_SCRIPTS = {
    "\u0400-\u052f": "be bg kk ky mk mn ru sr uk",
    "\u0370-\u03ff\u1f00-\u1fff": "el",
    "\u0590-\u05ff": "he yi",
    "\u0600-\u06ff": "ar fa ur",
    "\u3400-\u9fff": "zh",
    "\u1100-\u11ff\uac00-\ud7af": "ko",
}
"""Scripts that in these languages stand before the Latin one."""
_OWN_SCRIPT = {language: range_ for range_, languages in _SCRIPTS.items() for language in languages.split()}
_LIKE = {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ґ": "г"}
"""Letters that do not decompose, as those take them in whose language they are none of their own."""
_STEP = 0x10FF00
_OTHER_SCRIPT = "\U0010e000"


class _Alphabet(dict[int, str]):
    """What `str.translate` makes of each letter: texts whose code points are in the language's order."""

    def __init__(self, groups: str, own_script: str) -> None:
        super().__init__()
        self.pairs: dict[str, str] = {}
        self.own = re.compile(f"[{own_script}]") if own_script else None
        for group in groups.split():
            anchor, *rest = group.replace("=", "<=").split("<")
            step = 0
            for letters in rest:
                step += not letters.startswith("=")
                for letter in letters.removeprefix("=").split(","):
                    self._add(letter, self[ord(anchor)] + (chr(_STEP + step) if step else ""))

    @cached_property
    def paired(self) -> re.Pattern[str] | None:
        """Return what finds the pairs, the longer ones first."""
        return re.compile("|".join(sorted(self.pairs, key=len, reverse=True))) if self.pairs else None

    def _add(self, letter: str, key: str) -> None:
        if len(letter) == 1:
            self[ord(letter)] = key
        else:
            self.pairs[letter] = key

    def __missing__(self, code: int) -> str:
        self[code] = key = self._key(chr(code), code)
        return key

    def _key(self, char: str, code: int) -> str:
        if code >= _STEP:
            return char
        if char in _SYMBOLS:
            return chr(_SYMBOLS.index(char) + 1)
        if unicodedata.category(char)[0] in "MPZC":
            return ""
        parts = _LIKE.get(char) or unicodedata.normalize("NFKD", char)
        if char in _CYRILLIC:
            char = chr(0x400 + _CYRILLIC.index(char))
        elif parts != char:
            return "".join(self[ord(part)] for part in parts)
        elif 0x1100 <= code < 0x1200:  # Hangul, before Kana
            char = chr(code + 0x1E00)
        return _OTHER_SCRIPT + char if self.own and char.isalpha() and not self.own.match(char) else char


@cache
def _alphabet(language: str) -> _Alphabet:
    base = language.split("-")[0].lower()
    alphabet = _Alphabet(f"i<ı z<þ {_ALPHABETS.get(base, '')}", _OWN_SCRIPT.get(base, ""))
    if base == "hu":  # a long consonant doubles the first letter of a pair only: ccs is cs and cs
        alphabet.pairs |= {pair[0] + pair: key * 2 for pair, key in alphabet.pairs.items()}
    return alphabet


_FIGURES = re.compile(r"\d+")
_BETWEEN = re.compile(r"(?<=\d)[^\w\s|]+(?=\d)")
"""What parts two numbers, as in 2–3."""


@lru_cache(maxsize=65536)
def collation(text: str, language: str = "en-US") -> str:
    """Return a text that sorts by code point as *text* sorts for readers of *language*.

    >>> sorted(["Zürich", "Åbo", "Ärna", "Arne"], key=lambda town: collation(town, "sv-SE"))
    ['Arne', 'Zürich', 'Åbo', 'Ärna']
    >>> sorted(["Zürich", "Åbo", "Ärna", "Arne"], key=lambda town: collation(town, "de-DE"))
    ['Åbo', 'Ärna', 'Arne', 'Zürich']
    """
    if language[:2] in ("tr", "az"):
        text = text.replace("I", "ı").replace("İ", "i")
    text = text.casefold().replace(" ", "|")
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    alphabet = _alphabet(language)
    if alphabet.paired:
        text = alphabet.paired.sub(lambda match: alphabet.pairs[match[0]], text)
    if not _FIGURES.search(text):
        return text.translate(alphabet)
    if not text.isalnum():
        text = _BETWEEN.sub("|", text)
    return _FIGURES.sub(_as_number, text.translate(alphabet))


def _as_number(match: re.Match[str]) -> str:
    """Return figures so that longer numbers come after shorter ones."""
    figures = match[0].lstrip("0")
    return f"0{chr(0x21 + min(len(figures), 0x200))}{figures}"
