"""One mark in every spelling: words short and full, any case, any separators, whatever stands before and behind."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from provcheck.archives import read_line

WORDS = {
    "РГАСПИ rgaspi": (
        "ф. Ф. фонд Фонд",
        "оп. Оп. опись Опись",
        "д. Д. дело Дело ед.хр.",
        "л. Л. лл. лист листы",
        " об.",
    ),
    "ГАРФ garf": ("ф. Ф. Фонд", "оп. Оп. опись", "д. Д. Дело", "л. Л. Лл. листы", "об."),
    "RGANI rgani": ("f. F. fond Fond", "op. Op. opis opis'", "d. D. delo file", "l. ll. Ll. list listy", "ob."),
    "ЦДАГО tsdaho": ("ф. Ф. фонд", "оп. Оп. опис", "спр. Спр. справа", "арк. Арк. аркуш", " зв."),
    "LYA lya": ("f. F. fondas", "ap. apyrašas", "b. byla", "l. lapas", "v"),
    "LVVA lvva": ("f. F. fonds", "apr. apraksts", "l. lieta", "lp. lapa", ""),
    "ERA ra-ee": ("f. fond", "n. nimistu", "s. säilik", "l. leht", "p"),
    "AOSPRM aosprm": ("f. F. fond", "inv. Inv. inventar", "d. dosar", "f. fila filele", "v"),
    "ARDA arda": ("f. fond", "siy. siyahı", "iş", "v. vərəq", ""),
    "ՀԱԱ haa": ("ֆ. ֆոնդ", "ց. ցուցակ", "գ. գործ", "թ. թերթ", ""),
    "სცსსა cha-georgia": ("ფ. ფონდი", "ან. აღწ. ანაწერი", "ს. საქმე", "ფურც. ფურცელი", ""),
}
"""Archives, and for each its words for fond, opis, delo and leaf, and how the back of a leaf is marked."""
BETWEEN = [", ", ". ", " ", "; ", ". – ", " - ", ": ", ","]
BEFORE = ["", "1. ", "См.: ", "// ", "Письмо Иванова Петрову. 12 мая 1935 г. // ", "Source: "]
BEHIND = ["", ".", ". Подлинник.", ". Копия. Машинопись.", ", in Smith, ed.", ". Translated by John Smith."]


@given(st.data())
def test_one_mark_in_every_spelling(data: st.DataObject) -> None:
    archive, archive_id = data.draw(st.sampled_from(sorted(WORDS))).split()
    *levels, leaf, back = WORDS[f"{archive} {archive_id}"]
    numbers = [data.draw(st.integers(1, 9999)) for _ in levels]
    between = data.draw(st.sampled_from(BETWEEN))
    parts = [f"{data.draw(st.sampled_from(words.split()))} {n}" for words, n in zip(levels, numbers, strict=True)]
    first = data.draw(st.integers(1, 400))
    folios = data.draw(
        st.sampled_from(
            [
                ("", []),
                (f"{first}", [(f"{first}", f"{first}")]),
                (f"{first}–{first + 5}", [(f"{first}", f"{first + 5}")]),
                (f"{first}, {first + 2}-{first + 4}", [(f"{first}", f"{first}"), (f"{first + 2}", f"{first + 4}")]),
                *([(f"{first}{back}", [(f"{first}v", f"{first}v")])] if back else []),
            ]
        )
    )
    if folios[0]:
        parts.append(f"{data.draw(st.sampled_from(leaf.split()))} {folios[0]}")
    text = "".join(
        [
            data.draw(st.sampled_from(BEFORE)),
            archive,
            data.draw(st.sampled_from([", ", ". ", ": ", " "])),
            between.join(parts),
            data.draw(st.sampled_from(BEHIND)),
        ]
    )
    line = read_line(text)
    (mark,) = line.marks
    assert mark.archive_id == archive_id, text
    assert [level.value for level in mark.levels] == [str(n) for n in numbers], text
    assert [tuple(run) for run in mark.folios] == folios[1], text
    assert line.text == text


FAMILIES = {
    "ru": ({"РГАСПИ": "rgaspi", "ГАРФ": "garf", "РГВА": "rgva"}, "Ф. ", "Оп. ", "Д. ", "Л. ", "Там же"),
    "en": ({"RGASPI": "rgaspi", "GARF": "garf", "RGANI": "rgani"}, "f. ", "op. ", "d. ", "ll. ", "ibid"),
    "uk": ({"ЦДАГО": "tsdaho", "ЦДАВО": "tsdavo", "ДАЖО": "da-zhytomyr"}, "ф. ", "оп. ", "спр. ", "арк. ", "там само"),
}


@given(st.data())
def test_what_a_list_leaves_out_is_taken_over(data: st.DataObject) -> None:
    archives, fond, opis, delo, leaf, same = FAMILIES[data.draw(st.sampled_from(sorted(FAMILIES)))]
    between = data.draw(st.sampled_from([", ", ". "]))
    now: dict[str, str] = {}
    chunks, expected = [], []
    for number in range(data.draw(st.integers(1, 4))):
        begin = data.draw(st.sampled_from(["archive", "fond", "opis", "delo", "same"])) if number else "archive"
        said = []
        if begin == "archive":
            code = data.draw(st.sampled_from([code for code in archives if archives[code] != now.get("archive")]))
            now["archive"] = archives[code]
            said.append(code)
        elif begin == "same":
            said.append(same)
        if begin in {"archive", "fond"}:
            now["fond"] = str(data.draw(st.integers(1, 9999)))
            said.append(fond + now["fond"])
        if begin in {"archive", "fond", "opis"}:
            now["opis"] = str(data.draw(st.integers(1, 400)))
            said.append(opis + now["opis"])
        now["delo"] = str(data.draw(st.integers(1, 1400)))
        said.append(delo + now["delo"])
        first = data.draw(st.integers(0, 400))
        if first:
            said.append(f"{leaf}{first}")
        chunks.append(between.join(said))
        levels = (now["fond"], now["opis"], now["delo"])
        expected.append((now["archive"], levels, [(str(first), str(first))] if first else []))
    text = "; ".join(chunks) + "."
    read = [
        (mark.archive_id, tuple(level.value for level in mark.levels), [tuple(run) for run in mark.folios])
        for mark in read_line(text).marks
    ]
    assert read == expected, text
