"""Path patterns as people know them from ``.gitignore``, matched in time that no pattern can blow up.

Written here because a library for it would be a dependency of a start-up that is counted in milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from functools import lru_cache
from unicodedata import normalize


def matches(path: str, patterns: Iterable[str]) -> bool:
    """Tell whether *path*, with forward slashes and relative to the folder of the patterns, matches one of them.

    ``*`` and ``?`` stay within a name, ``**`` crosses folders, ``[abc]`` is one of these letters, ``[!abc]`` another.
    A pattern without a slash inside matches in any folder, one with a slash (or a leading one) from the top. What
    matches a folder matches all that is in it; a slash at the end says that only a folder is meant.

    >>> matches("records/1950/a.yaml", ["records/**/*.yaml"])
    True
    >>> matches("records/drafts/a.yaml", ["drafts/"])
    True
    >>> matches("records/a.yaml", ["/a.yaml", "*.json"])
    False
    """
    names = [name for name in normalize("NFC", path).split("/") if name not in ("", ".")]
    return any(_matches(names, pattern) for pattern in patterns)


def _matches(names: Sequence[str], pattern: str) -> bool:
    steps = _steps(pattern)
    longest = len(names) - 1 if pattern.endswith("/") else len(names)
    return bool(steps) and any(_fit(names[:end], steps) for end in range(1, longest + 1))


@lru_cache(maxsize=512)
def _steps(pattern: str) -> tuple[str, ...]:
    body = normalize("NFC", pattern).removeprefix("./").rstrip("/")  # ü may be one letter or two, here or on disk
    steps = [step for step in body.split("/") if step]
    if "/" not in body and steps:
        steps.insert(0, "**")
    if steps and steps[-1] == "**":  # everything below, which one name says as well
        steps[-1] = "*"
    return tuple(steps)


def _fit(names: Sequence[str], steps: Sequence[str]) -> bool:
    """Tell whether *steps* match all of *names*. After a miss only the last ``**`` has to be tried anew."""
    at = step = 0
    stars, after = -1, 0
    while at < len(names):
        if step < len(steps) and steps[step] == "**":
            stars, after = step, at
            step += 1
        elif step < len(steps) and fnmatchcase(names[at], steps[step]):
            at += 1
            step += 1
        elif stars >= 0:
            after += 1
            at, step = after, stars + 1
        else:
            return False
    return all(left == "**" for left in steps[step:])
