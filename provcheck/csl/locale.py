"""A locale: terms with their forms and numbers, date formats, options, merged in the order of the fall-back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

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
    english: dict[tuple[str, str], Term] = field(default_factory=dict)
    """What is said where the language knows no form of a term at all."""
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
        """Return the term, in *form* or in what it falls back to; in English if there is none."""
        for terms in (self.terms, self.english):
            wanted = form
            while wanted:
                found = terms.get((name, wanted))
                if found is not None:
                    return found
                wanted = _FALLBACK.get(wanted, "")
        return None

    def gender(self, name: str) -> str:
        """Return the gender of the noun that the term *name* is."""
        found = self.terms.get((name, "long"))
        return found.gender if found else ""

    def ordinal(self, number: int, gender: str = "") -> str:
        """Return *number* with its ordinal suffix."""
        last, last_two = number % 10, number % 100
        if ("ordinal", "") not in self.ordinals:  # the scheme of CSL 1.0
            name = f"ordinal-{last if last in (1, 2, 3) and last_two not in (11, 12, 13) else 4:02}"
            found = self._gendered(name, gender)
            return f"{number}{found.single if found else ''}"
        for name in (f"ordinal-{last_two:02}", f"ordinal-{last:02}"):
            found = self._gendered(name, gender)
            if found and _matches(found.match, int(name[-2:]), number):
                return f"{number}{found.single}"
        found = self._gendered("ordinal", gender)
        return f"{number}{found.single if found else ''}"

    def _gendered(self, name: str, gender: str) -> Term | None:
        return self.ordinals.get((name, gender)) or self.ordinals.get((name, ""))

    def long_ordinal(self, number: int, gender: str = "") -> str:
        """Return *number* as a word, where there is one; with its suffix otherwise."""
        name = f"long-ordinal-{number:02}"
        found = self._gendered(name, gender)
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
        anew = any(term.get("name") == "ordinal" for term in terms)
        if anew:
            self.ordinals = {key: term for key, term in self.ordinals.items() if not _is_suffix(key[0])}
        # Without the term "ordinal", with citeproc-js, endings are other words for those that there are.
        known = None if anew or ("ordinal", "") not in self.ordinals else set(self.ordinals)
        for element in terms:
            name = element.get("name", "")
            single = next((child.text for child in element.children if child.name == "single"), element.text)
            multiple = next((child.text for child in element.children if child.name == "multiple"), single)
            single, multiple = (_worded(text) for text in (single, multiple))
            term = Term(single, multiple, element.get("gender", ""), element.get("match", ""))
            if name.startswith(("ordinal", "long-ordinal")):
                key = (name, element.get("gender-form", ""))
                if known is None or key in known or not _is_suffix(name):
                    self.ordinals[key] = term
            else:
                self.terms[_SYNONYMS.get(name, name), element.get("form", "long")] = term


def _worded(text: str) -> str:
    """Return the *text* of a term; one that is only a line break, as editors of XML leave behind, is empty."""
    return "" if "\n" in text and text.isspace() else _APOSTROPHE.sub("’", text)


_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_SYNONYMS = {"sub verbo": "sub-verbo"}


def _is_suffix(name: str) -> bool:
    return name.startswith("ordinal")


def _matches(match: str, ending: int, number: int) -> bool:
    """Whether the term for the *ending* is for *number*: by its last digit below ten, by its last two from there on."""
    if match == "whole-number":
        return number == ending
    if match == "last-two-digits" or ending >= 10:
        return number % 100 == ending
    return number % 10 == ending


def chain(language: str) -> list[str]:
    """Return the locale files for *language*, the last of them standing before the others."""
    base = language.split("-")[0]
    wanted = ["en-US", PRIMARY.get(base, ""), language]
    return [code for code in dict.fromkeys(wanted) if code]


def locale(language: str, files: Mapping[str, Element], in_style: Iterable[Element]) -> Locale:
    """Merge locale *files* and the cs:locale elements of a style for *language*."""
    out = Locale(language)
    base = language.split("-")[0]
    for code in chain(language):
        if code in files:
            out.add(files[code])
        if code == "en-US" and base != "en":
            out.terms, out.english = {}, out.terms
    own = list(in_style)
    for wanted in dict.fromkeys(("", base, PRIMARY.get(base, ""), language)):
        for element in own:
            if element.get("lang") == wanted:
                out.add(element)
    return out
