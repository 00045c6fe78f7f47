"""What is wrong: first as a value with a pointer (`Problem`), in the end with file, line and severity (`Finding`)."""

from __future__ import annotations

from typing import Literal

from provcheck.model.document import Edit, Place, Pointer, Value
from provcheck.model.noun import noun

Severity = Literal["error", "warning", "hint"]


@noun
class Change:
    """Let *value* stand at *pointer*. The last key may be absent: then it is added to its mapping."""

    pointer: Pointer
    value: Value


@noun
class Fix:
    """Changes that mend a problem together, and what they do in words: ``write "RGASPI"``."""

    message: str
    changes: tuple[Change, ...]
    safe: bool = True
    """True: the meaning of the record stays. False: a person should look first (``--unsafe-fixes``)."""


@noun
class Problem:
    """Something a rule sees. It knows no file, no line and no severity."""

    pointer: Pointer
    message: str
    within: tuple[int, int] | None = None
    """The characters of the scalar at *pointer* that it is about; None for all of it."""
    fix: Fix | None = None
    on_key: bool = False
    """It is about the key that the pointer ends in, not about the value."""
    rule: str = ""
    """Only the schema fills this in, which reports under one id per kind; a rule's problems get the rule's id."""
    help: str = ""
    """What to do about it, where the message does not say so already."""
    names: str = ""
    """The other file that the message names: its path goes by where provcheck is called, no fingerprint does."""


@noun
class Finding:
    """A problem at its place, ready to be reported."""

    rule: str
    severity: Severity
    message: str
    path: str
    place: Place
    pointer: Pointer = ()
    record: str = ""
    """The record's id, where it has one."""
    help: str = ""
    fix: str = ""
    """What the fix would do, in words; ``""`` without one."""
    fix_safe: bool = False
    edits: tuple[Edit, ...] = ()
    """The fix in the document's text."""
    entry: int = 0
    """Which of the document's entries it is about …"""
    changes: tuple[Change, ...] = ()
    """… and what the fix is meant to make of it: `provcheck.fix` reads the new text and holds it against these."""
    fingerprint: str = ""
    """The same for the same finding when lines above it move; baselines and code hosts compare by it."""
