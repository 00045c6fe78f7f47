"""Rules: what may be wrong with a record. One file each; its name with hyphens is the rule's id.

A rule is a module of the shape of `Rule`. It looks at one record and the facts in its context and yields problems; it
opens no file, knows no other rule and no severity but its own default. Its docstring is its page: the first line says
what it sees; then why, with the case it was met in; then examples in YAML, which the test suite runs; then what to do.
An example gives only the fields of interest, see ``tests/rules/examples.py``.

To add a rule, write the file and put its name into the two lists below, sorted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Protocol

from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.record import Record
from provcheck.rules import (
    archive_missing,
    archive_misspelt,
    archive_obsolete,
    archive_unknown,
    copies_disagree,
    credit_in_source,
    date_contradicts_text,
    date_contradicts_title,
    date_future,
    date_invalid,
    date_old_style,
    date_order,
    date_outside_archive,
    date_range_reversed,
    file_changed,
    file_missing,
    folio_overlap,
    folio_padding,
    id_duplicate,
    id_file_mismatch,
    id_url_mismatch,
    label_misread,
    label_mixed,
    label_number,
    language_contradicts_script,
    language_contradicts_source,
    language_invalid,
    level_missing,
    level_order,
    level_repeated,
    level_unknown,
    level_value,
    name_split,
    number_contradicts_title,
    page_or_papka,
    range_abbreviated,
    range_open,
    range_overlong,
    range_reversed,
    relation_cycle,
    relation_inverse,
    relation_target,
    rights_contradictory,
    rights_missing,
    rights_unknown,
    scalar_ambiguous,
    scalar_spreadsheet,
    script_mixed,
    shelfmark_duplicate,
    source_as_text,
    source_structure_disagree,
    source_unread,
    text_mojibake,
    translator_mismatch,
    translator_missing,
    type_unknown,
)
from provcheck.rules._page import Block, Page, parse

__all__ = ["RULES", "Block", "Page", "Rule", "by_id", "page", "rule_id"]


class Rule(Protocol):
    """The shape of a rule's module. Mypy rejects a module of another shape in `RULES`."""

    __name__: str
    __doc__: str | None
    SEVERITY: Severity
    """How bad it is unless the configuration says otherwise."""

    def check(self, record: Record, context: Context, /) -> Iterator[Problem]:
        """Yield what is wrong with *record*. Never raises, whatever the record holds."""


RULES: tuple[Rule, ...] = (
    archive_missing,
    archive_misspelt,
    archive_obsolete,
    archive_unknown,
    copies_disagree,
    credit_in_source,
    date_contradicts_text,
    date_contradicts_title,
    date_future,
    date_invalid,
    date_old_style,
    date_order,
    date_outside_archive,
    date_range_reversed,
    file_changed,
    file_missing,
    folio_overlap,
    folio_padding,
    id_duplicate,
    id_file_mismatch,
    id_url_mismatch,
    label_misread,
    label_mixed,
    label_number,
    language_contradicts_script,
    language_contradicts_source,
    language_invalid,
    level_missing,
    level_order,
    level_repeated,
    level_unknown,
    level_value,
    name_split,
    number_contradicts_title,
    page_or_papka,
    range_abbreviated,
    range_open,
    range_overlong,
    range_reversed,
    relation_cycle,
    relation_inverse,
    relation_target,
    rights_contradictory,
    rights_missing,
    rights_unknown,
    scalar_ambiguous,
    scalar_spreadsheet,
    script_mixed,
    shelfmark_duplicate,
    source_as_text,
    source_structure_disagree,
    source_unread,
    text_mojibake,
    translator_mismatch,
    translator_missing,
    type_unknown,
)


def rule_id(rule: Rule) -> str:
    """Return the id of *rule*: the name of its file with hyphens."""
    return rule.__name__.rpartition(".")[2].replace("_", "-")


@cache
def by_id() -> Mapping[str, Rule]:
    """Return every rule by its id."""
    return {rule_id(rule): rule for rule in RULES}


def page(rule: Rule) -> Page:
    """Return the page of *rule*, taken from its docstring."""
    return parse(rule.__doc__ or "")


@cache
def remedy(rule: str) -> str:
    """Return what the page of the rule with that id says to do, in one sentence; "" where there is no such rule."""
    return page(by_id()[rule]).remedy if rule in by_id() else ""
