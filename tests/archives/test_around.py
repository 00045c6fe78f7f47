"""A reference is read the same whatever stands around it and however it was set: a note's number, a remark, blanks."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_support import LINES, Reading, lines_of_one, reading

from provcheck import tables
from provcheck.archives import read_line
from provcheck.archives.lexicon.vocabulary import wording
from provcheck.model.archive import Archive

ARCHIVES = tables.archives()
MAY_BE_UNNAMED = 0.03
"""Which part may be read otherwise by another name: parts of archives that have their own names, and the like."""

AROUND = [
    "12 {}",
    "12. {}",
    "[3] {}",
    "a) {}",
    "№ 5. {}",
    "* {}",
    "See {}",
    "Cf. {}",
    "Quoted in {}",
    "Source: {}",
    "Fuente: {}",
    "Источник: {}",
    "Courtesy of the {}",
    "© {}",
    "Based on {}",
    "({})",
    "[{}]",
    "“{}”",
    "«{}»",
    "`{}`",
    "<ref>{}</ref>",
    "As late as 1948 the ministry complained (Source: {}).",
    "{}.",
    "{}.<br/>",
    "{}.¹",
    "{};",
    "“{}”,",
    "{}*",
    "Smith to Jones, 4 May 1948, {}",
    "“Report on trade,” May 4, 1948, {}",
    "{} (accessed 3 May 2020)",
    "{} (copy)",
    "{} [digital copy]",
    "{} (online)",
    "{} – original",
    "{} passim.",
    "{}, et seq.",
    "{}, n.d.",
    "{}, б/д",
    "{}, unfol.",
    "{}, без нумерации",
    "{}, enclosure 2",
    "{}, Anlage 3",
    "{}, приложение 2",
    "{}. 3 pp.",
    "{}. 2 л.",
    "{}, Abschrift.",
    "{}. Подлинник. Машинопись.",
    "{}. Original. Russian.",
    "{}. Secret.",
    "{}, my translation.",
    "{}. I thank John Smith for this reference.",
    "{}. Резолюция: “Нет”.",
    "{}. Опубл.: Иванов И. И. История торговли. М., 1990. С. 34.",
    "{}. Abgedruckt in: Akten zur deutschen Politik, Bd. 2, Nr. 34.",
    "{}. doi:10.1234/abcd.5678",
    "{}. CC BY-SA 4.0",
    "{}, cited in Smith, A History of Trade (London, 1990), 34.",
    "{}; see also Smith, History, 34.",
    "(cf. {}; Smith 1990, 34)",
    "{} // Smith, History",
]
MAY_CHANGE = 0.015
"""Which part of the lines may be read otherwise: those that begin with a number of their own, or have no figure."""
MAY_CHANGE_MORE = dict.fromkeys(
    [
        "12 {}",
        "12. {}",
        "a) {}",
        "TS, {}",
        "Courtesy of the {}",
        "{}. Original. Russian.",
        "As late as 1948 the ministry complained (Source: {}).",
    ],
    3.0,
)
"""Some change more: 12 Rep. 2 has a number that is no note's; some codes are known at the beginning of a line alone."""
PARTS = 4
"""Each way is tried on every fourth line, so that there can be many ways."""


@pytest.mark.parametrize(("number", "around"), list(enumerate(AROUND)))
def test_what_stands_around_changes_nothing(number: int, around: str) -> None:
    lines = lines_of_one()[number % PARTS :: PARTS]
    changed = [text for text, marks in lines if reading(around.format(text)) != marks]
    assert len(changed) <= MAY_CHANGE * MAY_CHANGE_MORE.get(around, 1) * len(lines), (len(changed), changed)


GOING_ON = [
    '"source": "{}",',
    "\\footnote{{{}}}",
    "| {} | 1948 | letter |",
    "1948\t{}\tletter",
    "12 {} ↩",
    "{}; Smith, History, 34.",
    "{}. 1948 ging er nach Paris.",
    "{}. В 1948 г. он уехал.",
    "{}. V roce 1948 odešel.",
    "{} (en 1948).",
    "{}. In 1948 he left.",
    "{}. Об этом см. также: Иванов И. И. История. С. 34.",
    "{}. Si veda anche Rossi, Storia, p. 34.",
]
MAY_CHANGE_GOING_ON = 0.08
"""Which part may be read otherwise where a field, a cell, a sentence or a book goes on: most have no archive's name."""


@pytest.mark.parametrize(("number", "around"), list(enumerate(GOING_ON)))
def test_what_goes_on_changes_little(number: int, around: str) -> None:
    lines = lines_of_one()[number % PARTS :: PARTS]
    changed = [text for text, marks in lines if reading(around.format(text)) != marks]
    assert len(changed) <= MAY_CHANGE_GOING_ON * len(lines), (len(changed), changed)


BEHIND = [
    "{}: Harriman to Hull, 4 May 1944.",
    "{}, Memorandum by Sargent, March 3, 1938",
    "{}, “Report on Trade,” 12 June 1951",
    "{}, telegram no. 1234, 14 Oct. 1920",
    "{}: Note, undated.",
    "{}, Schreiben des Ministers an den Reichskanzler vom 4.5.1944",
    "{}, Müller an Schmidt, 3. März 1921",
    "{}, procès-verbal de la séance du 2 juillet 1921",
    "{}, télégramme n° 1234 de Moscou, 1er janvier 1915.",
    "{}. Real cédula, Madrid, 2 de julio de 1621.",
    "{}, Rossi a Bianchi, 17 febbraio 1755.",
    "{}, Ofício do vice-rei, 3 de março de 1748",
    "{}, Rapport van de gezant, 3 maart 1848",
    "{}, Raport starosty, 3 III 1938 r.",
    "{}: Zápis z jednání 12. června 1951.",
    "{}. Докладная записка Берии Сталину от 4 мая 1944 г.",
    "{} (Справка о торговле, 01.02.1935)",
    "{}: Доповідна записка Хрущова, 3 березня 1948 р.",
    "{}，《关于贸易的报告》，1951年6月12日",
    "{}, https://example.org/item/1234 (accessed 4 May 2020).",
    "{}. URL: https://example.org/1234 (дата обращения: 04.05.2020).",
    "{}; J. Smith, A History of Trade (London, 1990), pp. 34–35.",
    "{} ; A. Dupont, Histoire du commerce, Paris, 1990, p. 34.",
    "{}; Иванов И. И. История торговли. М., 1990. С. 34.",
    "{}. See also ibid.",
    "{}. For the wider context, see Smith, Trade, 12–15.",
    "{}. Vgl. Müller, Handel, S. 34.",
]
AHEAD = [
    "W. A. Harriman to the Secretary of State, May 4, 1944 (Top Secret), {}",
    "Memo for the Record, 12/6/1951, {}",
    "‘Minutes of a Meeting on Trade’, 12 June 1951, in {}",
    "Bericht des Landrats, 3. März 1848, {}",
    "Протокол заседания Политбюро, 12 июня 1951 г., {}",
    "For the whole correspondence on trade see {}",
    "Der Minister hat davon nie erfahren: {}",
    "Le ministre n’en savait rien. {}",
    "Smith, History, 34–35; {}",
    "J. Smith, A History of Trade (London: Macmillan, 1990), pp. 34–5; {}",
    "For details see Smith, History, 34, and {}",
]
MAY_CHANGE_AHEAD = 0.015
HAS_A_LEAD = re.compile(r"Source|See|Vgl|Quoted|[a-z]|\d{1,3}\.? |[|…(\"“-]")
"""Lines that begin with words which lead to a mark, or within a sentence."""


@pytest.mark.parametrize("ahead", AHEAD)
def test_what_is_told_ahead_changes_nothing(ahead: str) -> None:
    lines = [(text, marks) for text, marks in lines_of_one() if not HAS_A_LEAD.match(text)]
    changed = [text for text, marks in lines if reading(ahead.format(text)) != marks]
    assert len(changed) <= MAY_CHANGE_AHEAD * len(lines), (len(changed), changed)


FIRST = [
    "The {archive} holds a copy ({mark}).",
    "Im {archive} findet sich ein Brief ({mark}).",
    "В {archive} хранится дело ({mark})",
    "According to a report in {archive} ({mark}), the plan failed.",
    "{archive}, Reference: {mark}",
    "{archive} / {mark}",
    "{archive} [{mark}]",
]
LAST = [
    "{mark} is held at {archive}",
    "{mark}, which is now in the {archive}",
    "The documents ({mark}) are preserved in the {archive}.",
    "Die Akten ({mark}) befinden sich im {archive}",
    "Документы ({mark}) хранятся в {archive}.",
    "Les originaux ({mark}) sont conservés aux {archive}.",
    "El original ({mark}) se conserva en el {archive}",
    "See {mark} at {archive}",
]
MAY_CHANGE_IN_SENTENCES = 0.17
"""Which part may be read otherwise where a sentence joins a mark to its archive: brackets and titles in it."""


@cache
def parted_lines(usual: str) -> list[tuple[str, str, Reading]]:
    """Return the lines that begin with their archive, and are read the same when set as *usual*: it, and its mark."""
    found = []
    for text, marks in lines_of_one():
        archive = read_line(text).marks[0].archive or ""
        mark = text.removeprefix(archive).lstrip(" ,.:–-") if len(archive) > 2 else text
        if mark and mark != text and reading(usual.format(archive=archive, mark=mark)) == marks:
            found.append((archive, mark, marks))
    return found


@pytest.mark.parametrize(
    ("usual", "sentence"),
    [("{archive}, {mark}", each) for each in FIRST] + [("{mark}, {archive}", each) for each in LAST],
)
def test_a_sentence_joins_mark_and_archive(usual: str, sentence: str) -> None:
    lines = parted_lines(usual)
    assert len(lines) > 300
    changed = [
        said for archive, mark, marks in lines if reading(said := sentence.format(archive=archive, mark=mark)) != marks
    ]
    assert len(changed) <= MAY_CHANGE_IN_SENTENCES * len(lines), (len(changed), changed)


MAY_CHANGE_BEHIND = 0.007
"""Which part may be read otherwise: towns and languages of what is told say which of several archives is meant."""


@pytest.mark.parametrize("behind", BEHIND)
def test_what_is_told_behind_changes_nothing(behind: str) -> None:
    changed = [text for text, marks in lines_of_one() if reading(behind.format(text)) != marks]
    assert len(changed) <= MAY_CHANGE_BEHIND * len(lines_of_one()), (len(changed), changed)


SET: dict[str, Callable[[str], str]] = {
    "blanks that do not break": lambda text: text.replace(" ", "\u00a0"),
    "thin blanks": lambda text: text.replace(" ", "\u202f"),
    "doubled blanks": lambda text: text.replace(" ", "  "),
    "letters parted from their marks": lambda text: unicodedata.normalize("NFD", text),
    "soft hyphens": lambda text: "".join(f"\u00ad{c}" if c.islower() else c for c in text),
}


@pytest.mark.parametrize("name", SET)
def test_how_blanks_are_set_changes_nothing(name: str) -> None:
    changed = [text for text, marks in lines_of_one() if reading(SET[name](text)) != marks]
    assert not changed


@pytest.mark.parametrize("name", SET)
def test_lines_so_set_rejoin(name: str) -> None:
    for text, _ in lines_of_one():
        line = read_line(SET[name](text))
        assert "".join(segment.text for segment in line.segments) == SET[name](text)


def test_capitals_change_little() -> None:
    def folded(marks: Reading) -> str:
        return str(marks).upper()

    changed = [text for text, marks in lines_of_one() if folded(reading(text.upper())) != folded(marks)]
    assert len(changed) <= 0.2 * len(
        lines_of_one()
    )  # capitals alone tell names from words: half of it is prose read as titles


def _named() -> list[tuple[str, str, Archive, Reading]]:
    """Return the lines that name their archive once, before a comma or a point: the name, and the archive."""
    found = []
    for text, marks in lines_of_one():
        name, archive = read_line(text).marks[0].archive, ARCHIVES.get(marks[0][0] or "")
        if name and archive and text.count(name) == 1 and text.partition(name)[2][:1] in {",", "."}:
            found.append((text, name, archive, marks))
    return found


def _full(archive: Archive) -> str:
    return next(iter(archive.names.values()))


def _code(archive: Archive) -> str:
    return next((codes[0] for codes in archive.codes.values()), "")


NAMES: dict[str, Callable[[Archive], str]] = {
    "full name": _full,
    "full name (code)": lambda archive: f"{_full(archive)} ({_code(archive)})" if _code(archive) else "",
    "full name, town": lambda archive: f"{_full(archive)}, {archive.city}" if archive.city else "",
    "town, full name": lambda archive: f"{archive.city}, {_full(archive)}" if archive.city else "",
}


@pytest.mark.parametrize("name", NAMES)
def test_which_name_an_archive_has_changes_nothing(name: str) -> None:
    called = NAMES[name]
    lines = [(text.replace(was, called(archive)), marks) for text, was, archive, marks in _named() if called(archive)]
    changed = [text for text, marks in lines if reading(text) != marks]
    assert len(changed) <= MAY_BE_UNNAMED * len(lines), changed


def _with_town(sign: str, behind: str) -> Callable[[str, Archive], str]:
    return lambda name, archive: f"{name}{sign}{archive.city}{behind} " if archive.city else ""


def _in_country(between: str) -> Callable[[str, Archive], str]:
    """Put the town and the country, as one of its names has it, into *between*."""

    def called(name: str, archive: Archive) -> str:
        countries = [name for name in wording().countries.get(archive.country or "", ()) if "." not in name]
        if not countries or not archive.city or archive.id.endswith("-pa"):  # Hubei: a code, and a province
            return ""
        country = countries[len(name) % min(2, len(countries))]
        return between.format(name=name, town=archive.city, country=country)

    return called


@pytest.mark.parametrize("set_off", ["*{}*", "**{}**", "<i>{}</i>", '<em class="name">{}</em>', "<b>{}</b>"])
def test_how_the_name_of_an_archive_is_set_changes_nothing(set_off: str) -> None:
    changed = [text for text, was, _, marks in _named() if reading(text.replace(was, set_off.format(was))) != marks]
    assert len(changed) <= len(_named()) * 0.005, changed


BEHIND: dict[str, tuple[float, Callable[[str, Archive], str]]] = {
    "a point": (0.05, lambda name, _: f"{name}. "),
    "a colon": (0.05, lambda name, _: f"{name}: "),
    "a dash": (0.02, lambda name, _: f"{name} – "),
    "a semicolon": (0.05, lambda name, _: f"{name}; "),
    "nothing": (0.04, lambda name, _: f"{name} "),
    "hereafter": (0.03, lambda name, _: f"{name} (hereafter {name}), "),
    "its town": (0.02, _with_town(" ", ",")),
    "its town and a colon": (0.05, _with_town(" ", ":")),
    "town, country": (0.02, _in_country("{name}, {town}, {country}, ")),
    "town, country:": (0.03, _in_country("{name}, {town}, {country}: ")),
    "town, country.": (0.05, _in_country("{name}, {town}, {country}. ")),
    "(town, country)": (0.02, _in_country("{name} ({town}, {country}), ")),
    "town country without a comma": (0.02, _in_country("{name} {town}, {country}, ")),
    "country": (0.03, _in_country("{name}, {country}, ")),
}
"""What stands behind an archive where others have a comma, and which part of the lines may be read otherwise."""


@pytest.mark.parametrize("behind", BEHIND)
def test_what_stands_right_behind_an_archive_changes_nothing(behind: str) -> None:
    allowed, called = BEHIND[behind]
    lines = [
        (text.replace(f"{name}, ", said, 1), marks)
        for text, name, archive, marks in _named()
        if (said := called(name, archive)) and f"{name}, " in text and not (archive.city and archive.city in text)
    ]
    changed = [text for text, marks in lines if reading(text) != marks]
    assert len(lines) > 300
    assert len(changed) <= allowed * len(lines), changed


ORDERS = {
    "{mark}, {name}": 0.1,
    "{mark} ({name})": 0.1,
    "{mark}, {name}, {town}": 0.1,
    "The letter is preserved in the {name} ({mark}).": 0.08,
    "Письмо хранится в {name} ({mark}).": 0.08,
    "Das Schreiben liegt im {name}, {mark}.": 0.02,
    "La carta se conserva en el {name}: {mark}.": 0.04,
    "The file is at {name} under the reference {mark}.": 0.09,
}


@cache
def _references() -> list[tuple[str, Archive, str, Reading]]:
    """Return the references in the lines that are an archive and a mark: name, archive, mark, reading."""
    texts = (seg.text.strip(" .,;()[]") for line in map(read_line, _ANY) for seg in line.segments if seg.mark)
    found = []
    for text in dict.fromkeys(texts):
        line, marks = read_line(text), reading(text)
        name, archive = line.marks[0].archive if marks else None, ARCHIVES.get(marks[0][0] or "" if marks else "")
        if len(marks) != 1 or not name or not archive or archive.id.endswith(("-pa", "-ma")):
            continue
        mark = re.fullmatch(re.escape(name) + r"[,.:]? (\w.*)", text, re.DOTALL)
        end = max((token.end for segment in line.segments for token in segment.tokens), default=0)
        if mark and end == len(text) and text.count("(") == text.count(")"):
            found.append((name, archive, mark[1], marks))
    return found


@pytest.mark.parametrize("order", ORDERS)
def test_where_the_archive_stands_changes_nothing(order: str) -> None:
    lines = [
        (order.format(mark=mark, name=name, town=archive.city.partition(",")[0]), marks)
        for name, archive, mark, marks in _references()
        if archive.city
    ]
    changed = [text for text, marks in lines if reading(text) != marks]
    assert len(lines) > 500
    assert len(changed) <= ORDERS[order] * len(lines), changed


SLIPS: dict[str, Callable[[str], str]] = {
    "swapped": lambda word: word[:3] + word[4] + word[3] + word[5:],
    "dropped": lambda word: word[:3] + word[4:],
    "doubled": lambda word: word[:4] + word[3:],
    "another": lambda word: word[:4] + ("o" if word[4] == "e" else "e") + word[5:],
}
MAY_SLIP = 0.1
"""Which part may be read otherwise when a letter slips in such a word: a title has the slip in its value."""


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_of_the_pen_changes_nothing(name: str) -> None:
    may_slip = {word for word in tables.lexicon().frequent if len(word) > 6 or name == "swapped"}
    lines = []
    for text, marks in lines_of_one():
        word = next((word for word in re.findall(r"[^\W\d_]+", text) if word.lower() in may_slip), None)
        if word and word.isascii() and (slipped := SLIPS[name](word)) != word:
            lines.append((text.replace(word, slipped, 1), marks))
    changed = [text for text, marks in lines if reading(text) != marks]
    assert len(lines) > 300
    assert len(changed) <= MAY_SLIP * len(lines), changed


@pytest.mark.parametrize(
    "text", ["Articles 5 and 6", "Structure 5", "Protocol 12, f. 3", "Funding 7", "Literacy Journal 5"]
)
def test_other_words_are_no_slips(text: str) -> None:
    assert not read_line(text).marks


_SIGNS = " ,.;:()[]/-–“”'0123456789abcdflopABCDFLRGфопдлФОП\n\u00a0\u0301\u00ad№&*"
_ANY = [json.loads(line)["text"] for line in LINES.read_text(encoding="utf-8").splitlines()]


@given(st.data())
def test_damaged_lines_are_read_and_rejoin(data: st.DataObject) -> None:
    """The beginning of one line with the end of another, and signs put in, left out, exchanged."""
    begun, ended = data.draw(st.sampled_from(_ANY)), data.draw(st.sampled_from(_ANY))
    signs = [*begun[: data.draw(st.integers(0, len(begun)))], *ended[data.draw(st.integers(0, len(ended))) :]]
    for _ in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, len(signs)))
        signs[at : at + data.draw(st.integers(0, 1))] = data.draw(st.sampled_from(["", *_SIGNS]))
    text = "".join(signs)
    line = read_line(text)
    assert "".join(segment.text for segment in line.segments) == text
    for token in (token for segment in line.segments for token in segment.tokens):
        assert token.text == text[token.start : token.end]


@pytest.mark.parametrize("between", ["; ", ". ", " and ", " и ", "\n", "; см. также ", " (копия: {})"])
def test_two_references_are_read_as_they_are_read_alone(between: str) -> None:
    """Of the former Union's archives, whose references begin with the archive's short name."""
    whole = [
        (text, marks)
        for text, marks in lines_of_one()
        if text[:3].isupper() and text[:3].isalpha() and len(marks[0][1]) > 2
    ]
    soviet = [(text, marks) for text, marks in whole if marks[0][0] and marks[0][1][0][0] == "fond"]
    pairs = [(one, other) for by in (7, 11, 19) for one, other in zip(soviet, soviet[by:] + soviet[:by], strict=True)]
    changed = []
    for (one, first), (other, second) in pairs:
        text = one + (between.format(other) if "{}" in between else between + other)
        if reading(text) != first + second:
            changed.append(text)
    assert len(pairs) > 100
    assert len(changed) <= len(pairs) * 0.03, changed


@pytest.mark.parametrize(
    "text",
    [
        "TAB TPD 1248/1979, M680/1979, 2769/1979, Ultramar, Legajo 354*/6.",
        "54. Parsee Rustomjee to c. K. Gandhi, 19 October 1901, S. N. 3924, SAAA.",
        "6 Submitted to Full Cabinet on 1 May as *attachments. f109",
    ],
)
def test_lines_that_once_were_too_much(text: str) -> None:
    assert "".join(segment.text for segment in read_line(text).segments) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Архивное дело: ГА РФ П–51957", "П–51957"),
        ("Document Number (CREST): CIA–RDP82–00457R000700010004–2", "CIA–RDP82–00457R000700010004–2"),
        ("LCM, Day Papers, Box 10, General Correspondence 1899, A–B.", "General Correspondence 1899, A–B"),
    ],
)
def test_dashes_in_codes_stay_as_written(text: str, value: str) -> None:
    assert read_line(text).marks[0].levels[-1].value == value
