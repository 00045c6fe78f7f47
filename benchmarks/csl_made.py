"""Items and citations of many kinds, made up at random from a seed: what archives hold, and what libraries hold.

The words come from one of two vocabularies, so that a processor worked over with one can be measured with the other.
"""

# ruff: noqa: E501 (tables of words)
from __future__ import annotations

from random import Random
from typing import Any

Data = dict[str, Any]

ARCHIVAL = ["manuscript", "personal_communication", "document", "collection", "report", "interview", "map", "graphic"]
PUBLISHED = [
    "book", "book", "chapter", "chapter", "article-journal", "article-journal", "article-newspaper", "article-magazine",
    "thesis", "paper-conference", "webpage", "pamphlet", "review", "review-book", "entry-encyclopedia", "report",
    "legal_case", "legislation", "bill", "patent", "dataset", "motion_picture", "broadcast", "speech", "article",
    "entry-dictionary", "post-weblog", "song", "treaty", "hearing", "periodical", "software", "standard", "post",
    "classic", "event", "performance", "regulation", "figure",
]  # fmt: skip

WORDS: dict[str, dict[str, list[Any]]] = {
    "one": {
        "title": [
            "Telegram to the embassy in Sofia", "Minutes of the meeting of the Politburo, no. 14", "Report on the harvest",
            "On the situation in the border districts: a memorandum", "“Top secret”: what the files say",
            'The "second" front and its critics', "Who knew?", "Letter", "notes on a conversation with the ambassador",
            "PROTOCOL OF THE SESSION", "The state’s archives and the people's memory", "Untitled [draft]",
            "A history of <i>Pravda</i> from within", "Water H<sub>2</sub>O and the 5<sup>th</sup> plan",
            "Донесение о положении на фронте", "Про стан справ у Києві", "Bericht über die Lage an der Grenze",
            "Lettre au ministre : l'affaire du port", "The end of it all! A play", "Cable no. 3, 12 May 1947 – extract",
            "Stalin's letter to Churchill", "Why archives? Because of records", "Law & order (1945–1949)",
            "the making of a city: streets, squares, and people", "E-mail and post-war trade between US and UK",
            "An inquiry into the nature of things...", "'Peace' as a slogan", "Of mice and rats; or, the granary",
            "iPhone diaries of a vice-president", "Das „Dritte“ Lager", "ABC of counting: an introduction",
            "Transcript of the talk between Mao and Khrushchev", "A study with <b>bold</b> and <sc>Small Caps</sc> words",
        ],
        "container": [
            "Cold War Bulletin", "Annals of Examples", "Documents on the war, 1941–1945", "Вопросы истории", "Die Akten",
            "Journal of Post-Soviet Studies: New Series", "the daily courier", "Revue d'histoire", "Science & Society",
        ],
        "family": [
            "Ivanova", "Smith", "Müller", "O'Neil", "van den Berg", "de la Cruz", "MacDonald", "Smith-Jones", "Dupont",
            "al-Hakim", "’t Hooft", "von Moltke", "Li", "Sorokin", "D’Arcy", "García Márquez", "Mao",
        ],
        "given": [
            "Anna", "John", "J. R.", "Jean-Luc", "Pavel P.", "Mary Ann", "Karl", "K.", "M. Ángel", "Ph.", "Yu. V.", "X.",
            "Hans-Peter", "A.B.", "O. Henry", "John F.", "",
        ],
        "other": [("Петров", "Иван Иванович"), ("Іваненко", "Олена"), ("Соловьёва", "А. П."), ("Петров", "И."),
                  ("毛", "泽东"), ("김", "일성"), ("Павлов-Сильванский", "Николай")],
        "institution": [
            "Ministry of Foreign Affairs", "Central Committee, CPSU", "KGB", "The National Archives", "United Nations",
            "Министерство обороны", "Institut d'histoire", "Research & Analysis Branch",
        ],
        "archive": ["State Archive of the Example Region", "RGASPI", "TsDAHO Ukraïny", "Bundesarchiv", "The Old Archive"],
        "archive_location": ["f. 17, op. 3, d. 104, l. 5", "R 58/1234, Bl. 12", "box 3, folder 7", "FO 371/1234", "ф. 1, оп. 2"],
        "archive-place": ["Moscow", "Kyiv", "Kew", "Berlin"],
        "archive_collection": ["Smith Papers", "fond 17: Central Committee", "Record Group 59"],
        "genre": ["telegram", "Letter", "memorandum", "PhD thesis", "Typescript", "Report", "telegramm"],
        "medium": ["microfilm", "carbon copy", "Audio recording", "CD"],
        "place": ["London", "New York, NY", "Москва", "Paris ; Genève", "Köln"],
        "publisher": ["Example Press", "Smith & Sons", "Издательство", "Verlag für Beispiele", "Univ. Press"],
        "collection": ["Studies in examples", "Library of the East", "Schriften, Neue Folge"],
        "number": ["12", "4a", "XII", "123/45", "S-12", "3-4", "7, 9", "No. 5"],
        "note": ["Copy; another in Sofia.", "In Russian"],
    },
    "two": {
        "title": [
            "Dispatch from the consul at Trebizond", "Record of a talk with the prime minister, 7 June 1938", "Crop failures of the lower Volga",
            "Between two seas: a diary of the blockade", "“Burn after reading”: secret orders of the navy", "What remains of 'Project Lantern' today",
            "Where did the grain go? An answer", "Circular", "draft of a speech to the miners", "ORDER OF THE DAY", "The widow’s petition and her sons' fates",
            "[Letter without a beginning]", "Reading <i>Izvestia</i> between the lines", "Heavy water (D<sub>2</sub>O) at the 3<sup>rd</sup> institute",
            "Протокол допроса свидетеля", "Лист до уряду про голод", "Notiz über ein Gespräch mit dem Gesandten", "Rapport sur l'état des routes ; première partie",
            "To arms! A pamphlet", "Note no. 88 — copy for the file", "Lenin's last quarrel", "How states forget: files lost and found", "Trade & plunder (1919–1921)",
            "a walk through the old harbour: cranes, sheds, and sailors", "The ex-king and the so-called long-term loan", "Towards an end...",
            "'Bread' and 'freedom' in the streets", "Roads; rivers; or, the way home", "eBooks before the e-book", "Wer war „Max“?", "USSR in figures: a handbook",
            "Zhou to Nehru on the border question", "Sketches in <b>ink</b> and <sc>Chalk</sc> from the front",
        ],
        "container": [
            "Slavic Papers", "The Northern Quarterly", "Letters of the commissars, 1917–1922", "Исторический архив", "Zeitschrift für Beispiele",
            "Bulletin of War Studies: Second Series", "evening post", "Cahiers de l'Est", "Land & Labour",
        ],
        "family": [
            "Petrova", "Baker", "Schröder", "O'Hara", "van der Meer", "di Stefano", "McLeod", "Brown-Lee", "Lefèvre", "el-Sayed", "’s Gravesande",
            "von Bülow", "Xu", "Orlov", "D’Angelo", "López Ortiz", "Chen",
        ],
        "given": [
            "Vera", "Tom", "C. S.", "Anne-Marie", "Igor N.", "Paul Henri", "Eva", "L.", "G. Íñigo", "Th.", "Zh. K.", "Q.", "Karl-Heinz", "R.T.",
            "E. Paul", "Peter D.", "",
        ],
        "other": [("Кузнецов", "Пётр Ильич"), ("Шевчук", "Марія"), ("Белова", "Е. Н."), ("Кузнецов", "П."), ("周", "恩来"), ("박", "정희"),
                  ("Бонч-Бруевич", "Владимир")],
        "institution": [
            "Embassy of Norway", "Council of Ministers, Sofia", "NKVD", "The Royal Archives", "Red Cross", "Наркомат путей сообщения", "Bureau d'études",
            "Ships & Harbours Board",
        ],
        "archive": ["Central Archive of the Navy", "GARF", "DAZhO", "Landesarchiv", "The City Record Office"],
        "archive_location": ["f. 5446, op. 1a, d. 33, ll. 7–9", "N 1044/12, fol. 3", "folder 16, item 2", "CAB 128/9", "спр. 45, арк. 12"],
        "archive-place": ["St Petersburg", "Lviv", "Oslo", "Wien"],
        "archive_collection": ["Orlov Collection", "opis 4: secretariat", "Series B"],
        "genre": ["dispatch", "Memo", "minutes", "Diploma thesis", "Manuscript", "Circular", "Vermerk"],
        "medium": ["photocopy", "typed copy", "Film", "Tape"],
        "place": ["Oslo", "Chicago, IL", "Київ", "Roma ; Milano", "Zürich"],
        "publisher": ["Harbour Books", "Lind & Daughters", "Наука", "Archivverlag", "State Publ. House"],
        "collection": ["Papers on the East", "Archive series", "Beiträge, Reihe B"],
        "number": ["88", "7b", "IX", "45/1938", "K-7", "10-11", "2, 5", "Nr. 9"],
        "note": ["Carbon copy.", "Translated from the Norwegian"],
    },
}  # fmt: skip
LOCATORS = [
    "5", "105-106", "105–106", "12, 15", "3 & 7", "45v", "12r-14v", "xii-xv", "101-8", "7 ff.", "1045-1047", "n. 3", "A12",
    "33 f.", "2:14", "14-verso", "99-101",
]  # fmt: skip
LABELS = ["page", "page", "page", "folio", "line", "chapter", "section", "paragraph", "note", "volume", "column", "sub verbo", "book",
          "issue", "figure", "verse", "part", "opus"]  # fmt: skip
LANGUAGES = ["en", "en-US", "en-GB", "ru", "de", "fr", "uk", "de-DE"]


class _Maker:
    def __init__(self, seed: str, vocabulary: str) -> None:
        self.random = Random(seed)
        self.words = WORDS[vocabulary]
        self.previous: list[Data] = []

    def one_of(self, name: str) -> Any:
        return self.random.choice(self.words[name])

    def often(self, share: float) -> bool:
        return self.random.random() < share

    def name(self, institutions: float) -> Data:
        if self.often(institutions):
            return {"literal": self.one_of("institution")}
        family, given = self.one_of("other") if self.often(0.15) else (self.one_of("family"), self.one_of("given"))
        name = {"family": family, "given": given}
        if not given:
            del name["given"]
        if self.often(0.06):
            name["suffix"] = self.random.choice(["Jr.", "III"])
        if self.often(0.05) and name["family"].isascii() and " " not in name["family"]:
            key = self.random.choice(["non-dropping-particle", "dropping-particle"])
            name[key] = self.random.choice(["von", "de", "van der", "d’"])
        return name

    def names(self, most: int = 9) -> list[Data]:
        count = self.random.choice([1, 1, 1, 1, 2, 2, 3, 4, 5, 9])
        return [self.name(0.15 if count == 1 else 0.03) for _ in range(min(count, most))]

    def date(self) -> Data:
        pick = self.random
        year = pick.randint(1918, 2020)
        kind = pick.choice(["full"] * 6 + ["month"] * 2 + ["year"] * 6 + ["range"] * 3 + ["odd"] * 2)
        month, day = pick.randint(1, 12), pick.randint(1, 28)
        parts: list[list[int]]
        if kind == "range":
            parts = pick.choice(
                [
                    [[year, month, 3], [year, month, 27]],
                    [[year, 3, day], [year, 11, day]],
                    [[year, month, day], [year + 1, month, day]],
                    [[year, 2], [year, 5]],
                    [[year], [year + 2]],
                    [[year, 5], [year + 1, 4]],
                ]
            )
            return {"date-parts": parts}
        if kind == "odd":
            odd: list[Data] = [
                {"date-parts": [[year, 21]]},
                {"date-parts": [[year]], "season": pick.randint(1, 4)},
                {"literal": pick.choice(["n.d.", "before the war", "1940s", "[1947?]"])},
                {"date-parts": [[year]], "circa": True},
                {"date-parts": [[year, month]], "circa": 1},
                {"raw": f"{year}-{month:02}-{day:02}"},
                {"date-parts": [[str(year), str(month)]]},
                {"date-parts": [[pick.choice([-43, 476, 98])]]},
            ]
            return pick.choice(odd)
        return {"date-parts": [[year, month, day][: {"full": 3, "month": 2, "year": 1}[kind]]]}

    def person_fields(self, item: Data, shares: dict[str, float]) -> None:
        for field, share in shares.items():
            if self.often(share):
                item[field] = self.names(9 if field == "author" else 3)

    def text_fields(self, item: Data, shares: dict[str, tuple[float, str]]) -> None:
        for field, (share, words) in shares.items():
            if self.often(share):
                item[field] = self.one_of(words)

    def archival(self) -> Data:
        item: Data = {"type": self.random.choice(ARCHIVAL)}
        self.text_fields(
            item,
            {
                "title": (0.93, "title"), "archive": (0.85, "archive"), "archive_location": (0.8, "archive_location"),
                "archive-place": (0.4, "archive-place"), "archive_collection": (0.3, "archive_collection"),
                "genre": (0.5, "genre"), "medium": (0.15, "medium"), "number": (0.2, "number"),
                "publisher-place": (0.2, "place"), "publisher": (0.1, "publisher"), "event-place": (0.1, "place"),
                "collection-title": (0.15, "collection"), "container-title": (0.1, "container"), "note": (0.05, "note"),
                "call-number": (0.05, "archive_location"), "dimensions": (0.03, "number"), "scale": (0.03, "number"),
            },
        )  # fmt: skip
        shares = {"author": 0.8, "recipient": 0.3, "translator": 0.15, "editor": 0.1, "interviewer": 0.1}
        self.person_fields(item, shares)
        if self.often(0.1):
            item["event-date"] = self.date()
        if self.often(0.3):
            self.online(item)
        if self.often(0.15):
            item["number-of-pages"] = self.random.choice(["3", "12", "1"])
        return item

    def online(self, item: Data) -> None:
        item["URL"] = f"https://example.org/documents/{self.random.randint(1, 999)}"
        if self.often(0.7):
            item["accessed"] = {"date-parts": [[2024, self.random.randint(1, 12), self.random.randint(1, 28)]]}

    def published(self) -> Data:
        kind = self.random.choice(PUBLISHED)
        item: Data = {"type": kind}
        inside = kind.startswith(("article", "chapter", "paper", "review", "entry", "post", "broadcast", "song"))
        self.text_fields(
            item,
            {
                "title": (0.96, "title"), "container-title": (0.95 if inside else 0.1, "container"),
                "publisher": (0.3 if inside else 0.8, "publisher"), "publisher-place": (0.5, "place"),
                "genre": (0.15, "genre"), "medium": (0.05, "medium"), "collection-title": (0.15, "collection"),
                "archive": (0.05, "archive"), "event-title": (0.3 if kind == "paper-conference" else 0.02, "container"),
                "authority": (0.1, "institution"), "reviewed-title": (0.5 if "review" in kind else 0.0, "title"),
                "note": (0.05, "note"), "title-short": (0.15, "title"), "references": (0.02, "title"),
                "container-title-short": (0.1, "container"), "abstract": (0.03, "title"), "section": (0.05, "number"),
            },
        )  # fmt: skip
        if isinstance(item.get("authority"), str) is False:
            item.pop("authority", None)
        self.person_fields(
            item,
            {
                "author": 0.88, "editor": 0.5 if inside else 0.15, "translator": 0.15, "container-author": 0.05,
                "reviewed-author": 0.6 if "review" in kind else 0.0, "collection-editor": 0.04, "director": 0.05,
            },
        )  # fmt: skip
        if self.often(0.06) and "editor" in item:
            item["translator"] = item["editor"]
        pick = self.random
        for field, share, values in [
            ("volume", 0.5 if inside else 0.2, ["12", "3", "IV", "2-3", "new series 4"]),
            ("issue", 0.5 if inside else 0.05, ["3", "2-3", "Special issue", "11"]),
            ("page", 0.8 if inside else 0.05, ["101-118", "5", "1045-1047", "12–15", "xii-xv", "e1234", "3, 7-9", "99-101", "A1-A12"]),
            ("edition", 0.25, ["2", "1", "Second edition", "3rd", "Rev. ed.", "11"]),
            ("number-of-volumes", 0.08, ["2", "10", "1"]), ("number-of-pages", 0.1, ["312"]),
            ("number", 0.15, self.words["number"]), ("chapter-number", 0.05, ["4", "IX"]),
            ("collection-number", 0.12, ["14", "7", "Bd. 3"]), ("version", 0.03, ["1.2"]),
            ("DOI", 0.2, ["10.1000/example.12"]), ("ISBN", 0.1, ["978-0-00-000000-2"]), ("ISSN", 0.05, ["1234-5678"]),
            ("PMID", 0.03, ["1234567"]), ("status", 0.03, ["in press", "forthcoming"]), ("jurisdiction", 0.5 if kind.startswith(("leg", "bill")) else 0.0, ["us"]),
        ]:  # fmt: skip
            if self.often(share):
                item[field] = pick.choice(values)
        if self.often(0.3):
            self.online(item)
        if self.often(0.1):
            item["original-date"] = self.date()
        return item

    def item(self, n: int) -> Data:
        item = self.archival() if self.often(0.6) else self.published()
        item["id"] = f"item-{n}"
        if self.often(0.93):
            item["issued"] = self.date()
        if self.often(0.4):
            item["language"] = self.random.choice(LANGUAGES)
        if self.previous and self.often(0.2):
            like = self.random.choice(self.previous)
            if "author" in like:
                item["author"] = like["author"]
                if self.often(0.5) and "issued" in like:
                    item["issued"] = like["issued"]
        self.previous.append(item)
        return item

    def cite(self, item: Data) -> Data:
        cite: Data = {"id": item["id"]}
        if self.often(0.5):
            cite["locator"] = self.random.choice(LOCATORS)
            cite["label"] = self.random.choice(LABELS)
            if cite["locator"].startswith("n."):
                cite["label"] = "page"
        if self.often(0.05):
            cite["prefix"] = self.random.choice(["see ", "cf. ", "See also", "But see "])
        if self.often(0.05):
            cite["suffix"] = self.random.choice([" and passim", ", emphasis added", ". My translation.", " [copy]"])
        if self.often(0.04):
            cite["suppress-author"] = True
        return cite


def made(seed: str, count: int = 30, vocabulary: str = "one") -> tuple[list[Data], list[list[Data]]]:
    """Return *count* items and citations of them: each item once, then some again, some together."""
    maker = _Maker(f"{vocabulary} {seed}", vocabulary)
    items = [maker.item(n) for n in range(count)]
    citations: list[list[Data]] = []
    for item in items:
        citations.append([maker.cite(item)])
        if maker.often(0.2):
            again = item if maker.often(0.7) else maker.random.choice(items[: len(citations)])
            again = again if any(c["id"] == again["id"] for each in citations for c in each) else item
            citations.append([maker.cite(again)])
    for _ in range(count // 4):
        several = maker.random.sample(items, maker.random.choice([2, 2, 3, 4]))
        citations.append([maker.cite(item) for item in several])
    return items, citations
