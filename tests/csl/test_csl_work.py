"""The work of a run grows with the number of items, and no faster: counted in calls, which no busy machine changes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from csl_styles import HEAD

from provcheck.csl import HTML, Citation, Cite, Compiled, compile_style, locale_file, parse_style, process
from provcheck.csl.item import Item
from provcheck.csl.kinds import Questions

BODY = """
<macro name="author"><names variable="author">
  <name form="{form}" initialize-with="." et-al-min="3" et-al-use-first="1"/>
  <substitute><text variable="title"/></substitute>
</names></macro>
<macro name="cite"><group delimiter=", ">
  <text macro="author"/><date variable="issued"><date-part name="year"/></date>
  <choose><if disambiguate="true"><text variable="title"/></if></choose>
</group></macro>
<citation {options}>
  <sort><key macro="author"/></sort>
  <layout delimiter="; "><text macro="cite"/></layout>
</citation>
<bibliography subsequent-author-substitute="—">
  <sort><key macro="author"/><key variable="issued" sort="descending"/></sort>
  <layout suffix="."><text macro="cite"/><text variable="title" quotes="true" prefix=". "/></layout>
</bibliography></style>
"""
ALL = " ".join(f'disambiguate-add-{what}="true"' for what in ("names", "givenname", "year-suffix"))
RULES = ["by-cite", "all-names", "all-names-with-initials", "primary-name", "primary-name-with-initials"]


def compiled(options: str, form: str = "short") -> Compiled:
    head = HEAD.format(kind="in-text", options="")
    return compile_style(parse_style((head + BODY.format(form=form, options=options)).encode()), locale_file)


def document(n: int, *authors: tuple[str, str], year: int = 1950) -> dict[str, Any]:
    return {
        "id": str(n),
        "type": "manuscript",
        "title": f"Report {n}",
        "author": [{"given": given, "family": family} for given, family in authors],
        "issued": {"date-parts": [[year]]},
    }


def _letters(n: int) -> str:
    return f"{chr(65 + n % 26)}{'abcdefgh'[n // 26 % 8]}{'ijklmnop'[n // 208 % 8]}"


ARCHIVES: dict[str, Callable[[int], dict[str, Any]]] = {
    "a few authors and years": lambda n: document(n, (_letters(n % 7), "Ivanov"), year=1950 + n % 5),
    "one author, one year": lambda n: document(n, ("Anna", "Ivanova")),
    "one family name": lambda n: document(n, (_letters(n), "Ivanov")),
    "other authors hidden": lambda n: document(n, ("Anna", "Ivanova"), ("B", "Orlov"), ("C", "Karlov" + _letters(n))),
    "no authors": lambda n: document(n),
}


def calls(run: Callable[[], object]) -> int:
    count = 0

    def on_event(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    run()  # what is made once does not count
    sys.setprofile(on_event)
    try:
        run()
    finally:
        sys.setprofile(None)
    return count


def written(style: Compiled, items: Sequence[dict[str, Any]], citations: Sequence[Citation] = ()) -> list[str]:
    result = process(style, items, citations)
    return [HTML.write(tokens) for tokens in (*result.citations, *(entry.tokens for entry in result.bibliography))]


@pytest.mark.parametrize("archive", ARCHIVES)
@pytest.mark.parametrize("rule", RULES)
def test_work_grows_with_the_number_of_items(archive: str, rule: str) -> None:
    style = compiled(f'{ALL} givenname-disambiguation-rule="{rule}"')
    few, many = ([ARCHIVES[archive](n) for n in range(count)] for count in (70, 280))
    assert len(set(written(style, many))) == 280
    assert calls(lambda: written(style, many)) < 5 * calls(lambda: written(style, few))


@pytest.mark.parametrize(
    "options", ["", 'collapse="year"', 'collapse="year-suffix-ranged"', 'cite-group-delimiter=", "']
)
@pytest.mark.parametrize("together", [True, False])
def test_work_grows_with_the_number_of_cites(options: str, together: bool) -> None:
    style = compiled(f"{options} {ALL}")

    def run(count: int) -> Callable[[], object]:
        items = [ARCHIVES["a few authors and years"](n) for n in range(count)]
        cites = tuple(Cite(item["id"], locator=str(n)) for n, item in enumerate(items))
        citations = [Citation(cites, 1)] if together else [Citation((cite,), 1) for cite in cites]
        return lambda: written(style, items, citations)

    assert calls(run(280)) < 5 * calls(run(70))


def test_a_style_is_compiled_once_for_items_of_a_kind() -> None:
    style = compiled("")
    first = calls(lambda: process(compiled(""), [document(0, ("Anna", "Ivanova"))]))
    again = calls(lambda: process(style, [document(1, ("Boris", "Orlov"))]))
    assert again < first / 3


def test_a_citation_costs_the_same_however_many_stand_in_its_note() -> None:
    style = compiled("")
    items = [document(n, ("Anna", "Ivanova")) for n in range(3)]

    def run(count: int) -> Callable[[], object]:
        citations = [Citation((Cite(str(n % 3)),), 1) for n in range(count)]
        return lambda: written(style, items, citations)

    assert calls(run(800)) < 5 * calls(run(200))


def test_kinds_of_few_items_share_rules() -> None:
    items = [Item({"id": str(n), **{f"x{k}": "x" for k in range(7) if n >> k & 1}}) for n in range(128)]
    questions = Questions(types=True, variables=frozenset(f"x{k}" for k in range(7)), uncertain=frozenset())
    found = questions.kinds([*items, *(Item({"id": f"more {n}", "type": "letter"}) for n in range(9))])
    rules = questions.rules(found.values())
    assert len(rules) == 129
    assert len(set(rules.values())) < 20
    assert rules[found["more 1"]] == found["more 1"]
