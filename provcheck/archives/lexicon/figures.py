"""Letters that a scan put for figures, and letters that stand raised."""

from __future__ import annotations

from provcheck.model.lazy import pattern

_AT_A_FIGURE = r"{0}(?:(?<=\d{0})(?:[\d/,;)]|\.?$)|(?<=[. ]{0})\d)"
_FIGURE_SCANNED = tuple((letter, pattern(_AT_A_FIGURE.format(letter))) for letter in "lOIОЗ")
"""Letters that a scan puts for figures, each beside a figure: ``37l/84``, ``l28``, ``1O``."""
_SCANNED = pattern(
    r"(?<![^\WA-Z_])(?:\d|(?:(?<=[^\W\d_]\. )|(?<=[A-Zx] )|(?=.\d [A-Z][a-z]{2,8}\.? (?:1[5-9]|20)\d\d(?!\d)))"
    r"[lI](?=\d)|(?<=[. ])З(?=\d))[\dlOОЗ/]*+(?<![l/])(?!\w)"
)
"""A number with letters that a scan put for its figures: ``37l/84l23``, ``l28/1O``, ``З3987``, ``l0 May 1957``."""
_FIGURES = str.maketrans("lIOОЗ", "11003")

RAISED = pattern(
    r"(?<=[^\W_.])(?:\^([a-zº°]{1,3})(?:\^|\Z)|<sup>([a-zº°]{1,3})(?:</sup>|\Z)|\\textsuperscript\{([a-zº°]{1,3})(?:\}|\Z))"
)
"""Raised letters as markup has them: ``12^v^``, ``12<sup>v</sup>``; in a value the last sign may be left over."""
_OF_SERIES = r"(?:(?<=[\s,;(][A-Z])|(?<=[\s,;(][A-Z]{2}))"
_NUMBERED = r"[A-Z]?[\s~/,]{0,2}[\dIVX]"
"""What stands before and behind the raised figures of a series; a note has none behind it."""
RAISED_FIGURES = pattern(
    rf"{_OF_SERIES}(?:\^(\d{{1,2}}[A-Za-z]?)\^|<sup>(\d{{1,2}}[A-Za-z]?)</sup>|\\(?:textsuperscript|up)\{{(\d{{1,2}}[A-Za-z]?)\}}"
    r"|\$\^\{?(\d{1,2}[A-Za-z]?)\}?\$)"
    rf"(?={_NUMBERED})"
)
"""Raised figures of a series: ``F<sup>7</sup> 12345``, ``BB^18^ 1234``."""
_SERIES_FIGURES = pattern(rf"{_OF_SERIES}[¹²³⁰⁴-⁹]{{1,2}}(?={_NUMBERED})")
PLAIN_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED_LETTERS = str.maketrans("ᵃᵇᶜᵈᵒʳˢᵗᵛ", "abcdorstv")


def figured(text: str) -> str:
    """Return *text* with figures for the letters that a scan put in their place; as long as before.

    >>> figured("l. 105-1O6"), figured("d. 37l/84")
    ('l. 105-106', 'd. 371/84')
    """
    if any(letter in text and beside.search(text) for letter, beside in _FIGURE_SCANNED):
        return _SCANNED.sub(lambda scanned: scanned[0].translate(_FIGURES), text)
    return text


def lowered(text: str) -> str:
    """Return *text* with plain letters for raised ones, and blanks for the signs around them; as long as before.

    >>> lowered("cc. 34ʳ–35ᵛ"), lowered("f. 34^r^, 36")
    ('cc. 34r–35v', 'f. 34r  , 36')
    """
    if text.isascii() and "^" not in text and "sup" not in text:
        return text
    plain = text.translate(_RAISED_LETTERS)
    if any(map(plain.__contains__, "⁰¹²³⁴⁵⁶⁷⁸⁹")):
        plain = _SERIES_FIGURES.sub(lambda raised: raised[0].translate(PLAIN_FIGURES), plain)
    return RAISED.sub(lambda raised: raised[raised.lastindex or 0].ljust(len(raised[0])), plain)
