"""Where a value of the coded family begins and ends: small words and signs between the parts of a line."""

from __future__ import annotations

from provcheck.archives import vocabulary
from provcheck.archives.values import LEAD
from provcheck.model.lazy import pattern

AND_CAPITAL = pattern(r" and (?=[“\"(]|[A-Z][\w.]+ [A-Z]|[A-Z]\w+, [“\"]|transcript|report|memorandum|letter|minutes)")
PAPERS_BEFORE = pattern(r"([A-Z][^,;:()]*?(?:Papers|papers|MSS|Collection))[ ,(]+$")
FOLDER_NUMBER = pattern(r"\d{1,3}[A-Za-z]?(?=, )")
"""A folder that has a number; what follows the comma is no title then."""
GLOSS_SIGN = pattern(r"[A-Z]{2,5}(?: [A-Z]{2,5})?(?=, )|[^\W\d_][^,;:.()\d]{2,60}(?=, [IVX]+[-/])")
"""What a fonds that has a number is called for short says nothing new: ``AJ, 837, KPR, I-3-a``."""
NUMBER_FIRST = pattern(r"(\d+(?:[/-]\d+)?[a-z]?)\.?[ \u00a0]*")
NUMBER_BEFORE = pattern(r"\d+(?:[/-]\d+)?[a-z]?\.?[ \u00a0]*$")
TRAILING = pattern(r"[ \u00a0]+(?:and|y|et|und|or|&)$")
HYPHEN = pattern(r" ?- ?(?=\d)")
"""``w-86 t-1312``, as some Polish references have it."""
SIGN = pattern(r"[A-Z]{2,6}(?=[,;.]|$)")
"""A file known by letters only: ``file AQR``."""
PLAIN = pattern(r"\d+[a-z]?(?:[-–]\d+)?")
NEXT_LETTER = pattern(r" and (?=[A-Z][\w.]+(?: [A-Z][\w.]+){0,3} to [A-Z])")
"""``… Subject File and Smith to Jones``: the next document begins."""
GROUP_TITLE = pattern(r",? (?:General Records|Record[s]? Group) of [^,;]+(?=,)")
"""The title of a record group after its number says nothing new."""
QUOTE = pattern(r"[“\"«„]|(?<!\w)‘")
NEW_SENTENCE = pattern(r"\.\s+[A-Z][a-z]{3,}\b")
SENTENCE = pattern(r"\. +[A-Z][a-z]")


def leads(text: str, end: int) -> bool:
    """Tell whether something that may be a value comes after a label."""
    lead = HYPHEN.match(text, end) or LEAD.match(text, end)
    assert lead is not None
    if ", " in lead.group():
        return False
    following = text[lead.end() : lead.end() + 1]
    return following.isalnum() or following in {"“", '"', "‘", "«"}


def opens_a_remark(text: str, at: int) -> bool:
    """Tell whether a title would begin with ``Accessed``, ``Translated`` or the like, and so is none."""
    word = pattern(r"[“\"‘«„(]?([^\W\d_]+)").match(text, at)
    return word is not None and word.group(1).lower() in vocabulary.wording().not_titles


LISTED = frozenset({"box", "folder", "file", "bundle", "volume", "piece", "inv-no", "reel", "item", "document"})
"""The levels of which a line may list several."""
BETTER = frozenset({"access", "lettered"})
"""Kinds of numbers by which a fonds is known, so that a title before them only repeats it."""
ANYWHERE = frozenset({"film", "papers"})
"""Kinds that are known at sight, so that they may stand after lower levels: ``Box 12, Smith Papers``."""
FAR = 160
"""How far the next label may stand beyond a title that is passed over."""
