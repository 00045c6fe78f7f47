"""Reads the fixtures of the CSL suite, which stay outside the project, and runs them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from provcheck.csl import (
    SUITE_HTML,
    Citation,
    Cite,
    compile_style,
    locale_file,
    parse_style,
    process,
    read_cite,
    with_note_fields,
)

SUITE = Path(__file__).parent.parent.parent.parent / "shared" / "csl-suite"
_SECTION = re.compile(r">>=+ ?([A-Z-]+) ?=+>>\n?(.*?)\n?<<=+ ?\1 ?=+<<", re.DOTALL)


@dataclass(frozen=True)
class Fixture:
    """One test of the suite."""

    name: str
    sections: dict[str, str]

    def json(self, section: str) -> Any:
        text = self.sections.get(section)
        return json.loads(text) if text else None


@cache
def fixtures() -> dict[str, Fixture]:
    """Return the fixtures by name; none where the suite is not there."""
    out = {}
    for path in sorted(SUITE.glob("*.txt")):
        text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
        out[path.stem] = Fixture(path.stem, {m[1]: m[2] for m in _SECTION.finditer(text)})
    return out


def run(fixture: Fixture) -> str:
    """Return what our processor prints for *fixture*, in the suite's notation."""
    mode = fixture.sections["MODE"].strip()
    compiled = compile_style(parse_style(fixture.sections["CSL"].strip().encode()), locale_file)
    references = [with_note_fields(item) for item in fixture.json("INPUT")]
    if mode.startswith("bibliography"):
        clusters = _replayed(fixture)[-1] if "CITATIONS" in fixture.sections else []
        result = process(compiled, references, [c for _, c in clusters], uncited=not clusters)
        entries = "".join(
            f'  <div class="csl-entry">{SUITE_HTML.write(e.tokens) or f"{n}. {_NOTHING}"}</div>\n'
            for n, e in enumerate(result.bibliography, 1)
        )
        return f'<div class="csl-bib-body">\n{entries}</div>'
    if "CITATIONS" in fixture.sections:
        return _document(
            compiled, references, _replayed(fixture), str(fixture.json("CITATIONS")[-1][0].get("citationID"))
        )
    listed = fixture.json("CITATION-ITEMS") or [
        # The suite's runner cites what it has registered: in the order of the bibliography, if that has one.
        [{"id": entry.item} for entry in process(compiled, references).bibliography]
        or [{"id": id_} for id_ in dict.fromkeys(item.get("id", "") for item in references)]
    ]
    # As with citeproc-js's makeCitationCluster, a cite that says nothing of its position is a first one.
    clusters = [Citation(tuple(read_cite({"position": 0, **data}) for data in each)) for each in listed]
    result = process(compiled, references, clusters)
    return "\n".join(SUITE_HTML.write(tokens) or _NOTHING for tokens in result.citations)


_NOTHING = "[CSL STYLE ERROR: reference with no printed form.]"


def _replayed(fixture: Fixture) -> list[list[tuple[str, Citation]]]:
    """Return the document after each edit: its citations with their ids, in the order of their places."""
    known: dict[str, tuple[Cite, ...]] = {}
    states = []
    for n, (data, before, after) in enumerate(fixture.json("CITATIONS")):
        id_ = data.get("citationID") or f"anonymous-{n}"
        known[id_] = tuple(read_cite({k: v for k, v in c.items() if k != "position"}) for c in data["citationItems"])
        places = [*before, [id_, data.get("properties", {}).get("noteIndex", 0)], *after]
        states.append([(name, Citation(known[name], note)) for name, note in places if name in known])
    return states


def _document(compiled: Any, references: Any, states: list[list[tuple[str, Citation]]], edited: str) -> str:
    """Print the last state, each citation marked by whether the last edit changed it."""
    texts: list[dict[str, str]] = []
    for state in states[-2:]:
        result = process(compiled, references, [c for _, c in state], uncited=False)
        written = [SUITE_HTML.write(tokens) or _NOTHING for tokens in result.citations]
        texts.append({id_: text for (id_, _), text in zip(state, written, strict=True)})
    last, before = texts[-1], texts[0] if len(texts) > 1 else {}
    before.pop(edited, None)
    return "\n".join(
        f"{'..' if before.get(id_) == text else '>>'}[{n}] {text}" for n, (id_, text) in enumerate(last.items())
    )


def same(ours: str, theirs: str) -> bool:
    """Whether two results are the same text; space between the tags of a bibliography says nothing."""
    return _normal(ours) == _normal(theirs)


def _normal(text: str) -> str:
    text = text.strip()
    return re.sub(r"\s*\n\s*", "", text) if "csl-bib-body" in text else text


__all__ = ["SUITE", "fixtures", "run", "same"]
