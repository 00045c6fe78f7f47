"""What can be wrong with a style or a locale file."""

from __future__ import annotations


class CslError(ValueError):
    """A style or locale that cannot be used; `line` is its place in the XML, where there is one."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(f"line {line}: {message}" if line else message)
        self.message = message
        self.line = line
