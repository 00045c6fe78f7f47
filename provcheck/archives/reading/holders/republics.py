"""A republic of the former Union right behind a code: the archive is its own, and not the Union's of that name."""

from __future__ import annotations

from provcheck import tables
from provcheck.archives.lexicon import vocabulary
from provcheck.archives.lexicon.vocabulary import Name
from provcheck.model.lazy import pattern

BEHIND = (
    r" (?:Республики |Республіки |Рэспублікі )?(?P<republic>[^\W\d_a-zа-яёіїєґў][^\W\d_]*)"
    r"(?P<kind>(?:-[^\W\d_]+)?(?:\.? ?(?:А?ССР|РСР|A?SSR)\b)?)"
)
"""A republic, perhaps with what sort of one it was: `` Латв. ССР``, `` Северо-Осетинской АССР``, `` Татарстана``."""
_BEHIND = pattern(BEHIND + r"(?=$|[ ,;:.()])")
_SOVIET = ("ССР", "РСР", "SSR")


def of_republic(text: str, start: int, end: int, names: tuple[Name, ...]) -> tuple[tuple[Name, ...], int] | None:
    """Return which of *names*, called so from *start* to *end*, are of the republic right behind, and where that ends.

    None of them where the tables have no archive of that code there; None where no republic stands behind.
    """
    behind = _BEHIND.match(text, end)
    country = country_of(behind["republic"], behind["kind"]) if behind else None
    if behind is None or country is None:
        return None
    known = tables.archives()
    if there := tuple(name for name in names if known[name.archive].country == country):
        return there, end
    called = tables.lexicon().called.get(text[start:end], ())
    return tuple(Name(one, "current") for one in called if known[one].country == country), behind.end()


def country_of(republic: str, kind: str = "") -> str | None:
    """Return the country that *republic* is now, nothing where that is not known, None where it is no republic.

    >>> country_of("Латв", ". ССР"), country_of("Грузии"), country_of("Тувинской", " АССР"), country_of("Львова")
    ('LV', 'GE', '', None)
    """
    soviet = (republic + kind).endswith(_SOVIET)
    for country, called in vocabulary.wording().republics.items():
        for one in called:
            if one == republic or (soviet and one.endswith("-") and republic.startswith(one[:-1])):
                return country if soviet or not kind else ""
    return "" if soviet else None
