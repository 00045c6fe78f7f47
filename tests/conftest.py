"""What tests of several rooms share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# How long one example takes says more of the machine than of the code: the first one reads the tables.
# `make test` says the same of the same code each time; `make fuzz` tries other examples at each run, and many more.
settings.register_profile("provcheck", deadline=None, derandomize=True)
settings.register_profile("fuzz", deadline=None, max_examples=2000, print_blob=True)


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("fuzz" if config.getoption("--fuzz") else "provcheck")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the golden outputs anew instead of comparing")
    parser.addoption("--fuzz", action="store_true", help="try 2,000 examples of each property, others at each run")
    parser.addoption("--all-styles", action="store_true", help="render with every public style, not with a sample")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the file of that name in the folder ``golden`` beside the test; ``--golden`` writes it."""

    def compare(name: str, text: str) -> None:
        path = Path(request.path).parent / "golden" / name
        if request.config.getoption("--golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.exists(), f"{path} is missing: run pytest --golden, then read it"
        assert text == path.read_text(encoding="utf-8"), f"differs from {path}; pytest --golden writes it anew"

    return compare
