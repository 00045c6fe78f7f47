"""`kept`: a function of one argument whose answers are kept, by far cheaper to ask again than `functools.lru_cache`.

A line has many words, each asked the same few questions as the words before it. The answers stand in a dictionary that
works out what it lacks, and its own look-up is the function: no call of Python's, no list of what was used last. When
it has grown too long it forgets everything, for texts that never repeat a word must not fill the memory.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

_K = TypeVar("_K")
_V = TypeVar("_V")

MOST = 1 << 15
"""How many answers are kept."""


class _Answers(dict[Any, Any]):
    """What a function answered."""

    def __init__(self, work: Callable[[Any], Any]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, asked: Any) -> Any:
        if len(self) >= MOST:
            self.clear()
        answer = self[asked] = self._work(asked)
        return answer


def kept(work: Callable[[_K], _V]) -> Callable[[_K], _V]:
    """Return the function *work*, which must always answer the same, with its answers kept.

    >>> kept(str.lower)("RGASPI")
    'rgaspi'
    """
    return _Answers(work).__getitem__
