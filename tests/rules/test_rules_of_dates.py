"""Dates, identifiers and numbers: what must be found, and what an archivist would be annoyed by."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from provcheck.dates import parse
from provcheck.model.context import Context, Defaults, Library
from provcheck.model.record import Record, Text, When
from provcheck.rules import by_id
from tests.rules.examples import TODAY, context, examples, fixed, messages

RULES = by_id()

FOUND = [
    ("date-invalid", "date: 1950-13-01"),
    ("date-invalid", "date: 1950/10/03"),
    ("date-invalid", "date: [{role: sent, date: 3.10.1950}]"),
    ("date-invalid", "date_os: 25 October 1917"),
    ("date-invalid", "published: {in: Bulletin, date: Winter 1995/1996}"),
    ("date-invalid", "events: [{event: declassified, date: in the nineties}]"),
    ("date-range-reversed", "date: 1950/1949"),
    ("date-range-reversed", "published: {in: Bulletin, date: 1996/1995}"),
    ("date-future", "date: 2026-01-03"),
    ("date-future", "date: 2051~"),
    ("date-order", "date: [{date: 1950-10-03}, {role: received, date: 1949-10-05}]"),
    ("date-order", "date: [{role: written, date: 1950-10}, {role: sent, date: 1950-08}]"),
    ("date-order", "date: 1950-10-03\npublished: {in: The Archive, date: 1949}"),
    ("date-old-style", "date: 1950-10-03\ndate_os: 1950-09-21"),
    ("date-old-style", "date: 1900-03-14\ndate_os: 1900-02-29"),
    ("date-old-style", "date: 1719-06-22\ndate_os: 1719-06-10"),
    ("date-contradicts-title", "title: A. Puzanov to V. Kuznetsov, 13 October 1950\ndate: 1950-10-03"),
    ("date-contradicts-title", "title: Letter from Mao to Stalin, October 1951\ndate: 1950-10-03"),
    ("date-contradicts-title", "title: Telegram to Stalin, 4 December\ndate: 1950-10-03"),
    ("date-contradicts-title", "title: Brief an den Kaiser vom 4. August 1719\ndate: 1719-09-04"),
    ("date-contradicts-title", "title: {en: Letter, ru: 'Письмо Сталину, 13.10.1950'}\ndate: 1950-10-03"),
    ("date-contradicts-title", "title: Record of conversation with Mao, 3 September 1950\ndate: 1950-10-03"),
    ("date-contradicts-title", "title: Telegram, 3.10.51\ndate: 1950-10-03"),
    ("date-contradicts-title", "title: Carta del virrey al rey de 7 de abril de 1601\ndate: 1601-04-27"),
    ("date-contradicts-title", "title: Ofício de 7 de abril de 1801\ndate: 1801-04-27"),
    ("date-contradicts-title", "title: Brief van De Ruyter van 7 april 1673\ndate: 1673-04-27"),
    ("date-contradicts-title", "title: Scrisoare din 7 aprilie 1941\ndate: 1941-04-17"),
    ("date-contradicts-title", "title: Jelentés, 1957. április 7.\ndate: 1957-04-17"),
    ("date-contradicts-title", "title: Писмо от 7 април 1947 г.\ndate: 1947-04-17"),
    ("date-contradicts-title", "title: Επιστολή της 7ης Απριλίου 1947\ndate: 1947-04-17"),
    ("date-contradicts-title", "title: 1939 m. balandžio 7 d. pranešimas\ndate: 1939-04-17"),
    ("date-contradicts-title", "title: 1937年4月7日付電報\ndate: 1937-04-17"),
    ("date-contradicts-title", "title: 斯大林致毛泽东电报，1950年4月7日\ndate: 1950-04-17"),
    ("date-contradicts-text", "date: 1950-10-03\n# text: Из Пекина   13.10.1950"),
    ("date-contradicts-text", "date: 1950-10-03\n# text: Dear Sir, I write.\n# text: Vienna, October 13th, 1950"),
    ("date-outside-archive", "date: 2005\nsources: 'RTsKhIDNI, f. 558, op. 11, d. 334, l. 5'"),
    ("id-duplicate", 'id: "1"\n---\nid: "1"\n---\nid: "1"'),
    ("id-duplicate", "id: Z\u00fcrich\n---\nid: Zu\u0308rich"),
    ("id-file-mismatch", "# L01757.yaml\nid: L01756"),
    ("id-file-mismatch", "# 1950-10-04-roshchin.yaml\nid: 1950-10-03-roshchin"),
    ("id-url-mismatch", 'published: {in: A, id: "113732", url: "https://example.org/document/113733"}'),
    ("id-url-mismatch", 'published: {in: A, id: "113732", url: "https://example.org/document/1137"}'),
    ("id-url-mismatch", 'published: {in: A, id: "113732", url: "https://example.org/document/113733.html?l=en#top"}'),
    ("number-contradicts-title", 'title: Telegram No. 061.487, SECRET\nnumber: "061.465"'),
    ("number-contradicts-title", 'title: Шифртелеграмма № 25553\nnumber: "2395"'),
]

SILENT = [
    ("date-invalid", "date: 1950-10"),
    ("date-invalid", "date: unknown"),
    ("date-invalid", "date: '[1949,1950]'"),
    ("date-invalid", "date: 1900-03-13\ndate_os: 1900-02-29"),
    ("date-invalid", "published: {in: Bulletin, date: 1995/1996}"),
    ("date-range-reversed", "date: 1950/1950"),
    ("date-range-reversed", "date: 1950-12/1950"),
    ("date-range-reversed", "date: 1950/.."),
    ("date-future", "date: 2026-01-02"),
    ("date-future", "date: ../2030"),
    ("date-future", "date: 1950/2040"),
    ("date-order", "date: [{role: sent, date: 1950-10-03}, {role: received, date: 1950-10}]"),
    ("date-order", "date: [{role: sent, date: 1950-10-03}, {role: declassified, date: 1995}]"),
    ("date-order", "date: [{role: message, date: 1950-10-02}, {date: 1950-10-03}]"),
    ("date-order", "date: [{role: meeting, date: 1950-12-02}, {date: 1950-10-03}]"),
    ("date-order", "date: [{role: sent, date: 1950-10-03~}, {role: received, date: 1950-09-28}]"),
    ("date-old-style", "date: 1900-03-13\ndate_os: 1900-02-29"),
    ("date-old-style", "date: 1719-06\ndate_os: 1719-06-10"),
    ("date-old-style", "date: unknown\ndate_os: 1719-06-10"),
    ("date-old-style", "date: 1877-01-18\ndate_os: nonsense"),
    ("date-contradicts-title", "title: Letter from Mao to Stalin, October 1950\ndate: 1950-10-03"),
    ("date-contradicts-title", "title: Letter from Mao to Stalin, 3 October\ndate: 1950-10-03"),
    ("date-contradicts-title", "title: Telegram, 3/10/1950\ndate: 1950-03-10"),
    ("date-contradicts-title", "title: Telegram, 3.10.50\ndate: 1950-10-03"),
    ("date-contradicts-title", "title: Telegram, 13 October 1950\ndate: 1950-10~"),
    ("date-contradicts-title", "title: Telegram, 13 October 1950\ndate: 1950-10-03?"),
    ("date-contradicts-title", "title: Telegram, 13 October 1950\ndate: unknown"),
    (
        "date-contradicts-title",
        "title: Telegram, 13 October 1950\ndate: [{date: 1950-10-12}, {role: sent, date: 1950-10-13}]",
    ),
    ("date-contradicts-title", "title: Telegram, 25 October 1917\ndate: 1917-11-07"),
    ("date-contradicts-title", "title: Letter of 20 January 1641 (O.S.)\ndate: 1642-01-30"),
    ("date-contradicts-title", "title: Respuesta a la carta de 7 de abril de 1601\ndate: 1601-05-17"),
    ("date-contradicts-title", "title: Carta sobre la junta de 7 de abril de 1601\ndate: 1601-05-17"),
    ("date-contradicts-title", "title: Informe de la sesión de 7 de abril de 1937\ndate: 1937-05-17"),
    ("date-contradicts-title", "title: Ata da reunião de 7 de abril de 1937\ndate: 1937-05-17"),
    ("date-contradicts-title", "title: Brief over de vergadering van 7 april 1947\ndate: 1947-05-17"),
    ("date-contradicts-title", "title: Scrisoare despre convorbirea din 7 aprilie 1941\ndate: 1941-05-17"),
    ("date-contradicts-title", "title: Отговор на писмо от 7 април 1947 г.\ndate: 1947-05-17"),
    ("date-contradicts-title", "title: Έκθεση για τη σύσκεψη της 7ης Απριλίου 1947\ndate: 1947-05-17"),
    ("date-contradicts-title", "title: 关于1950年4月7日会谈的报告\ndate: 1950-05-17"),
    ("date-contradicts-title", "title: 1950年4月7日电报的回电\ndate: 1950-05-17"),
    ("date-contradicts-title", "title: 1950年代外交报告\ndate: 1961-05-17"),
    ("date-contradicts-title", "title: Telegram, 25 October 1917\ndate: 1917-11\ndate_os: 1917-10-25"),
    ("date-contradicts-title", "title: Minutes of the meeting of the Politburo, 2 October 1950\ndate: 1950-10-05"),
    ("date-contradicts-title", "title: Talking points on the anniversary of 25 October 1917\ndate: 1950-10-03"),
    ("date-contradicts-title", "title: Plan of economic development, 1951\ndate: 1950-12-28"),
    ("date-contradicts-title", "title: Report for September 1950\ndate: 1950-10-03"),
    ("date-contradicts-title", "title: History of the Party, 1898–1917\ndate: 1938"),
    ("date-contradicts-title", "title: Letter on the treaty of 14 February 1950\ndate: 1950-10-03"),
    ("date-contradicts-title", "title: Letter to Stalin (1878–1953)\ndate: 1950-10-03"),
    ("date-contradicts-title", "title: Journal of Ambassador Puzanov for 31 October 1960\ndate: 1960-11-02"),
    ("date-contradicts-title", "title: Telegram No. 1951, f. 5, op. 30, d. 1956\ndate: 1950-10-03"),
    ("date-contradicts-title", "title: Draft reply to the note of 1 October 1950, 3 October 1950\ndate: 1950-10-03"),
    ("date-contradicts-title", "title: Order no. 5 cancelling the order of 1 October 1950\ndate: 1950-10-03"),
    ("date-contradicts-title", "title: Photograph of the parade on 1 May 1950\ndate: 1950-10-03"),
    ("date-contradicts-text", "date: 1950-10-03\n# text: Получено 4.10.1950"),
    ("date-contradicts-text", "date: 1950-10-03\n# text: Пекин, 3.10.1950\n# text: Москва, 4.10.1950"),
    (
        "date-contradicts-text",
        "date: 1950-10-03\n# text: On 1 October 1950 Comrade Mao told us that he could not come.",
    ),
    ("date-contradicts-text", "date: 1950-10-03\n# text: 4 октября"),
    ("date-contradicts-text", "date: 1917-11-07\ndate_os: 1917-10-25\n# text: Петроград, 25 октября 1917 г."),
    ("date-outside-archive", "date: 1950\nsources: 'RTsKhIDNI, f. 558, op. 11, d. 334, l. 5'"),
    ("date-outside-archive", "date: 2005\nsources: 'RGASPI, f. 558, op. 11, d. 334, l. 5'"),
    ("date-outside-archive", "date: 2005\nsources: 'An unknown archive, f. 558, op. 11, d. 334, l. 5'"),
    ("id-duplicate", 'id: "1"\n---\nid: "01"'),
    ("id-file-mismatch", "# 113732.en.yaml\nid: '113732'"),
    ("id-file-mismatch", "# 0113732.yaml\nid: '113732'"),
    ("id-file-mismatch", "# l01756.yaml\nid: L01756"),
    ("id-file-mismatch", "# 1950-10-03.yaml\nid: '113732'"),
    ("id-file-mismatch", "# record.yaml\nid: stalin-to-mao"),
    ("id-url-mismatch", 'published: {in: A, id: "113732", url: "https://example.org/113732/view/2"}'),
    ("id-url-mismatch", 'published: {in: A, id: "113732", url: "https://example.org/correspondence/1950"}'),
    ("id-url-mismatch", 'published: {in: A, id: "113732", url: "https://example.org/document/stalin-mao-1950"}'),
    ("id-url-mismatch", 'published: {in: A, url: "https://example.org/document/99999"}'),
    ("id-url-mismatch", 'published: {in: A, id: ABC-5, url: "https://example.org/document/99999"}'),
    ("number-contradicts-title", 'title: "Telegram, No.061.009"\nnumber: "61009"'),
    ("number-contradicts-title", 'title: Telegram No. 25553/sh\nnumber: "25553"'),
    ("number-contradicts-title", 'title: Telegram No. 5, answer to No. 7\nnumber: "7"'),
    ("number-contradicts-title", 'title: Annex to protocol No. 5\nnumber: "25553"'),
    ("number-contradicts-title", 'title: Telegram from School No. 5\nnumber: "25553"'),
    ("number-contradicts-title", "title: Telegram No. 5\nnumber: none"),
    ("scalar-ambiguous", "date: 1950-10-03\nnumber: 25553"),
    ("scalar-ambiguous", 'number: "0102"'),
]


@pytest.mark.parametrize(("rule", "text"), FOUND, ids=lambda value: value.replace("\n", " | "))
def test_found(rule: str, text: str) -> None:
    assert messages(RULES[rule], text + "\n")


@pytest.mark.parametrize(
    ("rule", "text", "message"),
    [
        (
            "date-order",
            "date: 1950-10-03\npublished: {in: A, date: 1949-01-01}",
            "published 1949-01-01, but dated 1950-10-03",
        ),
        (
            "id-duplicate",
            'id: "1"\n---\nid: "1"\n---\nid: "1"',
            'another record in this file and 1 more have the ID "1" too',
        ),
        (
            "date-contradicts-title",
            "title: Письмо от 3 октября 1951 г., Пекин\ndate: 1950-10-03",
            "the title says 3 октября 1951 г., the date is 1950-10-03",
        ),
    ],
)
def test_what_is_said(rule: str, text: str, message: str) -> None:
    assert messages(RULES[rule], text + "\n")[0] == message


@pytest.mark.parametrize(("rule", "text"), SILENT, ids=lambda value: value.replace("\n", " | "))
def test_silent(rule: str, text: str) -> None:
    assert not messages(RULES[rule], text + "\n")


def test_an_ambiguous_date_has_no_fix_and_says_both_readings() -> None:
    (message,) = messages(RULES["date-invalid"], "date: 3/10/1950\n")
    assert "1950-10-03 or 1950-03-10" in message
    (example,) = fixed(RULES["date-invalid"], "date: 3/10/1950\n")
    assert "3/10/1950" in example.document.text


def test_a_fix_reaches_dates_wherever_they_stand() -> None:
    text = "date:\n  - {role: sent, date: 3.10.1950}\nevents:\n  - {event: declassified, date: c. 1995}\n"
    (example,) = fixed(RULES["date-invalid"], text)
    assert "{role: sent, date: 1950-10-03}" in example.document.text
    assert "date: 1995~" in example.document.text


def test_an_address_of_the_own_host_is_held_against_the_pattern() -> None:
    facts = Defaults(url="https://digitalarchive.wilsoncenter.org/document/{id}")
    right, wrong, other = examples(
        'id: "113732"\npublished: {url: "http://www.digitalarchive.wilsoncenter.org/document/113732/"}\n---\n'
        'id: "113733"\npublished: {url: "https://digitalarchive.wilsoncenter.org/document/113732"}\n---\n'
        'id: "113734"\npublished: {url: "https://digitalarchive.wilsoncenter.org/document/long/way"}\n'
    )
    rule = RULES["id-url-mismatch"]
    found = [list(rule.check(example.record, context([], facts))) for example in (right, wrong, other)]
    assert [len(problems) for problems in found] == [0, 1, 0]


def test_a_broken_default_pattern_is_no_trouble() -> None:
    (example,) = examples('published: {url: "https://example.org/1"}\n')
    for pattern in ("", "{id}", "https://example.org/", "{id}{id}"):
        assert not list(RULES["id-url-mismatch"].check(example.record, context([], Defaults(url=pattern))))


def test_many_records_of_one_id_cost_no_quadratic_time() -> None:
    record = Record(id=Text("1", ("id",)))
    many = tuple(replace(record) for _ in range(20_000))
    facts = Context(today=TODAY, library=Library({"1": many}))
    assert sum(len(list(RULES["id-duplicate"].check(one, facts))) for one in many) == 20_000


def test_published_collections() -> None:
    """Professionally edited titles: nothing may be found that is not confirmed by hand."""
    corpora = Path(__file__).parent.parent.parent.parent / "shared" / "corpora"
    if not corpora.exists():
        pytest.skip("no ../shared beside the checkout")
    rule, found, looked_at = RULES["date-contradicts-title"], set(), 0
    for path in sorted(corpora.glob("*/*.xml")):
        text = path.read_text(encoding="utf-8")
        header = text[: text.find("</teiHeader>")]
        encoded = re.search(r'type="sent".*?<date([^>]*)>', header, re.DOTALL) or re.search(
            r"<origDate([^>]*)>", header
        )
        values = dict(re.findall(r'([\w-]+)="([^"]*)"', encoded[1])) if encoded else {}
        ends = [values.get("notBefore", values.get("from", "")), values.get("notAfter", values.get("to", ""))]
        date = values.get("when") or values.get("when-iso") or "/".join(ends)
        if parse(date) is None:
            continue
        for title in re.findall(r"<title[^>]*>([^<]+)</title>", header[: header.find("</titleStmt>")]):
            looked_at += 1
            record = Record(titles=(Text(" ".join(title.split()), ("title",)),), dates=(When(date, ("date",)),))
            if list(rule.check(record, context([]))):
                found.add(path.stem)
    assert looked_at > 250
    confirmed = {"vipa.l.hbg.17200404", "vipa.pr.osm.17190904_Ott_prot_register_347", "EHRI-BF-UH-19380325_CS_DE"}
    assert found == confirmed
