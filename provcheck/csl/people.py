"""A name of CSL-JSON: its parts, and the particles and suffixes that hide in given and family names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any, NamedTuple

from provcheck.csl.scalars import text_of


class Name(NamedTuple):
    """The parts of a name. `literal` stands alone: an institution, or a name that must not be parted."""

    family: str = ""
    given: str = ""
    suffix: str = ""
    non_dropping_particle: str = ""
    dropping_particle: str = ""
    literal: str = ""
    comma_suffix: bool = False
    static_ordering: bool = False

    @property
    def is_western(self) -> bool:
        """Whether the given name precedes the family name and a space parts them."""
        return not self.is_eastern

    @property
    def is_eastern(self) -> bool:
        """Whether the family name is written in an East Asian script."""
        return _EASTERN.search(self.family or self.given) is not None


_EASTERN = re.compile("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
_LEADING = re.compile(r"[^ ]+[-ʻ’ '] *(?=.)")
_SUFFIX = re.compile(r"\s*(,!*)\s*")


def read_name(value: Any) -> Name | None:
    """Return the name that CSL-JSON *value* means; None where it is empty."""
    if isinstance(value, str):
        return Name(literal=value.strip()) if value.strip() else None
    if not isinstance(value, Mapping):
        return None
    literal = _text(value, "literal")
    if literal:
        return Name(literal=literal)
    family, given = _text(value, "family"), _text(value, "given")
    if not family and not given:
        return None
    name = Name(
        family,
        given,
        _text(value, "suffix"),
        _text(value, "non-dropping-particle"),
        _text(value, "dropping-particle"),
        comma_suffix=bool(value.get("comma-suffix")),
        static_ordering=bool(value.get("static-ordering")),
    )
    return _parsed(name) if value.get("parse-names", True) not in (False, 0, "false") else name


def _text(value: Mapping[str, Any], key: str) -> str:
    text = text_of(value.get(key)).strip()
    return _RUNS.sub(" ", text) if "  " in text else text


_RUNS = re.compile("  +")


def _parsed(name: Name) -> Name:
    """Find the particles and suffixes that were typed into the family and given names; only whole names have them."""
    family, given, suffix = name.family, name.given, name.suffix
    dropping, comma = name.dropping_particle, name.comma_suffix
    if len(family) > 1 and family[0] == family[-1] == '"':
        return name._replace(family=family[1:-1])
    if not family or not given or name.non_dropping_particle:
        return name
    at = 0
    while (match := _LEADING.match(family, at)) and _is_particle(match[0]):
        at = match.end()
    non_dropping, family = family[:at].rstrip(), family[at:]
    if non_dropping.endswith(("’", "'")) and name.family[at - 1] == " ":
        non_dropping += " "
    if not suffix and (match := _SUFFIX.search(given)):
        given, suffix, comma = given[: match.start()], given[match.end() :], comma or len(match[1]) == 2
    end = len(given)
    while (at := given.rfind(" ", 0, end)) > 0 and _is_particle(given[at + 1 : end]):
        end = at
    if end < len(given):
        given, dropping = given[:end], given[end:].strip()
    return Name(family, given, suffix, non_dropping, dropping, "", comma, name.static_ordering)


def _is_particle(word: str) -> bool:
    """Whether *word* begins in lower case."""
    first = word.lstrip("-'ʻ’ ")[:1]
    return first.upper() != first


def initials(given: str, mark: str, hyphen: bool, initialize: bool = True) -> str:
    """Return *given* with names made initials, each followed by *mark*.

    Lower-case words stay words. With *initialize* false only initials that are there already get the mark.
    """
    if not given or unicodedata.category(_TAGS.sub("", given)[:1] or "-") not in ("Lu", "Ll", "Lt", "Lo"):
        return given  # ‘Abd, ʿAlī: what the first letter is cannot be told
    given = re.sub(r"\.(?=[^\s\-.<])", ". ", _untagged(given))
    bare = mark.rstrip()
    gap = mark[len(bare) :]
    out: list[str] = []
    for word in _WORDS.findall(given):
        parts = [part for part in map(_tagged, _JOINED.findall(word)) if part[1].strip(".")]
        if not parts:
            continue
        first = parts[0][1].rstrip(".")
        abbreviated = parts[-1][1].endswith(".") or (len(first) == 1 and first.isupper())
        if not _has_initial(first) or (not initialize and not abbreviated):
            if out and not out[-1].endswith(" "):
                out.append(" ")
            out.append(word + " ")
            continue
        kept = [f"{opening}{_initial(part)}{bare}{closing}" for opening, part, closing in parts if _has_initial(part)]
        out.append(("-" if hyphen else gap).join(kept) + gap)
    return "".join(out).strip()


_WORDS = re.compile(r"(?:<[^<>]*>|[^\s<]|<)+")
_TAGS = re.compile("<[^<>]*>")
_JOINED = re.compile(r"(?:<[^<>]*>|[^-‐–<]|<)+")
"""What spaces part, and what hyphens part; those within markup part nothing."""
_TAGGED = re.compile(r"((?:<[^<>]*>)*)(.*?)((?:<[^<>]*>)*)", re.DOTALL)
"""Markup around a name, the name, and what closes it."""


def _untagged(given: str) -> str:
    """Return *given* without markup, if that goes over several names: initials have no place for it."""
    if "<" not in given:
        return given
    parts = [_tagged(part) for word in _WORDS.findall(given) for part in _JOINED.findall(word)]
    whole = all(before.count("<") == after.count("<") and "<" not in name for before, name, after in parts)
    return given if whole else re.sub("<[^<>]*>", "", given)


def _has_initial(word: str) -> bool:
    """Whether an initial stands for *word*: not for a particle, a figure, a nickname in quotes, a Chinese name."""
    return word[:1].isalpha() and not word[:1].islower() and not _EASTERN.match(word)


def _tagged(part: str) -> tuple[str, str, str]:
    if "<" not in part:
        return "", part, ""
    match = _TAGGED.fullmatch(part)
    assert match is not None
    return match[1], match[2], match[3]


def _initial(word: str) -> str:
    """Return the first letter of *word*; all of an abbreviation, as Ph.; two of TSerendorj, which are one sound."""
    if word.endswith("."):
        return word.rstrip(".")
    return (
        word[0] + word[1].lower()
        if word[:2].isupper() and word[1:2].isalpha() and word[2:3].islower()
        else word[:1].upper()
    )
