"""Values as they are compared: what is only written otherwise is folded away."""

from __future__ import annotations

import unicodedata

from provcheck.model.lazy import pattern

LATIN, CYRILLIC = "ABEKMHOPCTYXabekmhopctyx", "АВЕКМНОРСТУХавекмнорстух"
"""Letters of the two scripts that nobody can tell from each other in print."""
_FOLD = str.maketrans(f"{CYRILLIC}‐‑‒–—―−", f"{LATIN}-------")
_BETWEEN = pattern(
    r"(?<=[^\W\d_])(?:[ .,-]+|,? (?:series|class) )(?=\d)"  # M-KS-288, R 43, F.O.371; FO, 371; FO series 371
    r"|(?<=\d)[ -]+(?=[^\W\d_])"  # R 43-I
    r"|(?<=[^\W\d_])[ .]+(?=[^\W\d_])"  # F.O.
    r"|\.$"
    r"|(?<!\d) +| +(?!\d)"
)
"""What stands between letters and numbers tells no two marks apart; between two numbers (1-2, 1.2, 1 2) it does."""
_ZEROS = pattern(r"(?<![\d.])0+(?=\d)")


def folded(value: str, *, zeros: bool = False) -> str:
    """Return *value* as it is compared: F.O. 371 → fo371, R 43-I → r43i, F⁷ → f7; leading zeros unless *zeros*."""
    text = value if value.isascii() else unicodedata.normalize("NFKC", value).translate(_FOLD)
    text = _BETWEEN.sub("", " ".join(text.lower().split()))
    return text if zeros else _ZEROS.sub("", text)
