"""Path patterns as people know them from ``.gitignore``.

Written here because a library for it would be a dependency of a start-up that is counted in milliseconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache


def matches(path: str, patterns: Iterable[str]) -> bool:
    """Tell whether *path*, with forward slashes and relative to the folder of the patterns, matches one of them.

    ``*`` and ``?`` stay within a name, ``**`` crosses folders, ``[abc]`` is one of these letters. A pattern without a
    slash inside matches in any folder, one with a slash (or a leading one) from the top. What matches a folder matches
    all that is in it; a slash at the end says that only a folder is meant.

    >>> matches("records/1950/a.yaml", ["records/**/*.yaml"])
    True
    >>> matches("records/drafts/a.yaml", ["drafts/"])
    True
    >>> matches("records/a.yaml", ["/a.yaml", "*.json"])
    False
    """
    return any(_compiled(pattern).match(path) is not None for pattern in patterns)


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    folder_only = pattern.endswith("/")
    body = pattern.rstrip("/").removeprefix("./")
    if "/" not in body:
        body = f"**/{body}"
    steps = [step for step in body.split("/") if step]
    made = ""
    for index, step in enumerate(steps):
        last = index == len(steps) - 1
        if step == "**":
            made += ".+" if last else "(?:[^/]+/)*"
        else:
            made += _name(step) + ("" if last else "/")
    below = "/.+" if folder_only else "(?:/.+)?"
    return re.compile(rf"{made}{below}\Z", re.DOTALL) if steps else re.compile("(?!)")


def _name(step: str) -> str:
    """Return one name of a pattern as a regular expression; runs of stars are one, so that none can multiply."""
    made = ""
    at = 0
    while at < len(step):
        letter = step[at]
        at += 1
        if letter == "*":
            at = next((i for i in range(at, len(step)) if step[i] != "*"), len(step))
            made += "[^/]*"
        elif letter == "?":
            made += "[^/]"
        elif letter == "[" and (end := step.find("]", at + 2 if step[at : at + 1] in "!^" else at + 1)) > 0:
            inside = step[at:end]
            negated = inside[:1] in ("!", "^")
            letters = inside[1:] if negated else inside
            made += f"(?!/)[{'^' if negated else ''}{_letters(letters)}]"
            at = end + 1
        else:
            made += re.escape(letter)
    return made


def _letters(text: str) -> str:
    """Return the inside of a class of letters, ranges kept unless they run backwards."""
    escaped = ""
    at = 0
    while at < len(text):
        if text[at + 1 : at + 2] == "-" and at + 2 < len(text) and text[at] <= text[at + 2]:
            escaped += f"{re.escape(text[at])}-{re.escape(text[at + 2])}"
            at += 3
        else:
            escaped += re.escape(text[at])
            at += 1
    return escaped
