"""What a style wants that CSL cannot say: ``styles/settings.json``, frozen.

CSL has one slot for an archive and no names of levels, so how shelfmarks are written and joined, which title is
taken and how dates read is said beside the style.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache
from typing import Any, Literal

from provcheck import tables
from provcheck.cite.when import DateForm
from provcheck.model.citation import CitationForm
from provcheck.model.shelfmark import MarkForm


@dataclass(frozen=True, slots=True)
class Settings:
    """How the items of one style are made. `schemas/styles.schema.json` describes each field for those who write it."""

    language: str = "en"
    mark: MarkForm = field(default_factory=MarkForm)
    join: tuple[str, str, str] = ("; ", "; ", "; ")
    """Between two shelfmarks; between three or more; before the last of three or more."""
    marks: Literal["all", "first"] = "all"
    whole: bool = False
    """One text names the archives and all shelfmarks (our styles). False: archive and shelfmark in CSL's two slots."""
    verbatim: bool = False
    """The source line as the host prints it, where it is known; otherwise one is made, translators included."""
    date: DateForm = "csl"
    year_apart: bool = False
    """The year as ``issued`` and the rest of the date as ``event-date``: author-date styles part them."""
    date_capital: bool = False
    """``Ca. 1921``: where the date begins a sentence. (CSL knows it too, citeproc-py does not.)"""
    date_once: bool = False
    """No date where the title says it already."""
    titles: tuple[str, ...] = ()
    """Languages of titles, the wanted one first; ``*-Latn`` is any transliteration. Default: the style's language."""
    at: tuple[str, ...] = ()
    """A place, part by part: archive, town, mark. What a record lacks goes with the punctuation around it.

    Empty: archive, ``after_archive`` of the mark's form, mark."""
    latin_names: bool = False
    """Full names of archives transliterated where we know that form, with this style's sign for the soft sign."""
    country: bool = False
    """The town's country after it, in English; in other languages none."""
    case_titles: bool = False
    """The title of the file in round brackets after its shelfmark."""
    round_brackets: bool = False
    """Round brackets for square ones inside titles and names: for styles that put the whole into square ones."""
    author_once: bool = False
    """No author where the title names them, or is in another script than their name."""
    heading_authors: int | None = None
    """The most authors that head an entry. More stand behind the title, as ``original-author``: CSL cannot count."""
    titled: bool = False
    """Titles before a person's given names (Sir, Dr.): for styles that cut none to initials, told by their own text."""
    hosts: Mapping[str, str] = field(default_factory=dict)
    """Names of digital archives as this style has them."""
    url: Literal["as-is", "http", "https", "bare"] = "as-is"
    """``bare``: without the scheme."""
    forms: Mapping[CitationForm, Mapping[str, Any]] = field(default_factory=dict)
    """What is different in a short note or a bibliography."""

    def of(self, form: CitationForm) -> Settings:
        """Return the settings for one form of citation."""
        return _with(self, self.forms[form]) if form in self.forms else self


def _with(settings: Settings, said: Mapping[str, Any]) -> Settings:
    known = {f.name for f in fields(Settings)} - {"mark"}
    changes: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in said.items() if key in known
    }
    mark_said: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in said.get("mark", {}).items()
    }
    mark = replace(settings.mark, language=said.get("language", settings.mark.language), **mark_said)
    return replace(settings, **changes, mark=mark)


def _base(tag: str) -> str:
    """Return the language of a tag: ``en`` of ``en-GB``. What is ours in Cyrillic is not for ``sr-Latn``: English is.

    >>> _base("en-GB"), _base("sr"), _base("sr-Latn"), _base("fr-Latn")
    ('en', 'sr', 'en', 'fr')
    """
    base, *rest = tag.lower().split("-")
    return "en" if "latn" in rest and base in ("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "uz") else base


@cache
def of_style(name: str, locale: str | None = None) -> Settings | None:
    """Return the settings of one of our own styles; in the language of *locale*, where one is given."""
    said = tables.style_settings()["styles"].get(name)
    if said is None:
        return None
    base = (of_style(said["like"], locale) if "like" in said else None) or Settings()
    return _with(base, said | {"language": _base(locale)} if locale else said)


@cache
def of_locale(locale: str) -> Settings:
    """Return the settings for a style that is not ours, in *locale*."""
    language = _base(locale)
    foreign = tables.style_settings()["foreign"]
    return _with(Settings(), {"language": language} | foreign.get(language, foreign["en"]))


def speaks(language: str) -> bool:
    """Tell whether we have words of our own in *language*; without them, English ones are used."""
    return _base(language) == language.split("-")[0].lower() and _base(language) in tables.style_settings()["words"]


def word(name: str, language: str) -> str:
    """Return a word of ours in *language*, or in English: ``private`` → ``private collection``."""
    words = tables.style_settings()["words"]
    found: str = words.get(_base(language), {}).get(name) or words["en"][name]
    return found


def genre(name: str, language: str, written_in: str = "") -> str:
    """Return a type of document in *language*; as it is where we do not know the word, a German noun with its capital.

    *written_in*: the language of the document, in which its type may be said.
    """
    language = _base(language)
    plain = usual(name, written_in)
    known: str | None = tables.style_settings()["genres"].get(plain, {}).get(language)
    if known:
        return known
    first = plain.split(" ")[0]
    keeps = "de" in (language, _base(written_in)) or (first.isupper() and len(first) > 1)
    return plain if keeps else plain[:1].lower() + plain[1:]


def usual(name: str, written_in: str = "") -> str:
    """Return the usual English word for a type of document, said in any of our languages; else *name* itself.

    >>> usual("Brief", "de"), usual("rapport"), usual("list", "pl"), usual("Vernehmungsprotokoll", "de")
    ('letter', 'report', 'list', 'Vernehmungsprotokoll')
    >>> usual("Erlass", "de"), usual("протокол", "ru")
    ('Erlass', 'протокол')
    """
    plain = " ".join(name.split())
    said = plain.lower()
    if said in tables.style_settings()["genres"]:
        return said
    meant = _meant().get(said, {})
    return meant.get(_base(written_in)) or (next(iter(meant.values())) if len(set(meant.values())) == 1 else plain)


@cache
def _meant() -> Mapping[str, Mapping[str, str]]:
    """Return what each word for a type means, by language; of two types with one word the first of the table."""
    found: dict[str, dict[str, str]] = {}
    for kind, words in tables.style_settings()["genres"].items():
        for language, said in words.items():
            if said.lower() not in _VAGUE:
                found.setdefault(said.lower(), {}).setdefault(language, kind)
    return found


_VAGUE = frozenset(
    {"dokument", "akt", "akta", "erlass", "urkunde", "karte", "depesche", "depesza", "depeše", "донесение", "донесення"}
    | {"протокол", "listina"}
)
"""Words that are said of other documents as well: an Erlass of a ministry to its missions is no decree."""
