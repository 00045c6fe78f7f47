"""The official CSL suite, as a ratchet: what passes must go on passing, and what newly passes must be listed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from csl_suite import SUITE, fixtures, run, same

from provcheck.csl.kinds import Questions

LIST = Path(__file__).parent / "passing.txt"
PASSING = frozenset(LIST.read_text(encoding="utf-8").split())

if not fixtures():
    pytest.skip(f"the CSL suite is not at {SUITE}: nothing is known of our processor", allow_module_level=True)


def passes(name: str) -> bool:
    fixture = fixtures()[name]
    return same(run(fixture), fixture.sections["RESULT"])


@pytest.mark.parametrize("name", sorted(PASSING))
def test_what_passed_passes(name: str) -> None:
    fixture = fixtures()[name]
    assert run(fixture).strip() == fixture.sections["RESULT"].strip() or passes(name)


def test_open_rules_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Kinds of few items share rules that settle nothing beforehand: what is printed is the same."""
    monkeypatch.setattr(Questions, "rules", lambda self, kinds: {kind: self.opened(kind) for kind in kinds})
    lost = [name for name in sorted(PASSING) if not passes(name)]
    assert not lost


def test_what_newly_passes_is_listed() -> None:
    new = [name for name in fixtures() if name not in PASSING and passes(name)]
    assert not new, f"add to {LIST.name}: {' '.join(new)}"


def test_what_does_not_pass_is_explained() -> None:
    page = (Path(__file__).parent.parent.parent / "docs" / "csl.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"^\| (\w+_\S+) \| \S", page, re.MULTILINE))
    assert explained == fixtures().keys() - PASSING
