"""Items as historians have them, made up at random from a seed: what is in archives first, then what is in print.

Unlike those of csl_made.py they are whole: each kind has the fields that such an item has in real bibliographies.
"""

# ruff: noqa: E501 (tables of words)
from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

Data = dict[str, Any]

_PEOPLE = [
    ("Anna", "Sokolova"), ("William J.", "Hartley"), ("Karl Heinz", "Bremer"), ("Jean-Pierre", "Lacombe"), ("Mary", "O’Donnell"),
    ("I. V.", "Karelin"), ("Г. К.", "Захаров"), ("Olena", "Kovalenko"), ("Edith", "Clarke"), ("J. R. R.", "Wells"), ("Tadeusz", "Wróbel"),
    ("Paul-Henri", "Marchand"), ("Zhou", "Wei"), ("Margarete", "Schäfer"), ("Lev", "Brodsky"), ("José", "García Ruiz"), ("Ann", "Hartley"),
]  # fmt: skip
_PARTICLES = [
    {"given": "Otto", "family": "Lindau", "non-dropping-particle": "von"},
    {"given": "Ludwig", "family": "Brandt", "dropping-particle": "von"},
    {"given": "Maria", "family": "de la Torre"},
    {"given": "Pieter", "family": "van der Veen"},
    {"given": "Charles", "family": "Moreau", "dropping-particle": "de"},
    {"given": "Hassan", "family": "al-Rashid"},
]
_INSTITUTIONS = [
    "Ministry of Foreign Affairs", "Council of Ministers", "Joint Intelligence Committee", "U.S. Department of State", "Auswärtiges Amt",
    "Министерство иностранных дел СССР", "International Committee of the Red Cross", "War Office",
]  # fmt: skip
_MATTERS = [
    "the grain harvest in the Volga region", "the talks in Geneva", "the state of the harbour", "prisoners of war", "the border question",
    "coal deliveries to the railways", "the student unrest", "the “Danube” project", "repatriation from the eastern provinces",
]  # fmt: skip
_TITLES = [
    "The last winter: a city under siege", "Railways and empire", "Who owned the forest?", "Diplomacy in the shadow of war, 1938–1941",
    "“We shall not starve”: women and the food riots", "Peasants into soldiers", "Die Verwaltung des Mangels", "Une ville dans la guerre",
    "История одной деревни", "The politics of memory in post-war Europe", "Paper and power: the record office",
    "A short history of the <i>Izvestia</i>", "Secrets, lies, and the archive", "Borderlands",
]  # fmt: skip
_JOURNALS = [("Slavic Studies Review", "SSR"), ("Journal of Modern Records", ""), ("Zeitschrift für Ostforschung", ""),
             ("Cahiers d’histoire", ""), ("Вопросы архивоведения", "")]  # fmt: skip
_PAPERS = ["The Evening Post", "Pravda", "Le Courrier", "Berliner Nachrichten"]
_PUBLISHERS = [("Harbour University Press", "Cambridge"), ("Lind & Sons", "London"), ("Verlag Meissner", "Berlin"),
               ("Наука", "Москва"), ("Presses du Nord", "Lille"), ("Oak Press", "Chicago, IL")]  # fmt: skip
_ARCHIVES = [
    ("State Archive of the Russian Federation", "Moscow", "f. 5446, op. 1, d. 33, ll. 7–9", "Council of People’s Commissars"),
    ("The National Archives", "Kew", "FO 371/56789", "Foreign Office Records"), ("Bundesarchiv", "Berlin", "R 58/1234, Bl. 12", ""),
    ("Central State Archive of Ukraine", "Kyiv", "ф. 1, оп. 20, спр. 145, арк. 3", ""), ("Library of Congress", "Washington, DC", "box 12, folder 3", "Hartley Papers"),
    ("Archives nationales", "Paris", "F/7/12345", "Police générale"),
]  # fmt: skip
_LOCATORS = [
    ("page", "5"), ("page", "105-106"), ("page", "33"), ("page", "12, 15"), ("page", "xii"), ("folio", "12"), ("folio", "45v"),
    ("folio", "12-14"), ("chapter", "3"), ("paragraph", "17"), ("section", "4"), ("volume", "2"), ("note", "8"), ("line", "44-46"),
    ("column", "210"), ("figure", "2"), ("page", "301–309"),
]  # fmt: skip


class _Maker:
    def __init__(self, seed: str) -> None:
        self.random = Random(seed)
        self.people: list[Data] = []

    def often(self, share: float) -> bool:
        return self.random.random() < share

    def one_of(self, things: list[Any]) -> Any:
        return self.random.choice(things)

    def person(self) -> Data:
        if self.people and self.often(0.25):
            return self.one_of(self.people)
        if self.often(0.15):
            name = dict(self.one_of(_PARTICLES))
        else:
            given, family = self.one_of(_PEOPLE)
            name = {"given": given, "family": family}
            if self.often(0.05):
                name["suffix"] = self.one_of(["Jr.", "III"])
        self.people.append(name)
        return name

    def persons(self, most: int) -> list[Data]:
        count = min(most, self.one_of([1, 1, 1, 1, 2, 2, 3, 4, 7]))
        people = [self.person() for _ in range(count)]
        return [name for n, name in enumerate(people) if name not in people[:n]]

    def institution(self) -> list[Data]:
        return [{"literal": self.one_of(_INSTITUTIONS)}]

    def day(self) -> Data:
        year, month, day = self.random.randint(1918, 1962), self.random.randint(1, 12), self.random.randint(1, 28)
        pick = self.random.random()
        if pick < 0.6:
            return {"date-parts": [[year, month, day]]}
        if pick < 0.7:
            return {"date-parts": [[year, month]]}
        if pick < 0.8:
            return {"date-parts": [[year]]}
        if pick < 0.87:
            return {"date-parts": [[year]], "circa": True}
        if pick < 0.97:
            ranges = [
                [[year, month, 3], [year, month, 27]],
                [[year, 3, day], [year, 11, day]],
                [[year], [year + 2]],
                [[year, 12, 28], [year + 1, 1, 4]],
            ]
            return {"date-parts": self.one_of(ranges)}
        return {"literal": self.one_of(["[1947?]", "undated", "early 1950s"])}

    def year(self) -> Data:
        year = self.random.randint(1950, 2023)
        return {"date-parts": [[year]]} if self.often(0.93) else {"date-parts": [[year], [year + 1]]}

    def kept(self, item: Data) -> Data:
        archive, place, location, collection = self.one_of(_ARCHIVES)
        item |= {"archive": archive, "archive_location": location}
        if self.often(0.7):
            item["archive-place"] = place
        if collection and self.often(0.7):
            item["archive_collection"] = collection
        if self.often(0.9):
            item["issued"] = self.day()
        if self.often(0.3):
            item["publisher-place"] = self.one_of(["Sofia", "Warsaw", "Москва"])
        if self.often(0.5):
            item["language"] = self.one_of(["en", "ru", "de", "fr", "uk"])
        if self.often(0.15):
            item["translator"] = [self.person()]
        if self.often(0.2):
            self.online(item)
        return item

    def online(self, item: Data) -> Data:
        item["URL"] = f"https://example.org/item/{self.random.randint(1, 999)}"
        if self.often(0.8):
            item["accessed"] = {"date-parts": [[2023, self.random.randint(1, 12), self.random.randint(1, 28)]]}
        return item

    def published(self, item: Data) -> Data:
        publisher, place = self.one_of(_PUBLISHERS)
        item |= {"publisher": publisher, "publisher-place": place}
        if self.often(0.95):
            item["issued"] = self.year()
        if self.often(0.3):
            item["language"] = self.one_of(["en", "en-GB", "ru", "de", "fr"])
        return item

    def letter(self) -> Data:
        matter = self.one_of(_MATTERS)
        item: Data = {"type": "personal_communication", "title": f"Letter on {matter}", "author": [self.person()]}
        if self.often(0.2):
            del item["title"]
        if self.often(0.8):
            item["recipient"] = [self.person()] if self.often(0.8) else self.institution()
        if self.often(0.5):
            item["genre"] = self.one_of(["letter", "telegram", "Letter"])
        return self.kept(item)

    def manuscript(self) -> Data:
        genre = self.one_of(["Minutes", "Memorandum", "Telegram", "Diary", "Draft speech", "Order"])
        item: Data = {"type": "manuscript", "title": f"{genre} on {self.one_of(_MATTERS)}"}
        if self.often(0.8):
            item["author"] = self.persons(3) if self.often(0.6) else self.institution()
        if self.often(0.5):
            item["genre"] = genre
        if self.often(0.15):
            item["number"] = self.one_of(["14", "123/ss", "No. 5"])
        if self.often(0.15):
            item["medium"] = self.one_of(["microfilm", "typescript"])
        return self.kept(item)

    def document(self) -> Data:
        return {**self.manuscript(), "type": "document"}

    def report(self) -> Data:
        item: Data = {"type": "report", "title": f"Report on {self.one_of(_MATTERS)}"}
        item["author"] = self.institution() if self.often(0.6) else self.persons(4)
        if self.often(0.5):
            item["number"] = str(self.random.randint(1, 300))
        if self.often(0.4):
            item["genre"] = "Report"
        return self.kept(item) if self.often(0.5) else self.published(item)

    def thesis(self) -> Data:
        item: Data = {"type": "thesis", "title": self.one_of(_TITLES), "author": [self.person()], "genre": "PhD thesis"}
        return {**self.published(item), "publisher": "University of Exampleton"}

    def book(self) -> Data:
        item: Data = {"type": "book", "title": self.one_of(_TITLES)}
        item["author" if self.often(0.75) else "editor"] = self.persons(7)
        for field, share, value in [("edition", 0.2, "2"), ("volume", 0.15, "3"), ("number-of-volumes", 0.08, "4"), ("number-of-pages", 0.15, "412"),
                                    ("collection-title", 0.2, "Studies in Records"), ("collection-number", 0.12, "14"), ("ISBN", 0.3, "978-0-00-000000-2")]:  # fmt: skip
            if self.often(share):
                item[field] = value
        if self.often(0.15):
            item["translator"] = [self.person()]
        if self.often(0.08):
            item["original-date"] = {"date-parts": [[self.random.randint(1880, 1940)]]}
        return self.published(item)

    def chapter(self) -> Data:
        item: Data = {
            "type": "chapter",
            "title": self.one_of(_TITLES),
            "author": self.persons(4),
            "container-title": self.one_of(_TITLES),
        }
        if self.often(0.85):
            item["editor"] = self.persons(4)
        start = self.random.randint(1, 400)
        item["page"] = f"{start}-{start + self.random.randint(1, 30)}"
        if self.often(0.15):
            item["collection-title"] = "Studies in Records"
        return self.published(item)

    def article(self) -> Data:
        title, short = self.one_of(_JOURNALS)
        item: Data = {
            "type": "article-journal",
            "title": self.one_of(_TITLES),
            "author": self.persons(7),
            "container-title": title,
        }
        if short:
            item["container-title-short"] = short
        start = self.random.randint(1, 900)
        item |= {
            "volume": str(self.random.randint(1, 80)),
            "page": f"{start}-{start + self.random.randint(1, 30)}",
            "issued": self.year(),
        }
        if self.often(0.7):
            item["issue"] = self.one_of(["1", "2", "3-4"])
        if self.often(0.5):
            item["DOI"] = f"10.1000/example.{start}"
        return item if self.often(0.7) else self.online(item)

    def newspaper(self) -> Data:
        item: Data = {
            "type": "article-newspaper",
            "title": self.one_of(_TITLES),
            "container-title": self.one_of(_PAPERS),
            "issued": self.day(),
        }
        if self.often(0.6):
            item["author"] = [self.person()]
        if self.often(0.6):
            item["page"] = self.one_of(["3", "A1", "1, 4"])
        if self.often(0.2):
            item["publisher-place"] = "London"
        return item if self.often(0.7) else self.online(item)

    def map(self) -> Data:
        item: Data = {
            "type": "map",
            "title": "Map of the harbour",
            "author": self.institution() if self.often(0.6) else [self.person()],
            "scale": "1:50,000",
        }
        return self.kept(item) if self.often(0.5) else self.published(item)

    def photograph(self) -> Data:
        item: Data = {"type": "graphic", "title": f"View of {self.one_of(_MATTERS)}", "medium": "photograph"}
        if self.often(0.7):
            item["author"] = [self.person()]
        return self.kept(item)

    def interview(self) -> Data:
        item: Data = {"type": "interview", "title": "Interview with a veteran", "author": [self.person()]}
        if self.often(0.7):
            item["interviewer"] = [self.person()]
        if self.often(0.5):
            item["medium"] = "audio recording"
        return self.kept(item)

    def webpage(self) -> Data:
        item: Data = {"type": "webpage", "title": self.one_of(_TITLES), "container-title": "Archives Online"}
        if self.often(0.7):
            item["author"] = self.institution() if self.often(0.5) else [self.person()]
        if self.often(0.6):
            item["issued"] = self.day() if self.often(0.3) else self.year()
        return self.online(item)

    def item(self, n: int) -> Data:
        make: Callable[[], Data] = self.random.choices(
            [self.letter, self.manuscript, self.document, self.report, self.thesis, self.book, self.chapter, self.article, self.newspaper,
             self.map, self.photograph, self.interview, self.webpage],
            [18, 18, 6, 9, 5, 10, 9, 10, 7, 3, 4, 4, 5],
        )[0]  # fmt: skip
        return {**make(), "id": f"item-{n}"}

    def cite(self, item: Data) -> Data:
        cite: Data = {"id": item["id"]}
        if self.often(0.5):
            cite["label"], cite["locator"] = self.one_of(_LOCATORS)
        if self.often(0.04):
            cite["prefix"] = self.one_of(["see ", "cf. ", "See also "])
        if self.often(0.03):
            cite["suffix"] = self.one_of([", my translation", " and passim"])
        return cite


def real(seed: str, count: int = 30) -> tuple[list[Data], list[list[Data]]]:
    """Return *count* items and citations of them: each item once, then some again, some together."""
    maker = _Maker(f"real {seed}")
    items = [maker.item(n) for n in range(count)]
    citations: list[list[Data]] = []
    for item in items:
        citations.append([maker.cite(item)])
        if maker.often(0.2):
            citations.append([maker.cite(item)])
    for _ in range(count // 4):
        several = maker.random.sample(items, maker.random.choice([2, 2, 3]))
        citations.append([maker.cite(item) for item in several])
    return items, citations
