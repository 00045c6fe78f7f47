"""Valid records that the schema tests start from: every field and every form of a field occurs in one of them."""

from __future__ import annotations

from provcheck.model.document import Value
from provcheck.read import read

TEXT = """\
id: "113732"
title: Ciphered Telegram from Roshchin in Beijing to Filippov [Stalin]
type: telegram
date: 1950-10-03
language: ru
people:
  sender: Roshchin
  recipient: {name: Stalin, as: Filippov}
sources:
  - {archive: APRF, fond: 45, opis: 1, delo: 334, list: 105-106}
  - {archive: RGASPI, fond: 558, opis: 11, delo: 334, list: 105-106}
translators: [Kathryn Weathersby, Alexandre Mansourov]
rights:
  statement: The host welcomes reuse of its materials.
  contact: archive@example.org
published:
  - {in: Wilson Center Digital Archive, id: "113732", date: 2011-11-20, url: "https://example.org/document/113732"}
---
id: pasted
title: Telegram
type: telegram
date: unknown
language: [ru, zh-Hant]
sources: APRF, fond 45, opis 1, delo 334, listy 105-106, and RGASPI, f. 558, op. 11, d. 334, ll. 105-106.
translators: Kathryn Weathersby; Alexandre Mansourov
rights: Public domain
published: {doi: 10.1000/182, pages: 114-116, title: Another title, source: "APRF, fond 45", x-seen: "yes"}
---
$schema: ../schemas/record.schema.json
id: everything
title: {ru: Письмо, ru-Latn: Pis'mo, en: Letter, x-origin: {supplied: by the editor}}
type: letter from a friend
date:
  - {date: 1950-10-03}
  - {role: message, date: 1950-10-02, x-clock: Moscow}
date_os: 1917-10-25
language: ru
sources:
  - RGANI, f. 89, per. 18, dok. 5
  - {archive: BArch, fonds: B 136, file: "59748", folio: [99r-103v, "110"], form: copy, seen: scan, x-room: "3"}
  - {archive: NARA, record-group: "59", lot: 64 D 559, box: "25", folder: "China, 1950–1953", page: "3"}
  - {archive: TNA, series: FO 371, piece: "84108", sheet: "4", case_title: China, via: A colleague, note: Torn,
     url: "https://example.org/84108", formerly: FO 1}
  - {held: private, note: In the family}
  - {held: lost, archive: TsGAOR, fond: "1"}
translators:
  - Kathryn Weathersby
  - {name: Alexandre Mansourov, into: en}
people:
  author: [Mao Zedong, {name: Zhou Enlai, office: Premier}]
  cipher clerk: Ivanov
  x-seen-by: [1, 2]
rights: {status: InC, licence: CC-BY-4.0, holder: The family}
texts:
  - {language: en, kind: translation, file: a.txt, by: [A, {name: B}], date: "1995"}
  - {kind: transcript, file: b.txt, by: C}
files:
  - scan.tif
  - {path: scan-2.tif, sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855}
relations: [{rel: reply-to, to: "113731"}]
number: 25553
place: Beijing
classification: Top Secret
copies: [Stalin, Molotov]
summary: {en: Short}
subjects: [Korean War]
note: [One, Two]
checked: {date: 2026-05-04, by: A. Archivist, against: microfilm, note: Agrees}
events: [{event: declassified, date: "1995", by: A commission, note: By order}]
x-anything: [1, {b: null}]
---
id: one-of-each
title: Letter
type: letter
date: {date: 1950-10-03~}
language: de
sources: {archive: PA AA, fonds: RAV Peking, file: "12"}
translators: {name: A, into: en}
rights: Public domain
texts: {kind: summary, file: a.txt}
files: {path: a.tif}
relations: {rel: encloses, to: "2"}
checked: 2026-05-04
copies: 7
events: {event: scanned}
"""


def records(text: str) -> list[Value]:
    """Return the data of each record in a YAML text."""
    document = read("cases.yaml", text.encode())
    assert not document.faults
    return [entry.data for entry in document.entries]


VALID = records(TEXT)

MINIMAL: dict[str, Value] = {
    "id": "1",
    "title": "Letter",
    "type": "letter",
    "date": "1950-10-03",
    "language": "ru",
    "sources": "RGASPI, f. 558, op. 11, d. 334, l. 105",
    "rights": "Public domain",
}
