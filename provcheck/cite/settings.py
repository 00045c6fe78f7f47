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
    date_once: bool = False
    """No date where the title says it already."""
    titles: tuple[str, ...] = ()
    """Languages of titles, the wanted one first; ``*-Latn`` is any transliteration. Default: the style's language."""
    hosts: Mapping[str, str] = field(default_factory=dict)
    """Names of digital archives as this style has them."""
    url: Literal["as-is", "http", "https"] = "as-is"
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
    mark = replace(settings.mark, language=said.get("language", settings.mark.language), **said.get("mark", {}))
    return replace(settings, **changes, mark=mark)


def _base(tag: str) -> str:
    """Return the language of a tag: ``en`` of ``en-GB``."""
    return tag.split("-")[0].lower()


@cache
def of_style(name: str, locale: str | None = None) -> Settings | None:
    """Return the settings of one of our own styles; in the language of *locale*, where one is given."""
    said = tables.style_settings()["styles"].get(name)
    if said is None:
        return None
    return _with(Settings(), said | {"language": _base(locale)} if locale else said)


@cache
def of_locale(locale: str) -> Settings:
    """Return the settings for a style that is not ours, in *locale*."""
    language = _base(locale)
    foreign = tables.style_settings()["foreign"]
    return _with(Settings(), {"language": language} | foreign.get(language, foreign["en"]))


def speaks(language: str) -> bool:
    """Tell whether we have words of our own in *language*; without them, English ones are used."""
    return _base(language) in tables.style_settings()["words"]


def word(name: str, language: str) -> str:
    """Return a word of ours in *language*, or in English: ``private`` → ``private collection``."""
    words = tables.style_settings()["words"]
    found: str = words.get(_base(language), {}).get(name) or words["en"][name]
    return found


def genre(name: str, language: str) -> str:
    """Return a type of document in *language*; as it is where we do not know the word."""
    language = _base(language)
    plain = " ".join(name.split())
    if plain.lower() in tables.style_settings()["genres"]:
        plain = plain.lower()
    if language != "en":
        known: str | None = tables.style_settings()["genres"].get(plain.lower(), {}).get(language)
        if known:
            return known
    first = plain.split(" ")[0]
    return plain if first.isupper() and len(first) > 1 else plain[:1].lower() + plain[1:]
