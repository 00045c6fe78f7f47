"""What a rule may know beside the record: facts gathered before rules run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from provcheck.model.noun import noun
from provcheck.model.record import Record


@dataclass(frozen=True, slots=True, eq=False)
class Library:
    """Every record of the run, by id and by the compact key of its shelfmarks (``aprf:45/1/334``).

    A library is equal to itself alone, so that rules can cache what they derive from it.
    """

    by_id: Mapping[str, tuple[Record, ...]] = field(default_factory=dict)
    by_shelfmark: Mapping[str, tuple[Record, ...]] = field(default_factory=dict)
    complete: bool = True
    """False where only some files of a repository were given: a record that is not here may still exist."""


@noun
class FileFact:
    """What is on disk under a path that a record names."""

    exists: bool
    sha256: str | None = None
    """None where nobody asked for it."""


@noun
class Defaults:
    """Facts said once for the repository, under ``[defaults]`` of its configuration."""

    publisher: str | None = None
    """The host that publishes these documents: the digital archive's name."""
    url: str | None = None
    """URL pattern with ``{id}``."""
    rights: str | None = None
    """A rights statement shared by all records."""
    language: str | None = None
    """The language the collection is edited in (BCP 47): titles, notes, translations."""

    @property
    def fields(self) -> Mapping[str, str]:
        """The fields of a record that stand here for all records that do not say them."""
        return {} if self.rights is None else {"rights": self.rights}


@noun
class Context:
    """Facts for rules. Whatever a rule needs from disk, clock or network is in here already."""

    today: date
    library: Library = field(default_factory=Library)
    defaults: Defaults = field(default_factory=Defaults)
    files: Mapping[tuple[str, str], FileFact] = field(default_factory=dict)
    """By (record's path, path as written in the record)."""
