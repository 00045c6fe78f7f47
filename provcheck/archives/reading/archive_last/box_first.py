"""Boxes and folders before the papers that hold them, and folders before their box, as libraries want to be cited."""

from __future__ import annotations

import re

from provcheck import tables
from provcheck.archives.lexicon.values import Value
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.archive_last.titled import NARROW_FIRST
from provcheck.archives.reading.draft import Draft, Holder
from provcheck.model.lazy import pattern

_SAID = pattern(r"[“\"](?P<folder>[^“”\"]{1,120}?)[,.]?[”\"],? (?P<word>[Ff]older|[Ff]ile),? $")
_SAID_ALONE = pattern(
    r"[“\"](?P<folder>[^“”\"]{1,120}?)[,.]?[”\"],? (?P<word>[Ff]older|[Ff]ile), "
    r"(?P<chain>(?:[A-Z][^,;:()“”\"\d]{1,60}, ){1,3})$"
)
"""A folder that the word after it tells, before its box or its files: ``“Trade” folder, Box 3, Doe Collection``."""
_SAID_ENDS = ("older, ", "older ", "ile, ", "ile ")
_LONGEST = 130


def put_said(text: str, draft: Draft, low: int) -> None:
    """Add the folder that is named right before *draft*: ``“Trade” folder, Box 3``."""
    at = draft.start
    if not text.endswith(_SAID_ENDS, low, at) or "folder" in draft.labels():
        return
    said = _SAID.search(text, max(low, at - _LONGEST), at)
    rules = tables.conventions()[draft.convention or ""]
    name = "folder" if rules.level("folder") else "file"
    if said is None or rules.level(name) is None or draft.has("file"):
        return
    draft.rename({"folder": "series"})  # Box 1, Records of the Commission, RG 220
    _put_folder(text, draft, said, name)


def _put_folder(text: str, draft: Draft, said: re.Match[str], name: str = "folder") -> None:
    draft.put(name, Value(said["folder"], said.start("folder"), said.end("folder")), text)
    draft.note("label", name, text, said.start("word"), said.end("word"))


def said_alone(text: str, holder: Holder, convention: str, low: int) -> list[Draft]:
    """Read a folder and the files that hold it, without a box: ``“Smith” folder, WHCF-Name File, Carter Library``."""
    if tables.conventions()[convention].level("folder") is None:
        return []
    said = _SAID_ALONE.search(text, max(low, holder.start - _LONGEST - 190), holder.start)
    if said is None:
        return []
    draft = Draft(None, convention)
    at = said.end("chain")
    for name, clause in zip(NARROW_FIRST, said["chain"].removesuffix(", ").split(", ")[::-1], strict=False):
        at = text.rindex(clause, said.start("chain"), at)
        draft.put(name, Value(clause, at, at + len(clause)), text)
    _put_folder(text, draft, said)
    return [draft]


_CODE = r"[A-Z][a-z]+ Mss \w{1,5}|[A-Z]{1,6}[ .-]?\d[\w./-]{0,16}|[A-Z]{2,5}-\d[\w./-]{0,16}|[a-z]{2,4}\d{3,6}"
_UPWARDS = worded(
    rf"(?:(?P<first>{_CODE}), )?"
    r"(?:[Ss]eries (?P<series>\w{1,6}), )?(?:(?P<sub>[Ss]ub-?)series (?P<subseries>\w{1,6}), )?"
    r"(?:(?P<early>[Ff]olders?|[Ff]iles?) (?P<inner>[\w–-]{1,8}),? )?"
    r"(?:in )?[Bb]ox (?P<box>[\w-]{1,12})(?:,? (?P<unit>[Ff]olders?|[Ff]iles?) (?P<folder>[\w–-]{1,8}))?"
    r"(?P<gloss>,? (?:[“\"][^“”\"]{1,120}[”\"]| ?\([^()]{1,120}\)))?, "
    rf"(?:(?P<code>{_CODE}),? )?(?P<papers>[A-ZÀ-Þ](?:[^,;:.()\d]|(?<=\b[A-Z])\.){{1,80}}?)"
    rf"(?:(?:,| \() ?(?P<mark>{_CODE})\)?)?, (?:[Tt]he )?$"
)
_HELD = worded(r".*(?:{papers}|[Ff]onds)")
_CODES = ("code", "mark", "first")


def upwards(text: str, holder: Holder, convention: str, low: int) -> list[Draft]:
    """Read a box and a folder, what that is called, and the papers with their code: ``box 1, folder 2 “Notes”, …``."""
    if "ox " not in text:
        return []
    levels = {rule.name for rule in tables.conventions()[convention].levels}
    if not levels >= {"collection", "box", "folder", "call-number"}:
        return []
    found = _UPWARDS.search(text, max(low, holder.start - _FARTHEST), holder.start)
    if found is None:
        return []
    code = next((name for name in _CODES if found[name]), "")
    held = "fonds" if found["papers"].endswith("onds") and "fonds" in levels else "collection"
    if not (code or found["gloss"] or (held == "fonds" and found["unit"])) or not (
        found["code"] or _HELD.fullmatch(found["papers"])
    ):
        return []
    draft = Draft(None, convention)
    word, number = ("early", "inner") if found["inner"] else ("unit", "folder")  # folder 3, box 4, Doe Papers (MS 12)
    unit = "file" if (found[word] or "").lower().startswith("file") and "file" in levels else "folder"
    groups = {held: "papers", "call-number": code, unit: number}
    for name in (held, "call-number", "series", "subseries", "box", unit):
        group = groups.get(name, name)
        if group and found[group]:
            draft.put(name, Value(found[group].removesuffix(" fonds"), found.start(group), found.end(group)), text)
    for name, said in (("series", ""), ("subseries", "sub"), ("box", ""), (unit, word)):
        group = groups.get(name, name)
        if (end := found.start(group) - 1) >= 0:
            draft.note("label", name, text, found.start(said) if said else end - len(name), end)
    return [draft]


_FARTHEST = 340
