"""Saved pages, as text and as HTML, read into records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck import schema
from provcheck.exchange.imported import Imported
from provcheck.exchange.page import read_page
from provcheck.exchange.people import correspondents
from provcheck.exchange.write import RecordFormat, record_text
from provcheck.model.document import Value
from provcheck.read import read

SEED = Path(__file__).parents[2] / "examples" / "pages" / "113732.txt"

HOME = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | A Digital Archive</title>
<meta property="og:site_name" content="A Digital Archive">
<link rel="canonical" href="https://archive.example/document/208406">
<script>document.write("Record ID")</script><style>h1 {{ color: red }}</style></head>
<body><a href="#main">Skip to content</a><nav><ul><li>Home</li><li>Browse</li></ul></nav>
<main id="main"><div><time>March 05, 1957</time></div><h1>{title}</h1>
<div class="tabs"><button>English</button><button>Original</button></div>
<div class="text"><p>Dear comrade,</p>
<p>We have received the letter of the Central Committee and thank you for it. It is good &amp; clear
&lt;as always&gt;.<br>With greetings</p></div>
<p>Zhou Enlai thanks Khrushchev for the letter of the Central Committee.</p>
{information}
</main><footer><p>One of many pages</p></footer></body></html>
"""

VALUES = {
    "Source": "<p>RGANI, f. 5, op. 49, d. 131, ll. 193-194. Obtained by Jane Doe and translated by John Roe.</p>",
    "Rights": '<p>Some rights reserved.</p><p>Write to <a href="mailto:x">rights@archive.example</a>.</p>',
    "Original Uploaded Date": "2012-05-01",
    "Type": "Letter",
    "Language": "Chinese",
    "Record ID": "208406",
}

LAYOUTS = {
    "definition list": "<h2>Document Information</h2><dl>"
    + "".join(f"<dt>{heading}</dt><dd>{value}</dd>" for heading, value in VALUES.items())
    + "</dl>",
    "headings": "<h2>Document Information</h2>"
    + "".join(f"<section><h3>{heading}</h3><div>{value}</div></section>" for heading, value in VALUES.items()),
    "labels with a colon": "<div><strong>Document Information</strong></div>"
    + "".join(f"<div><span>{heading}:</span> {value}</div>" for heading, value in VALUES.items()),
    "table": "<h2>Document Information</h2><table>"
    + "".join(f"<tr><th>{heading}</th><td>{value}</td></tr>" for heading, value in VALUES.items())
    + "</table>",
    "labels without a colon": "<button>Document Information</button>"
    + "".join(f"<div><strong><span>{heading}</span></strong>\n{value}</div>" for heading, value in VALUES.items()),
    "labels above a line break": "<h2>Document Information</h2>"
    + "".join(f"<div><b>{heading}</b><br>{value}</div>" for heading, value in VALUES.items()),
    "list": "<h2>Document Information</h2><ul>"
    + "".join(f"<li><label>{heading}</label><span>{value}</span></li>" for heading, value in VALUES.items())
    + "</ul>",
    "no heading above": "".join(f"<h3>{heading}</h3><div>{value}</div>" for heading, value in VALUES.items()),
}

WANTED: dict[str, Value] = {
    "id": "208406",
    "title": "Letter, Zhou Enlai to Khrushchev",
    "type": "letter",
    "date": "1957-03-05",
    "language": "zh",
    "people": {"obtained_by": "Jane Doe", "sender": "Zhou Enlai", "recipient": "Khrushchev"},
    "sources": [{"archive": "RGANI", "fond": "5", "opis": "49", "delo": "131", "list": "193-194"}],
    "translators": ["John Roe"],
    "rights": {
        "statement": "Some rights reserved.\n\nWrite to rights@archive.example.",
        "contact": "rights@archive.example",
    },
    "published": [
        {
            "in": "A Digital Archive",
            "id": "208406",
            "date": "2012-05-01",
            "url": "https://archive.example/document/208406",
            "source": "RGANI, f. 5, op. 49, d. 131, ll. 193-194. Obtained by Jane Doe and translated by John Roe.",
        }
    ],
    "texts": [{"language": "en", "kind": "translation", "file": "208406.en.txt"}],
    "summary": "Zhou Enlai thanks Khrushchev for the letter of the Central Committee.",
}


def unread(page: Imported) -> list[str]:
    return [note.message for note in page.notes if note.kind == "unread"]


@pytest.fixture(scope="module")
def seed() -> Imported:
    return read_page(SEED.read_bytes())


def test_the_first_document(seed: Imported) -> None:
    line = (
        "APRF, fond 45, opis 1, delo 334, listy 105-106, and RGASPI, f. 558, op. 11, d. 334, ll. 105-106. "
        "Translated by Kathryn Weathersby and Alexandre Mansourov."
    )
    data = dict(seed.data)
    rights = data.pop("rights")
    assert data == {
        "id": "113732",
        "title": "Ciphered Telegram from Roshchin in Beijing to Filippov [Stalin]",
        "type": "telegram",
        "date": "1950-10-03",
        "language": "ru",
        "people": {"sender": "Roshchin", "recipient": {"name": "Stalin", "as": "Filippov"}},
        "sources": [
            {"archive": "APRF", "fond": "45", "opis": "1", "delo": "334", "list": "105-106"},
            {"archive": "RGASPI", "fond": "558", "opis": "11", "delo": "334", "list": "105-106"},
        ],
        "translators": ["Kathryn Weathersby", "Alexandre Mansourov"],
        "published": [
            {
                "in": "Wilson Center Digital Archive",
                "id": "113732",
                "date": "2011-11-20",
                "url": "https://digitalarchive.wilsoncenter.org/document/113732",
                "source": line,
            }
        ],
        "texts": [
            {"language": "ru", "kind": "transcript", "file": "113732.ru.txt"},
            {"language": "en", "kind": "translation", "file": "113732.en.txt"},
        ],
        "summary": "Telegram from Mao to Stalin on whether or not to move several divisions of Chinese volunteers into "
        "North Korea.",
    }
    assert isinstance(rights, dict)
    assert rights["contact"] == "HAPP@wilsoncenter.org"
    assert str(rights["statement"]).startswith("The History and Public Policy Program welcomes reuse")
    assert str(rights["statement"]).endswith("at HAPP@wilsoncenter.org.")
    assert not unread(seed)


def test_the_texts_of_the_first_document_hold_every_line(seed: Imported) -> None:
    russian, english = (text.text for text in seed.texts)
    assert russian.startswith("ВТОРОЕ ГЛАВНОЕ УПРАВЛЕНИЕ")
    assert english.startswith("SECOND MAIN ADMINISTRATION")
    assert english.endswith("9-10 -(to file)\n")
    body = SEED.read_text(encoding="utf-8").partition("ВТОРОЕ")[2].partition("Telegram from Mao to Stalin on")[0]
    missing = [word for word in body.split() if word not in russian + english and word != "ВТОРОЕ"]
    assert not missing


def test_what_was_inferred_is_told(seed: Imported) -> None:
    told = " ".join(note.message for note in seed.notes if note.kind == "inferred")
    for word in ("Language", "address", "host", "Filippov", "summary"):
        assert word in told


@pytest.mark.parametrize("layout", LAYOUTS)
def test_html_of_the_same_layout(layout: str) -> None:
    html = HOME.format(title=WANTED["title"], information=LAYOUTS[layout])
    page = read_page(html.encode())
    assert page.data == WANTED
    assert page.texts[0].text == (
        "Dear comrade,\n\nWe have received the letter of the Central Committee and thank you for it. "
        "It is good & clear <as always>.\nWith greetings\n"
    )
    assert unread(page) == ["“One of many pages” stands below the last field; it is not in the record"]


def test_notes_name_the_line() -> None:
    text = "October 3, 1950\n\nA letter\n\nDocument Information\n\nRights\n\nA long statement.\n\nGenre\n\nUnheard of\n"
    notes = {note.line: note.message for note in read_page(text.encode()).notes if note.line}
    assert "Genre" in notes[11]
    assert "Unheard of" in notes[13]


@pytest.mark.parametrize(
    ("headline", "date"),
    [
        ("October 03, 1950", "1950-10-03"),
        ("March 1951", "1951-03"),
        ("1955", "1955"),
        ("undated", "unknown"),
        ("September 4 - 6, 1956", "1956-09-04/1956-09-06"),
    ],
)
def test_headline_dates(headline: str, date: str) -> None:
    page = read_page(f"{headline}\n\nA letter\n\nThe text.\n\nDocument Information\n\nRecord ID\n\n7\n".encode())
    assert (page.data["date"], page.data["title"], page.data["id"]) == (date, "A letter", "7")


def test_a_page_without_shelfmark_keeps_its_source_line() -> None:
    line = "Milovan Djilas. Wartime. Translated by Michael B. Petrovich. (New York: Harcourt, 1977), 385-387."
    page = read_page(f"1945\n\nA talk\n\nText.\n\nDocument Information\n\nSource\n\n{line}\n".encode())
    assert page.data["sources"] == [line]
    assert page.data["translators"] == ["Michael B. Petrovich"]
    assert any("no shelfmark" in note.message for note in page.notes)


def test_a_page_in_an_old_encoding() -> None:
    text = "3 октября 1950\n\nПисьмо\n\nТекст письма, длинный и ясный.\n\nDocument Information\n\nRecord ID\n\n7\n"
    page = read_page(text.encode("cp1251"))
    assert page.data["title"] == "Письмо"
    assert any("Windows-1251" in note.message for note in page.notes)


def test_an_id_cannot_lead_out_of_the_folder() -> None:
    text = "1950\n\nA letter\n\nThe text.\n\nDocument Information\n\nRecord ID\n\n../../etc/passwd\n"
    page = read_page(text.encode())
    assert page.name == "etc-passwd"
    assert all("/" not in file.name for file in page.texts)


def test_deep_html_is_read_or_told() -> None:
    deep = "<div>" * 1000 + "<h1>A letter</h1><p>Text</p>" + "</div>" * 1000 + "<p>After it</p>"
    page = read_page(f"<html><body>{deep}".encode())
    assert (page.data["title"], page.texts[0].text) == ("A letter", "Text\n\nAfter it\n")
    page = read_page(f"<html><body>\n{'<div>' * 100_000}<h1>A letter</h1>".encode())
    told = any("nested by the thousand" in note.message and note.line == 2 for note in page.notes)
    assert told or page.data["title"] == "A letter"  # libxml2 2.12 reads it to the end


def test_long_paragraphs_are_read_to_their_end() -> None:
    text = "Dear comrades, this is the letter that we have promised. " * 200_000
    page = read_page(f"<html><body><h1>A letter</h1><p>{text}</p><p>The end of it</p>".encode())
    assert page.texts[0].text.endswith("The end of it\n")


RUSSIAN = "Дорогие товарищи, мы получили ваше письмо и благодарим за него, рады вашим успехам."


@pytest.mark.parametrize(
    ("declared", "written"),
    [
        ("windows-1251", "cp1251"),
        ("windows-1251", "utf-8"),  # as browsers save it
        ("koi8-r", "koi8-r"),
        ("utf-8", "cp1251"),
        ("utf-16", "utf-16"),
        ("", "utf-8-sig"),
        ("klingon", "cp1251"),
    ],
)
def test_html_in_any_encoding(declared: str, written: str) -> None:
    head = f'<meta charset="{declared}">' if declared else ""
    html = f"<!DOCTYPE html><html><head>{head}</head><body><h1>Письмо</h1><p>March 5, 1957</p><p>{RUSSIAN}</p>"
    page = read_page(html.encode(written))
    assert (page.data["title"], page.texts[0].text) == ("Письмо", RUSSIAN + "\n")
    assert page.data["language"] == "ru"


def page_of(body: str, language: str = "", translated: str = "") -> Imported:
    fields = (
        f"Source\n\nRGANI, f. 5, op. 49, d. 131, l. 193.{translated}\n\nRights\n\nSome.\n\nLanguage\n\n{language}\n\n"
    )
    text = f"March 5, 1957\n\nLetter, A to B\n\n{body}\n\nDocument Information\n\n{fields}Record ID\n\n7\n"
    return read_page(text.encode())


ENGLISH = "Dear comrades, we have received your letter and thank you for it, and for the news of your success."


@pytest.mark.parametrize("body", [f"{RUSSIAN}\n\n{ENGLISH}", f"{ENGLISH}\n\n{RUSSIAN}"])
def test_the_translation_may_stand_first(body: str) -> None:
    page = page_of(body)
    texts = page.data["texts"]
    assert isinstance(texts, list)
    assert {"language": "en", "kind": "translation", "file": "7.en.txt"} in texts
    assert {"language": "ru", "kind": "transcript", "file": "7.ru.txt"} in texts
    assert {text.name: text.text for text in page.texts} == {"7.en.txt": ENGLISH + "\n", "7.ru.txt": RUSSIAN + "\n"}


def test_an_english_text_tells_no_language_of_the_document() -> None:
    page = page_of(ENGLISH)
    assert "language" not in page.data
    assert any("may be a translation" in message for message in unread(page))
    assert page_of(ENGLISH, "Russian").data["texts"] == [{"language": "en", "kind": "translation", "file": "7.en.txt"}]
    assert page_of(ENGLISH, "Chinese; Russian").data["texts"] == page_of(ENGLISH, "Russian").data["texts"]
    assert page_of(ENGLISH, "English").data["texts"] == [{"language": "en", "kind": "transcript", "file": "7.en.txt"}]


def test_words_of_buttons_within_a_text_are_part_of_it() -> None:
    page = page_of(f"Original\n\nEnglish\n\n{ENGLISH}\n\nClose\n\n{ENGLISH}\n\nDownload")
    assert page.texts[0].text == f"{ENGLISH}\n\nClose\n\n{ENGLISH}\n"


def test_a_page_without_text_says_so() -> None:
    page = page_of("")
    assert not page.texts
    assert "there is no text of the document on this page" in unread(page)


def test_entities_and_addresses_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("THE SECRET", encoding="utf-8")
    html = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]><html><body><h1>A letter</h1><p>1950</p>'
        f'<p>&x; text</p><iframe src="file://{secret}"></iframe></body></html>'
    )
    page = read_page(html.encode())
    assert "SECRET" not in str(page)


@given(st.binary(max_size=400))
@settings(max_examples=60, deadline=None)
def test_junk_never_raises(data: bytes) -> None:
    read_page(data)
    read_page(b"<html>" + data)


@given(st.text(max_size=300), st.sampled_from(["October 3, 1950\n\n", "<html><h1>", ""]))
@settings(max_examples=60, deadline=None)
def test_any_text_gives_a_record_that_can_be_written(text: str, before: str) -> None:
    page = read_page((before + text).encode("utf-8", "replace"))
    if not page.data:
        assert page.notes
        return
    for kind in ("yaml", "json", "markdown"):
        document = read("x", record_text(page.data, cast(RecordFormat, kind)).encode(), kind)
        assert not document.faults
        assert document.entries[0].data == page.data


def test_the_record_satisfies_the_schema(seed: Imported) -> None:
    document = read("113732.yaml", record_text(seed.data).encode())
    assert not list(schema.check(document.entries[0]))


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Telegram from Shtykov to Vyshinsky, 12 May 1950", ("Shtykov", "Vyshinsky")),
        ("Letter from Mao Zedong to Stalin", ("Mao Zedong", "Stalin")),
        ("Cable, V. M. Molotov to Kim Il Sung", ("V. M. Molotov", "Kim Il Sung")),
        ("Letter from the Central Committee to Mao Zedong", None),
        ("Report from the Romanian Embassy in Pyongyang to the Ministry of Foreign Affairs", None),
        ("Notes on the Road from Moscow to Beijing and to Hanoi", None),
        ("Report on the Journey from Prague to Havana", None),
        ("Telegram from Moscow to Beijing", None),
        ("Cable from Pyongyang to Warsaw, 5 May 1955", None),
        ("Telegram from Zhou Enlai to Mao Zedong, Liu Shaoqi", None),
        ("Telegram No. 121973 from Shtykov to Vyshinsky", ("Shtykov", "Vyshinsky")),
        ("A Letter", None),
        ("", None),
    ],
)
def test_correspondents(title: str, wanted: tuple[str, str] | None) -> None:
    found = correspondents(title)
    assert (None if found is None else tuple(person.name for person in found)) == wanted


FIELDS = """
Document Information

Source

APRF, f. 3, op. 1, d. 2, l. 5. Translated by Jane Doe.

Language

{language}

Record ID

77
"""


def plain(body: str, *, language: str = "Russian", date: str = "October 3, 1950", more: str = "") -> Imported:
    return read_page(f"{date}\n\nA letter\n\n{body}\n{FIELDS.format(language=language)}{more}".encode())


def test_the_title_may_stand_above_the_date() -> None:
    text = "The ambassador said that the government was not ready to send the troops, and that this was all."
    page = read_page(f"A letter\n\nOctober 3, 1950\n\n{text}\n{FIELDS.format(language='Russian')}".encode())
    assert page.data["title"] == "A letter"
    assert [one.text for one in page.texts] == [f"{text}\n"]


def test_bold_words_in_a_text_stay_where_they_are() -> None:
    html = f"<h1>A</h1><p>1950</p><p><b>Source</b> of it is <i>he</i>.</p><p>{ENGLISH}</p><h2>Document Information</h2>"
    page = read_page(f"<html>{html}<p><b>Source</b> APRF, f. 3, op. 1, d. 2</p></html>".encode())
    assert page.texts[0].text.startswith("Source of it is he.\n")
    assert page.data["sources"] == [{"archive": "APRF", "fond": "3", "opis": "1", "delo": "2"}]


def test_a_range_of_days_is_a_date_and_no_title() -> None:
    page = plain("Text of the letter.", date="October 3-5, 1950")
    assert (page.data["title"], page.data["date"]) == ("A letter", "1950-10-03/1950-10-05")


def test_a_value_that_is_also_a_button_is_a_value() -> None:
    assert plain("Text of the letter.", language="English").data["language"] == "en"


@pytest.mark.parametrize("german_first", [True, False])
def test_two_texts_in_latin_letters_are_parted(german_first: bool) -> None:
    german = "Der Botschafter teilte mit, dass die Regierung nicht bereit ist, Truppen zu entsenden."
    english = "The ambassador said that the government was not ready to send the troops.\n\nIt is not the time for it."
    body = f"{german}\n\n{english}" if german_first else f"{english}\n\n{german}"
    page = plain(body, language="German")
    assert {text.name: text.text for text in page.texts} == {
        "77.de.txt": f"{german}\n",
        "77.en.txt": f"{english}\n",
    }
    assert any("short lines there" in note.message for note in page.notes)


def test_a_text_in_latin_letters_that_is_not_english_is_no_translation() -> None:
    page = plain("Ambasadorul a comunicat că guvernul nu este dispus să trimită trupe.", language="Romanian")
    assert page.data["texts"] == [{"language": "ro", "kind": "transcript", "file": "77.ro.txt"}]


def test_two_texts_that_cannot_be_parted_are_told() -> None:
    english = "The ambassador said that the government was not ready to send the troops to the front. " * 2
    russian = "Посол сообщил, что правительство не готово послать войска на фронт, и это мнение всех. " * 2
    page = plain(f"{english}\n\n{russian}\n\n{english}\n\nEND")
    assert len(page.texts) == 1
    assert any("two scripts" in message for message in unread(page))


def test_the_foot_of_a_page_is_no_part_of_a_field_and_is_told_in_short() -> None:
    links = "\n".join(f"Letter number {number}" for number in range(60))
    page = plain("Text of the letter.", more=f"\nSubjects Discussed\n\nKorea\n\nRelated Documents\n\n{links}\n")
    assert page.data["subjects"] == ["Korea"]
    told = [message for message in unread(page) if "Related Documents" in message]
    assert len(told) == 9
    assert "53 more lines, to “Letter number 59”" in told[-1]


LETTER = "Monsieur le Chancelier, j'ai l'honneur de vous écrire que la situation est grave et que la France propose."

SAID = {
    "en": (
        ("Source", "Author", "Date", "Language", "Type", "Rights"),
        ("AN, 457 AP 123, f. 12-13.", "Robert Schuman", "7 May 1950", "French", "Letter", "(c) AN"),
    ),
    "de": (
        ("Signatur", "Verfasser", "Datum", "Sprache", "Art", "Rechte"),
        ("AN, 457 AP 123, f. 12-13", "Robert Schuman", "7.5.1950", "Französisch", "Letter", "(c) AN"),
    ),
    "fr": (
        ("Cote", "Auteur", "Date", "Langue", "Type", "Droits"),
        ("AN, 457 AP 123, f. 12-13", "Robert Schuman", "7 mai 1950", "français", "Letter", "(c) AN"),
    ),
    "ru": (
        ("Источник", "Автор", "Дата", "Язык", "Тип", "Права"),
        ("AN, 457 AP 123, f. 12-13", "Robert Schuman", "7 мая 1950 г.", "французский", "Letter", "(c) AN"),
    ),
}  # fmt: skip
"""The same fields on pages in several languages: their labels and values."""


def list_of(labels: Sequence[str], values: Sequence[str]) -> str:
    """Return a page that has its fields in a list, above the text."""
    fields = "".join(f"<dt>{label}</dt><dd>{value}</dd>" for label, value in zip(labels, values, strict=True))
    return f"<html><body><h1>A letter</h1><dl>{fields}</dl><p>{LETTER}</p></body></html>"


def table_of(labels: Sequence[str], values: Sequence[str]) -> str:
    """Return the same as a table of two columns."""
    fields = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in zip(labels, values, strict=True))
    return f"<html><body><h1>A letter</h1><table>{fields}</table><p>{LETTER}</p></body></html>"


def text_of(labels: Sequence[str], values: Sequence[str]) -> str:
    """Return the same as it is copied from a browser."""
    fields = "\n".join(f"{label}\n{value}" for label, value in zip(labels, values, strict=True))
    return f"A letter\n\n{fields}\n\n{LETTER}\n"


@pytest.mark.parametrize("page_of_kind", [list_of, table_of, text_of])
@pytest.mark.parametrize("language", SAID)
def test_fields_above_the_text_in_several_languages(
    language: str, page_of_kind: Callable[[Sequence[str], Sequence[str]], str]
) -> None:
    page = read_page(page_of_kind(*SAID[language]).encode())
    assert {key: value for key, value in page.data.items() if key not in ("published", "texts")} == {
        "title": "A letter",
        "type": "letter",
        "date": "1950-05-07",
        "language": "fr",
        "people": {"author": "Robert Schuman"},
        "sources": [{"archive": "Archives nationales", "fonds": "457 AP", "file": "123", "folio": "12-13"}],
        "rights": {"statement": "(c) AN"},
    }
    assert [text.text for text in page.texts] == [LETTER + "\n"]
    assert any("below the fields" in note.message for note in page.notes)


@pytest.mark.parametrize("page_of_kind", [list_of, table_of])
def test_labels_that_are_not_known_are_named(
    page_of_kind: Callable[[Sequence[str], Sequence[str]], str],
) -> None:
    labels, values = SAID["de"]
    page = read_page(
        page_of_kind([*labels[:2], "Aktenzeichen", *labels[2:]], [*values[:2], "B.15", *values[2:]]).encode()
    )
    assert page.data["people"] == {"author": "Robert Schuman"}
    assert (
        unread(page)[-1]
        == "“B.15” stands under the label “Aktenzeichen”, which is not known here; it is not in the record"
    )
    page = read_page(
        page_of_kind(["Lähde", "Kirjoittaja", "Päiväys", "Kieli"], ["Kansallisarkisto", "A", "1950", "ranska"]).encode()
    )
    told = [note.message for note in page.notes]
    assert any("“Lähde”, “Kirjoittaja”" in message and "known here" in message for message in told)
    assert any("labels in English, German" in message for message in told)
    assert not any("leaves Language empty" in message for message in told)


def test_a_date_below_an_author_is_no_second_author() -> None:
    text = "A letter\n\nSource\nAN, 457 AP 123\nAuthor\nRobert Schuman\nSent\n7 May 1950\nRights\nFree\n"
    page = read_page(text.encode())
    assert page.data["people"] == {"author": "Robert Schuman"}
    assert [message for message in unread(page) if "no name" in message] == [
        "“Sent” (author) is no name; it is not in the record",
        "“7 May 1950” (author) is no name; it is not in the record",
    ]


def test_the_head_of_a_memorandum_is_its_text() -> None:
    memorandum = "Date: 7 May 1950\nSubject: Grain\nPlace: Paris\n\nThe harvest was good, and we have grain to sell."
    page = read_page(f"A memorandum\n\n{memorandum}\n".encode())
    assert page.texts[0].text == memorandum + "\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
        (b"\x1f\x8b\x08\x00\x00\x00\x00\x00", "gzip"),
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (b"From: <Saved by Blink>\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n<html>", "MHTML"),
        (bytes(range(256)) * 20, "no text"),
    ],
)
def test_a_file_that_is_no_page_is_named(data: bytes, said: str) -> None:
    page = read_page(data)
    assert page.data == {}
    assert any(said in message for message in unread(page))


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_wide_encodings_with_and_without_a_mark(codec: str) -> None:
    text = f"October 3, 1950\n\nПисьмо товарищу\n\nТекст письма из двух слов.\n{FIELDS.format(language='Russian')}"
    page = read_page(text.encode(codec))
    assert page.data["title"] == "Письмо товарищу"
    assert sum("byte order mark" in note.message for note in page.notes) == codec.endswith(("-le", "-be"))


@pytest.mark.parametrize(
    ("author", "people"),
    [
        ("N. V. Roshchin", {"sender": "N. V. Roshchin", "recipient": {"name": "Stalin", "as": "Filippov"}}),
        ("Stalin, Joseph", {"sender": "Roshchin", "recipient": {"name": "Stalin, Joseph", "as": "Filippov"}}),
        ("Filippov", {"sender": "Roshchin", "recipient": {"name": "Stalin", "as": "Filippov"}}),
        ("Mao", {"sender": "Roshchin", "recipient": {"name": "Stalin", "as": "Filippov"}, "author": "Mao"}),
    ],
)
def test_an_author_of_the_title_gets_the_fuller_name(author: str, people: Value) -> None:
    page = read_page(SEED.read_bytes().replace(b"Record ID\n", f"Author\n\n{author}\n\nRecord ID\n".encode(), 1))
    assert page.data["people"] == people
    told = [note.message for note in page.notes if note.message.endswith("whom the title names")]
    assert len(told) == (len(author) > 8)


def test_a_line_of_text_is_no_record() -> None:
    assert read_page(b"vm\n").data == {}


GERMAN_LETTER = "Sehr geehrter Herr Roe,\n\nDatum: der Brief vom 2. Oktober kam an.\n\nHochachtungsvoll\nAnna Meyer\n"


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ("Quelle: PA AA, B 12\nDatum: 3. Oktober 1950\nÜbersetzer: John Roe", GERMAN_LETTER),
        ("Quelle: PA AA, B 12\nÜbersetzer: John Roe\nSprache: Deutsch\nRechte: frei", GERMAN_LETTER),
        ("Datum: 3. Oktober 1950\nÜbersetzer: John Roe\nQuelle: PA AA, B 12", GERMAN_LETTER),
        ("Источник: РГАСПИ. Ф. 17\nДата: 3 октября 1950 г.\nПереводчик: John Roe", "Товарищу Сталину\n\nДокладываю.\n"),
        ("Source: TNA, FO 371\nLanguage: English\nTranslator: John Roe", "Dear Roe,\n\nSource: a friend.\nYours\n"),
    ],
)
@pytest.mark.parametrize("above", ["Letter of Meyer", "Digital Archive\n\nLetter of Meyer"])
@pytest.mark.parametrize("html", [False, True])
def test_the_text_below_the_fields_is_no_part_of_them(above: str, fields: str, text: str, html: bool) -> None:
    """Neither a name, nor rights, nor the source line; and the line above the fields is the title."""
    page = f"{above}\n\n{fields}\n\n{text}"
    if html:
        page = "<html><body>" + "".join(f"<p>{line}</p>" for line in page.split("\n") if line) + "</body></html>"
    record = read_page(page.encode())
    assert [one.text.replace("\n\n", "\n") for one in record.texts] == [text.replace("\n\n", "\n")]
    assert record.data["title"] == "Letter of Meyer"
    assert record.data["translators"] == ["John Roe"]
    assert record.data.get("rights") in (None, {"statement": "frei"})


def test_fields_go_on_behind_a_value_of_two_paragraphs() -> None:
    fields = "Source: TNA, FO 371\n\nAuthor: Anna Meyer\n\nPaul Roe\n\nDate: 3 October 1950"
    record = read_page(f"Letter\n\n{fields}\n\nDear Max,\n\nYours\n".encode())
    assert record.data["people"] == {"author": ["Anna Meyer", "Paul Roe"]}
    assert [one.text for one in record.texts] == ["Dear Max,\n\nYours\n"]


def test_a_source_within_the_letter_is_none_of_the_fields() -> None:
    letter = "Dear Roe,\n\nOne more.\nTwo more.\nThree.\n\nSource: I have it from a friend.\n\nYours\n"
    fields = "Source: TNA, FO 371\nDate: 3 October 1950\nLanguage: English"
    record = read_page(f"Letter from Meyer\nMoscow, 1950 a.\n\n{fields}\n\n{letter}".encode())
    assert record.data["date"] == "1950-10-03"
    assert [one.text for one in record.texts] == [letter]
