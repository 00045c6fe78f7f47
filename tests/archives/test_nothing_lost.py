"""Nothing that a line says is lost: each piece of a shelfmark is in a level's value, or stands beside it."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from provcheck.archives import account, as_json, read_line
from provcheck.archives.lexicon.vocabulary import labels, words_of
from provcheck.model.shelfmark import Segment

LINES = [
    json.loads(line)["text"] for line in (Path(__file__).parent / "collected.jsonl").read_text("utf-8").splitlines()
]
MUTATIONS = (
    lambda line: line,
    lambda line: line.replace(", ", " (Zwölfte 77), ", 1),
    lambda line: line.replace(", ", " (Zwölfte 77), "),
    lambda line: line.replace(". ", " (Zwölfte), "),
)


_COUNTED = re.compile("^第([〇一二三四五六七八九十百]+)[巻卷冊册]$")
"""The number of a volume in Chinese figures, which no blank parts from the word for it."""


def _said(text: str) -> set[str]:
    """Return letters and figures of *text*, with words of levels and without."""
    words = words_of(_COUNTED.sub(r"\1", text.casefold()))
    return {"".join(words), "".join(word for word in words if word not in labels())}


def _lost(segment: Segment) -> list[str]:
    """Return the values of a shelfmark as printed that say more than its levels have."""
    if segment.mark is None:
        return []
    values = {said for _, value in segment.mark.levels for said in _said(value)}
    return [token.text for token in segment.tokens if token.kind == "value" and not _said(token.text) & values]


@pytest.mark.parametrize("name", ["7Brands", "K-2 Services", "ChatGPT-4", "1NAI", "12 Brands", "Doe1", "A. Doe-12/3"])
@pytest.mark.parametrize(
    "credit", ["Translated by {}", "Obtained by Jane Doe and translated by {} (Town)", "Trans. {}"]
)
def test_each_figure_of_a_credit_is_in_a_name_or_left_over(credit: str, name: str) -> None:
    answer = as_json(read_line(f"RGANI, f. 5, op. 6, d. 8. {credit.format(name)}"))
    told = " ".join([*answer["translators"], *answer["left_over"], *answer["unread"], *answer["beside"]])
    assert sorted(filter(str.isdigit, told)) == sorted(filter(str.isdigit, name))


@pytest.mark.parametrize("number", range(len(MUTATIONS)))
def test_each_figure_of_a_line_is_in_some_field(number: int) -> None:
    lost = {}
    for line in LINES:
        read = read_line(MUTATIONS[number](line))
        answer = as_json(read)
        printed = [token.text for segment in read.segments for token in segment.tokens if token.kind != "value"]
        told = f"{json.dumps({**answer, 'text': ''}, ensure_ascii=False)} {printed}"
        if missing := Counter(filter(str.isdigit, read.text)) - Counter(filter(str.isdigit, told)):
            lost[read.text] = missing
    assert lost == {}


CREDITS = {
    "Translated for CWIHP from Russian by Jane Doe": ["for CWIHP from Russian"],
    "Obtained by A. Doe (Some University) and translated by B. Roe": ["Some University"],
    "Traduit du russe par Jeanne Dupont": ["du russe"],
    "Пер. с нем. Анны Ивановой": ["нем"],
    "Translated by Dr. John Roe and Prof. Jane Doe": [],
}


@pytest.mark.parametrize("credit", CREDITS)
def test_what_a_credit_says_beyond_names_stands_beside_it(credit: str) -> None:
    read = read_line(f"RGANI, f. 5, op. 6, d. 8. {credit}.")
    assert as_json(read)["beside"] == CREDITS[credit]
    assert all(f"  beside it    {words}" in account(read) for words in CREDITS[credit])


@pytest.mark.parametrize("number", range(len(MUTATIONS)))
def test_each_value_is_all_that_its_piece_of_the_line_says(number: int) -> None:
    read = [read_line(MUTATIONS[number](line)) for line in LINES]
    lost = {line.text: pieces for line in read for segment in line.segments if (pieces := _lost(segment))}
    assert lost == {}
