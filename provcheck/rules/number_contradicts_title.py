"""The number in the title is another than the record's number.

A telegram's number is how an archive's register, an answer and a footnote name it. Met as 25553 in a title and 2395 in
the metadata. Points, blanks and leading zeros make no difference (``061.530`` is ``61530``), and numbers of other
things in the title (a reply's, a protocol's annexe) are not held against it.

Fails::

    title: Ciphered Telegram No. 25553, Roshchin to Filippov [Stalin]
    number: "2395"

Passes::

    title: Telegram from Pyongyang to Bucharest, SECRET, No. 61.530
    number: "061530"

Passes::

    title: Reply to telegram No. 4581
    number: "25553"

Look at the document, and correct the one that is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provcheck.dates.tokens import words
from provcheck.model.context import Context
from provcheck.model.finding import Problem, Severity
from provcheck.model.lazy import pattern
from provcheck.model.record import Record

SEVERITY: Severity = "warning"

_NUMBERED = pattern(
    r"(?:\b(?:no|nr|number|n)\b\.?|№)[ \xa0]?(?P<number>[0-9][0-9./ \xa0-]{0,14}[0-9]|[0-9])(?![0-9])", re.IGNORECASE
)
_OF_OTHERS = words("""
    reply replies answer answering response to your our re reference regarding concerning protocol annex annexe appendix
    enclosure box folder file fond opis delo article point paragraph item copy order directive school camp unit factory
    ответ на ваш вашу протокол приложение приказ копия экз п пункт antwort auf protokoll anlage beilage
""")
_WORD = pattern(r"[^\W\d_]+")


def check(record: Record, context: Context) -> Iterator[Problem]:
    """Yield a problem where a title gives exactly one number of the document and it is another."""
    if record.number is None:
        return
    own = _digits(record.number.text)
    if not own:
        return
    for title in record.titles:
        found = [match for match in _NUMBERED.finditer(title.text) if not _of_another(title.text, match.start())]
        if len(found) != 1 or len(_NUMBERED.findall(title.text)) != 1:
            continue
        said = "".join(_digits(found[0]["number"]))
        joined = "".join(own)
        if (
            said
            and said.lstrip("0") not in {joined.lstrip("0"), *(part.lstrip("0") for part in own)}
            and said not in joined
        ):
            message = f"the title says {found[0][0].strip()}, the number is {record.number.text}"
            yield Problem(title.at, message, found[0].span("number"))


def _digits(text: str) -> list[str]:
    return re.findall(r"[0-9]+", text)


def _of_another(title: str, start: int) -> bool:
    """Whether the words before the number show that it is that of something else."""
    before = [word.lower() for word in _WORD.findall(title[max(0, start - 60) : start])]
    return bool(_OF_OTHERS & set(before[-3:])) or ("," in title[max(0, start - 3) : start] and not before)
