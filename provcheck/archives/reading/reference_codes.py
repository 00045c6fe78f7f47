"""Units that a catalogue names by their reference code, the archive being that of the page: ``Reference code: G 10``.

The field is the first that a description of archives must have (ISAD(G) 3.1.1), called so by the programs that show it.
"""

from __future__ import annotations

import re

from provcheck.archives.lexicon.folios import folios_at
from provcheck.archives.lexicon.values import Value, has_figure
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.draft import Draft
from provcheck.model.lazy import pattern

_SIGN = r"[^\s,;|`\"“”<>()\[\]]"
_FIELD = worded(
    r"(?:^|[|;] ?|\d )\W{0,3}(?:(?i:(?P<label>{reference_codes}))\W{0,3}? ?:{0,2}"
    r"|(?P<call>(?i:{call_numbers}))\W{0,3}? ?:{1,2}) {0,2}[`\"“]?"
    rf"(?P<code>(?:[A-Z\d]|[a-z](?![a-z])){_SIGN}{{0,40}}(?: (?:[-–/](?= )|[A-Z\d]{_SIGN}{{0,20}}|[a-z](?!\w)))*)"
    r"(?=[`\"”]?(?: ?[,;|.)]?$|[,;|] | [A-ZÀ-Þ][a-zà-ÿ]))"
)
"""The words of the code are parted by blanks, so that there is one way to read them."""
_REGISTERED = pattern(
    r"(?:^|[:;.(] ?)(?P<code>GB[ -]\d{2,4}[ -](?:[A-Z][\w.-]*/[\w./-]*\w|[A-Z]{2,8}(?:[ -][A-Z]{1,4})? ?\d[\w/-]*))"
    r"(?=[,;.)]|$)"
)
"""A unit behind the number of its archive in the British register: ``GB 133 AGP/1/12``, ``GB-0033-CCOM 12``."""
_IN_LIST = worded(
    r"(?:^|\s)[A-Z]{2} \d{3,5} (?P<code>(?=[A-Z./ ]{0,8}\d)[A-Z][A-Z\d]{0,7}(?:[ ./-]\w{1,8}){0,5}?) ; "
    r"(?P<level>(?i:{top_levels}))(?: ; |$)"
)
"""A holding in a list of AtoM, behind the number of its archive in the register of its country.

``Doe Papers IE 2135 P12 · Fonds · 1702-1720``, whose points are semicolons here.
"""
_OF_PAPERS = pattern(
    r"(?:^|[.;:”\"] |^\d{1,3}\.? )(?:[A-Z]{3,5} )?(?P<papers>[A-ZÀ-Þ][a-zà-ÿ][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}"
    r" (?:MSS|Papers|Muniments)),? (?P<code>(?=[^\s/]{0,6}/)[A-Z]{1,4}\d{0,4}(?:/[A-Z]{0,3}\d{1,5}){1,4})"
    r"(?=[:;]|\.? ?$|, (?:ff?\.|fols?\.|[A-Z][^,]{2,40} to ))"
)
"""Papers and their code, the archive being known to those who read it: ``Hickleton Papers, A4/56/12: Doe to Roe``."""
_PRINTED = pattern(
    r"[A-Z]{1,3} ?\d{1,4}(?:\.\d+)? ?\.[A-Z]\d|\d{3}\.\d{1,6}(?: [A-Z]{1,4})?$|(?:ISO|IEC|RFC|CVE|ISBN)\b"
)
"""Books by the classification of a library, and what has codes besides."""
_WITHIN = pattern(
    r"(?:, (?P<no_word>N[ro])\.? (?P<no>\d+[a-z]?\d?(?:[-–]\d+)?)"
    r"|, (?P<bare>(?:(?<=[A-Z] \d, )|(?<=[A-Z] \d\d, )|(?<=[A-Z] \d{3}, ))"
    r"(?!1[5-9]\d\d|20\d\d)\d{1,4}(?:[-–]\d{1,4}|[a-z])?))?"
    r"(?:, (?P<volume_word>Bd)\.? (?P<volume>\d+))?"
    r"(?:(?P<leaves>,? (?P<leaves_word>Bll?|[Ff]ols?|[Ff]f?|S|pp?)\. ?)(?=\d)|(?=[,;)|]|\.(?!\d)|$| \())"
)
"""What stands behind the code that a catalogue names: ``, Nr. 12, Bd. 2, Bl. 3``; ``, 12``."""
_LONG_WORD = pattern(r"[a-zà-ÿ]{5}")


def read(text: str) -> list[Draft]:
    """Read the reference code of the unit that *text* describes, where nothing else in it is a shelfmark."""
    field = _FIELD.search(text) if ":" in text or "eference" in text else None
    within = _WITHIN.match(text, field.end("code")) if field else None
    if (
        field is None
        or not (has_figure(field["code"]) or (within and within["no"]))
        or _PRINTED.match(field["code"])
        or _LONG_WORD.search(field["code"])
    ):
        if beside := _in_list(text) or _of_papers(text):
            return [beside]
        field = _REGISTERED.search(text) if "GB" in text else None
        if field is None or not has_figure(field["code"][len("GB 1234") :]):
            return []
        draft = Draft(None, "reference-code")
        draft.put("call-number", Value(field["code"], *field.span("code")), text)
        return [draft]
    draft = Draft(None, "reference-code")
    label = "label" if field["label"] else "call"
    coded = has_figure(field["code"]) and not (within and within["bare"])
    draft.note("label", "call-number" if coded else "fonds", text, *field.span(label))
    draft.put("call-number" if coded else "fonds", Value(field["code"], *field.span("code")), text)
    if within:
        _read_within(text, draft, within, "document" if coded else "file")
    return [draft]


def _in_list(text: str) -> Draft | None:
    """Read a holding in a list of AtoM."""
    listed = _IN_LIST.search(text) if " ; " in text else None
    if listed is None:
        return None
    draft = Draft(None, "reference-code")
    draft.put("fonds", Value(listed["code"], *listed.span("code")), text)
    draft.note("label", "fonds", text, *listed.span("level"))
    return draft


def _of_papers(text: str) -> Draft | None:
    """Read papers and the code behind them."""
    told = "/" in text and ("Papers" in text or "MSS" in text or "Muniments" in text)
    papers = _OF_PAPERS.search(text) if told else None
    if papers is None:
        return None
    draft = Draft(None, "papers")
    draft.put("collection", Value(papers["papers"], *papers.span("papers")), text)
    draft.put("call-number", Value(papers["code"], *papers.span("code")), text)
    return draft


def _read_within(text: str, draft: Draft, within: re.Match[str], name: str) -> None:
    """Read what stands behind the code: the number of the document or file, *name*, the volume, the leaves."""
    for group, level in (("no", name), ("bare", name), ("volume", "volume")):
        if within[group]:
            if group != "bare":
                draft.note("label", level, text, *within.span(f"{group}_word"))
            draft.put(level, Value(within[group], *within.span(group)), text)
    if leaves := folios_at(text, within.end("leaves")) if within["leaves"] else None:
        draft.note("folio-label", "folio", text, *within.span("leaves_word"))
        draft.leaves(text, within.end("leaves"), leaves)
