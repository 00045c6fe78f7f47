"""Encodings: what is read, what is refused, and what is said of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.read import encode, read
from provcheck.read import encoding as encodings
from provcheck.read.guess import guess_encoding

RUSSIAN = "title: Шифротелеграмма Рощина Филиппову [Сталину] о положении в Корее\n"


MARKED = ["utf-8-sig", "utf-16-le-sig", "utf-16-be-sig", "utf-32-le-sig", "utf-32-be-sig"]


@pytest.mark.parametrize("name", ["utf-8", *MARKED])
def test_unicode_is_read_and_given_back_byte_for_byte(name: str) -> None:
    data = encode(RUSSIAN, name)
    document = read("a.yaml", data)
    assert document.text == RUSSIAN
    assert document.entries[0].data == {"title": RUSSIAN[7:-1]}
    assert encode(document.text, document.encoding) == data
    assert [fault.rule for fault in document.faults] == ([] if name == "utf-8" else ["encoding"])


def test_a_byte_order_mark_is_told_by_its_own_message_and_moves_no_column() -> None:
    document = read("a.yaml", b"\xef\xbb\xbfa: 'b\n")
    assert "byte order mark" in document.faults[0].message
    assert document.place(document.faults[1].span)[:2] == (1, 4)


@pytest.mark.parametrize(
    ("codec", "said"),
    [
        ("cp1251", "Windows-1251 (“Шифротелеграмма”)"),
        ("koi8-r", "KOI8-R (“Шифротелеграмма”)"),
        ("cp866", "DOS code page 866 (“Шифротелеграмма”)"),
        ("iso8859-5", "ISO 8859-5 (“Шифротелеграмма”)"),
    ],
)
def test_russian_encodings_are_guessed(codec: str, said: str) -> None:
    document = read("a.yaml", ("# first line\n" + RUSSIAN).encode(codec))
    assert document.entries == ()
    (fault,) = document.faults
    assert fault.rule == "encoding"
    assert said in fault.message
    assert f"iconv -f {codec} -t UTF-8" in fault.message
    assert document.place(fault.span)[:2] == (2, 8)


@pytest.mark.parametrize(
    ("text", "codec", "said"),
    [
        ("title: Gespräch Kohls mit Präsident Bush in Zürich\n", "latin-1", "Windows-1252 or Latin-1 (“Gespräch”)"),
        ("title: 中国共产党中央委员会关于朝鲜战争的决定\n", "gb18030", "GB 18030"),
    ],
)
def test_other_encodings_are_guessed(text: str, codec: str, said: str) -> None:
    (fault,) = read("a.yaml", text.encode(codec)).faults
    assert said in fault.message


@pytest.mark.parametrize("codec", ["cp1251", "koi8-r", "cp866", "iso8859-5"])
@pytest.mark.parametrize(
    "text",
    [
        "РГАСПИ, ф. 17, оп. 3, д. 5, л. 1\n",
        "ГАРФ, ф. Р-9401, оп. 2, д. 65, л. 3 об.\n",
        "РУАСПИ, ф. 17, спр. 5, арк. 1\n",
        "ГАРФ. Ф. Р-9401. Оп. 2. Д. 65. Л. 3 об.\n",
    ],
)
def test_a_shelfmark_is_enough_to_guess_a_russian_encoding(codec: str, text: str) -> None:
    assert guess_encoding(text.encode(codec))[1] == codec  # type: ignore[index]


@pytest.mark.parametrize(
    "text",
    [
        "Zürich, Präsident Kohl – „Gespräch“ mit Bush… à Genève\n",
        "« Note » de l’ambassade à Sofia – 3 février 1950, n° 12\n",
        "Św. Jan – “quoted” … £5\n".replace("Ś", "S"),
    ],
)
def test_signs_that_stand_alone_make_no_latin_text_russian(text: str) -> None:
    assert guess_encoding(text.encode("cp1252"))[1] == "cp1252"  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "codecs"),
    [
        ("title: Телеграмма\nsources: РГАСПИ, ф. 1\n", ["cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic"]),
        ("title: Нота МИД СССР\n", ["cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic"]),
        ("title: Доповідна записка про її стан\n", ["cp1251", "koi8-u", "mac-cyrillic"]),
        ("title: Zápis ze schůze předsednictva\n", ["cp1250", "iso8859-2"]),
        ("title: Správa o výsledkoch, ľudové hlasovanie\n", ["cp1250", "iso8859-2"]),
        ("title: Notatka w sprawie żądań ZSRR\n", ["cp1250", "iso8859-2"]),
        ("title: Kádár és Brezsnyev közös őrizete\n", ["cp1250", "iso8859-2"]),
        ("title: Relatório não datado, à atenção do Ministro\n", ["cp1252"]),
        ("title: Brev fra København, Åse Ødegård\n", ["cp1252"]),
        ("title: Þjóðskjalasafn Íslands\n", ["cp1252"]),
        ("title: “quoted” £5\n", ["cp1252"]),
        ("title: Başbakanlık Osmanlı Arşivi\n", ["cp1254"]),
        ("title: Šiaulių apskrities žmonės, kurių sąrašas\n", ["cp1257"]),
        ("title: Τηλεγράφημα προς τον πρωθυπουργό\n", ["cp1253", "iso8859-7"]),
        ("title: מברק מירושלים\n", ["cp1255"]),
        ("title: برقية من القاهرة\n", ["cp1256"]),
        ("title: 朝鮮戦争に関する電報\nsources: 外務省外交史料館\n", ["cp932", "euc-jp"]),
        ("title: 蔣中正總統文物\nsources: 國史館, 002-020400-00012-001\n", ["big5"]),
        ("title: 조선민주주의인민공화국\n", ["euc-kr"]),
        ("title: 毛泽东致斯大林电\nsources: 外交部档案馆, 109-00012-01\n", ["gb18030"]),
    ],
)
def test_the_encoding_is_that_in_which_the_words_are_words(text: str, codecs: list[str]) -> None:
    for codec in codecs:
        data = text.encode(codec)
        guessed = guess_encoding(data)
        assert guessed is not None
        assert data.decode(guessed[1]) == text, (codec, guessed)


TOLD = [
    ("uk", "Лист про хлібозаготівлі у Києві", ["cp1251", "koi8-u"]),
    ("tr", "İrade", ["cp1254"]),
    ("ota", "İrade, Şevval 1323", ["cp1254"]),
    ("lv", "Vēstule Rīgas rātei", ["cp1257"]),
    ("et", "Šefi kiri Tõnissonile", ["cp1257"]),
    ("ro", "Scrisoare către guvern", ["cp1250", "iso8859-2"]),
    ("cs", "Dopis Čechům a Müllerovi", ["cp1250", "iso8859-2", "cp852"]),
    ("sl", "Pismo Čopu", ["cp1250", "iso8859-2", "cp852"]),
    ("de", "Brief über Größe", ["cp1252", "cp850", "mac-roman"]),
    ("fr", "Dépêche reçue à Nîmes", ["cp1252", "cp850", "mac-roman"]),
    ("da", "Brev fra København", ["cp1252", "cp850", "mac-roman"]),
    ("vi", "Đơn cu\u0309a Nguyên", ["cp1258"]),
    ("ja", "電報", ["euc-jp", "cp932"]),
    ("zh", "電報", ["big5"]),
    ("zh", "电报", ["gb18030"]),
]
"""Short texts whose language the record tells, as a table does in a column of its own."""


@pytest.mark.parametrize(("language", "text", "codecs"), TOLD)
@pytest.mark.parametrize(
    "record",
    ["id;title;language\n1;{};{}\n", "title: {}\nlanguage: {}\n", '{{"title": "{}", "language": ["{}", "en"]}}\n'],
)
def test_the_language_of_a_record_tells_the_encoding(language: str, text: str, codecs: list[str], record: str) -> None:
    whole = record.format(text, language)
    for codec in codecs:
        data = whole.encode(codec)
        guessed = guess_encoding(data)
        assert guessed is not None
        assert data.decode(guessed[1]) == data.decode(codec), (codec, guessed)


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xd8\1\2\3"])
def test_a_binary_file_is_called_no_text(data: bytes) -> None:
    assert "no text" in encodings.decode(data).faults[0].message


def test_one_damaged_byte_is_told_as_damage() -> None:
    document = read("a.yaml", RUSSIAN.encode() + b"note: half a letter \xd0\n")
    (fault,) = document.faults
    assert "damaged" in fault.message
    assert document.text[fault.span.start] == "\ufffd"


@pytest.mark.parametrize("codec", ["utf-16-be", "utf-16-le"])
@pytest.mark.parametrize("text", ["title: Zürich\n", "TNA, FO 371/84123\n", "РГАСПИ. Ф. 17. Оп. 162. Д. 9\n", RUSSIAN])
def test_utf16_without_its_mark_is_recognised(text: str, codec: str) -> None:
    document = read("a.yaml", text.encode(codec))
    assert document.entries == ()
    assert [fault.rule for fault in document.faults] == ["encoding"]
    assert "UTF-16" in document.faults[0].message


@pytest.mark.parametrize("kind", ["yaml", "json", "jsonl", "markdown", "csv", "tsv"])
def test_control_characters_have_a_place_and_do_not_stop_the_reading(kind: str) -> None:
    texts = {
        "yaml": 'id: "a\0b\x07"\n',
        "json": '{"id": "a\0b\x07"}',
        "jsonl": '{"id": "a\0b\x07"}\n',
        "markdown": '---\nid: "a\0b\x07"\n---\n',
        "csv": "id\na\0b\x07\n",
        "tsv": "id\tb\na\0b\x07\t\n",
    }
    document = read("-", texts[kind].encode(), kind)
    assert document.entries[0].data == {"id": "a\ufffdb\ufffd"}
    assert [document.text[fault.span.start] for fault in document.faults] == ["\0", "\x07"]
    assert {fault.rule for fault in document.faults} == {"encoding"}


def test_many_control_characters_are_not_reported_one_by_one() -> None:
    document = read("a.yaml", b"id: " + b"\1" * 1000)
    assert len(document.faults) == encodings.MAX_REPORTED + 1


def test_huge_files_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encodings, "MAX_BYTES", 10)
    document = read("a.yaml", b"id: 1234567")
    assert document.entries == ()
    assert "split it" in document.faults[0].message


@given(st.text(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16-le-sig", "utf-16-be-sig"]))
def test_encode_undoes_decode(text: str, name: str) -> None:
    decoded = encodings.decode(encode(text, name))
    if decoded.readable and decoded.encoding == name:
        assert encode(decoded.text, decoded.encoding) == encode(text, name)


@given(st.binary(max_size=300))
def test_no_bytes_are_too_bad(data: bytes) -> None:
    decoded = encodings.decode(data)
    assert decoded.readable or decoded.faults
    for fault in decoded.faults:
        assert 0 <= fault.span.start <= fault.span.end <= len(decoded.text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("GA\u200bRF, f. 17", [2]),
        ("GARF, \u202e17 .f", [6]),
        ("\u200eTNA,\u2060 FO 371\u202c", [0, 5, 13]),
        ("کتابخانهٔ ملی، سند می\u200cخواهم", []),
        ("\u05d0\u05d1\u200e (TNA)\u200f", []),
        ("\u05d0\u05d1 \u202eTNA", [3]),
        ("\u0e01\u0e02\u200b\u0e03", []),
        ("Auf\u200clage, Staats\u00adarchiv, \U0001f468\u200d\U0001f469", []),
    ],
)
def test_what_nobody_sees_is_told_where_the_script_does_not_need_it(text: str, told: list[int]) -> None:
    document = read("a.yaml", f"title: {text}\n".encode())
    assert [fault.span.start - len("title: ") for fault in document.faults] == told
    assert document.entries[0].data == {"title": text}, "the text can be read with it"


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        ("a.yaml", 'title: "GA\\u200bRF, \\x07f. 17"', ["\\u200b", "\\x07"]),
        ("a.yaml", 'sources: [{fond: "17\\u200E"}]', ["\\u200E"]),
        ("a.yaml", "title: 'GA\\u200bRF'", []),  # no escape there
        ("a.yaml", 'title: "A\\u00a0B\\tC, \\u05d0\\u200f"', []),
        ("a.yaml", 'title: "A\u200b \\"B\\""', ["\u200b"]),  # told once
        ("a.json", '{"title": "GA\\u200bRF, \\u202e17"}', ["\\u200b", "\\u202e"]),
        ("a.jsonl", '{"a": ["\\u0007"]}\n{"b": "\\u2060"}', ["\\u0007", "\\u2060"]),
        ("a.md", '---\ntitle: "\\u200e1"\n---\n\\u200b', ["\\u200e"]),
    ],
)
def test_what_nobody_sees_is_told_where_an_escape_stands_for_it(path: str, text: str, told: list[str]) -> None:
    document = read(path, text.encode())
    assert [document.text[fault.span.start : fault.span.end] for fault in document.faults] == told


def test_invisible_characters_without_number_are_not_told_one_by_one() -> None:
    document = read("a.yaml", ("title: " + "a\u200b" * 100_000).encode())
    assert [fault.message for fault in document.faults][-1] == "more such characters follow"
    assert len(document.faults) == encodings.MAX_REPORTED + 1
