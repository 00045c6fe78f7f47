"""The tables are sound, and the index is made from them."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import jsonschema
import pytest
import yaml

from provcheck import archives, tables
from provcheck.archives.lexicon.kinds import GAP, Kind, kind
from provcheck.compiling import SCHEMAS, compile_lexicon, compile_tables
from provcheck.model.archive import Convention, LevelRule

DATA = Path(tables.__file__).parent / "data"


def test_the_index_is_up_to_date() -> None:
    texts = compile_tables(DATA)
    assert {name: (DATA / name).read_text(encoding="utf-8") for name in texts} == texts, "run `make tables`"


def test_the_lexicon_is_up_to_date() -> None:
    text = (DATA / "lexicon.txt").read_text(encoding="utf-8")
    assert text == compile_lexicon(), "run `make tables`"


def test_what_a_town_is_called_stands_in_the_table_of_towns() -> None:
    towns = yaml.load((DATA / "towns.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    with_archives = {archive.city for archive in tables.archives().values()}
    assert set(towns) <= with_archives, "no archive is there"
    for path in (DATA / "archives").glob("*.yaml"):
        for row in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["archives"]:
            assert "cities" not in row or row["city"] not in towns, f"{row['id']}: move its cities to towns.yaml"


def test_every_archive_follows_a_convention_we_have() -> None:
    lost = {a.id: a.convention for a in tables.archives().values() if a.convention not in tables.conventions()}
    assert lost == {}


def test_required_levels_are_levels_of_the_convention() -> None:
    for archive in tables.archives().values():
        known = {level.name for level in tables.conventions()[archive.convention].levels}
        assert set(archive.required) <= known, archive.id


def test_successors_and_concordances_name_archives_we_have() -> None:
    for archive in tables.archives().values():
        assert archive.successor is None or archive.successor in tables.archives(), archive.id
    for row in tables.concordances():
        assert row.source["archive"] in tables.archives()
        assert row.target["archive"] in tables.archives()


def test_branches_are_codes_of_their_archive() -> None:
    branched = [archive for archive in tables.archives().values() if archive.branches]
    assert branched
    for archive in branched:
        codes = {code for codes in archive.codes.values() for code in codes}
        assert set(archive.branches) <= codes | archive.branch_names.keys(), archive.id  # a section has names behind it


IN_OTHER_LANGUAGES = frozenset(
    "agr-be archief-palais niab aef aen aev-valais bar-ch sla-ch barch kansallisarkisto-fi nlw hjma lmavb-rs lvia "
    "ap-bialystok ap-gdansk ap-wroclaw zih aprf avp-rf garf rgani rgaspi rgia rgva tsamo da-lviv da-volyn "
    "da-zakarpattia hda-sbu tsdaho tsdavo tsdiak tsdial pda-uz tsga-ruz".split()
)
"""Archives whose short name is another one in another language: AGR in French, ARA in Dutch."""


def test_an_archive_has_another_short_name_in_another_language_only_where_it_is_called_so() -> None:
    """The first code of a language is the one that is written in it, so that a rare or old one must not stand alone."""
    preferred = {archive.id: [codes[0] for codes in archive.codes.values()] for archive in tables.archives().values()}
    several = {ident for ident, codes in preferred.items() if len({c for c in codes if c[0] < "\u0370"}) > 1}
    assert several == IN_OTHER_LANGUAGES


def test_a_former_name_is_none_of_todays() -> None:
    for archive in tables.archives().values():
        todays = {name.casefold() for name in (*archive.names.values(), *archive.aliases)}
        codes = {code for some in archive.codes.values() for code in some}
        for former in archive.former:
            assert former.name.casefold() not in todays, archive.id
            assert codes.isdisjoint(former.codes), archive.id


def test_a_code_shared_by_two_archives_is_reported_as_ambiguous() -> None:
    from provcheck.archives import find

    holders: dict[str, set[str]] = defaultdict(set)
    for archive in tables.archives().values():
        for code in (c for codes in archive.codes.values() for c in codes):
            holders[code].add(archive.id)
    for code, ids in holders.items():
        if len(ids) > 1:
            match = find(code)
            assert match.status == "ambiguous", code
            assert {candidate.id for candidate in match.candidates} >= ids


def test_every_keeper_is_an_archive() -> None:
    keepers = {archive.keeper for archive in tables.archives().values()} - {""}
    assert keepers and keepers <= tables.archives().keys()


def test_habits_of_a_convention_name_what_there_is() -> None:
    known = {*(level.name for level in tables.common().levels)}
    for convention in tables.conventions().values():
        own = known | {level.name for level in convention.levels}
        named = {convention.last_title, convention.maps, *convention.own_titles} - {""}
        assert named <= own, convention.id
        assert not convention.unlisted or convention.unlisted in tables.conventions(), convention.id
        assert not convention.of_persons or convention.of_persons in tables.archives(), convention.id


FILES = sorted(path for folder in SCHEMAS for path in (DATA / folder).glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_tables_follow_their_schema(path: Path) -> None:
    schema = tables.schema(SCHEMAS[path.parent.name])
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    errors = [
        f"{list(e.absolute_path)}: {e.message}" for e in jsonschema.Draft202012Validator(schema).iter_errors(data)
    ]
    assert errors == []


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("archives:\n- {id: ro, city: A, former: [{name: B, from: 1904}]}", "archives › ro › former › 0 › from: "),
        ("archives:\n- {id: ro", "xx.yaml"),
    ],
)
def test_a_slip_in_a_table_is_told_by_file_and_entry(tmp_path: Path, table: str, told: str) -> None:
    (tmp_path / "towns.yaml").write_text("{}", encoding="utf-8")
    path = tmp_path / "archives/xx.yaml"
    path.parent.mkdir()
    path.write_text(f"country: XX\n{table}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=told) as raised:
        compile_tables(tmp_path)
    assert str(path) in str(raised.value)


def test_files_are_named_after_what_they_hold() -> None:
    for path in (DATA / "conventions").glob("*.yaml"):
        assert yaml.safe_load(path.read_text(encoding="utf-8"))["id"] == path.stem


@pytest.mark.parametrize("name", tables.kinds())
def test_a_kind_matches_its_example(name: str) -> None:
    before, value, behind = tables.kinds()[name]["like"]
    match = kind(name).shape.match(before + value + behind, len(before))
    assert match is not None
    assert match.end() == len(before + value)


def test_kinds_stand_in_order() -> None:
    for path in (DATA / "kinds").glob("*.yaml"):
        names = [*yaml.safe_load(path.read_text(encoding="utf-8"))["kinds"]]
        assert names == sorted(names), path.name


def test_every_trait_of_a_kind_is_explained_and_asked_for() -> None:
    fields = tables.schema("kind")["$defs"]["kind"]["properties"]
    traits = {one["const"].replace("-", "_") for one in fields["is"]["items"]["oneOf"]}
    assert {*Kind.__slots__} - {"shape", "after", "not_after", "again_after"} == traits
    asked = "".join(path.read_text(encoding="utf-8") for path in (tables.PACKAGE / "archives").rglob("*.py"))
    assert {trait for trait in traits if f".{trait}" not in asked} == set()


def test_conventions_use_kinds_that_are_there() -> None:
    used = {level.kind for convention in tables.conventions().values() for level in convention.levels}
    used |= {level.kind for level in tables.common().levels}
    used |= {level.below for convention in tables.conventions().values() for level in convention.levels if level.below}
    assert used <= set(tables.kinds())
    asked = "".join(path.read_text(encoding="utf-8") for path in (tables.PACKAGE / "archives").rglob("*.py"))
    used.update(re.findall(r'kind\("(\w+)"\)', asked))
    assert set(tables.kinds()) - used == set(), "kinds that nothing uses"


def test_a_list_of_words_has_each_once() -> None:
    tabled = [*tables.wording().items(), *tables.names().items(), *tables.names()["given"].items()]
    lists = [(name, words) for name, words in tabled if isinstance(words, list)]
    assert [(name, word) for name, words in lists for word in words if words.count(word) > 1] == []


def test_every_list_of_words_is_asked_for() -> None:
    asked = "".join(path.read_text(encoding="utf-8") for path in tables.PACKAGE.rglob("*.py"))
    listed = (*tables.wording(), *tables.names())
    assert {name for name in listed if f'"{name}"' not in asked and f"{{{name}}}" not in asked} == set()


def test_patterns_name_lists_that_are_there() -> None:
    modules = [import_module(found.name) for found in walk_packages(archives.__path__, "provcheck.archives.")]
    lazy = {id(value): value for module in modules for value in vars(module).values() if isinstance(value, type(GAP))}
    assert len(lazy) > 300
    left = [
        one.pattern
        for one in lazy.values()
        if re.search(r"(?<!\\)\{[a-z_(]", re.compile(one.pattern, one.flags).pattern)
    ]
    assert left == []


@pytest.mark.parametrize("path", sorted((DATA / "concordances").glob("*.csv")), ids=lambda path: path.name)
def test_concordances_follow_their_schema(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert rows
    for row in rows:
        jsonschema.validate(row, tables.schema("concordance"))
    levels = {level.name for convention in tables.conventions().values() for level in convention.levels}
    assert {name for row in rows for name in row["same"].split()} <= levels | {"folios"}


def rules_of(convention: Convention) -> tuple[LevelRule, ...]:
    return (*convention.levels, *([convention.folios] if convention.folios else []))


@pytest.mark.parametrize("name", [c.id for c in tables.conventions().values() if c.engine == "labelled"])
def test_every_word_that_is_written_can_be_read(name: str) -> None:
    convention = tables.conventions()[name]
    in_russian = {word for rule in rules_of(tables.conventions()["russian"]) for word in rule.words}
    for rule in rules_of(convention):
        for language, form in rule.forms.items():
            words = {*rule.words, *(in_russian if language == "ru" else ())}  # what is all Russian is read as that
            for word in filter(None, (form.short, form.full, form.short_plural, form.full_plural)):
                written = word.rstrip(".").casefold()
                assert written in {known.casefold() for known in words}, f"{rule.name}: {word}"


@pytest.mark.parametrize("name", [c.id for c in tables.conventions().values() if c.engine == "coded"])
def test_no_word_that_is_written_means_another_level(name: str) -> None:
    means: dict[str, set[str]] = {}
    for rule in tables.conventions()[name].levels:
        for known in rule.words:
            means.setdefault(known.casefold(), set()).add(rule.name)
    for rule in tables.conventions()[name].levels:
        for form in rule.forms.values():
            for word in filter(None, (form.short, form.full, form.short_plural, form.full_plural)):
                written = word.rstrip(".").casefold()
                assert rule.name in means.get(written, {rule.name}), f"{rule.name}: {word}"


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.yaml")), ids=lambda path: path.relative_to(DATA).as_posix())
def test_no_key_stands_twice(path: Path) -> None:
    """PyYAML takes the last of two, and what the first says is lost without a word."""
    nodes = [yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)]
    while nodes:
        node = nodes.pop()
        if isinstance(node, yaml.MappingNode):
            keys = [key.value for key, _ in node.value]
            assert len(keys) == len({*keys}), (node.start_mark.line, keys)
            nodes += [value for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            nodes += node.value
