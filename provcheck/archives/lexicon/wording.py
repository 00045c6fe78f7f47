"""The words around shelfmarks, in the shapes that reading asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from provcheck import tables
from provcheck.model.lazy import pattern

_Tree = dict[str, "_Tree"]


class Wording:
    """Words around shelfmarks, from ``data/wording.yaml``."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.ands = frozenset(table["ands"])
        self.ors = frozenset(table["ors"])
        self.papers = tuple(table["papers"])
        self.holdings = (*self.papers, *table["files"])
        self.number_signs = frozenset(table["number_signs"])
        self.numbered = self.number_signs.union(table["numbered"])
        self.registers = frozenset(table["registers"])
        self.issues = frozenset(table["issues"])
        self.charters = frozenset(table["charters"])
        self.no_archives = frozenset(table["no_archives"] + table["databases"])
        self.criminal_courts: list[str] = table["criminal_courts"]
        self.stamps: list[str] = table["stamps"]
        self.denied = frozenset(table["denied"])
        self.leads: list[str] = table["leads"]
        self.before_marks: list[str] = table["before_marks"]
        self.joining = self.ands.union(table["also"])
        self.of_journals = frozenset(table["of_journals"])
        self.situated = frozenset(table["situated"])
        self.skip = frozenset(table["skip"])
        self.abbreviations: dict[str, str] = table["abbreviations"]
        self.variants: dict[str, list[str]] = table["variants"]
        self.inverted: list[str] = table["inverted"]
        self.not_after_folio = frozenset(table["not_after_folio"])
        self.verso = frozenset(table["verso"])
        self.recto = frozenset(table["recto"])
        self.credits: dict[str, str] = table["credits"]
        self.credit_by = frozenset(table["credit_by"])
        self.credits_abroad: dict[str, list[str]] = table["credits_abroad"]
        self.credits_from: list[str] = table["credits_from"]
        self.credits_into: list[str] = table["credits_into"]
        self.language_before: list[str] = table["language_before"]
        self.language_behind: list[str] = table["language_behind"]
        self.credits_of = frozenset(table["credits_of"])
        self.credits_named = frozenset(table["credits_named"])
        self.not_persons: list[str] = table["not_persons"]
        self.translated: list[str] = table["translated"]
        self.translator_is: list[str] = table["translator_is"]
        self.gathered: list[str] = table["gathered"]
        self.credits_by: list[str] = table["credits_by"]
        self.particles = frozenset(table["name_particles"])
        self.honorifics = frozenset(table["honorifics"])
        self.titles = self.honorifics.union(table["name_titles"])
        self.copies: list[str] = table["copies"]
        self.archive_words: list[str] = table["archive_words"]
        self.not_institutions: list[str] = table["not_institutions"]
        self.generic: list[str] = table["generic"]
        self.no_slips = frozenset(table["no_slips"])
        self.of_nations = frozenset(table["of_nations"])
        self.guides = frozenset(table["guides"])
        self.not_titles = frozenset(table["not_titles"])
        self.clauses = frozenset(table["clauses"])
        self.remarks: list[str] = table["remarks"]
        self.states = {word.lower() for of in ("states", "undated", "said_copies", "originals") for word in table[of]}
        self.holdings_there: list[str] = table["holdings_there"]
        self.marks_there: list[str] = table["marks_there"]
        self.streets = frozenset(table["streets_abroad"])
        self.street_ends = tuple(table["street_ends"])
        self.within = {words.split()[-1] for words in (*table["within"], *table["keeps_there"])} | {"the"}
        self.of_it = {words.split()[-1] for words in table["of_it"]} | self.within
        self.all_of_them = {words.split()[-1] for words in table["all_of_them"]}
        self.units_told = frozenset(table["units_told"])
        self.annexes = frozenset(table["annexes"])
        self.captions = frozenset(table["captions"])
        self.lacking = frozenset(table["lacking"])
        self.handled = frozenset(table["handled"])
        self.accounts = {word.partition(" ")[0].lower() for word in (*table["accounts"], *table["despatches"])}
        self.told = {word.lower() for word in (*table["documents"], *table["further_accounts"])} | self.accounts
        self.told -= {word.lower() for word in self.papers}
        self.joins = self.ands.union(table["joins"])
        self.ranges: dict[str, list[str]] = table["ranges"]
        self.copy_words = frozenset(table["copy_words"])
        self.places: dict[str, list[str]] = table["places"]
        self.countries: dict[str, list[str]] = table["countries"]
        self.republics: dict[str, list[str]] = table["republics"]
        self.hereafter = frozenset(" ".join(table["hereafter"] + table["also_called"]).split())
        self.namesakes = frozenset(table["namesakes"])
        self.complete_works: dict[str, list[str]] = table["complete_works"]
        self.archive_follows = frozenset(table["archive_follows"])
        self.all_titles = frozenset(table["all_titles"])
        self.titles_first = frozenset(table["titles_first"])
        self.same_with_sign = frozenset(table["same_with_sign"])
        self.same_author = frozenset(table["same_author"])
        self.file_follows: list[str] = table["file_follows"]


_LIST = pattern(r"\{([a-z_]+)\}")


def worded(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return the regular expression *source* with the words of the lists that it names, as ``{ands}``."""
    return pattern(lambda: _LIST.sub(_any_of, source), flags)


def _any_of(name: re.Match[str]) -> str:
    """Return a pattern of the words of the list called *name*, the longer first."""
    return any_of(tables.wording()[name[1]])


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of any of *words*, the longer first, those that begin alike together.

    A list of words is tried one by one; where they share their beginnings few are tried at all.

    >>> any_of(["box", "boxes", "bond", "file"])
    '(?:bo(?:nd|x(?:es)?)|file)'
    """
    tree: _Tree = {}
    for word in words:
        at = tree
        for sign in word:
            at = at.setdefault(sign, {})
        at[""] = {}
    return f"(?:{_branches(tree)})" if len(tree) > 1 else _branches(tree)


def _branches(tree: _Tree) -> str:
    """Return a pattern of what *tree* has from one of its signs on."""
    options: list[str] = []
    for sign, below in sorted(tree.items()):
        if not sign:
            continue
        while len(below) == 1 and "" not in below:
            ((following, below),) = below.items()
            sign += following
        rest = _branches(below)
        if len(below) > 1:
            rest = rest if len(rest) == 1 else f"(?:{rest})"
            rest += "?" if "" in below else ""
        options.append(re.escape(sign) + rest)
    return "|".join(options)
