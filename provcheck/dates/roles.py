"""What a date in a title is the date of: the document, something that happened, or neither can be told.

``Telegram from A to B, 3 October 1950`` dates the telegram; ``Note on the meeting of 4 December`` a meeting, and a
note may well be written days later; ``Reply to the letter of 1 May`` another document. Where it cannot be told the
answer is ``other``: nobody should be alarmed by a date that was never meant to be the document's.
"""

from __future__ import annotations

import re
from typing import Literal

from provcheck.dates.found import Found
from provcheck.dates.tokens import words
from provcheck.model.lazy import pattern

Role = Literal["document", "event", "other"]
"""``event``: of what the document records, which cannot be later than the document."""

# Beginnings of words, so that endings of cases and plurals need no list.
_CORRESPONDENCE = tuple(
    words("""
    telegram cable letter postcard dispatch despatch note cipher wire message missive airgram
    brief telegramm schreiben postkarte karte depesche fernschreiben drahtbericht
    lettre télégramme dépêche carte lettera telegramma carta
    телеграмм шифртелеграмм шифровк шифрограмм письм нот депеш донесени телеграм лист радиограмм
    list depesz szyfrogram pismo pocztówk dopis pohlednic scrisoare telegrama levél távirat számjeltávirat
    oficio ofício despacho missive писм επιστολ τηλεγράφημα laišk rašt 전보 서한 편지
""")
)
_DOCUMENTS = (
    *_CORRESPONDENCE,
    *words("""
    memo report order decree resolution decision directive circular instruction petition appeal journal diary
    certificate
    aide statement draft
    bericht vermerk denkschrift weisung erlass befehl rundschreiben gesuch tagebuch aufzeichnung verfügung meldung
    rapport circulaire décret ordre mémoire
    записк справк отчет отчёт звіт доклад доповід распоряжени розпоряджени постановлени постанов приказ наказ указ
    решени
    рішенн директив циркуляр дневник рапорт сообщени повідомленн заявлени заяв
    raport notatk meldun rozkaz uchwał zarządzeni dekret hlášen zpráv rozkaz
    informe decreto cédula nota notă minuta relatório parecer verslag besluit заповед
    jelentés feljegyzés utasítás rendelet határozat έκθεσ υπόμνημα σημείωμα αναφορά διαταγή pranešim įsakym nutarim 보고
"""),
)
_RECORDS = tuple(
    words("""
    record minutes transcript protocol notes stenogra verbatim memorandum memcon
    protokoll niederschrift mitschrift gesprächsnotiz stenogramm procès compte
    протокол стенограмм запис конспект protokół protokol zápis stenogram zapis
    notulen jegyzőkönyv emlékeztető πρακτικ acta ata
""")
)
_EVENTS = tuple(
    words("""
    meeting conference session talk talks conversation visit summit plenum plenary congress negotiation reception
    discussion interview trial hearing interrogation assembly rally agreement treaty uprising
    speech remarks reading
    treffen sitzung gespräch konferenz besprechung unterredung tagung kongress verhandlung besuch parteitag
    vernehmung rede
    заседани засіданн совещани нарад бесед встреч зустріч переговор пленум съезд з'їзд сесси сесі конференц визит
    прием
    приём собрани обсуждени допрос речь выступлени разговор розмов
    réunion entretien conférence séance congrès visite colloque posiedzeni rozmow spotkani narad konferencj zjazd
    jednán schůz konferenc setkán ședinț întâlnir
    reunión reuniones reunião reuniões encuentro encontro entrevista conferencia sesión sessão acuerdo acordo tratado
    suceso sucedid discurso batalla batalha
    riunion incontr colloqui seduta vergadering bijeenkomst bespreking gesprek ontmoeting bezoek toespraak verdrag
    convorbir discuți conferinț vizit среща срещи посещени реч събити
    ülés tárgyal találkoz megbeszél beszélget értekezlet látogatás συνάντησ συνεδρίασ σύσκεψ διάσκεψ συνομιλί συμφων
    posėd susitikim pokalb 회의 회담 면담 대화 연설 협정
""")
)

_OWN = words("""
    of dated vom от від du den dne z ze dnia del from date datiert datée daté
    de fecha fechada fechado data datada datado van din της του
""")
"""Words that tie a date to the noun before them."""
_AWAY = words("""
    since before after until till by between through during in regarding concerning re about on over for anniversary
    as at around towards following upon ending beginning
    nach vor seit bis zwischen während zum über betreffend im am um ab
    после до перед с со по за на о об в во к ко про у над
    avant après depuis jusque pour sur en entre
    przed po od do za na w o dla před od
    sobre desde después antes hasta durante tras acerca depois até após su sulla sul dopo prima
    over na voor tijdens sinds tot bij betreffende despre după înainte след преди относно
    για μετά πριν από κατά στη στην περί σχετικά apie po iki
""")
_OTHER_DOCUMENT = tuple(
    words("""
    reply replies respon answer reference referring follow regarding concerning comment forward transmit enclos
    containing translat copy attach annex appendi supplement amend cancel implement
    antwort bezug beilage anlage ответ приложени відповід додат réponse odpowied załącznik příloh odpověď
    respuesta contestaci resposta rispost anexo allegat adjunt copia cópia traducc traduç traduz antwoord bijlage
    afschrift vertaling răspuns anexă traducere отговор превод препис válasz melléklet másolat απάντησ αντίγραφ
""")
)
"""Words that tell of another document than the one at hand."""
_EASTERN_DOCUMENTS = tuple(
    words("""
    電報 电报 電文 电文 公電 電 电 書簡 書翰 书简 書信 书信 信函 信 函 報告 报告 照会 照會 备忘录 備忘錄 覚書
""")
)
_EASTERN_EVENTS = pattern(
    "[会會][议議谈談見见晤]|谈话|談話|[访訪][问問]|[讲講演][话話说說]|[協协]定|[条條][约約]|事[件变變]"
)
_EASTERN = pattern("[\u3040-\u30ff\u3400-\u9fff]")
_EASTERN_AFTER = pattern(rf"(?:付け?の?|附)?[^\W\d_的の]{{0,16}}?(?:{'|'.join(_EASTERN_DOCUMENTS)})(?![^\W\d_])")
"""What follows the date of a Chinese or Japanese document without a blank: 1950年10月3日付電報."""
_PRINTED = pattern(r"\bin:|\bjg\.|\bheft\b|\bpublished\b|\bprinted\b|\berschienen\b|\bопубликован", re.IGNORECASE)
_WORDS = pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_MARKS = words(
    "top most strictly secret confidential urgent restricted unclassified classified excerpt excerpts draft copy"
)
_MARKS |= words("copy translation translated секретно совершенно сов geheim streng vertraulich no nr № s p")
"""Words that may follow the date of a title: classification, number, state."""


def role(title: str, found: Found) -> Role:
    """Return what *found*, a date in *title*, is the date of.

    >>> from provcheck.dates import find
    >>> for title in "Telegram to Bucharest, 3 May 1980", "Note on talks of 3 May 1980", "Carta de 3 de mayo de 1980":
    ...     print(role(title, next(find(title))))
    document
    other
    document
    """
    before, after = title[: found.start], title[found.end :]
    lower = [word.lower() for word in _WORDS.findall(before)]
    spaced = before.rstrip().rstrip("[(").rstrip()
    if _PRINTED.search(title):
        return "other"
    if _EASTERN.match(after):
        return "document" if _EASTERN_AFTER.match(after) and not _EASTERN_EVENTS.search(title) else "other"
    head = _head(title)
    if not lower:
        return "document" if head == "document" or not _has(title, _EVENTS) else "event"
    parted = not spaced or spaced[-1] in ",;:–—-." or before.rstrip()[-1:] in ("(", "[")
    last = lower[-1]
    if not parted or (spaced[-1] == "." and last in _OWN | _AWAY):
        near = _WORDS.findall(re.split(r"[,;:(]", spaced)[-1])
        return _tied(title, [word.lower() for word in near], head) if near else "other"
    if not _only_marks(after):
        return "other"
    clause = re.split(r"[,;:(\[]", spaced.rstrip(",;:–—-([. "))[-1]
    clause_words = [word.lower() for word in _WORDS.findall(clause)]
    if clause_words and clause_words[-1] in _AWAY:
        return "other"
    if _has(title, _EVENTS):
        return "event" if head == "record" else "other"
    return "other" if head == "other" else "document"


def is_correspondence(title: str) -> bool:
    """Whether the title is that of a letter or a telegram, which is *for* no period, as a report or plan is."""
    first = [word.lower() for word in _WORDS.findall(title)[:4]]
    return any(word.startswith(_CORRESPONDENCE) for word in first) or _letter_like(title)


def _tied(title: str, lower: list[str], head: str) -> Role:
    """Tell the role of a date that follows a word without a comma: ``telegram of …``, ``at the meeting of …``."""
    *rest, last = lower
    if last in _AWAY and last not in _OWN:
        return "other"
    if _has(title, _OTHER_DOCUMENT):
        return "other"
    if last not in _OWN:
        return "document" if _is_document(last) and len(rest) <= 2 else "other"
    while rest and rest[-1] in _OWN | {"the"}:
        rest.pop()
    if not rest:
        return "document"
    nouns = [i for i, word in enumerate(rest) if word.startswith((*_DOCUMENTS, *_RECORDS))]
    events = [i for i, word in enumerate(rest) if word.startswith(_EVENTS)]
    if events:
        return "event" if head == "record" and events[-1] == len(rest) - 1 else "other"
    if len(nouns) == 1 and nouns[0] <= 2 and not (set(rest[nouns[0] + 1 :]) & (_AWAY - {"по", "в", "на", "in"})):
        return "document"
    return "other"


def _head(title: str) -> Literal["document", "record", "people", "other"]:
    """Tell what kind of word the title begins with."""
    first = [word.lower() for word in _WORDS.findall(title)[:4]]
    for word in first:
        if word.startswith(_RECORDS):
            return "record"
        if _is_document(word):
            return "document"
    return "people" if _letter_like(title) else "other"


def _letter_like(title: str) -> bool:
    """Whether the title is of the kind ``A to B, …``, ``A an B, …``."""
    head = re.split(r"[,;:(\[]", title, maxsplit=1)[0]
    found = re.match(r"(.{3,60}?)\s(?:to|an|к|à|do)\s(?:the\s|den\s|die\s|das\s)?(.{3,60})", head)
    return found is not None and found[1][:1].isupper() and found[2][:1].isupper()


def _is_document(word: str) -> bool:
    """Whether *word* is a document; in Chinese and Japanese its name stands at the end: 致斯大林电报."""
    return word.startswith(_DOCUMENTS) or (word.endswith(_EASTERN_DOCUMENTS) and not _EASTERN_EVENTS.search(word))


def _only_marks(after: str) -> bool:
    """Whether nothing follows the date but numbers and marks: ``, 057022, Secret``."""
    rest = [word.lower() for word in _WORDS.findall(after)]
    return len(after) < 80 and all(word in _MARKS or len(word) == 1 for word in rest)


def _has(title: str, stems: tuple[str, ...]) -> bool:
    return any(word.lower().startswith(stems) for word in _WORDS.findall(title))
