"""An archive to measure with: any number of made-up documents, as an edition of sources has them.

A few people wrote much and many wrote little, so that authors come again and several documents are of one author and
year; one in six people is written in Cyrillic, and so are their documents.
"""

from __future__ import annotations

import random
from typing import Any

_GIVEN = "Anna Boris Clara David Elena Fyodor Georg Hannah Igor Julia Karl Lydia Maksim Nina Otto Pavel Rosa".split()
_FAMILY = "Adler Belin Chernov Dom Fried Gross Hartmann Kosin Lind Morova Orlenko Petrov Roser Sokol Timm Wein".split()
_ENDING = ["", "er", "ik", "ov", "sky", "berg", "son", "enko"]
_CYRILLIC_GIVEN = "Анна Борис Вера Григорий Елена Иван Мария Николай".split()
_CYRILLIC_FAMILY = "Белов Волков Громов Егорова Козлова Лебедев Морозов Орлова".split()
_KINDS = ["Telegram", "Letter", "Memorandum", "Report", "Minutes", "Cable", "Note"]
_MATTERS = [
    "the negotiations in Geneva",
    "grain deliveries to the cities",
    "the situation on the border",
    "the so-called “wreckers”",
    "relations with the neighbouring states",
    "prisoners of war",
]
_CYRILLIC_MATTERS = ["О положении на границе", "О поставках хлеба", "О переговорах в Женеве"]
_ARCHIVES = [("State Archive of the Example Region", "Exampleton"), ("National Archives", "Kew"), ("РГАСПИ", "Москва")]


def _person(n: int) -> dict[str, str]:
    if _is_cyrillic(n):
        given = f"{_CYRILLIC_GIVEN[n % 8]} {_CYRILLIC_GIVEN[n // 8 % 8][0]}."
        return {"given": given, "family": _CYRILLIC_FAMILY[n // 6 % 8] + "ский" * (n // 48 % 2)}
    given = _GIVEN[n % 17] + (f" {chr(65 + n // 17 % 26)}." if n % 3 else "")
    return {"given": given, "family": _FAMILY[n // 3 % 16] + _ENDING[n // 48 % 8]}


def _is_cyrillic(n: int) -> bool:
    return n % 6 == 5


def archive(count: int) -> list[dict[str, Any]]:
    """Return *count* documents, the same at every call."""
    dice = random.Random(1917)
    people = max(20, count // 8)
    return [_document(n, people, dice) for n in range(count)]


def _document(n: int, people: int, dice: random.Random) -> dict[str, Any]:
    author = int(people * dice.random() ** 2)
    kind = dice.choice(_KINDS)
    name, place = _ARCHIVES[2 if _is_cyrillic(author) else author % 2]
    date = [dice.randint(1936, 1953), dice.randint(1, 12), dice.randint(1, 28)]
    item: dict[str, Any] = {
        "id": f"doc-{n}",
        "type": "personal_communication" if kind == "Letter" else "manuscript",
        "title": f"{kind} on {dice.choice(_MATTERS)}, no. {n}",
        "genre": kind,
        "author": [_person(author), *(_person(dice.randrange(people)) for _ in range(dice.choice((0, 0, 0, 0, 1, 2))))],
        "recipient": [_person(dice.randrange(people))],
        "issued": {"date-parts": [date if n % 10 else date[:1]]},
        "archive": name,
        "archive-place": place,
        "archive_location": f"f. {author % 900}, op. {n % 12 + 1}, d. {n}, ll. {n % 40 + 1}–{n % 40 + 3}",
        "archive_collection": f"Collection {author % 40}",
        "publisher-place": place,
        "language": "en",
    }
    if _is_cyrillic(author):
        item |= {"title": f"{dice.choice(_CYRILLIC_MATTERS)}, № {n}", "language": "ru"}
    if n % 2:
        item |= {"URL": f"https://example.org/documents/{n}", "accessed": {"date-parts": [[2024, 5, n % 28 + 1]]}}
    if n % 4 == 0:
        item["translator"] = [_person(dice.randrange(people))]
    if n % 5 == 0:
        item |= {"container-title": "Documents on Examples", "page": f"{n % 300 + 1}-{n % 300 + 4}"}
    return item
