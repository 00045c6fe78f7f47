"""`pattern`: a regular expression that is compiled when it is first used.

A run looks at few records and few fields; compiling every pattern of the house at every start would cost a commit hook
more than all checking.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import cast


class _Method:
    """A method of the pattern, which is compiled when the first is asked for; from then on without a detour."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, lazy: _Lazy, owner: type) -> object:
        method = getattr(re.compile(lazy.pattern, lazy.flags), self._name)
        setattr(lazy, self._name, method)
        return method


class _Lazy:
    """Stands in for a compiled pattern until something is asked of it."""

    search, match, fullmatch, finditer, findall, sub, split = (_Method() for _ in range(7))

    def __init__(self, source: str | Callable[[], str], flags: int) -> None:
        self._source, self.flags = source, flags

    @cached_property
    def pattern(self) -> str:
        return self._source if isinstance(self._source, str) else self._source()


def pattern(source: str | Callable[[], str], flags: int = 0) -> re.Pattern[str]:
    """Return the regular expression *source*, to be compiled, and made where it is a function, when first used."""
    return cast("re.Pattern[str]", _Lazy(source, flags))
