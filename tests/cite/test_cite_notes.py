"""Lists of notes: what a historian jots down, read; and what cannot be read, told with its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cite_made_style import made_style
from cite_records import OTHER_RECORDS, SEED_RECORD, made
from hypothesis import given
from hypothesis import strategies as st

from provcheck.cite import Chain, NoteCite, StyleFault, check_notes, cite, cite_notes, read_notes
from provcheck.cite.apart import STILL_ALIKE
from provcheck.cite.engines import ENGINES
from provcheck.cite.notes import LABELS
from provcheck.model.record import Record

IDS = {"113732": 0, "zhou-1953": 1, "a.b": 2, "box 7": 3, "X1": 4, "x1": 5, "105": 6}


@pytest.mark.parametrize(
    ("line", "cites"),
    [
        ("113732", [NoteCite(0)]),
        ("113732 ll. 105; zhou-1953", [NoteCite(0, "105", "folio"), NoteCite(1)]),
        ("113732, l. 105ob-106", [NoteCite(0, "105ob-106", "folio")]),
        ("113732, л. 105 об.", [NoteCite(0, "105 об.", "folio")]),
        ("113732 Bl. 3–5", [NoteCite(0, "3–5", "folio")]),
        ("113732, pp. 12, 14 and 16", [NoteCite(0, "12, 14 and 16", "page")]),
        ("113732, 12", [NoteCite(0, "12", "page")]),
        ("113732 p. xii", [NoteCite(0, "xii", "page")]),
        ("113732, vol. II", [NoteCite(0, "II", "volume")]),
        ("113732 line 7", [NoteCite(0, "7", "line")]),
        ("113732, § 4", [NoteCite(0, "4", "section")]),
        ("113732, s.v. 3", [NoteCite(0, "3", "sub-verbo")]),
        ("See 113732, l. 105, emphasis mine", [NoteCite(0, "105", "folio", "See", ", emphasis mine")]),
        ("Quoted in a.b.", [NoteCite(2, prefix="Quoted in", suffix=".")]),
        ("113732 (copy)", [NoteCite(0, suffix=" (copy)")]),
        ("113732, clearly a draft", [NoteCite(0, suffix=", clearly a draft")]),
        ("cf. note 3 in @zhou-1953, p. 2", [NoteCite(1, "2", "page", "cf. note 3 in")]),
        ("[@113732, l. 105; see @X1]", [NoteCite(0, "105", "folio"), NoteCite(4, prefix="see")]),
        ("[@113732, l. 105].", [NoteCite(0, "105", "folio")]),
        ("[see @113732, l. 105; @X1].", [NoteCite(0, "105", "folio", "see"), NoteCite(4)]),
        ("113732 [sic].", [NoteCite(0, suffix=" [sic].")]),
        ("[113732, l. 105]", [NoteCite(0, "105", "folio")]),
        ("[113732]", [NoteCite(0)]),
        ("[see @x1, p. 3]", [NoteCite(5, "3", "page", "see")]),
        ("-@zhou-1953", [NoteCite(1, suppress_author=True)]),
        ("@{box 7}, l. 1", [NoteCite(3, "1", "folio")]),
        ("113732 [sic]", [NoteCite(0, suffix=" [sic]")]),
        ("113732; ; X1;", [NoteCite(0), NoteCite(4)]),
        ("113732,l.105", [NoteCite(0, "105", "folio")]),
        ("113732, p.xii", [NoteCite(0, "xii", "page")]),
        ("113732, LL. 105-6", [NoteCite(0, "105-6", "folio")]),
        ("113732, s. d.", [NoteCite(0, suffix=", s. d.")]),
        ("113732, list of those present", [NoteCite(0, suffix=", list of those present")]),
        ("113732, see ll. 5", [NoteCite(0, suffix=", see ll. 5")]),
        ("113732 лл.5–6об.", [NoteCite(0, "5–6об.", "folio")]),
        ("X1: p. 5", [NoteCite(4, suffix=": p. 5")]),
        ("X1, 105", [NoteCite(4, "105")]),
        ("X1, copy of l. 105", [NoteCite(4, suffix=", copy of l. 105")]),
        ("X1, p. 113732", [NoteCite(4, "113732")]),
        ("@X1, after zhou-1953", [NoteCite(4, suffix=", after zhou-1953")]),
    ],
)
def test_a_line_is_read(line: str, cites: list[NoteCite]) -> None:
    notes, faults = read_notes(line, IDS)
    assert not faults
    assert [list(note.cites) for note in notes] == [cites]


def test_numbers_are_said_or_follow() -> None:
    text = "# chain\n\n113732\n5: X1\r\n[^7]: x1\n@a.b\n 12) X1\n[13] X1\n[105]\n"
    notes, faults = read_notes(text, IDS)
    assert not faults
    assert [note.number for note in notes] == [1, 5, 7, 8, 12, 13, 14]


@pytest.mark.parametrize(
    ("text", "rule", "marked", "help_"),
    [
        ("113732\n  2: see 113733 l. 5", "note-unknown", "113733", "did you mean 113732?"),
        ("@nobody, p. 3", "note-unknown", "@nobody", "name a record"),
        ("113732; see also the file", "note-unknown", "see", "name a record"),
        ("3: X1\n2: X1", "note-syntax", "2: ", "in the order of citing"),
        ("1: X1\n1: X1", "note-syntax", "1: ", "in the order of citing"),
        ("4:", "note-syntax", "4:", "name a record"),
        ("X2, p. 5", "note-unknown", "X2", "name a record"),
        ("see letters l. 3", "note-unknown", "letters", "name a record"),
        (";", "note-syntax", ";", "name a record"),
        ("[@113732, l. 5] and [@X1]", "note-syntax", "@X1", "put ; between"),
        ("113732, l. 21, X1", "note-uncited", "X1", "put ; between"),
        ("113732 and zhou-1953", "note-uncited", "zhou-1953", "put ; between"),
        ("113732 & X1.", "note-uncited", "X1", "put ; between"),
        ("X1, see also a.b, l. 5", "note-uncited", "a.b", "put ; between"),
        ("X1, 113732", "note-uncited", "113732", "put @ before"),
        ("[X1, l. 5 and zhou-1953]", "note-uncited", "zhou-1953", "put ; between"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(text: str, rule: str, marked: str, help_: str) -> None:
    _, (fault,) = read_notes(text, IDS)
    assert (fault.rule, text[slice(*fault.span)]) == (rule, marked)
    assert help_ in fault.help


@given(st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("@[]{};:,.-#^ 1\nXxl")), max_size=60))
def test_anything_may_stand_in_a_list(text: str) -> None:
    notes, faults = read_notes(text, IDS)
    assert all(0 <= start <= end <= len(text) for _, _, (start, end), _ in faults)
    assert [note.number for note in notes] == sorted({note.number for note in notes})
    assert len(notes) <= len(text.splitlines())


def test_every_label_is_one_of_csl() -> None:
    from provcheck.csl import locale_file

    english = locale_file("en-US")
    assert english is not None
    terms = {term.get("name") for child in english.children if child.name == "terms" for term in child.children}
    assert set(LABELS.values()) <= terms


def chain(text: str, style: str, output: str = "text") -> Chain:
    records = [SEED_RECORD, OTHER_RECORDS["mao"], OTHER_RECORDS["nara"]]
    notes, faults = read_notes(text, {"113732": 0, "mao": 1, "nara": 2})
    assert not faults
    made = cite_notes(records, style, notes, output=output)
    assert not isinstance(made, StyleFault)
    return made


POSITIONS = """<choose>
  <if position="ibid-with-locator"><group delimiter=", "><text term="ibid"/><text macro="at"/></group></if>
  <else-if position="ibid"><text term="ibid"/></else-if>
  <else-if position="near-note"><group delimiter=", "><text macro="who"/><text macro="at"/></group></else-if>
  <else-if position="subsequent"><group delimiter=", "><text macro="who"/><text macro="at"/>
    <group><text value="see n. "/><text variable="first-reference-note-number"/></group></group></else-if>
  <else><group delimiter=", "><text macro="who"/><text variable="title"/><text macro="at"/></group></else>
</choose>"""
MACROS = """<macro name="who"><names variable="author"><name form="short"/></names></macro>
<macro name="at"><group delimiter=" ">
  <label variable="locator" form="short"/><text variable="locator"/></group></macro>"""


def test_notes_shorten_as_the_style_says(tmp_path: Path) -> None:
    path = tmp_path / "positions.csl"
    path.write_bytes(made_style(citation=POSITIONS, macros=MACROS, bibliography='<names variable="author"/>'))
    made = chain("113732 l. 105\n113732 l. 105\n113732 ll. 106-107\nmao\n113732\n9: mao\n20: 113732, p. 4", str(path))
    title = "Ciphered Telegram from Roshchin in Beijing to Filippov [Stalin]"
    assert [note.output for note in made.notes] == [
        f"Roshchin, {title}, fol. 105.",
        "Ibid.",
        "Ibid., fols. 106–107.",
        "Mao Zedong, Telegram from Mao Zedong to Peng Dehuai, Gao Gang and Others.",
        "Roshchin.",
        "Mao Zedong.",
        "Roshchin, p. 4, see n. 1.",
    ]
    assert [note.number for note in made.notes] == [1, 2, 3, 4, 5, 9, 20]
    assert [citation.record for citation in made.bibliography] == ["113732", "mao"]


def test_only_what_is_cited_is_listed_and_the_fresh_note_is_whole() -> None:
    made = chain("nara\nsee 113732, l. 105", "chicago-notes-bibliography-archival")
    assert {citation.number for citation in made.bibliography} == {0, 2}
    assert made.notes[1].output.startswith("see N. V. Roshchin to Filippov [Stalin], ciphered telegram")


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("locale", "said"),
    [
        (None, ["line 5", "lines 5–6", "l. 105"]),
        ("ru", ["строка 5", "строки 5–6", "л. 105"]),
        ("de", ["Zeile 5", "Zeilen 5–6", "l. 105"]),
    ],
)
def test_a_line_is_not_taken_for_a_leaf(locale: str | None, said: list[str], engine: str) -> None:
    notes, _ = read_notes("113732, line 5\n113732, lines 5-6\n113732, l. 105", {"113732": 0})
    made = cite_notes([SEED_RECORD], "kritika", notes, locale=locale, engine=engine)
    assert isinstance(made, Chain)
    assert [note.output.rpartition(", ")[2].removeprefix("at ").rstrip(".") for note in made.notes] == said


def test_author_and_date_are_cited_in_the_text() -> None:
    made = chain("113732, p. 5; mao\n-@113732", "apa")
    assert made.notes[0].output == "(Mao Zedong, ca. 1950; Roshchin, 1950, p. 5)"
    assert made.notes[1].output == "(1950)"


def test_prefix_and_suffix_are_text_in_every_format() -> None:
    made = chain("<b>x</b> \\input{y} 113732 <i>z</i> $1", "cwihp-bulletin", "html")
    assert "&lt;b&gt;x&lt;/b&gt; \\input{y}" in made.notes[0].output and "&lt;i&gt;z" in made.notes[0].output
    made = chain("<b>x</b> \\input{y} 113732 <i>z</i> $1", "cwihp-bulletin", "latex")
    assert re.search(r"\\textbackslash\{\}input\\\{y\\\}.*\\\$1", made.notes[0].output)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("113732, l. 105ob", ""),
        ("113732, ll. 105-106", ""),
        ("113732, ll. 105, 106", ""),
        ("113732, l. 107", "leaf 107 is cited, and the document is on 105–106"),
        ("113732, ll. 104-106", "leaves 104-106 are cited, and the document is on 105–106"),
        ("113732, p. 7", ""),
        ("113732", ""),
        ("nara, l. 5", ""),
        ("mao, l. 5", ""),
        ("copies, l. 122", ""),
        ("copies, l. 15", ""),
        ("copies, l. 17", "leaf 17 is cited, and the document is on 122; 13, 15v–16; 0122"),
    ],
)
def test_a_leaf_that_the_document_is_not_on_is_told(line: str, said: str) -> None:
    records = [SEED_RECORD, *(OTHER_RECORDS[name] for name in ("mao", "nara", "three-archives"))]
    notes, faults = read_notes(line, {"113732": 0, "mao": 1, "nara": 2, "copies": 3})
    assert not faults
    found = [(fault.message, line[slice(*fault.span)]) for fault in check_notes(notes, records)]
    assert found == ([(said, line)] if said else [])


@pytest.mark.parametrize(
    ("source", "cite", "german", "told"),
    [
        ("ASVe, Senato, Dispacci, Germania, filza 12, cc. 123r-125v", "c. 124r.", "hier Bl. 124r", 0),
        ("ASVe, Senato, Dispacci, Germania, filza 12, cc. 123r-125v", "cc. 126r-v", "hier Bl. 126r–126v", 1),
        ("ANTT, Livros das Monções, liv. 28, fls. 45-46v", "fl. 45vº", "hier Bl. 45v", 0),
        ("ЦДАВО України, ф. 3696, оп. 2, спр. 466, арк. 12–13 зв.", "арк. 12 зв.", "hier Bl. 12v", 0),
        ("AGR, Conseil d'État, 123, f° 34-36", "fº 35", "hier Bl. 35", 0),
        ("BOA, HR.SYS, 1432/23", "varak 2, copy", "hier Bl. 2, copy", 0),
        # R behind Bl. is the Rückseite.
        ("BArch, NS 19/12, Bl. 5–9 RS", "Bl. 7R", "hier Bl. 7v", 0),
        ("BArch, NS 19/12, Bl. 5–9 RS", "Bl. 6 R, 7R–8", "hier Bl. 6v, 7v–8", 0),
        ("BArch, NS 19/12, Bl. 5–9 RS", "Blatt 8R, Abschrift", "hier Bl. 8v, Abschrift", 0),
        ("BArch, NS 19/12, Bl. 5–9 RS", "Bl. 9v", "hier Bl. 9v", 0),
        ("BArch, NS 19/12, Bl. 7v", "Bl. 7R", "Bl. 7v", 0),
        ("BArch, NS 19/12, Bl. 7v", "Bl. 7", "hier Bl. 7", 0),
        ("BArch, NS 19/12, Bl. 7v", "Bl. 7r", "hier Bl. 7r", 1),
        # What the shelfmark ends with is said once.
        ("BOA, HR.SYS, 1432/23, lef 3", "lef 3, copy", "lef 3, copy", 0),
        ("BOA, HR.SYS, 1432/23, lef 3", "lef 4", "lef 3, lef 4", 0),
        ("AGI, México, 24, N. 8, ff. 1-4", "N. 8, f. 2v", "hier Bl. 2v", 0),
    ],
)
def test_a_leaf_is_named_in_the_words_of_the_documents_own_archive(
    source: str, cite: str, german: str, told: int
) -> None:
    record = made({"id": "X1", "title": "Letter", "type": "letter", "date": "1582-03-04", "sources": source})
    notes, faults = read_notes(f"X1, {cite}", {"X1": 0}, [record])
    chain = cite_notes([record], "german-history", notes)
    assert not isinstance(chain, StyleFault)
    assert (len(faults), len(list(check_notes(notes, [record])))) == (0, told)
    assert chain.notes[0].output.rstrip(".").endswith(german)


ALIKE = {
    "number": [("PA AA, R 234, Bl. 1", "236"), ("PA AA, R 234, Bl. 3", "237")],
    "file": [("PA AA, R 234, Bl. 1", None), ("PA AA, R 237, Bl. 3", None)],
    "leaf": [("PA AA, R 234, Bl. 1", None), ("PA AA, R 234, Bl. 3", "12")],
    "nothing": [("PA AA, R 234, Bl. 1", None), ("PA AA, R 234, Bl. 1", None)],
}
"""Telegrams of one day between the same two, by what tells them apart: shelfmarks and numbers."""


def alike(kind: str) -> list[Record]:
    people = {"sender": "Bülow, Bernhard von", "recipient": "Hatzfeldt, Paul von"}
    return [
        made(
            {
                "id": f"X{n}",
                "title": "Lage",
                "type": "telegram",
                "date": "1901-07-05",
                "people": people,
                "sources": mark,
            }
            | ({"number": number} if number else {})
        )
        for n, (mark, number) in enumerate(ALIKE[kind])
    ]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("kind", "style", "said"),
    [
        ("number", "german-history", ["Bülow an Hatzfeldt, 5. Juli 1901, Nr. 236.", "5. Juli 1901, Nr. 237."]),
        ("number", "french-archival", ["Bülow à Hatzfeldt, 5 juillet 1901, n° 236.", "1901, n° 237."]),
        (
            "file",
            "german-history",
            ["Bülow an Hatzfeldt, 5. Juli 1901, PA AA, R 234.", "5. Juli 1901, PA AA, R 237."],
        ),
        (
            "file",
            "chicago-notes-bibliography-archival",
            ["July 5, 1901, R 234, PA AA.", "July 5, 1901, R 237, PA AA."],
        ),
        ("leaf", "cwihp-bulletin", ["5 July 1901, PA AA, R 234, Bl. 1.", "5 July 1901, PA AA, R 234, Bl. 3."]),
        ("leaf", "mhra-archival", ["PA AA, R 234, fol. 1.", "PA AA, R 234, fol. 3."]),
        # Nothing in the record, or in the style, tells them apart: that is told.
        ("nothing", "german-history", []),
        ("file", "oscola-archival", []),
        ("number", "chicago-notes-bibliography", []),
    ],
)
def test_short_notes_tell_documents_apart(kind: str, style: str, said: list[str], engine: str) -> None:
    records = alike(kind)
    ids = {"X0": 0, "X1": 1}
    chain = cite_notes(records, style, read_notes("X0\nX1\nX0\nX1", ids)[0], engine=engine)
    short = cite(records, style, forms=["short-note"], engine=engine)
    assert isinstance(chain, Chain) and not isinstance(short, StyleFault)
    again = [note.output for note in chain.notes[2:]]
    assert again == [one.output for one in short]
    told = [[text for _, text in note.warnings] for note in chain.notes[2:]]
    assert [STILL_ALIKE in texts for texts in told] == [not said] * 2
    assert [STILL_ALIKE in one.warnings for one in short] == [not said] * 2
    assert all(map(str.endswith, again, said))


def test_a_short_note_that_no_other_document_has_stays_short() -> None:
    records = alike("number")
    notes, _ = read_notes("X0\nX0\nX0, l. 1", {"X0": 0, "X1": 1})
    made = cite_notes(records, "chicago-notes-bibliography-archival", notes)
    assert isinstance(made, Chain) and made.notes[1].output == "Bülow to Hatzfeldt, July 5, 1901."
