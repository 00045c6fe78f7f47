"""cs:name: how one name is written, and how names follow one another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from provcheck.csl.finish import Finish, finisher, format_of
from provcheck.csl.markup import rich
from provcheck.csl.numbers import whole
from provcheck.csl.people import Name, initials
from provcheck.csl.scope import Scope
from provcheck.csl.tree import PLAIN, Format, Node, Piece, affixed, one
from provcheck.csl.xml import Element

FAMILY, INITIALS, FULL = 0, 1, 2
"""How much of a personal name is shown."""


@dataclass(frozen=True, slots=True)
class NameOptions:
    """The attributes of cs:name, inherited ones included, with the specification's defaults."""

    conjunction: str = ""
    delimiter: str = ", "
    precedes_et_al: str = "contextual"
    precedes_last: str = "contextual"
    et_al_min: int = 0
    et_al_use_first: int = 1
    et_al_use_last: bool = False
    subsequent_min: int = 0
    subsequent_use_first: int = 0
    form: str = "long"
    initialize: bool = True
    initialize_with: str | None = None
    as_sort_order: str = ""
    sort_separator: str = ", "
    with_initials: bool = False
    """Initials tell names apart, whether or not the style has initialize-with."""

    @classmethod
    def of(cls, attributes: Mapping[str, str], with_initials: bool = False) -> NameOptions:
        """Read *attributes*, in which ``form`` and ``delimiter`` are those of cs:name."""
        get = attributes.get
        least, first = _int(get("et-al-min"), 0), _int(get("et-al-use-first"), 0)
        if "et-al-use-first" not in attributes:
            least = 0
        if get("et-al-use-last") == "true" and least > 2:
            first = min(first, least - 2)  # with citeproc-js, "…" stands for two names at least
        return cls(
            get("and", ""),
            get("delimiter", ", "),
            get("delimiter-precedes-et-al", "contextual"),
            get("delimiter-precedes-last", "contextual"),
            least,
            first,
            get("et-al-use-last") == "true",
            _int(get("et-al-subsequent-min"), least),
            _int(get("et-al-subsequent-use-first"), first),
            get("form", "long"),
            get("initialize", "true") != "false",
            get("initialize-with"),
            get("name-as-sort-order", ""),
            get("sort-separator", ", "),
            with_initials,
        )

    @property
    def level(self) -> int:
        """Return how much of a name is shown before disambiguation."""
        if self.form == "short":
            return FAMILY
        return INITIALS if self.initialize_with is not None and self.initialize else FULL

    @property
    def levels(self) -> tuple[int, ...]:
        """Return what disambiguation may show instead, in turn."""
        has_initials = self.with_initials or (self.initialize_with is not None and self.initialize)
        steps = (INITIALS, FULL) if has_initials else (FULL,)
        return tuple(step for step in steps if step > self.level)


def _int(text: str | None, default: int) -> int:
    number = whole(text or "")
    return default if number is None else number


class NameForm:
    """A cs:name made ready to write single names."""

    def __init__(self, element: Element | None, options: NameOptions, scope: Scope) -> None:
        self.options = options
        self.demote = scope.style.root.get("demote-non-dropping-particle", "display-and-sort")
        self.hyphen = scope.style.root.get("initialize-with-hyphen") != "false"
        self.sorting = scope.sorting is not None
        self.space = "\u00a0" if scope.locale.language[:2] in ("fr", "ru", "cs") else " "
        """Keeps a particle with the name that follows."""
        parts = {child.get("name"): child for child in element.children} if element else {}
        self.family = _part(parts.get("family"), scope)
        self.given = _part(parts.get("given"), scope)
        self.institution = _institution(element, parts.get("family"), scope)
        self.format: Format = format_of(element) if element else PLAIN
        self.prefix = element.get("prefix") if element else ""
        self.suffix = element.get("suffix") if element else ""
        self.pieces = lru_cache(maxsize=4096)(self._pieces)

    def write(self, name: Name, level: int, inverted: bool) -> Node:
        """Return *name* shown at *level*."""
        pieces = self.pieces(name, level, inverted)
        if name.literal:
            return Node(pieces, role="name", value=name)
        return Node(pieces, self.format, "name", name, self.prefix, self.suffix)

    def _pieces(self, name: Name, level: int, inverted: bool) -> Sequence[Piece]:
        if name.literal:
            return self.institution.pieces(rich(name.literal))
        return self._written(name, level, inverted)

    def around(self, pieces: Sequence[Piece]) -> Sequence[Piece]:
        """Return a list that "et al." ends as cs:name formats each name, for so does citeproc-js."""
        if self.format is PLAIN and not (self.prefix or self.suffix):
            return pieces
        return (Node(pieces, self.format, prefix=self.prefix, suffix=self.suffix),)

    def _written(self, name: Name, level: int, inverted: bool) -> Sequence[Piece]:
        given = self._given(name, level)
        if not name.family:
            return self.given.around((name.given,))
        if level == FAMILY:
            name = name._replace(dropping_particle="", suffix="")
        if not name.is_western or name.static_ordering:
            space = " " if given and (name.is_western or given.isascii()) else ""
            return (*self.family.text(name.family), space, *self.given.text(given))
        if self.sorting:
            return (_sort_text(name, given, self.demote),)
        if inverted:
            return self._inverted(name, given)
        return self._in_order(name, given)

    def _in_order(self, name: Name, given: str) -> Sequence[Piece]:
        space = "" if self.given.suffix[-1:].isspace() else " "
        out: list[Piece] = [*self.given.around((given,)), space] if given else []
        family = self._with_particle(name)
        dropping = name.dropping_particle
        if dropping:
            bound = _binds(dropping) and not name.non_dropping_particle
            family = (*self.given.text(dropping), "" if bound else self.space, *family)
        if name.suffix:
            family = (*family, ", " if name.comma_suffix else " ", *self._suffix(name))
        return [*out, *self.family.affixed(family)]

    def _inverted(self, name: Name, given: str) -> Sequence[Piece]:
        particle = name.non_dropping_particle if self.demote == "display-and-sort" else ""
        family = self.family.text(name.family) if particle else self._with_particle(name)
        after: list[Piece] = [*self.given.text(given)]
        if name.dropping_particle:
            after += [" ", *self.given.text(name.dropping_particle)]
        if particle:
            after += [" " if after else "", *self.family.text(particle)]
        separator = self.options.sort_separator
        out: list[Piece] = [*self.family.affixed(family)]
        if after:
            out += [separator, *self.given.affixed(after)]
        if name.suffix:
            out += [separator, *self._suffix(name)]
        return out

    def _with_particle(self, name: Name) -> Sequence[Piece]:
        """Return the family name after its particle, marked as one: at the beginning of a note it is capitalized."""
        family, particle = self.family.text(name.family), name.non_dropping_particle
        if not particle:
            return family
        marked = Node(self.family.text(particle), role="particle")
        return (marked, *family) if _binds(particle) else (marked, self.space, *family)

    def _suffix(self, name: Name) -> Sequence[Piece]:
        """Return the suffix."""
        suffix, mark = name.suffix.replace("'", "’"), self.options.initialize_with
        if mark is not None:
            suffix = initials(suffix, mark, self.hyphen, initialize=False)
        return (suffix,)

    def _given(self, name: Name, level: int) -> str:
        if level == FAMILY or not name.given:
            return ""
        mark = self.options.initialize_with
        given = name.given.replace("'", "’")
        if not name.is_western or (mark is None and (level != INITIALS or not self.options.with_initials)):
            return given
        if level == INITIALS or not self.options.initialize:
            return initials(given, mark or "", self.hyphen, self.options.initialize)
        return given


class _Part:
    """A cs:name-part."""

    def __init__(self, element: Element | None, scope: Scope) -> None:
        self.prefix = element.get("prefix") if element else ""
        self.suffix = element.get("suffix") if element else ""
        self.finish: Finish | None = None
        if element is not None:
            kept = {k: v for k, v in element.attributes.items() if k not in ("prefix", "suffix")}
            self.finish = finisher(Element("name-part", kept), scope)

    def text(self, text: str) -> Sequence[Piece]:
        """Return *text* formatted."""
        return self.pieces(rich(text) if "<" in text or '"' in text else (text.replace("'", "’"),) if text else ())

    def pieces(self, pieces: Sequence[Piece]) -> Sequence[Piece]:
        """Return *pieces* formatted."""
        if not pieces or self.finish is None:
            return pieces
        return (self.finish(pieces),)

    def affixed(self, pieces: Sequence[Piece]) -> Sequence[Piece]:
        """Return *pieces* between the affixes."""
        if not (self.prefix or self.suffix):
            return pieces
        return (affixed(one(pieces), self.prefix, self.suffix),)

    def around(self, texts: Sequence[str]) -> Sequence[Piece]:
        return self.affixed([piece for text in texts for piece in self.text(text)])


def _part(element: Element | None, scope: Scope) -> _Part:
    return _Part(element, scope)


def _institution(name: Element | None, family: Element | None, scope: Scope) -> _Part:
    """Return how a name that is not parted is formatted: as names and family names are, without their affixes."""
    attributes = (name.attributes if name else {}) | (family.attributes if family else {})
    return _Part(Element("name-part", {k: v for k, v in attributes.items() if k not in ("prefix", "suffix")}), scope)


def _binds(particle: str) -> bool:
    """Whether *particle* is written together with what follows: d’, dell’, al-."""
    return particle.endswith(("-", "–", " ")) or (
        particle[-1:] in ("'", "’") and particle[-2:-1].lower() not in _VOWELS
    )


_VOWELS = frozenset("aeiou")
"""After these an apostrophe stands for a letter left out, and a space follows: de’ Medici."""


def _sort_text(name: Name, given: str, demote: str) -> str:
    """Return the name in the sorting order of its parts."""
    particle, family = name.non_dropping_particle, name.family
    if demote == "never":
        parts = [f"{particle} {family}" if particle else family, name.dropping_particle, given, name.suffix]
    else:
        parts = [family, given, name.dropping_particle, particle, name.suffix]
    return " ".join(filter(None, parts))
