"""What is told behind a mark and is no part of it; and what looks like it and is the end of the mark."""

from __future__ import annotations

import pytest

from provcheck.archives import read_line


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("NAA: A1838, 539/1/2: Smith to Jones, 4 May 1944", "series=A1838 item=539/1/2"),
        ("NARA, RG 59, Lot 83D222, Box 5, 1947–1948, Curzon to Lloyd George, 14 Oct. 1920.", "… folder=1947–1948"),
        (
            "VPRS 5467/P0002, Rabbit Processing: Denkschrift über den Handel, 1. Januar 1915.",
            "… item=Rabbit Processing",
        ),
        ("FR ANOM 91 / 2 M 242 a: lettre du ministre, 4 mai 1844", "… file=242 a"),
        ("NAA: A1838, 383/1/2/8, ii: Note, undated.", "… part=ii"),
        ("NAA: A463/17, 56/984. Письмо министра от 4 мая 1944 г.", "series=A463/17 item=56/984"),
        ("AA: A2697, VOL. 2, available at https://example.org/a?id=12", "series=A2697 volume=2"),
        ("740.00119/206. See also ibid.", "file=740.00119 document-no=206"),
        ("ESTADO,86B,N.100; see also Ibid.", "section=ESTADO bundle=86B item=N.100"),
        ("NAA: A1209, 74/7573. Müller, Handel, S. 34.", "series=A1209 item=74/7573"),
        ("Älghults kyrkoarkiv, vol. C:1, VaLA; J. Smith, A History of Trade (London, 1990), pp. 34–35.", "volume=C:1"),
    ],
)
def test_what_is_told_behind_a_mark_is_no_part_of_it(text: str, mark: str) -> None:
    read = read_line(text).marks
    levels = " ".join(f"{level.name}={level.value}" for level in read[0].levels)
    assert len(read) == 1
    assert levels.endswith(mark.removeprefix("… "))


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "NARA, RG 59, Records of the Chief Clerk, Box 1, Letters sent, February 20, 1900 to April 30, 1901",
            "Letters sent, February 20, 1900 to April 30, 1901",
        ),
        (
            "Department of State, S/S Files: Lot 79 D 246, Reel 3, Memoranda of Conversation with Officials 1964",
            "Memoranda of Conversation with Officials 1964",
        ),
        ("TNA, FO 371/123. See also FO 371/124.", "124"),
        ("RGASPI, f. 17, op. 3, d. 12; см. также д. 13", "13"),
    ],
)
def test_what_is_of_the_mark_stays(text: str, last: str) -> None:
    assert read_line(text).marks[-1].levels[-1].value == last


def test_an_address_that_is_a_mark_is_read() -> None:
    assert read_line("12. https://nationaalarchief.nl/onderzoeken/archief/2.05.80/invnr/5970").marks


def test_a_mark_after_pages_that_go_down_does_not_raise() -> None:
    assert read_line("AVPRF, 06/12a/59/395, pp. 4ff; Müller, Geschichte, Bd. 2, S. 34.").marks


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        (
            "J. Smith, A History (London, 1990), p. 5; Conference files, lot 60 D 627, CF 359",
            "series=Conference files lot=60 D 627 folder=CF 359",
        ),
        ("Smith, History, 34, and MS. Asquith 133", "call-number=MS. Asquith 133"),
        ("A. Dupont, Histoire du commerce, Paris, 1990, p. 34 ; BArch, R 43/1234", "fonds=R 43 file=1234"),
        ("Hull to Grew, May 4, 1944 (Secret), 740.0011 Pacific War/854e", "file=740.0011 Pacific War document-no=854e"),
        ("Протокол, 12 июня 1951 г., A1838, 3034/10/1", "series=A1838 item=3034/10/1"),
        ("Memo for the Record, 12/6/1951, NARA, RG 59, Box 3", "record-group=59 box=3"),
    ],
)
def test_what_stands_ahead_is_no_part_of_it(text: str, mark: str) -> None:
    read = read_line(text).marks
    assert [" ".join(f"{level.name}={level.value}" for level in one.levels) for one in read] == [mark]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("RGASPI, f. 17, op. 3 (1938), d. 12", "fond=17 opis=3 delo=12"),
        ("ЦГАЛИ, ф. 2570, on. 1 (1938–1940), д. 68", "fond=2570 opis=1 delo=68"),
        (
            "Hoover, Nicolaevsky Collection, Box 3, “Trade, 1938”, Folder 2",
            "collection=Nicolaevsky Collection box=3 folder=2",
        ),
        ("AGI, Estado, Santa Fe, 53, «О торговле», N. 59", "section=Estado series=Santa Fe bundle=53 item=59"),
        ("NAA: A1838 (1955–60), 539/1/2", "series=A1838 item=539/1/2"),
        (
            "Hoover, Nicolaevsky Collection, Box 3, “Trade, 1938”",
            "collection=Nicolaevsky Collection box=3 folder=Trade, 1938",
        ),
    ],
)
def test_years_and_titles_amid_are_no_part_of_it(text: str, mark: str) -> None:
    read = read_line(text).marks
    assert [" ".join(f"{level.name}={level.value}" for level in one.levels) for one in read] == [mark]
