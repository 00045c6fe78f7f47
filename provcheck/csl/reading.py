"""What word processors and reference managers send beyond CSL-JSON's own fields; read where a caller asks for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from provcheck.csl.scalars import text_of
from provcheck.csl.scope import Cite
from provcheck.csl.variables import DATES, NAMES

_POSITIONS = ("first", "subsequent", "ibid", "ibid-with-locator")


def read_cite(data: Mapping[str, Any]) -> Cite:
    """Return the cite that *data* means: a citation item, as word processors write it, with a label in its locator.

    >>> read_cite({"id": "a", "locator": "fol. 12"})
    Cite(item='a', locator='12', label='folio', prefix='', suffix='', position='', near_note=False, \
suppress_author=False, author_only=False)
    """
    position = data.get("position")
    label, locator = labelled(text_of(data.get("locator")).strip(), text_of(data.get("label")))
    return Cite(
        text_of(data.get("id")),
        locator,
        label,
        text_of(data.get("prefix")),
        text_of(data.get("suffix")),
        _POSITIONS[position] if isinstance(position, int) and 0 <= position < len(_POSITIONS) else "",
        bool(data.get("near-note")),
        bool(data.get("suppress-author")),
        bool(data.get("author-only")),
    )


def labelled(locator: str, label: str = "") -> tuple[str, str]:
    """Return label and locator; an abbreviation typed before the locator is its label, unless there is another.

    >>> labelled("vol. 1, fol. 186")
    ('volume', '1, fol. 186')
    >>> labelled("fol. 186", "box")
    ('box', 'fol. 186')
    """
    if label in ("", "page"):
        match = _TYPED.match(locator)
        if match:
            return _LABELS[match[1].lower()], locator[match.end() :]
    return label or "page", locator


_LABELS = {
    abbreviation: label
    for label, abbreviations in {
        "appendix": "app",
        "article": "art",
        "book": "bk",
        "chapter": "ch chap",
        "column": "col",
        "figure": "fig",
        "folio": "fol fols",
        "issue": "no",
        "line": "l ll",
        "note": "n nn",
        "opus": "op",
        "page": "p pp",
        "paragraph": "para paras",
        "part": "pt pts",
        "rule": "r",
        "section": "sec",
        "sub-verbo": "sv",
        "supplement": "supp",
        "table": "tbl",
        "title": "tit",
        "verse": "vrs",
        "volume": "vol vols",
    }.items()
    for abbreviation in abbreviations.split()
}
_TYPED = re.compile(rf"({'|'.join(sorted(_LABELS, key=len, reverse=True))})\.\s+(?=\S)", re.IGNORECASE)


def with_note_fields(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return *item* with the variables that stand in its note as lines ("genre: Letter") as fields.

    Reference managers without fields for all variables let their users write so. The lines stand at the head of the
    note, where one line of free text may come before; "{:genre: Letter}" may stand within a line. A field that is
    filled already stays, but for type and dates. A name is written "Family || Given".

    >>> with_note_fields({"note": "genre: Telegram\\nrecipient: Doe || Ann\\nCarbon copy"})
    {'note': 'Carbon copy', 'genre': 'Telegram', 'recipient': [{'family': 'Doe', 'given': 'Ann'}]}
    """
    out = dict(item)
    note = item.get("note")
    if not isinstance(note, str):
        return out
    lines = _BRACED.sub(r"\n\1\n", note).split("\n")
    kept: list[str] = []
    named: set[str] = set()
    for n, line in enumerate(lines):
        match = _LINE.fullmatch(line)
        if match and _take(out, match[1], match[2].strip(), named):
            continue
        if not match and line.strip() and n:
            kept += lines[n:]
            break
        kept.append(line)
    out["note"] = "\n".join(kept).strip()
    return out


_BRACED = re.compile(r"\{:((?:[-_a-z]+|[A-Z]+):[^{}]+)\}")
_LINE = re.compile(r"([-_a-z]+|[A-Z]+):\s*([^}]+)")


def _take(out: dict[str, Any], variable: str, value: str, named: set[str]) -> bool:
    """Put *value* into *out*, if there is room; *named* are the name variables that lines before began."""
    if variable == "type":
        out["type"] = value
    elif variable in DATES:
        out[variable] = {"raw": value}
    elif variable in NAMES:
        if out.get(variable) and variable not in named:
            return False
        family, bar, given = (part.strip() for part in value.partition("||"))
        before = out[variable] if variable in named else []
        out[variable] = [*before, {"family": family, "given": given} if bar else {"literal": family}]
        named.add(variable)
    elif out.get(variable):
        return False
    else:
        out[variable] = value
    return True
