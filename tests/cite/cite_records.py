"""Records that the tests of this room cite: the first record of the project, and others of many conventions."""

from __future__ import annotations

from typing import Any

from provcheck.model.document import Entry, Locator
from provcheck.model.record import Record
from provcheck.records import record

SEED: dict[str, Any] = {
    "id": "113732",
    "title": {
        "en": "Ciphered Telegram from Roshchin in Beijing to Filippov [Stalin]",
        "ru": "Шифртелеграмма Рощина из Пекина Филиппову [Сталину] от 3 октября 1950 г.",
    },
    "type": "ciphered telegram",
    "date": "1950-10-03",
    "language": "ru",
    "people": {"sender": "N. V. Roshchin", "recipient": {"name": "Stalin", "as": "Filippov"}},
    "sources": [
        {"archive": "APRF", "fond": "45", "opis": "1", "delo": "334", "list": "105-106"},
        {"archive": "RGASPI", "fond": "558", "opis": "11", "delo": "334", "list": "105-106"},
    ],
    "translators": ["Kathryn Weathersby", "Alexandre Mansourov"],
    "rights": "Reuse is welcome.",
    "published": [
        {
            "in": "Wilson Center Digital Archive",
            "id": "113732",
            "url": "https://digitalarchive.wilsoncenter.org/document/113732",
            "source": "APRF, fond 45, opis 1, delo 334, listy 105-106, and RGASPI, f. 558, op. 11, d. 334, "
            "ll. 105-106. Translated by Kathryn Weathersby and Alexandre Mansourov.",
        }
    ],
}
"""Document 113732 with the facts that its page lacks and styles want: the sender's initials, a Russian title."""

OTHERS: dict[str, dict[str, Any]] = {
    "ukrainian": {
        "title": {"uk": "Протокол засідання Політбюро ЦК КП(б)У", "en": "Minutes of the Politburo of the CC CP(b)U"},
        "type": "minutes",
        "date": "1932-11-18",
        "language": "uk",
        "sources": [{"archive": "ЦДАГО України", "fond": "1", "opis": "6", "delo": "237", "list": "207-216"}],
        "translators": "Bohdan Klid",
    },
    "bundesarchiv": {
        "title": {"de": "Vermerk über ein Gespräch mit Botschafter Abrassimow"},
        "type": "memorandum of conversation",
        "date": "1964-07-22",
        "language": "de",
        "sources": "BArch, DY 30/3512, Bl. 12-19",
    },
    "politisches-archiv": {
        "title": "Report of the Consulate General in Shanghai",
        "type": "report",
        "date": "1938-02",
        "language": "de",
        "people": {"author": "Martin Fischer", "recipient": "Auswärtiges Amt"},
        "sources": "PA AA, R 104881",
    },
    "tna": {
        "title": "Minute by Sir William Strang on Korea",
        "type": "memorandum",
        "date": "1950-07-03",
        "language": "en",
        "people": {"author": "Strang, William", "recipient": "Ernest Bevin"},
        "sources": "TNA, FO 371/84081",
        "published": [{"in": "Documents on British Policy Overseas", "pages": "10-12", "date": "1991"}],
    },
    "nara": {
        "title": "Memorandum of Conversation between Dean Acheson and Wellington Koo",
        "type": "memorandum of conversation",
        "date": "1950-06-29",
        "language": "en",
        "sources": [{"archive": "NARA", "record-group": "59", "lot": "53 D 444", "box": "13", "folder": "June 1950"}],
    },
    "bulgarian": {
        "title": {"bg": "Стенограма от разговор на Тодор Живков", "en": "Conversation of Todor Zhivkov"},
        "type": "transcript",
        "date": "1975-07-29",
        "language": "bg",
        "people": {"participant": ["Todor Zhivkov", "Kim Il Sung"]},
        "sources": "ЦДА, ф. 1Б, оп. 60, а.е. 178, л. 1-3",
        "translators": "Sveta Milusheva",
    },
    "three-archives": {
        "title": "Ciphered Telegram, Shtykov to Stalin",
        "type": "telegram",
        "date": [{"role": "sent", "date": "1951-01-13"}, {"role": "received", "date": "1951-01-14"}],
        "language": "ru",
        "people": {"sender": "T. F. Shtykov", "recipient": {"name": "I. V. Stalin", "as": "Fyn Si"}},
        "sources": [
            {"archive": "APRF", "fond": "45", "opis": "1", "delo": "336", "list": "122"},
            {"archive": "AVPRF", "fond": "059а", "opis": "5а", "papka": "11", "delo": "5", "list": "13, 15ob-16"},
            {"archive": "RGASPI", "fond": "558", "opis": "11", "delo": "336", "list": "0122"},
        ],
    },
    "mao": {
        "title": "Telegram from Mao Zedong to Peng Dehuai, Gao Gang and Others",
        "type": "Telegram",
        "date": "1950-10-13?",
        "language": "zh",
        "people": {"sender": "Mao Zedong", "recipient": ["Peng Dehuai", "Gao Gang"]},
        "sources": [{"held": "unknown"}],
        "translators": [{"name": "Shen Zhihua", "into": "en"}, {"name": "Hans Müller", "into": "de"}],
        "published": [
            {"in": "Wilson Center Digital Archive", "url": "https://digitalarchive.wilsoncenter.org/document/1"}
        ],
    },
    "private": {
        "title": "Letter to the Editor.",
        "type": "letter",
        "date": "1921~",
        "language": "ru",
        "people": {"author": "Осоргин Михаил Андреевич", "recipient": "А. Ф. Керенский"},
        "sources": [{"held": "private", "note": "With the family."}],
    },
    "lost": {
        "title": "Diary of an Unknown Officer",
        "type": "diary",
        "date": "1916/1918",
        "language": "ru",
        "sources": [{"held": "lost"}],
    },
    "unread": {
        "title": "Wartime",
        "type": "book",
        "date": "1977",
        "language": "en",
        "sources": "In the drawer of the late professor, third from the left",
    },
    "undated": {
        "title": "Записка без подписи",
        "type": "note",
        "date": "unknown",
        "language": "ru",
        "sources": [{"archive": "РГАНИ", "fond": "89", "perechen": "25", "dokument": "2"}],
    },
    "bare": {"id": "bare"},
    "hostile": {
        "title": "<script>alert('x')</script> *bold* _it_ [a](javascript:1) `code` | # & \x1b[31m “quoted” <i>tag</i>",
        "type": "letter",
        "date": "2001-02-03",
        "language": "en",
        "people": {"sender": "O’<b>Brien</b>", "recipient": "J. *Doe*"},
        "sources": [{"archive": "RGASPI", "fond": "<1>", "opis": "2", "delo": "3", "list": "4"}],
        "published": [{"in": "A <em>site</em>", "url": "javascript:alert(1)"}],
    },
}


def made(data: dict[str, Any]) -> Record:
    """Return the record that *data* says."""
    return record(Entry(data, Locator()))


SEED_RECORD = made(SEED)
OTHER_RECORDS = {name: made({"id": name} | data) for name, data in OTHERS.items()}
