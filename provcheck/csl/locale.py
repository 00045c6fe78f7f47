"""A locale: terms with their forms and numbers, date formats, options, merged in the order of the fall-back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from provcheck.csl.flow import Quotes
from provcheck.csl.xml import Element

PRIMARY = {
    "de": "de-DE",
    "en": "en-US",
    "es": "es-ES",
    "fr": "fr-FR",
    "pt": "pt-PT",
    "zh": "zh-CN",
    "af": "af-ZA",
    "bg": "bg-BG",
    "ca": "ca-AD",
    "cs": "cs-CZ",
    "cy": "cy-GB",
    "da": "da-DK",
    "el": "el-GR",
    "et": "et-EE",
    "fa": "fa-IR",
    "fi": "fi-FI",
    "he": "he-IL",
    "hi": "hi-IN",
    "hr": "hr-HR",
    "hu": "hu-HU",
    "id": "id-ID",
    "is": "is-IS",
    "it": "it-IT",
    "ja": "ja-JP",
    "km": "km-KH",
    "ko": "ko-KR",
    "lt": "lt-LT",
    "lv": "lv-LV",
    "mn": "mn-MN",
    "nb": "nb-NO",
    "nl": "nl-NL",
    "nn": "nn-NO",
    "pl": "pl-PL",
    "ro": "ro-RO",
    "ru": "ru-RU",
    "sk": "sk-SK",
    "sl": "sl-SI",
    "sr": "sr-Cyrl-RS",
    "sv": "sv-SE",
    "th": "th-TH",
    "tr": "tr-TR",
    "uk": "uk-UA",
    "vi": "vi-VN",
    "no": "nb-NO",
}
"""The primary dialect of a language."""

LocaleTexts: TypeAlias = Callable[[str], bytes | None]
"""Gives the XML of a locale file by its code ("en-US"); None where there is none."""

_FALLBACK = {"verb-short": "verb", "symbol": "short", "verb": "long", "short": "long"}


@dataclass(frozen=True, slots=True)
class Term:
    """The text of a term in one form."""

    single: str
    multiple: str
    gender: str = ""
    match: str = ""


@dataclass
class Locale:
    """What a style says in words, in one language."""

    language: str = "en-US"
    terms: dict[tuple[str, str], Term] = field(default_factory=dict)
    """By name and form."""
    ordinals: dict[tuple[str, str], Term] = field(default_factory=dict)
    """By name ("ordinal-01") and gender-form."""
    dates: dict[str, Element] = field(default_factory=dict)
    """The localized date formats, by form."""
    options: dict[str, str] = field(default_factory=dict)

    def term(self, name: str, form: str = "long", plural: bool = False) -> str:
        """Return the text of a term in *form*, or in the form it falls back to; "" where there is none."""
        found = self.find(name, form)
        return "" if found is None else found.multiple if plural else found.single

    def find(self, name: str, form: str = "long") -> Term | None:
        """Return the term, in *form* or in what it falls back to."""
        while True:
            found = self.terms.get((name, form))
            if found is not None or form not in _FALLBACK:
                return found
            form = _FALLBACK[form]

    def gender(self, name: str) -> str:
        """Return the gender of the noun that the term *name* is."""
        found = self.terms.get((name, "long"))
        return found.gender if found else ""

    def ordinal(self, number: int, gender: str = "") -> str:
        """Return *number* with its ordinal suffix."""
        last_two = f"ordinal-{number % 100:02}"
        tries = []
        if number % 100 >= 10:
            tries.append((last_two, number % 100 == number))
        tries.append((f"ordinal-{number % 10:02}", True))
        for name, whole in tries:
            found = self.ordinals.get((name, gender)) or self.ordinals.get((name, ""))
            if found and _matches(found.match, name, number) and (whole or found.match != "whole-number"):
                return f"{number}{found.single}"
        found = self.ordinals.get(("ordinal", gender)) or self.ordinals.get(("ordinal", ""))
        if (found is None and number % 10 in (0, 4, 5, 6, 7, 8, 9)) or (found is None and 10 < number % 100 < 14):
            found = self.ordinals.get(("ordinal-04", ""))
        return f"{number}{found.single if found else ''}"

    def long_ordinal(self, number: int, gender: str = "") -> str:
        """Return *number* as a word, where there is one; with its suffix otherwise."""
        name = f"long-ordinal-{number:02}"
        found = self.ordinals.get((name, gender)) or self.ordinals.get((name, ""))
        return found.single if found and 1 <= number <= 10 else self.ordinal(number, gender)

    @property
    def quotes(self) -> Quotes:
        """Return the quotation marks."""
        return Quotes(
            self.term("open-quote"),
            self.term("close-quote"),
            self.term("open-inner-quote"),
            self.term("close-inner-quote"),
            self.options.get("punctuation-in-quote") == "true",
        )

    def add(self, element: Element) -> None:
        """Let what a cs:locale *element* says stand before what was said so far."""
        for child in element.children:
            if child.name == "terms":
                self._add_terms(child.children)
            elif child.name == "date":
                self.dates[child.get("form", "text")] = child
            elif child.name == "style-options":
                self.options |= child.attributes

    def _add_terms(self, elements: Iterable[Element]) -> None:
        terms = list(elements)
        if any(_is_suffix(term.get("name", "")) for term in terms):
            self.ordinals = {key: term for key, term in self.ordinals.items() if not _is_suffix(key[0])}
        for element in terms:
            name = element.get("name", "")
            single = next((child.text for child in element.children if child.name == "single"), element.text)
            multiple = next((child.text for child in element.children if child.name == "multiple"), single)
            single, multiple = (_APOSTROPHE.sub("’", text) for text in (single, multiple))
            term = Term(single, multiple, element.get("gender", ""), element.get("match", ""))
            if name.startswith(("ordinal", "long-ordinal")):
                self.ordinals[name, element.get("gender-form", "")] = term
            else:
                self.terms[_SYNONYMS.get(name, name), element.get("form", "long")] = term


_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_SYNONYMS = {"sub verbo": "sub-verbo"}


def _is_suffix(name: str) -> bool:
    return name.startswith("ordinal")


def _matches(match: str, name: str, number: int) -> bool:
    if match == "whole-number":
        return number == int(name[-2:])
    if match == "last-two-digits":
        return number % 100 == int(name[-2:])
    if not match and int(name[-2:]) < 10 and 10 < number % 100 < 14:
        return True
    return True


def chain(language: str) -> list[str]:
    """Return the locale files for *language*, the last of them standing before the others."""
    base = language.split("-")[0]
    wanted = ["en-US", PRIMARY.get(base, ""), language]
    return [code for code in dict.fromkeys(wanted) if code]


def locale(language: str, files: Mapping[str, Element], in_style: Iterable[Element]) -> Locale:
    """Merge locale *files* and the cs:locale elements of a style for *language*."""
    out = Locale(language)
    for code in chain(language):
        if code in files:
            out.add(files[code])
    base = language.split("-")[0]
    own = list(in_style)
    for wanted in ("", base, language):
        for element in own:
            if element.get("lang", "") == wanted and (wanted != base or wanted != language or element is not None):
                out.add(element)
        if wanted == base == language:
            break
    return out
