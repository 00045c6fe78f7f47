"""The examples in docstrings are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import provcheck.cite


@pytest.mark.parametrize("name", [m.name for m in pkgutil.iter_modules(provcheck.cite.__path__, "provcheck.cite.")])
def test_docstrings(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
