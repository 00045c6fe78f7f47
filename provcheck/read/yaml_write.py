"""Plain values → YAML, in the house's layout and so that every reader takes text for text."""

from __future__ import annotations

from provcheck.model.document import Value
from provcheck.model.lazy import pattern
from provcheck.read.encoding import unseen
from provcheck.read.scalars import misread

WIDTH = 120
"""Longer flow collections are written in block layout, one value a line."""

SHORT = 60
"""A mapping inside a mapping is written in braces up to this length."""

UNSAFE_START = frozenset("-?:,[]{}#&*!|>'\"%@` \t")
PRINTABLE = pattern(
    "[\\t\\x20-\\x7e\\xa0-\\u2027\\u202a-\\ud7ff\\ue000-\\ufefe\\uff00-\\ufffd\\U00010000-\\U0010ffff]*"
)
"""What may stand in YAML without an escape and without ending the line."""

NAMED_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\x85": "\\N"}


def plain_is_safe(text: str, flow: bool) -> bool:
    """Tell whether every reader takes *text* without quotes for just this text."""
    return bool(
        text
        and text[0] not in UNSAFE_START
        and text[-1] not in " \t:"
        and PRINTABLE.fullmatch(text)
        and ": " not in text
        and ":\t" not in text
        and " #" not in text
        and "\t" not in text
        and not text.startswith("...")
        and not (flow and any(sign in text for sign in ",[]{}:"))
        and misread(text) is None
    )


def scalar(text: str, *, flow: bool, style: str = "") -> str:
    """Return *text* as a YAML scalar on one line; *style* is the kind of quotes that stood there before.

    >>> scalar("APRF", flow=True), scalar("0102", flow=True), scalar('the "Doctors\\' Plot"', flow=False)
    ('APRF', '"0102"', 'the "Doctors\\' Plot"')
    """
    if style not in ("'", '"') and plain_is_safe(text, flow):
        return text
    if PRINTABLE.fullmatch(text) and (style == "'" or (style != '"' and ('"' in text or "\\" in text))):
        return "'" + text.replace("'", "''") + "'"
    hidden = set(unseen(text))  # seen as an escape alone
    return '"' + "".join(_escaped(char, hidden=at in hidden) for at, char in enumerate(text)) + '"'


def _escaped(char: str, *, hidden: bool) -> str:
    if char in NAMED_ESCAPES:
        return NAMED_ESCAPES[char]
    if PRINTABLE.fullmatch(char) and not hidden:
        return char
    code = ord(char)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def flow(value: Value) -> str:
    """Return *value* on one line.

    >>> flow({"archive": "APRF", "fond": "45", "via": ["a", "b"]})
    '{archive: APRF, fond: 45, via: [a, b]}'
    """
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(key, flow=True)}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    if isinstance(value, str):
        return scalar(value, flow=True)
    return "null" if value is None else str(value).lower()


def after_key(value: Value, indent: int, newline: str) -> str:
    """Return what follows the colon of a block mapping's key that stands *indent* blanks from the margin."""
    margin = newline + " " * (indent + 2)
    if isinstance(value, str):
        if "\n" in value and literal_is_safe(value):
            return " " + literal(value, indent + 2, newline)
        return " " + scalar(value, flow=False)
    if isinstance(value, list) and value and not _fits_list(value, indent):
        return "".join(f"{margin}- {after_dash(item, indent + 2, newline)}" for item in value)
    if isinstance(value, dict) and value and not _fits_mapping(value):
        return "".join(
            f"{margin}{scalar(key, flow=False)}:{after_key(item, indent + 2, newline)}" for key, item in value.items()
        )
    return " " + flow(value)


def after_dash(value: Value, indent: int, newline: str) -> str:
    """Return what follows the dash of a list item; the dash stands *indent* blanks from the margin."""
    if isinstance(value, str):
        if "\n" in value and literal_is_safe(value):
            return literal(value, indent + 2, newline)
        return scalar(value, flow=False)
    line = flow(value)
    if not isinstance(value, dict) or not value or ("\n" not in line and indent + 2 + len(line) <= WIDTH):
        return line
    margin = newline + " " * (indent + 2)
    pairs = (f"{scalar(key, flow=False)}:{after_key(item, indent + 2, newline)}" for key, item in value.items())
    return margin.join(pairs)


def _fits_list(value: list[Value], indent: int) -> bool:
    scalars = all(not isinstance(item, (list, dict)) for item in value)
    return scalars and indent + len(flow(value)) <= WIDTH - 20


def _fits_mapping(value: dict[str, Value]) -> bool:
    scalars = all(not isinstance(item, (list, dict)) for item in value.values())
    return scalars and len(flow(value)) <= SHORT


def literal_is_safe(text: str) -> bool:
    """Tell whether *text* can be written as a literal block (``|``) without escapes or indentation signs."""
    lines = text.split("\n")
    if text.endswith("\n\n") or not lines[0] or "\r" in text:
        return False
    return lines[0][0] not in " \t" and all(PRINTABLE.fullmatch(line) and not line.isspace() for line in lines)


def literal(text: str, indent: int, newline: str) -> str:
    """Return *text* as a literal block whose lines stand *indent* blanks from the margin."""
    lines = text.removesuffix("\n").split("\n")
    sign = "|" if text.endswith("\n") else "|-"
    return sign + "".join(f"{newline}{' ' * indent}{line}" if line else newline for line in lines)
