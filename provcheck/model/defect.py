"""A defect of ours in words: what failed, and where, for whoever mends it."""

from __future__ import annotations


def described(error: Exception) -> str:
    """Return what *error* is: ``KeyError: 'fond'``."""
    return f"{type(error).__name__}: {error}"


def raised(error: Exception) -> str:
    """Return the innermost place of ours that *error* went through: a module and its line."""
    steps = []
    step = error.__traceback__
    while step is not None:
        steps.append((str(step.tb_frame.f_globals.get("__name__")), step.tb_lineno))
        step = step.tb_next
    ours = [one for one in steps if one[0].startswith("provcheck.")]
    module, line = (ours or steps)[-1]
    return f"{module}, line {line}"
