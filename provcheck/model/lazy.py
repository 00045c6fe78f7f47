"""`pattern`: a regular expression that is compiled when it is first used.

A run looks at few records and few fields; compiling every pattern of the house at every start would cost a commit hook
more than all checking.
"""

from __future__ import annotations

import re
from typing import cast


class _Lazy:
    """Stands in for a compiled pattern until something is asked of it."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern, self._flags = source, flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(self.pattern, self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(compiled, method))  # from now on without a detour
        return getattr(compiled, name)


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return the regular expression *source*, to be compiled when first used."""
    return cast("re.Pattern[str]", _Lazy(source, flags))
