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
    "foreign-office": {
        "title": "“The Situation in Korea”",
        "type": "report",
        "date": "1950-07",
        "language": "en",
        "people": {"author": "British Legation in Peking"},
        "sources": "TNA, FO 371/84123, fol. 12",
    },
    "numbered": {
        "title": "Telegram from Ambassador Muccio to the Secretary of State",
        "type": "telegram",
        "number": "925",
        "date": "1950-06-25",
        "language": "en",
        "classification": "secret",
        "people": {"sender": "John J. Muccio", "recipient": "Dean Acheson"},
        "sources": [
            {"archive": "NARA", "record-group": "59", "entry": "205", "box": "4262", "folder": "795.00/6-2550"},
        ],
    },
    "sapmo": {
        "title": {"de": "Brief von Walter Ulbricht an N. S. Chruschtschow", "en": "Letter from Ulbricht to Khrushchev"},
        "type": "letter",
        "date": "1961-09-15",
        "language": "de",
        "people": {"sender": "Walter Ulbricht", "recipient": "N. S. Khrushchev"},
        "sources": [{"archive": "BArch", "fonds": "DY 30", "file": "3509", "folio": "104-107v"}],
        "translators": "Hope M. Harrison",
    },
    "australian": {
        "title": "Submission to Cabinet on Recognition of China",
        "type": "memorandum",
        "date": "[1949-11,1949-12]",
        "language": "en",
        "people": {"author": "Department of External Affairs"},
        "sources": "NAA: A1838, 2498/11",
    },
    "chinese": {
        "title": {"zh": "周恩来总理接见尼赫鲁谈话记录", "en": "Record of Zhou Enlai’s Talks with Nehru"},
        "type": "record of conversation",
        "date": "1960-04-20/1960-04-25",
        "language": "zh",
        "people": {"author": "Zhou Enlai"},
        "sources": "PRC FMA 105-00110-01",
        "translators": ["Anna Beth Keim", "Charles Kraus", "Lorenz M. Lüthi"],
    },
    "french": {
        "title": "Rapport du préfet de police",
        "type": "report",
        "date": "1917-05-30",
        "language": "fr",
        "people": {"author": "Louis Hudelo", "recipient": "ministre de l’Intérieur"},
        "sources": "AN, F/7/13372",
    },
    "papers": {
        "title": "Henry Kissinger to Hans Morgenthau",
        "type": "letter",
        "date": "1968-11-13",
        "language": "en",
        "people": {"sender": "Henry A. Kissinger", "recipient": "Hans J. Morgenthau"},
        "sources": [
            {
                "archive": "Library of Congress",
                "collection": "Hans J. Morgenthau Papers",
                "box": "33",
                "folder": "Kissinger, Henry",
            }
        ],
    },
    "photograph": {
        "title": "Stalin and Mao at the Bolshoi Theatre",
        "type": "photograph",
        "date": "1949-12-21",
        "language": "ru",
        "sources": [{"archive": "RGAKFD", "fond": "2", "opis": "1", "delo": "114", "list": "1"}],
    },
    "draft": {
        "title": {"ru": "Проект постановления Политбюро ЦК ВКП(б) о помощи Китаю"},
        "type": "draft",
        "date": "1950~",
        "language": "ru",
        "people": {"author": ["А. Я. Вышинский", "А. А. Громыко"]},
        "sources": [
            {
                "archive": "РГАСПИ",
                "fond": "82",
                "opis": "2",
                "delo": "1264",
                "list": "1-3, 7",
                "case_title": "Материалы о Китае",
            }
        ],
    },
    "four-authors": {
        "title": {"en": "Note on Grain", "ru": "Записка о хлебе", "uk": "Записка про хліб"},
        "type": "note",
        "date": "1932~",
        "language": "uk",
        "people": {
            "author": ["S. V. Kosior", "Vlas Chubar", "P. P. Postyshev", "P. P. Liubchenko"],
            "recipient": ["Stalin", "V. M. Molotov"],
        },
        "sources": [{"archive": "ЦДАГО України", "fond": "1", "opis": "20", "delo": "5243", "list": "12ob-14"}],
    },
    "untitled": {
        "type": "letter",
        "date": "1953-03-07?",
        "language": "ru",
        "people": {"sender": "Л. П. Берия", "recipient": "Г. М. Маленков"},
        "sources": [{"archive": "AVPRF", "fond": "06", "opis": "12a", "papka": "5", "delo": "300", "list": "1ob"}],
    },
    "own-title": {
        "title": {"ru": "«О мерах по укреплению дисциплины»", "en": "“On Measures to Strengthen Discipline”"},
        "type": "resolution",
        "number": "№ 247",
        "date": "1951-01-09",
        "language": "ru",
        "people": {"author": "Politburo of the CC VKP(b)"},
        "sources": [{"archive": "RGASPI", "fond": "17", "opis": "163", "delo": "1579", "list": "12-13"}],
    },
    "unknown-archive": {
        "title": "Notes of a Talk with Marshal Peng",
        "type": "note",
        "date": "195X",
        "language": "zh",
        "people": {"author": "Charles de Gaulle"},
        "sources": [{"archive": "Archive of the Loyal Society", "box": "3", "folder": "Peng"}],
    },
    "no-archive": {
        "title": "Minutes of the Meeting",
        "type": "minutes",
        "date": "1956-10-24/..",
        "language": "hu",
        "sources": [{"fond": "3", "opis": "12", "delo": "1006", "list": "34"}],
    },
    "undated-letter": {
        "title": "Letter to the Editor",
        "type": "letter",
        "language": "en",
        "people": {"sender": "Mary Smith", "recipient": "The Times"},
        "sources": "Bodleian Library, MS. Eng. hist. c. 224, fol. 3v",
        "published": [
            {"in": "Some Digital Archive", "url": "https://example.org/1", "accessed": "2026-09-01"},
        ],
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
