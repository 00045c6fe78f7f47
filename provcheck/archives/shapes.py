"""Codes known at sight: where no archive is named, the shape of a code alone says whose it is."""

from __future__ import annotations

import re

from provcheck import tables
from provcheck.archives import coded
from provcheck.archives.draft import Draft, Holder
from provcheck.archives.scan import Found
from provcheck.archives.vocabulary import Name
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Level, Token

_SHAPES: dict[str, re.Pattern[str]] = {
    "un-arms": pattern(r"(?<![\w-])(?=S-\d{4}-\d{3,4}-\d\d)"),
    "prc-fma": pattern(r"(?<![\w-])(?=[12]\d\d-\d{5}-\d\d(?!\d))"),
    "naj": pattern(r"(?<!\w)(?=A\d{11}(?!\d))"),
    "da-mofa-jp": pattern(r"(?<!\w)(?=B\d{11}(?!\d))"),
    "nids-jp": pattern(r"(?<!\w)(?=C\d{11}(?!\d))"),
    "naa": pattern(
        r"^(?=(?:A{1,2}|B|C?P|D|E|J|M|MP|SP)\d{1,5}(?:/\d{1,3})?, (?:\d+/\d+|[A-Z]{2,}[A-Z ]* [A-Z ]+(?:$|,)))"
    ),
    "us-dos": pattern(r"^(?=\d{3}[A-Z]?\.\d{2,}[A-Z]?(?: [A-Z][^,;/\d.]{2,40}(?: 19\d\d)?)?/\d)"),
    "nl-hana": pattern(r"^(?=\d\.\d\d\.\d\d(?:\.\d\d)? (?:Inventaris|Archief|Collectie))"),
    "loc": pattern(r"^(?=Portfolio \d+\w?, Folder \d)"),
    "ndl-kensei": pattern(r"^(?=[\u4e00-\u9fff]+文書\(文書の略号)"),
    "lac": pattern(r"^(?=RG ?\d+(?:-[\w-]+)?,? [Vv]ol)"),
    "nai-in": pattern(r"(?=File No\.? [A-Z]{1,5}/\d+(?:\(\w+\))?/\d+(?:/\d\d)?)"),
}
"""By archive: series of the United Nations, codes of JACAR, decimal files, files of the Indian state."""
_NETHERLANDS = pattern(
    r"(?:nationaalarchief|gahetna)\.nl/\S*?/(?:archief|toegang|index)/(\d[\d.]*\d)(?:/(?:invnr|inventarisnr)/(\d+))?"
)


def read(text: str, found: list[Found]) -> list[Draft]:
    """Read the codes of a line that names no archive."""
    if address := _NETHERLANDS.search(text):
        return [_address(address)]
    known = tables.archives()
    for archive, shape in _SHAPES.items():
        drafts: list[Draft] = []
        for match in shape.finditer(text):
            at = match.start()
            if drafts and at < drafts[-1].end:
                continue
            holder = Holder(at, at, "", (Name(archive, "current"),), id=archive)
            inside = [item for item in found if item.start >= at]
            drafts += coded.read(text, inside, holder, known[archive].convention, at, len(text))
        if drafts:
            return drafts
    return []


def _address(match: re.Match[str]) -> Draft:
    """Read the address of an inventory number on the site of the Dutch national archives."""
    written = match.group().partition("/")[0]
    holder = Holder(match.start(), match.start() + len(written), written, (Name("nl-hana", "current"),), id="nl-hana")
    draft = Draft(holder, "dutch", own_holder=True)
    for group, level in ((1, "fonds"), (2, "inv-no")):
        if match.group(group):
            draft.levels.append(Level(level, match.group(group)))
            draft.tokens.append(Token("value", level, match.group(group), match.start(group), match.end(group)))
    return draft
