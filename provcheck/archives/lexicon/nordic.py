"""What values look like in the archives of the Nordic countries: series letters and their volumes, journal numbers."""

from __future__ import annotations

from provcheck.model.lazy import pattern

NORDIC = {
    "nordic": pattern(r"(?:(?:RA|NRA|AAB|SA[A-ZØ]{1,2})/)?(?P<v>(?:[A-Z]{1,6}-|Pa- ?)\d+[a-z]?)(?!\w)"),
    "nadfonds": pattern(r"(?<=/)\d{4,7}[A-Z]?(?=/|[,;)`]|$)|0\d{3}[A-Z]?(?=, [A-Z]|$)|\d{5,7}(?=/\d|, [A-Z])"),
    "nadpart": pattern(r"(?<=/)\d{5,7}\.\d+(?=/\d)|(?<=\d\d\d\d\d/)\d{1,2}(?=/[A-ZÅÄÖ]|[,;)`]|$)"),
    "nadserial": pattern(r"(?<!\.\d/)(?<!\.\d\d/)\d+(?!\w)"),
    "nadseries": pattern(r"(?<=[\d\w]/)[A-ZÅÄÖ]{1,4}(?: ?(?:[IVX]+|\d{1,2}))?(?: ?[A-Za-zåäö]{1,3})*(?=/\d)"),
    "danishfonds": pattern(r"\d{4}(?= [A-ZÆØÅ][a-zæøå])"),
    "foreignministry": pattern(r"(?:UD|UM)(?=,? \d+\.(?:\d|[A-Z])|,? 1[89]\d\d[- ]?års)"),
    "dossiersystem": pattern(r"1[89]\d\d(?:[- ]?års)? dossi[eé]rsystem"),
    "dossierletters": pattern(r"(?:HP|R|H|P) ?\d{1,3}(?: [A-ZÅÄÖ][a-zåäö]{0,2})?(?=, vol|/\d)"),
    "romanseries": pattern(r"[A-ZÅÄÖ]{1,2} [IVX]+(?: [a-zåäö]{1,2})?(?=[,/.;]|$)"),
    "serieletter": pattern(r"(?!L\d{4})[A-ZÅÄÖ]{1,3} ?\d+ ?[A-Z]?(?=[,;]|\.(?!\d)|$)"),
    "seriesletters": pattern(r"(?:\d{1,2})?[A-Z][A-Za-z]{0,3}(?=/|, \d{1,4}(?:[,.)]|$))"),
    "volym": pattern(
        r"[A-ZÅÄÖ]{1,4}(?: ?[IVX]+| ?\d{1,2})?(?: ?[A-Za-zåäö]{1,4})?:\d+[a-z]?(?!\w)|(?:[IVX]+|\d+):\d+(?![\w:])"
    ),
    "umgroup": pattern(r"\d{1,3} ?[A-Z](?: \d{1,3})?(?::\d+)?(?!\w)"),
    "journal": pattern(r"\d+\.[A-Z][a-z]*\.\d+\w*(?:[./]\w+)*|\d+\.\d+/\d+(?!\w)|\d+(?:\.\d+)+(?![\w/])"),
    "nordicbox": pattern(
        r"(?P<v>L\d{3,5})(?!\w)(?:: [A-ZÆØÅ][a-zæøå]+(?: [a-zæøå]+)? nr\. [^,;]{1,12}, \d{4}(?:-\d{4})?(?=, s))?"
    ),
    "warbox": pattern(r"T[- ]?\d{3,5}/\d+(?!\w)"),
    "slashbox": pattern(r"[A-Z]/\d{1,3}(?![\w/])"),
    "bareno": pattern(r"\d{1,4}(?=[,;)]|\.?$|\. [A-Z])"),
}
