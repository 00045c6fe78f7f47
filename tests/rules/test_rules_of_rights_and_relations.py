"""Rights, types, files and relations: what must be found, and what an archivist would be annoyed by."""

from __future__ import annotations

import time
from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.model.context import Context, Defaults, FileFact, Library
from provcheck.model.record import Record, Relation, Text
from provcheck.rules import by_id
from provcheck.rules._rights import licence, meant, statement
from tests.rules.examples import TODAY, context, examples, fixed, messages

RULES = by_id()

EMPTY = sha256(b"").hexdigest()
CC = "https://creativecommons.org/licenses"

FOUND = [
    ("rights-missing", "rights: '-'"),
    ("rights-missing", "rights: to do"),
    ("rights-missing", "rights: {status: unknown, holder: '?'}"),
    ("rights-unknown", "rights: {status: in copyright}"),
    ("rights-unknown", "rights: {status: inc}"),
    ("rights-unknown", "rights: {status: 'http://rightsstatements.org/vocab/InC/2.0/'}"),
    ("rights-unknown", "rights: {status: 'http://www.europeana.eu/rights/rr-f/'}"),
    ("rights-unknown", "rights: 'https://rightsstatements.org/vocab/NoC-US/1.0/'"),
    ("rights-unknown", "rights: {licence: 'https://creativecommons.org/licenses/by/'}"),
    ("rights-unknown", "rights: {licence: Creative Commons}"),
    ("rights-unknown", "rights: {licence: InC}"),
    ("rights-unknown", "rights: {licence: free for all}"),
    ("rights-unknown", "rights: {licence: CC-BY-5.0}"),
    ("rights-contradictory", "rights: {licence: CC-BY-4.0, statement: Все права защищены}"),
    ("rights-contradictory", f"rights: 'All rights reserved. Licensed under {CC}/by/4.0/.'"),
    ("rights-contradictory", f"rights: {{status: '{CC}/by/4.0/', licence: CC-BY-NC-4.0}}"),
    ("type-unknown", "type: LETTER"),
    ("type-unknown", "type: memorandun"),
    ("file-missing", "files: [{path: missing.tif}, {path: scans/missing-2.tif}]"),
    ("relation-target", "relations: {rel: mentions, to: '5'}"),
    ("relation-inverse", "id: a\nrelations: {rel: part-of, to: b}\n---\nid: b\nrelations: {rel: part-of, to: a}"),
    ("relation-inverse", "id: a\nrelations: {rel: has-part, to: b}\n---\nid: b\nrelations: {rel: has part, to: a}"),
    ("relation-cycle", "id: a\nrelations: {rel: encloses, to: b}\n---\nid: b\nrelations: {rel: encloses, to: c}\n---\n"
     "id: c\nrelations: {rel: encloses, to: a}"),
]  # fmt: skip

SILENT = [
    ("rights-missing", "rights: Public domain"),
    ("rights-missing", "rights: Copyright of the author's heirs"),
    ("rights-missing", "rights: {statement: unknown, status: CNE}"),
    ("rights-unknown", "rights: Copyright not evaluated by the archive, see rightsstatements.org/page/CNE"),
    ("rights-unknown", "rights: {status: 'http://rightsstatements.org/vocab/NoC-OKLR/1.0'}"),
    ("rights-unknown", "rights: {status: 'https://creativecommons.org/publicdomain/mark/1.0/'}"),
    ("rights-unknown", f"rights: {{licence: '{CC}/by-sa/3.0/at/'}}"),
    ("rights-unknown", f"rights: {{licence: '{CC}/by-nc-nd/4.0/legalcode.fr'}}"),
    ("rights-unknown", "rights: {licence: LicenseRef-Our-Archive}"),
    ("rights-unknown", "rights: {licence: etalab-2.0}"),
    ("rights-unknown", "rights: {licence: OGL-UK-3.0}"),
    ("rights-contradictory", "rights: {licence: CC-BY-4.0, statement: 'Some rights reserved.'}"),
    ("rights-contradictory", "rights: {licence: CC-BY-4.0, statement: 'Not all rights reserved.'}"),
    ("rights-contradictory", f"rights: {{licence: CC-BY-4.0, statement: 'CC BY 4.0, see {CC}/by/4.0/deed.de.'}}"),
    ("rights-contradictory", f"rights: 'The scan is under {CC}/by/4.0/, the text under {CC}/by/3.0/.'"),
    ("rights-contradictory", "rights: {status: InC, licence: CC-BY-NC-4.0}"),
    ("rights-contradictory", "rights: {status: NoC-US, licence: CC0-1.0}"),
    ("type-unknown", "type: top secret cipher telegram"),
    ("type-unknown", "type: letters"),
    ("type-unknown", "type: decision of the Secretariat"),
    ("type-unknown", "type: minute"),
    ("type-unknown", "type: census"),
    ("type-unknown", "type: despatch"),
    ("type-unknown", "type: notatka"),
    ("type-unknown", "type: note verbale"),
    ("type-unknown", "type: шифртелеграмма"),
    ("type-unknown", "type: aide-mémoire"),
    ("type-unknown", "type: Telegram, ciphered"),
    ("file-changed", f"files: {{path: a.tif, sha256: {EMPTY.upper()}}}"),
    ("file-changed", f"files: {{path: missing.tif, sha256: {EMPTY[::-1]}}}"),
    ("relation-target", "relations: {rel: mentions, to: 'https://example.org/other/5'}"),
    ("relation-inverse", "id: a\nrelations: {rel: encloses, to: b}\n---\nid: b\nrelations: {rel: reply-to, to: a}"),
    ("relation-inverse", "id: a\nrelations: {rel: copy-of, to: b}\n---\nid: b\nrelations: {rel: copy-of, to: a}"),
    ("relation-inverse", "id: a\nrelations: {rel: related-to, to: b}\n---\nid: b\nrelations: {rel: related-to, to: a}"),
    ("relation-cycle", "id: a\nrelations: [{rel: reply-to, to: b}]\n---\nid: b\nrelations: [{rel: encloses, to: a}]"),
    ("relation-cycle", "id: a\nrelations: [{rel: reply-to, to: b}, {rel: reply-to, to: c}]\n---\nid: b\n"
     "relations: {rel: reply-to, to: c}\n---\nid: c"),
]  # fmt: skip


def shortened(value: str) -> str:
    return value.replace("\n", " | ")[:70]


@pytest.mark.parametrize(("rule", "text"), FOUND, ids=shortened)
def test_found(rule: str, text: str) -> None:
    assert messages(RULES[rule], text + "\n")


@pytest.mark.parametrize(("rule", "text"), SILENT, ids=shortened)
def test_silent(rule: str, text: str) -> None:
    assert not messages(RULES[rule], text + "\n")


def test_a_collection_in_another_language_has_words_of_its_own() -> None:
    record = Record(type=Text("telegrama", ("type",)))

    def found(language: str) -> bool:
        return any(RULES["type-unknown"].check(record, context([record], Defaults(language=language))))

    assert found("en-GB")
    assert not found("es")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CC BY 4.0", "CC-BY-4.0"),
        ("cc-by-sa 3.0", "CC-BY-SA-3.0"),
        ("CC BY-NC-ND 4", "CC-BY-NC-ND-4.0"),
        ("Creative Commons Attribution 4.0 International License", "CC-BY-4.0"),
        ("Creative Commons Attribution-NonCommercial-ShareAlike 4.0", "CC-BY-NC-SA-4.0"),
        ("CC Attribution NoDerivatives 4.0", "CC-BY-ND-4.0"),
        ("cc0", "CC0-1.0"),
        ("odbl-1.0", "ODbL-1.0"),
        ("CC BY", None),
        ("CC NC 4.0", None),
        ("CC BY-SA-ND 4.0", None),
        ("cc" + "-" * 5000, None),
        ("by", None),
    ],
)
def test_licences_in_other_words(text: str, name: str | None) -> None:
    assert meant(text) == name
    assert name is None or licence(name) == name


@given(st.text(max_size=60))
def test_rights_never_raise(text: str) -> None:
    for given_text in (text, f"cc {text}", f"https://creativecommons.org/licenses/{text}"):
        licence(given_text)
        meant(given_text)
        statement(given_text)


def test_near_misses_of_rights_are_mended() -> None:
    (example,) = fixed(RULES["rights-unknown"], "rights: {status: 'https://rightsstatements.org/page/noc-us/1.0/'}\n")
    assert example.record.rights is not None
    assert example.record.rights.status is not None
    assert example.record.rights.status.text == "http://rightsstatements.org/vocab/NoC-US/1.0/"


def test_a_shared_statement_stands_in_for_a_placeholder() -> None:
    (example,) = examples("rights: TBD\n")
    assert not list(RULES["rights-missing"].check(example.record, context([], Defaults(rights="Public domain"))))


def test_nothing_is_said_of_files_that_nobody_looked_for() -> None:
    (example,) = examples("files: [{path: missing.tif, sha256: '" + "0" * 64 + "'}]\n")
    nothing = Context(today=TODAY)
    unread = Context(today=TODAY, files={(example.record.path, "missing.tif"): FileFact(True, None)})
    for rule in ("file-missing", "file-changed"):
        assert not list(RULES[rule].check(example.record, nothing))
        assert not list(RULES[rule].check(example.record, unread))


def test_nothing_is_said_of_records_that_were_not_given() -> None:
    (example,) = examples("relations: {rel: reply-to, to: '5'}\n")
    part = Context(today=TODAY, library=Library(complete=False))
    assert not list(RULES["relation-target"].check(example.record, part))


def test_a_near_miss_of_an_id_is_named() -> None:
    found = examples("id: '0005'\nrelations: {rel: reply-to, to: L1}\n---\nid: l1\n")
    (problem,) = RULES["relation-target"].check(found[0].record, context([example.record for example in found]))
    assert problem.help == 'there is a record "l1"'


def chain(length: int, *, closed: bool) -> list[Record]:
    def one(number: int) -> Record:
        to = Text(f"{(number + 1) % length:05}", ("relations", 0, "to"))
        relations = (Relation(("relations", 0), "continues", to),) if closed or number + 1 < length else ()
        return Record(id=Text(f"{number:05}", ("id",)), relations=relations)

    return [one(number) for number in range(length)]


def test_a_cycle_is_reported_once() -> None:
    records = chain(500, closed=True)
    facts = context(records)
    assert sum(len(list(RULES["relation-cycle"].check(record, facts))) for record in records) == 1


def test_long_chains_end_in_time() -> None:
    records = chain(5000, closed=False)
    facts = context(records)
    started = time.perf_counter()
    assert not any(list(RULES["relation-cycle"].check(record, facts)) for record in records)
    assert time.perf_counter() - started < 30


def test_a_record_without_anything_is_silent() -> None:
    for rule in RULES.values():
        assert not list(rule.check(replace(Record()), context([])))
