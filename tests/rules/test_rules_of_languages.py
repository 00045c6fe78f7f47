"""Languages, letters and encodings: what must be found, and what an archivist would be annoyed by."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.model.record import Record, Source, Text
from provcheck.rules import by_id
from tests.rules.examples import context, fixed, messages

RULES = by_id()

FOUND = [
    ("language-invalid", "language: [ru, ua]"),
    ("language-invalid", "title: {ua: Лист}"),
    ("language-invalid", "texts: {kind: translation, language: English, file: a.txt}"),
    ("language-invalid", "translators: [{name: A. Translator, into: eng}]"),
    ("language-contradicts-script", "title: {uk: Lyst do Komitetu pro stvorennia muzeiu}"),
    ("language-contradicts-script", "title: {kr: 조선민주주의인민공화국 외무성에서 보내는 서한}"),
    ("language-contradicts-script", "title: {sr-Latn: Писмо председнику владе Југославије}"),
    ("language-contradicts-script", "language: en\n# text: Докладываю ответ Мао Цзэдуна на Ваш номер 4581."),
    ("language-contradicts-source", "language: en\nsources: [{archive: ZIH, note: 'Original: Polish'}]"),
    ("language-contradicts-source", "language: de\nnote: Originál anglicky, razítko"),
    ("language-contradicts-source", "language: en\nnote: Original auf Deutsch."),
    ("language-contradicts-source", "language: ru\nnote: Оригинал на польском языке"),
    ("language-contradicts-source", "language: kr\nsources: [{archive: 'National Archives of Korea', note: a}]"),
    ("script-mixed", "title: Cовершенно секретно"),
    ("script-mixed", "sources: [{archive: РГАСПИ, fond: 558, case_title: Пиcьма Сталину}]"),
    ("script-mixed", "people: {sender: Ѕtalin}"),
    ("script-mixed", "people: {sender: Roshchіn}"),
    ("text-mojibake", "title: Ð¢ÐµÐ»ÐµÐ³Ñ€Ð°Ð¼Ð¼Ð°"),
    ("text-mojibake", "title: The editorâ€™s letter"),
    ("text-mojibake", "title: JindÅ™ich"),
    ("text-mojibake", "people: {sender: M�ller}"),
    ("text-mojibake", "language: tr\ntitle: Deðiþiklik için Þevket Paþa'ya"),
    ("text-mojibake", "language: pl\ntitle: List £ukasza ¯ó³towskiego"),
    ("text-mojibake", "language: pl\ntitle: ¯±danie ¶ledztwa"),
    ("text-mojibake", "language: ro\ntitle: Cãtre Þara Româneascã ºi oraºe"),
    ("text-mojibake", "language: hr\ntitle: Pismo Meštroviæa o Èakovcu i opæini"),
    ("text-mojibake", "language: lt\ntitle: Laiðkas Þemaièiø vyskupui"),
    ("text-mojibake", "language: en\ntitle: {en: Letter, ru: Ïèñüìî Ñòàëèíà}"),
    ("text-mojibake", "language: ru\ntitle: рЙУШНП уФБМЙОБ нПМПФПЧХ"),
    ("text-mojibake", "language: ru\ntitle: ЏЁбм¬® Њ®«®в®ўг"),
    ("text-mojibake", "language: uk\ntitle: Лист про хл╕бозагот╕вл╕"),
    ("text-mojibake", "language: el\ntitle: ÅðéóôïëÞ ðñïò ôïí ÂåíéæÝëï"),
    ("text-mojibake", "language: he\ntitle: îëúá ìáï âåøéåï"),
    ("text-mojibake", "language: ar\ntitle: ÈÑÞíÉ ãä ÇáæÒíÑ"),
    ("text-mojibake", "language: zh\ntitle: µç±¨"),
    ("text-mojibake", "language: fr\ntitle: DÈpÍche reÁue"),
    ("text-mojibake", "title: ТелеграммР° РІ РџРµРєРёРЅ"),
]

SILENT = [
    ("language-invalid", "language: [ru-Latn, zh-Hant, und]"),
    ("language-invalid", "title: {ru: Письмо, ru-Latn: Pismo, x-note: Letter}"),
    ("language-contradicts-script", "title: {ru: NKVD}"),
    ("language-contradicts-script", "title: {ru: Дело «Operation Red Dog» и другие операции}"),
    ("language-contradicts-script", "title: {mul: Lyst do Komitetu pro stvorennia muzeiu}"),
    ("language-contradicts-script", "title: {tt: Tatarstan jazuçıları berlegenä xat, kk: Qazaqstan ukimetine khat}"),
    ("language-contradicts-script", "language: ru\n# text: Telegram from Roshchin in Beijing to Filippov about Mao."),
    ("language-contradicts-script", "language: ja\n# text: 東京発電報第五百号。本官は本日外務大臣と会見せり。"),
    ("language-contradicts-source", "language: pl\nsources: [{archive: ZIH, note: 'Original in Polish'}]"),
    ("language-contradicts-source", "language: hr\nnote: Original in Serbo-Croatian"),
    ("language-contradicts-source", "language: zh-Hant\nnote: Original in Chinese"),
    ("language-contradicts-source", "language: en\nnote: Original in the Russian State Archive"),
    ("language-contradicts-source", "language: en\nnote: The original in Polish Academy of Sciences is lost"),
    ("language-contradicts-source", "language: en\nnote: Original letter in box 5. Original owner unknown."),
    ("language-contradicts-source", "language: [en, de]\nnote: Text in German"),
    ("language-contradicts-source", "language: und\nnote: Original in Polish"),
    ("language-contradicts-source", "language: de\nnote: English translation of the original"),
    ("script-mixed", "title: Дело П-7908, том XIXв и записка ЦК КПСС № 5а"),
    ("script-mixed", "title: Доклад в IBMовском отделе о USBшном устройстве"),
    ("script-mixed", "title: О работе ВВС и RAF, Nато"),
    ("script-mixed", "url: a\ntitle: Ltr. к Stalin'у"),
    ("script-mixed", "title: 'Σταλιν and Stalin — Сталин'"),
    ("script-mixed", "title: ΔМ и α-частицы"),
    ("script-mixed", "sources: [{archive: РГАСПИ, url: 'https://example.org/аbс'}]"),
    ("text-mojibake", "title: JEDEN DZIEŃ… Šedé……. Lázně-Úšovice"),
    ("text-mojibake", "title: Ich bitte Dich laß’ es"),
    ("text-mojibake", "title: «Правда» — Рё, Сё"),
    ("text-mojibake", "title: SÃO PAULO, Ñandú, Ångström, ÄÖÜ"),
    ("text-mojibake", "title: Реформа РСФСР"),
    ("text-mojibake", "language: tr\ntitle: Þingvellir'den Sigurður'a, 5 m³ odun"),
    ("text-mojibake", "language: cs\ntitle: Jørgen Sørensen píše do Kadaně, Nový Dvůr"),
    ("text-mojibake", "language: cs\ntitle: Müller a François Lefèvre v Køge"),
    ("text-mojibake", "language: pl\ntitle: 'Œuvre de la fête, 12 m³ za £5'"),
    ("text-mojibake", "language: pl\ntitle: Tête de bœuf, © 1950"),
    ("text-mojibake", "language: ro\ntitle: Scrisori de la João către São Tomé"),
    ("text-mojibake", "language: lv\ntitle: Ça coûte une âme, île d’Oléron"),
    ("text-mojibake", "language: lt\ntitle: 'À la frontière, Noël 1918'"),
    ("text-mojibake", "language: hu\ntitle: Tõnisson és Camões levele"),
    ("text-mojibake", "language: ru\ntitle: «Ünal, Özgür» — São João, Ñandú"),
    ("text-mojibake", "language: ru\ntitle: ТАСС, ВЦСПС и МИД — нота ГДР"),
    ("text-mojibake", "language: zh\ntitle: Dépêche de l’évêque à Bâle"),
    ("text-mojibake", "title: Đorđe Ćosić, Łódź, Þór, Ærø"),
    ("text-mojibake", "title: 電報、東京発"),
    ("text-mojibake", "title: Ё-моё №5 «Ї» Ґ"),
]


@pytest.mark.parametrize(("rule", "text"), FOUND, ids=lambda value: value.replace("\n", " | "))
def test_found(rule: str, text: str) -> None:
    assert messages(RULES[rule], text + "\n")


@pytest.mark.parametrize(("rule", "text"), SILENT, ids=lambda value: value.replace("\n", " | "))
def test_silent(rule: str, text: str) -> None:
    assert not messages(RULES[rule], text + "\n")


def test_a_whole_text_is_mended_at_once() -> None:
    (example,) = fixed(RULES["script-mixed"], "title: Cовершенно ceкретно, Poщин\n")
    assert example.record.titles[0].text == "Совершенно секретно, Рощин"
    (example,) = fixed(RULES["text-mojibake"], "title: РџРµРєРёРЅ и Шанхай, РћРєС‚СЏР±СЂСЊ\n")
    assert example.record.titles[0].text == "Пекин и Шанхай, Октябрь"


@given(st.text(alphabet="абвгАСЕОРХaceopxXACIVbdk -1", max_size=30))
def test_a_mended_text_is_clean(text: str) -> None:
    record = Record(data={"title": text})
    for problem in RULES["script-mixed"].check(record, context([])):
        assert problem.fix is not None
        mended = problem.fix.changes[0].value
        assert isinstance(mended, str)
        assert len(mended) == len(text)
        assert not list(RULES["script-mixed"].check(Record(data={"title": mended}), context([])))


@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВ äöüßéčřŁ«»—", min_size=4, max_size=30))
def test_wrong_readings_are_found_and_right_ones_are_not(text: str) -> None:
    assert not list(RULES["text-mojibake"].check(Record(data={"title": text}), context([])))


def test_language_notes_of_a_published_collection() -> None:
    corpus = Path(__file__).parent.parent.parent.parent / "shared" / "corpora" / "ehri-online-editions"
    if not corpus.exists():
        pytest.skip("no ../shared beside the checkout")
    found, looked_at = [], 0
    for path in sorted(corpus.glob("*.xml")):
        for tag, note in re.findall(r'<textLang mainLang="([a-z]+)">([^<]+)', path.read_text(encoding="utf-8")):
            looked_at += 1
            source = Source(("sources", 0), note=Text(" ".join(note.split()), ("sources", 0, "note")))
            record = Record(languages=(Text(tag, ("language",)),), sources=(source,))
            found += [(tag, note) for _ in RULES["language-contradicts-source"].check(record, context([]))]
    assert looked_at > 70
    assert len(found) == 8  # every one confirmed: the note names another language than the code


def test_letters_of_published_collections() -> None:
    """Not one word of 135,000 texts in many languages is taken for a slip of the keyboard or of an encoding."""
    corpora = Path(__file__).parent.parent.parent.parent / "shared" / "corpora"
    if not corpora.exists():
        pytest.skip("no ../shared beside the checkout")
    for path in sorted(corpora.glob("*/*.xml")):
        texts = re.findall(r">([^<]{3,})<", path.read_text(encoding="utf-8"))
        record = Record(data={"note": [" ".join(text.split()) for text in texts]})
        for rule in ("script-mixed", "text-mojibake"):
            assert not list(RULES[rule].check(record, context([]))), path
