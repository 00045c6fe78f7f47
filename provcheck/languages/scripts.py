"""Which scripts a text is written in. Scripts are named by their ISO 15924 codes: ``Cyrl``, ``Latn``, ``Hani``."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import lru_cache

# Blocks of the Unicode standard that hold letters of the scripts above; digits, marks and signs belong to none.
_RANGES = sorted(
    (int(first, 16), int(last, 16), script)
    for script, ranges in {
        "Latn": "41-5A 61-7A AA-AA BA-BA C0-D6 D8-F6 F8-2AF 1D00-1D25 1D62-1D65 1D6B-1D77 1D79-1DBE 1E00-1EFF "
        "2C60-2C7F A722-A787 A78B-A7FF AB30-AB5A AB5C-AB64 FB00-FB06 FF21-FF3A FF41-FF5A",
        "Grek": "370-373 376-377 37B-37D 37F-37F 386-386 388-3E1 3F0-3FF 1F00-1FFE",
        "Copt": "3E2-3EF 2C80-2CEE",
        "Cyrl": "400-481 48A-52F 1C80-1C8A 1D2B-1D2B A640-A66E A680-A69D",
        "Armn": "531-556 560-588 FB13-FB17",
        "Hebr": "5D0-5EA 5EF-5F2 FB1D-FB4F",
        "Arab": "620-64A 66E-6D3 6D5-6D5 6E5-6E6 6EE-6EF 6FA-6FF 750-77F 870-88E 8A0-8C9 FB50-FDFB FE70-FEFC",
        "Syrc": "710-72F 74D-74F",
        "Thaa": "780-7A5",
        "Deva": "904-939 958-961 971-97F A8F2-A8FB",
        "Beng": "985-9B9 9DC-9E1 9F0-9F1",
        "Guru": "A05-A39 A59-A5E A72-A74",
        "Gujr": "A85-AB9 AD0-AE1",
        "Orya": "B05-B39 B5C-B61 B71-B71",
        "Taml": "B83-BB9",
        "Telu": "C05-C39 C58-C61",
        "Knda": "C85-CB9 CDE-CE1",
        "Mlym": "D05-D3A D5F-D61 D7A-D7F",
        "Sinh": "D85-DC6",
        "Thai": "E01-E30 E32-E33 E40-E46",
        "Laoo": "E81-EB0 EC0-EC6 EDC-EDF",
        "Tibt": "F40-F6C F88-F8C",
        "Mymr": "1000-102A 1050-1055 A9E0-A9FE AA60-AA7A",
        "Geor": "10A0-10FF 1C90-1CBF 2D00-2D2D",
        "Hang": "1100-11FF 3131-318E A960-A97C AC00-D7FB FFA0-FFDC",
        "Ethi": "1200-135A 1380-138F 2D80-2DDE AB01-AB2E",
        "Cher": "13A0-13FD AB70-ABBF",
        "Cans": "1401-167F 18B0-18F5",
        "Khmr": "1780-17B3",
        "Mong": "1820-1878 1880-18AA",
        "Hira": "3041-309F",
        "Kana": "30A1-30FF 31F0-31FF FF66-FF9D",
        "Bopo": "3105-312F 31A0-31BF",
        "Hani": "3005-3007 3400-4DBF 4E00-9FFF F900-FAD9 20000-323AF",
        "Yiii": "A000-A48C",
        "Glag": "2C00-2C5F",
        "Tfng": "2D30-2D67",
        "Goth": "10330-1034A",
    }.items()
    for first, _, last in (part.partition("-") for part in ranges.split())
)
_STARTS = [first for first, _, _ in _RANGES]


@lru_cache(maxsize=2048)
def script_of(character: str) -> str | None:
    """Return the script of a letter; None for digits, marks, signs and letters of scripts not listed."""
    point = ord(character)
    at = bisect_right(_STARTS, point) - 1
    if at < 0:
        return None
    _, last, script = _RANGES[at]
    return script if point <= last else None


def scripts(text: str) -> Counter[str]:
    """Count the letters of *text* by script, the most frequent first in ``most_common()``."""
    counts: Counter[str] = Counter()
    for character, count in Counter(text).items():
        script = script_of(character)
        if script:
            counts[script] += count
    return counts


def dominant(text: str, share: float = 0.8) -> frozenset[str]:
    """Return the fewest scripts that make up *share* of the letters of *text*; none where it has no letters."""
    counts = scripts(text)
    wanted, chosen, reached = share * counts.total(), set(), 0
    for script, count in counts.most_common():
        if reached >= wanted:
            break
        chosen.add(script)
        reached += count
    return frozenset(chosen)
