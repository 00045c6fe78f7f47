"""Field text on its way into a processor: nothing in it may be taken for markup, or for the marks we look for after."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from provcheck.model.lazy import pattern

_MARKS = pattern("[\ufdd0-\ufdef]+")


def guarded(item: Mapping[str, Any], less: str, link: str, unlink: str) -> dict[str, Any]:
    """Return a copy of *item* whose texts hold no noncharacter of ours and *less* for every ``<``.

    The noncharacters U+FDD0 to U+FDEF never stand in text (Unicode 23.7), which makes them fit for marks. The address
    is put between *link* and *unlink*, so that it can be found in what the processor gives.
    """

    def guard(value: Any) -> Any:
        if isinstance(value, str):
            return (value if value.isascii() else _MARKS.sub("", value)).replace("<", less)
        if isinstance(value, dict):
            return {key: guard(inner) for key, inner in value.items()}
        if isinstance(value, list | tuple):
            return [guard(inner) for inner in value]
        return value

    copy = {key: guard(value) for key, value in item.items()}
    if copy.get("URL"):
        copy["URL"] = f"{link}{copy['URL']}{unlink}"
    return copy
