"""Institutions that no table has: with a code, a title or papers, beside known archives, and what only looks so."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from reading_support import plain

from provcheck import tables
from provcheck.archives import read_line

MARKS = {
    # behind the name, by its words and signs alone
    "Fairshire Record Office, D/DZ 12/3, Smith to Jones, 4 May 1912.": "- call-number=D/DZ 12/3",
    "Fairshire Record Office (FRO), QS/O/12": "- call-number=QS/O/12",
    "Fairview City Archives: A1838, minutes of 4 May 1912": "- call-number=A1838",
    "44 Fairview City Archives ADM 11/1/1477": "- call-number=ADM 11/1/1477",
    "Letter in Fairview City Archives ADM 11/1/1477.": "- call-number=ADM 11/1/1477",
    "Stadtarchiv Neuhausen B I 273, fol. 81r–84v": "- file=B I 273 #81r-84v",
    "Stadtarchiv Neuhausen, Ratsprotokolle, Bd. 4": "- fonds=Ratsprotokolle; volume=4",
    "Stadtarchiv Neuhausen, MfAA, ZR 145/94": "- fonds=MfAA; file=ZR 145/94",
    "Archivo Municipal de Villanueva, Cabildo, 557B, f. 750r": "- fonds=Cabildo; volume=557B #750r",
    "Archivio storico comunale di Montefalco, Atti, 41, no. 106": "- fonds=Atti; box=41; document=106",
    "Государственный архив Энской области 558.11.710.180–1": "- fond=558; opis=11; delo=710 #180-181",
    "State Archive of Enskaia Oblast 558/1/5374": "- fond=558; opis=1; delo=5374",
    "Державний архів Заріцької області 680-1-4": "- fond=680; opis=1; delo=4",
    "Archiwum Miejskie w Zawadzie ML 1/10/0/6/19": "- fonds=10; subfonds=0; series=6; file=19",
    "Smith to Jones, 4 May 1912, Fairview University Library, Smith Papers.": "- collection=Smith Papers",
    # by a short word and a town
    "GA Zandmeer, Stad Zandmeer, inv.nr. 784, fol. 25r": "- fonds=Stad Zandmeer; inv-no=784 #25r",
    "StadtA Neuhausen, Best. 5, Nr. 12": "- fonds=5; file=12",
    "UA Musterstadt, B 123/45": "- fonds=B 123; file=45",
    "SOkA Lhota, fond Okresní úřad, kart. 12": "- fonds=Okresní úřad; box=12",
    "AP Zawada, Akta miasta, sygn. 123, k. 4": "- fonds=Akta miasta; file=123 #4",
    "AM Villeneuve, CC 12, fol. 4": "- series=CC; file=12 #4",
    "DA Zelengrad, fond 12, kut. 3": "- fonds=12; box=3",
    "HStA Neuburg, Kurpfalz 1234": "- fonds=Kurpfalz; file=1234",
    "TNA, FO 371/1; StadtA Neuhausen, Best. 5, Nr. 12.": "tna series=FO 371; piece=1 | - fonds=5; file=12",
    # before it
    "FCC/1/12, Fairview City Archives.": "- call-number=FCC/1/12",
    "Smith to Jones, 4 May 1912, Smith Papers, Fairview University Library.": "- collection=Smith Papers",
    "Smith Papers, Fairview University Library, MS 12/3/4": "- collection=Smith Papers; call-number=MS 12/3/4",
    # beside archives that are known
    "TNA, FO 371/8412; Fairshire Record Office, D/DZ 1/3.": "tna series=FO 371; piece=8412 | - call-number=D/DZ 1/3",
    "Fairshire Record Office, D/DZ 1/3; TNA, FO 371/8412.": "- call-number=D/DZ 1/3 | tna series=FO 371; piece=8412",
    "TNA, FO 371/84123; Fairshire Record Office, Smith Papers, Box 3, Folder 2.": (
        "tna series=FO 371; piece=84123 | - collection=Smith Papers; box=3; folder=2"
    ),
    "BArch, R 43/2466; Stadtarchiv Neuhausen, Bestand 5, Nr. 12, Bl. 3.": (
        "barch fonds=R 43; file=2466 | - fonds=5; file=12 #3"
    ),
    "GARF, f. 5446, op. 1, d. 2; Fairview County Historical Society, Smith Papers, box 3.": (
        "garf fond=5446; opis=1; delo=2 | - collection=Smith Papers; box=3"
    ),
    "Archives nationales, F/7/1234; Archives départementales de la Basse-Vère, 1J 234.": (
        "an-fr series=F/7; file=1234 | - series=1J; file=234"
    ),
    "Archivo Municipal de Villanueva, Fondo Cabildo, caja 3, exp. 12; AGI, Santa Fe, 940.": (
        "- fonds=Cabildo; box=3; file=12 | agi section=Santa Fe; bundle=940"
    ),
    # the head of a code is none of the archives that have such a short name
    "Oxtown Central Library, HAS/B/11/5": "- call-number=HAS/B/11/5",
    "Oxtown Record Office, AN/3/4": "- call-number=AN/3/4",
    "Archivo Nacional de Belice, Gobernación, tomo 12": "- fonds=Gobernación; volume=12",
    "Oxtown Record Office, BA/H/3": "- call-number=BA/H/3",
    "Oxtown City Archives, CC/M/4/1": "- call-number=CC/M/4/1",
    "University of Oxtown Archives, NEP/3": "- call-number=NEP/3",
    "TNA, FO 371/84123; Государственный архив Энской области Ф. 558. Оп. 11. Д. 85.": (
        "tna series=FO 371; piece=84123 | - fond=558; opis=11; delo=85"
    ),
    "BArch, NS 19/2065; ЦХЗ. Ф. 3. Оп. 1. Д. 5": "barch fonds=NS 19; file=2065 | - fond=3; opis=1; delo=5",
    "TNA, FO 371/84123; Arkhiv goroda Enska f. 3, op. 1, d. 4": (
        "tna series=FO 371; piece=84123 | - fond=3; opis=1; delo=4"
    ),
    "TNA, FO 371/84123; Музей истории города Энска, ф. 3, д. 5": "tna series=FO 371; piece=84123 | - fond=3; delo=5",
    # museums, whose papers are read and what they show is not
    "Музей истории города Энска, ф. 3, д. 5": "- fond=3; delo=5",
    "Краєзнавчий музей Зарічного, ф. 3, оп. 1, спр. 5": "- fond=3; opis=1; delo=5",
    "Muzeum Miasta Zawada, sygn. 123, k. 5": "- file=123 #5",
    "Museum für Stadtgeschichte Neuhausen, Nr. 123": "- file=123",
    "Stadtmuseum Neuhausen, Bestand 3, Nr. 12": "- fonds=3; file=12",
    "Oxtown Town Museum, MS 12": "- call-number=MS 12",
    "Oxtown Museum, ARCH/12/3": "- call-number=ARCH/12/3",
    "Musée de Villeneuve, carton 3, dossier 5": "- box=3; file=5",
    # words of a sentence lead to it
    "inventory in Oxtown RO, B/C/11": "- call-number=B/C/11",
    "see letter in Oxtown Local Studies, DX/12/3": "- call-number=DX/12/3",
    # a muniment has a bare number
    "Oxtown Cathedral Muniments, 1234": "- call-number=1234",
    "Oxtown College Muniments 4321B": "- call-number=4321B",
    # words that lead to it
    "See also Archivo Ducal de Alba, caja 12": "- box=12",
    "Siehe auch Stadtarchiv Neuhausen, Best. 3, Nr. 4": "- fonds=3; file=4",
    "BArch, N 1166/234; Abschrift im Stadtarchiv Neuhausen, Bestand 5, Nr. 12": (
        "barch fonds=N 1166; file=234 | - fonds=5; file=12"
    ),
    "AGS, Estado, leg. 12; véase también Archivo Ducal de Alba, caja 12": "ags section=Estado; bundle=12 | - box=12",
    "Oxtown Archive Centre, D/L/3/12, copy in TNA, HO 45/123": "- call-number=D/L/3/12 | tna series=HO 45; piece=123",
    "ГАРФ, ф. 5, оп. 1, д. 2; опубл.: Иванов, с. 45; Архив города Энска, ф. 3, оп. 1, д. 4, л. 5": (
        "garf fond=5; opis=1; delo=2 | - fond=3; opis=1; delo=4 #5"
    ),
    # a document with its day before it, and words that say where it is, beside archives that are known
    "TNA, FO 371/84123; Smith to Jones, 3 May 1920, Oxtown City Archives, box 12, folder 3": (
        "tna series=FO 371; piece=84123 | - box=12; folder=3"
    ),
    "Smith to Jones, 3 May 1920, Oxtown City Archives, D/DZ 12/3; Smith to Hall, 5 May 1920, TNA, FO 371/84123": (
        "- call-number=D/DZ 12/3 | tna series=FO 371; piece=84123"
    ),
    "PA AA, R 29735, Bl. 12; Brief an Müller, 14. 9. 1848 (Stadtarchiv Neuhausen, Mappe 7, Nr. 23)": (
        "pa-aa file=R 29735 #12 | - folder=7; file=23"
    ),
    "РГАСПИ, ф. 5, оп. 1, д. 9; Письмо Иванова, 3 мая 1920 г., Архив города Энска, ф. 3, оп. 1, д. 12": (
        "rgaspi fond=5; opis=1; delo=9 | - fond=3; opis=1; delo=12"
    ),
    "TNA, FO 371/84123; the original is held at the Oxtown City Archives, D/DZ 12/3.": (
        "tna series=FO 371; piece=84123 | - call-number=D/DZ 12/3"
    ),
    "BArch, R 43/2466; ein zweites Exemplar befindet sich im Stadtarchiv Neuhausen, Best. 5, Nr. 12.": (
        "barch fonds=R 43; file=2466 | - fonds=5; file=12"
    ),
    "AN, F/7/12527 ; l’original est conservé aux Archives municipales de Valbonne, BB 12, fol. 45r.": (
        "an-fr series=F/7; file=12527 | - series=BB; file=12 #45r"
    ),
    "AGI, Lima, 99; el original se conserva en el Archivo Municipal de Villanueva, caja 12, exp. 3.": (
        "agi section=Lima; bundle=99 | - box=12; file=3"
    ),
    "ASMi, Atti di governo, cart. 123; l’originale è presso l’Archivio storico di Montefalco, b. 12, fasc. 3": (
        "asmi fonds=Atti di governo; box=123 | - box=12; file=3"
    ),
    "voir le journal de Martin, Archives diocésaines de Valbonne, 2 B 34, ainsi que ses notes (ibid., 3 B 2)": (
        "- series=2 B; file=34 | - series=3 B; file=2"
    ),
    "AGI, Lima, 99. Fundación José Barreiro, Oviedo, caja 12": "agi section=Lima; bundle=99 | - box=12",
    "ACS, PCM, b. 12; Fondazione Rossi, Milano, b. 3, fasc. 4": "acs-it fonds=PCM; box=12 | - box=3; file=4",
    # that stand behind their marks
    "TNA, FO 371/84123; Smith Papers, box 12, folder 3, Fairview University Library": (
        "tna series=FO 371; piece=84123 | - collection=Smith Papers; box=12; folder=3"
    ),
    "TNA, FO 371/84123; folder 3, box 12, Smith Papers, Fairview University Library, Fairview.": (
        "tna series=FO 371; piece=84123 | - collection=Smith Papers; folder=3; box=12"
    ),
    "Smith Papers, box 12, Fairview University Library; TNA, FO 371/84123.": (
        "- collection=Smith Papers; box=12 | tna series=FO 371; piece=84123"
    ),
    "TNA, FO 371/84123; folder 3, box 12, Dulles Papers, Seeley G. Mudd Manuscript Library, Princeton": (
        "tna series=FO 371; piece=84123 | princeton-mudd collection=Dulles Papers; folder=3; box=12"
    ),
    "Oxtown Record Office, D(W) 1734/2/5": "- call-number=D(W) 1734/2/5",
    "Staffordshire Record Office, D(W)1734/2": "staffs-ro call-number=D(W)1734/2",
    "Centre d’histoire sociale de Valbonne, Fonds Duval, carton 3": "- fonds=Duval; box=3",
    "Oxtown Dockers’ History Archive, SC/3/12": "- call-number=SC/3/12",
    # books that are written by hand, and their pages
    "Oxtown Parish Archive, Vestry Minutes, vol. 7, p. 45": "- collection=Vestry Minutes; volume=7 #45",
    "Fairshire Record Office, Minute Book 7, p. 45": "- volume=7 #45",
    "Oxtown Archives, Borough Records, Order Book 3, pp. 12-14": "- collection=Borough Records; volume=3 #12-14",
    "Fairshire Record Office, Ashby parish registers": "- collection=Ashby parish registers",
    "Pfarrarchiv Neuhausen, Taufbuch 3": "- fonds=Taufbuch; file=3",
    "Pfarrarchiv Neuhausen, Trauungsbuch II, fol. 12": "- fonds=Trauungsbuch II #12",
    "Archivio parrocchiale di Montefalco, Registro dei battesimi 4": "- fonds=Registro dei battesimi; box=4",
    # pages behind the number of what a town or a parish keeps, as no journal is called
    "Pfarrarchiv Neuhausen, Nr. 3, S. 45": "- file=3 #45",
    "Gemeindearchiv Unterwald, Bd. 4, S. 17": "- volume=4 #17",
    "Archives communales de Villeneuve, Registre 4, p. 12": "- volume=4 #12",
    "Archiwum Parafialne w Zawadzie, t. 3, s. 45": "- file=3 #45",
    "Lucy Cavendish College Archives, Sidgwick Papers, 4/12": "- collection=Sidgwick Papers; call-number=4/12",
    # papers that a known archive keeps, and its own old names, are none
    "Foreign Office Archives, FO 371/84123": "tna series=FO 371; piece=84123",
}


@pytest.mark.parametrize("text", MARKS)
def test_institution_no_table_has(text: str) -> None:
    line = read_line(text)
    assert " | ".join(map(plain, line.marks)) == MARKS[text]
    assert "".join(segment.text for segment in line.segments) == text


@pytest.mark.parametrize(
    "text",
    [
        "Fairshire Record Office, Bridge Street, Fairtown FS1 2AB, tel. 01234 567890.",
        "The Fairview Public Library, 123 Main Street, Fairview, TX 75069.",
        "Stadtarchiv Neuhausen, Rathausplatz 3, 12345 Neuhausen.",
        "Universitätsbibliothek Neuhausen, Platz der Universität 2, D-79098 Neuhausen.",
        "Archivo Histórico Municipal, Calle Mayor 12, 28013 Madrid.",
        "Archives départementales de la Basse-Vère, 12 rue de la Préfecture, 61000 Alençon.",
        "Journal of the Fairview Historical Society 12 (1990), 34–56.",
        "Fondazione Rossi, Annali, 12 (1990), p. 34.",
        "Fondazione Rossi, via Garibaldi 12, 20121 Milano.",
        "Rosa-Müller-Stiftung, Bd. 12, S. 34.",
        "Fairview County Historical Society, Annual Report 1990, p. 12.",
        "Fairview County Historical Society Quarterly, vol. 12, no. 3 (1990), pp. 1–20.",
        "Proceedings of the Fairview Library Association, 5/2 (2001).",
        "Pennsylvania Archives, vol. 4, p. 12",
        "Mitteilungen aus dem Stadtarchiv Neuhausen, Nr. 12, S. 7",
        "Cuadernos del Archivo Municipal de Villanueva, núm. 3, p. 45",
        "Pfarrarchiv Neuhausen, Bd. 3, Neuhausen 1987, S. 45",
        "Fairshire Record Office Publications, vol. 3, p. 12",
        "Das Stadtarchiv, Nr. 3, S. 45",
        "Oxtown Cathedral Muniments, 1934",
        "Museum Neuhausen, Inv.-Nr. 123",
        "Musée de l'Armée, Paris, inv. 123",
        "Muzeum Narodowe w Zawadzie, nr inw. 123",
        "Rijksmuseum, Amsterdam, RP-P-1901-A-1234",
        "Oxtown Museum Journal 12 (1990), 34",
        "Muzeum Śląska Opolskiego, t. 3, s. 12",
        "Archivio storico lombardo, Serie III, vol. 12, pp. 34-56.",
        "Stadtarchiv Neuhausen (Hrsg.), Der Neue Gau, Bd. 12, Neuhausen 1990.",
        "Library of Fairview, Occasional Papers, 12.",
        "Fairview Library, ISBN 978-0-12-345678-9.",
        "The exhibition at the Fairview City Library, 12 May–3 June 2019.",
        "Conference at the University Library, Leuven, 12–14 May 1999.",
        "Fairview University Library, Room B12.",
        "The Archives Act 1983, s. 12.",
        "AE Housman, Last Poems, no. 12.",
        "AM Smith, 'On Trade', Archives 12/3 (1990), 34.",
        "FA Hayek, Law, vol. 2",
        "LA Times, 12 May 1990, p. 4.",
        "Council of the Fairview Archives, Resolution 12/3.",
        "Doe v. Board of Archives, 347 U.S. 483 (1954).",
        "Python Standard Library 3.11.2",
        "Internet Archive, https://archive.org/details/abc123.",
        "On 12/5/2019 the Fairview Library 10K race started.",
        "Государственный архив Энской области: путеводитель. М., 2001. С. 12.",
    ],
)
def test_addresses_books_and_the_like_are_none(text: str) -> None:
    assert not read_line(text).marks


UNKNOWN = {
    "RU": "Государственный архив Энской области",
    "UA": "Державний архів Заріцької області",
    "DE": "Stadtarchiv Neuhausen",
    "FR": "Archives départementales de la Basse-Vère",
    "GB": "Fairshire Record Office",
    "US": "Fairview County Historical Society",
    "ES": "Archivo Histórico Municipal de Villanueva del Rey",
    "CO": "Archivo Histórico Municipal de Villanueva del Rey",
    "IT": "Archivio storico comunale di Montefalco",
    "NL": "Streekarchief Zandmeer",
    "CZ": "Státní okresní archiv Horní Lhota",
    "TR": "Yeşilkent Belediye Arşivi",
}
"""What an archive of the country could be called that nobody has heard of."""


@cache
def _renamed() -> list[tuple[str, str]]:
    """Return the collected lines of one mark whose archive has been given such a name, and the lines as they were."""
    archives, found = tables.archives(), []
    for row in (Path(__file__).parent / "collected.jsonl").read_text(encoding="utf-8").splitlines():
        text = json.loads(row)["text"]
        marks = read_line(text).marks if len(text) < 220 else ()
        if len(marks) != 1 or not marks[0].archive or not marks[0].archive_id or text.count(marks[0].archive) != 1:
            continue
        name = UNKNOWN.get(archives[marks[0].archive_id].country or "")
        if name and name.isascii() == text.isascii():
            found.append((text.replace(marks[0].archive, name), text))
    return found


LEFT_UNREAD = 0.19
"""Which part of them may be left unread: bare numbers, holdings without any, signs that only their archive has."""


def test_renamed_lines_are_read_all_the_same() -> None:
    """Nothing tells the levels of an unknown archive as its own table would, so only that it is read is asked."""
    unread = [text for text, _ in _renamed() if not read_line(text).marks]
    assert len(_renamed()) > 400
    assert len(unread) <= LEFT_UNREAD * len(_renamed()), unread
