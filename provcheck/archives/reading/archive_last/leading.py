"""What may stand between a mark and the archive behind it: ``vol. 12, External Affairs Records, National Archives``."""

from __future__ import annotations

from provcheck import tables
from provcheck.archives.lexicon import vocabulary
from provcheck.archives.lexicon.cuts import GROUP_TITLE
from provcheck.archives.lexicon.times import DATE
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.reading.coded import glosses
from provcheck.archives.reading.draft import Draft
from provcheck.model.lazy import pattern

_ABOUT = 120
"""How long the words between a mark and its archive may be that say what the volume holds."""
SAID = pattern(
    r"^ \([^()\d]{3,60}(?:(?:1[5-9]|20)\d\d(?:[-–]\d\d(?:\d\d)?)?)?\)(?=, | (?:from|in|at) | ?$)"
    r"|^ \((?:(?:1[5-9]|20)\d\d(?: ?г\.?|[-–]\d\d(?:\d\d)?)?|[а-яё]{4,20}(?: [А-Яа-яё]{1,20}){0,3}"
    r"|\d{1,4} ?[а-яії]{1,8}\.?(?:, \d{1,4} ?[а-яії]{1,8}\.?)?|[а-я-]{5,30} дело [^()]{1,20})\)(?=[,.]? )"
)
"""What a bracket says of the mark before it: ``EA 1, 102/9/31 (Samoa 1905–1912), ANZ``.

When a file is of, what became of it, how much it has: ``№ П-123 (2 тома, 62 л.), УФСБ``.
"""
_OF_GROUP = worded(r", (?:[A-Z][\w.’'-]* ){1,6}(?:{papers}|Fonds), ")
"""What the record group before it is called: ``RG 25, vol. 12, External Affairs Records, National Archives``."""
_TOWN = pattern(r"[.,] (?P<v>[A-ZÀ-Þ][\w.’' -]{2,30})(?:, [A-ZÀ-Þ][\w. ]{1,30})?: (?:[Tt]he )?")
"""Where the archive is, named before it as publishers' towns are."""
_TOLD = worded(
    r"(?![^;]*\b(?:{compared}|{copies}|cited|quoted)\b)(?!.*(?<!\d)(?!1[4-9]\d\d(?!\d)|20\d\d(?!\d))\d{3}|.*[A-Za-z]-\d)"
    r"(?=.*(?:1[4-9]\d\d|[“\"„«]| to [A-Z]|№))(?: \((?:1[89]|20)\d\d(?:[-–]\d\d(?:\d\d)?)?\))?[,:\"”]{1,2} "
    r"(?:[^;\n.]|(?<=\b[^\W\d_a-zß-ÿа-я])\.|\.(?! [^\W\d_a-zß-ÿа-я][^\W\d_A-Z]+ [a-zа-я])){3,90}"
    r"(?:,|:| [(\[–—]) ?[\"“]?(?:[Tt]he |in )?"
)
"""What is told of the document between its mark and the archive with which the line ends."""
_DOCUMENT = pattern(r", [а-яёіїєґў]{4,20}(?: [а-яёіїєґў]{2,20}){0,3} / ")
"""What the document is, before the stroke that leads to its archive: ``д. П-123, копия справки / Архив УФСБ``."""
_IN_BOX = pattern(r": [^\W\d_][^():;\d]{2,60} \(")
"""What is in a box, before the bracket with its archive: ``Smith Papers, box 161: diary (Library of Congress)``."""
_FILES_TOO = worded(r"; [A-Z][^,;:()\d]{0,60}(?:{papers}|{files})(?:, [A-Z][^,;:()\d]{1,40})?, (?:[Tt]he )?")
"""Other files of the archive, without a number: ``Memos, boxes 12, 13; Country File, NSF, LBJ Library``."""


_SENTENCE = pattern(r",? (?:[^\W\d_]+[,’']? ){0,14}?(?:(?:from|at|in|by|through|which|that) (?:the )?|(?<=[a-z], ))")
"""A sentence that goes on to the archive: ``was the only one copied for me at the ``, ``, which the ``."""


_FOND_TITLE = pattern(r",? [«“„\"][^«»“”„\"\d]{2,60}[»”“\"],? ")
"""The title of a fond behind its number."""
_SERIES_TITLE = pattern(r": [A-Z][^,;:()]{2,60}, ")
"""The title of a series behind its number."""


def leads_to(gap: str, loose: list[Draft], *, alone: bool = False, closes: bool = False) -> bool:
    """Tell whether the words between a mark and the archive after it say no more than "in", or name the lone fond.

    *alone*: the line names no other archive; *closes*: and ends with this one. Then they may tell of the document.
    """
    if len(loose) == 1 and len(loose[0].levels) == 1 and loose[0].has("fond"):
        return len(gap) <= 120 and not set(gap) & set(".;")
    if loose[-1].last_name == "fond" and _FOND_TITLE.fullmatch(gap):
        return True  # спр. 12, арк. 3 фонду 389 «Літоўская Метрыка» РГАДА
    rules = tables.conventions()[loose[-1].convention] if loose[-1].convention else None
    told = rules is not None and rules.tells_contents and gap[:1] in {",", ":"} and len(gap) <= _ABOUT
    if told and ". " not in gap.partition("[")[0]:
        return True  # vol. 3, tingsprotokoll 1681, VaLA
    if loose[-1].has("record-group"):
        title = GROUP_TITLE.match(gap)
        if _OF_GROUP.fullmatch(gap) or (title and gap[title.end() :] == ", "):
            return True
    if (town := _TOWN.fullmatch(gap)) and vocabulary.is_place(town["v"]):
        return True  # box 4, folder 5. Halifax, Nova Scotia: Dalhousie University Archives
    if _DOCUMENT.fullmatch(gap):
        return True
    if alone and len({label for draft in loose for label in draft.labels()}) > 1 and _SENTENCE.fullmatch(gap):
        return True
    if glosses.is_number_of_series(loose[-1]) and _SERIES_TITLE.fullmatch(gap):
        return True  # Doe Papers, Series 5: Financial Papers, Library of Congress
    if loose[-1].has("collection") and DATE.fullmatch(gap.strip(" ,")):
        return True  # Kennan Papers, Diary, 12 May 1950, Mudd Library
    if loose[-1].has("collection") and _IN_BOX.fullmatch(gap):
        return True
    if closes and _FILES_TOO.fullmatch(gap) and loose[-1].has("collection"):
        return True
    if closes and _TOLD.fullmatch(gap) and len(loose[-1].levels) > 1 and loose[-1].has_figures():
        return True  # vol. 3930, file 117, Doe to Roe, 31 May 1893, Library and Archives Canada
    gap = SAID.sub("", gap)
    words = vocabulary.words_of(gap.lower())
    return len(gap) <= 60 and all(word in vocabulary.wording().archive_follows for word in words)
