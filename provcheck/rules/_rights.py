"""Rights statements and licences: the twelve of RightsStatements.org, Creative Commons, and other licences by SPDX.

Sources: https://rightsstatements.org/page/1.0/, https://creativecommons.org/licenses/list, https://spdx.org/licenses/.
"""

from __future__ import annotations

import re

from provcheck.dates.tokens import words
from provcheck.model.lazy import pattern

STATEMENTS = {
    "InC": "in copyright", "InC-OW-EU": "in copyright, an orphan work of the EU",
    "InC-EDU": "in copyright, educational use permitted", "InC-NC": "in copyright, non-commercial use permitted",
    "InC-RUU": "in copyright, the holder cannot be found", "NoC-CR": "no copyright, bound by contract",
    "NoC-NC": "no copyright, non-commercial use only", "NoC-OKLR": "no copyright, other legal restrictions",
    "NoC-US": "no copyright in the United States", "CNE": "copyright not evaluated",
    "UND": "copyright undetermined", "NKC": "no known copyright",
}  # fmt: skip
"""The statements of RightsStatements.org by their short names."""

_KINDS = ("by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd")
_VERSIONS = ("1.0", "2.0", "2.1", "2.5", "3.0", "4.0")
_OTHERS = words("""
    CC0-1.0 CC-PDDC CC-PDM-1.0 PDDL-1.0 ODbL-1.0 ODC-By-1.0 DL-DE-BY-2.0 DL-DE-ZERO-2.0 etalab-2.0 OGL-UK-1.0 OGL-UK-2.0
    OGL-UK-3.0 OGL-Canada-2.0 GFDL-1.1-only GFDL-1.1-or-later GFDL-1.2-only GFDL-1.2-or-later GFDL-1.3-only
    GFDL-1.3-or-later NLOD-1.0 NLOD-2.0 IODL-2.0 FAL-1.3 CDLA-Permissive-1.0 CDLA-Permissive-2.0 CDLA-Sharing-1.0 MIT
    Apache-2.0 BSD-2-Clause BSD-3-Clause ISC GPL-2.0-only GPL-2.0-or-later GPL-3.0-only GPL-3.0-or-later LGPL-3.0-only
    LGPL-3.0-or-later AGPL-3.0-only AGPL-3.0-or-later MPL-2.0 EUPL-1.2 Unlicense 0BSD
""")
_SPDX = pattern(r"CC-(BY(?:-NC)?(?:-SA|-ND)?)-([1-4]\.[0-9])(-[A-Z]{2,3})?")
_STATEMENT = pattern(
    r"(?:https?://)?(?:www\.)?rightsstatements\.org/(?:vocab|page|data)/([A-Za-z-]+)/?(?:1\.0)?/?(?:[?#].*)?",
    re.IGNORECASE,
)
_CC = pattern(
    r"(?:https?://)?(?:www\.)?creativecommons\.org/(licen[sc]es|publicdomain)/([a-z-]+)/?([0-9]\.[0-9])?"
    r"(/[a-z]{2,3})?(?:/(?:deed|legalcode)[.a-z_-]*)?/?(?:[?#].*)?",
    re.IGNORECASE,
)
_WORDED = pattern(
    r"(?:cc|creative commons)((?:by|nc|sa|nd|attribution|non-?commercial|share-?alike|no-?deriv(?:ative)?s?|[ -])+)"
    r"(?:[ -]*v?([1-4](?:\.[0-9])?))?(?: (?:international|unported|generic))?(?: licen[cs]e)?",
    re.IGNORECASE,
)
_NAMES = {"attribution": "by", "noncommercial": "nc", "sharealike": "sa"}


def statement_uri(name: str) -> str:
    """Return the address by which RightsStatements.org wants a statement to be named."""
    return f"http://rightsstatements.org/vocab/{name}/1.0/"


def statement(text: str) -> str | None:
    """Return the short name of the statement that *text* names, by address or short name, in any case."""
    match = _STATEMENT.fullmatch(text.strip())
    name = (match[1] if match else text.strip()).casefold()
    return next((known for known in STATEMENTS if known.casefold() == name), None)


def licence(text: str) -> str | None:
    """Return the SPDX name of the licence that *text* names exactly, by SPDX name or Creative Commons address."""
    plain = text.strip()[:120]
    if plain in _OTHERS or plain.startswith("LicenseRef-"):
        return plain
    match = _SPDX.fullmatch(plain)
    if match:
        return plain if match[1].lower() in _KINDS and match[2] in _VERSIONS else None
    match = _CC.fullmatch(plain)
    if match is None or match[3] is None:
        return None
    kind, version, country = match[2].lower(), match[3], (match[4] or "").upper().replace("/", "-")
    if match[1].lower() == "publicdomain":
        return {"zero": "CC0-1.0", "mark": "CC-PDM-1.0"}.get(kind)
    return f"CC-{kind.upper()}-{version}{country}" if kind in _KINDS and version in _VERSIONS else None


def meant(text: str) -> str | None:
    """Return the SPDX name of the licence that *text* means in other words: ``CC BY 4.0``, ``cc-by-sa-4.0``."""
    plain = text.strip()[:120]
    known = next((name for name in _OTHERS if name.casefold() == plain.casefold()), None)
    if known or plain.casefold() in ("cc0", "cc 0", "cc-0"):
        return known or "CC0-1.0"
    match = _WORDED.fullmatch(plain)
    if match is None or match[2] is None:
        return None
    words = re.sub(r"no-?deriv(?:ative)?s?", "nd", match[1].lower().replace("non-", "non").replace("share-", "share"))
    parts = {_NAMES.get(word, word) for word in re.split(r"[ -]+", words) if word}
    kind = "-".join(part for part in ("by", "nc", "sa", "nd") if part in parts)
    version = match[2] if "." in match[2] else f"{match[2]}.0"
    return f"CC-{kind.upper()}-{version}" if kind in _KINDS and version in _VERSIONS else None
