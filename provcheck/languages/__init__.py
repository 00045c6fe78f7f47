"""Languages as records name them (BCP 47), and the scripts they are written in. Pure."""

from provcheck.languages.scripts import dominant, script_of, scripts
from provcheck.languages.tags import (
    COUNTRIES,
    DEPRECATED,
    Country,
    NotTag,
    by_name,
    name,
    primary,
    valid,
    why_not,
    written_in,
)

__all__ = [
    "COUNTRIES",
    "DEPRECATED",
    "Country",
    "NotTag",
    "by_name",
    "dominant",
    "name",
    "primary",
    "script_of",
    "scripts",
    "valid",
    "why_not",
    "written_in",
]
