"""Names of rules, and patterns of them such as ``date-*``, in settings and on the command line."""

from __future__ import annotations

from collections.abc import Collection
from fnmatch import fnmatchcase


def named(rule: str, patterns: Collection[str]) -> bool:
    """Tell whether *patterns* name *rule*."""
    return any(fnmatchcase(rule, pattern) for pattern in patterns)


def is_pattern(name: str) -> bool:
    """Tell whether *name* may stand for several rules."""
    return bool(set(name) & set("*?["))


def meant(name: str, known: Collection[str]) -> str | None:
    """Return what was probably meant by *name*, which fits none of the *known* rules.

    >>> meant("label_numbr", ["label-number"]), meant("dat_*", ["date-order"]), meant("typo-*", ["date-order"])
    ('label-number', 'date-*', None)
    """
    from provcheck.schema import meant_key  # only here: most names are right

    plain = name.replace("_", "-")
    if not is_pattern(name):
        return meant_key(plain, known)
    if any(named(rule, (plain,)) for rule in known):
        return plain
    return meant_key(plain, {f"{rule.partition('-')[0]}-*" for rule in known})
