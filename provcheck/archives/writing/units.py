"""The word that a level was written with, kept where it is that of another unit than the tables': liv., not cód."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from provcheck import tables
from provcheck.archives.lexicon.figures import PLAIN_FIGURES
from provcheck.archives.lexicon.kinds import Kind, kind
from provcheck.archives.lexicon.vocabulary import words_of
from provcheck.archives.writing.words import GREEK, tag_for
from provcheck.model.archive import Convention, LevelForm, LevelRule


def is_run(value: str) -> bool:
    """Tell whether *value* is a run of files or boxes, 2560–2565 or 98–102, and no number of two parts."""
    first, dash, last = value.replace("–", "-").partition("-")
    if not (dash and first.isdigit() and last.isdigit()):
        return False
    return 0 < int(last) - int(first) < (10 ** len(first) if len(first) == len(last) else _SHORT_RUN)


_SHORT_RUN = 20
"""How many numbers a run has at most whose ends are not of one length: 9–12, but 12-145 is one number."""


def matches(of: Kind, value: str, after: str) -> bool:
    """Tell whether all of *value* is *of* a kind where *after* follows it."""
    found = of.shape.match(value.translate(PLAIN_FIGURES) + after)  # F⁷ is of the kind of F7
    return found is not None and found.end() == len(value)


def as_said(
    rule: LevelRule | None,
    rules: Sequence[LevelRule],
    value: str,
    word: str | None,
    language: str,
    own: Convention | None,
) -> LevelRule | None:
    """Return *rule* of the *rules* for a level with the *word* that announced it there; bare where that is empty.

    Whoever orders a códice gets no livro. What is only another spelling, or an abbreviation, is put as the tables have
    it, save before a run of values. A rule with words for several languages translates into those; into a *language*
    that it has not, *word* stays, for the rule's would be as foreign.
    """
    if rule is None or word is None:
        return rule
    if rule.name in _HOLDINGS:
        return _numbered(rule, value, word, tag_for(rule, language, own))
    key = word.rstrip(".").casefold()
    tag, base = tag_for(rule, language, own), language.split("-")[0]
    if not _is_unit(key, rule.forms.get(tag)):
        worded = (one for one in rules if key in one.words and any(form.full for form in one.forms.values()))
        rule = next((one for one in worded if matches(kind(one.kind), value, "")), rule)
        tag = tag_for(rule, language, own)
    form = rule.forms.get(tag)
    if form is None or not form.short or (len(rule.forms) > 1 and tag == base):
        return rule
    if not key:
        bare = (one for one in rules if not one.words and _is_bare(one.forms.get(tag), form))
        return next((one for one in bare if matches(kind(one.kind), value, "")), rule)
    if key[:1] >= GREEK > form.short[:1]:
        return rule
    to_english = tag == "en" != base  # the language neither of the archive nor of the citation
    if not (to_english if _is_translated(key, rule.name, tag) else any(key in one.words for one in rules)):
        return rule
    if _is_number_sign(key):
        another = (to_english or len(rule.forms) > 1) and key not in (*_words(form), "nos")
    else:
        another = not _is_unit(key, form)
    if not another and not (is_run(value) and not any(_abbreviates(key, one) for one in _words(form))):
        return rule
    said = _in_case(f"{word}." if len(word) == 1 and form.short.endswith(".") else word, form, another and tag == "en")
    return replace(rule, forms={tag: LevelForm(said, said)})


def _numbered(rule: LevelRule, value: str, word: str, tag: str) -> LevelRule:
    """Return *rule* for a holding with its *word* where it is a number that alone names nothing: ``Best. 3, Nr. 1``."""
    form = rule.forms.get(tag)
    if not (len(word.rstrip(".")) > 1 and value.isdigit() and form and form.full and not form.short):
        return rule
    return replace(rule, forms={**rule.forms, tag: LevelForm(word, form.full)})


def _is_bare(bare: LevelForm | None, form: LevelForm) -> bool:
    """Tell whether *bare* leaves the word of *form* out before a number."""
    return bare is not None and not bare.short and bare.full == form.full


_HOLDINGS = frozenset({"record-group", "fonds", "subfonds", "collection", "section", "series", "subseries"})
"""Levels that are no unit to be ordered: fond, bestand and collection are one thing."""


def _in_case(word: str, form: LevelForm, as_written: bool) -> str:
    """Return *word* with a capital where *form* has one; an English form may stand for a German noun: Kasten."""
    if as_written or (len(word) > 1 and word.isupper()):
        return word
    return f"{word[:1].upper() if form.short[0].isupper() else word[:1].lower()}{word[1:]}"


def _is_translated(key: str, level: str, language: str) -> bool:
    """Tell whether *key* is another language's word for *level* than that of its rule: box for busta."""
    rule = tables.common().level(level)
    if rule is None:
        return False
    common = rule.forms["en"]
    english = {common.full.casefold(), common.full_plural.casefold()}
    return key in rule.words and key not in english if language == "en" else key in english


def _is_number_sign(key: str) -> bool:
    return key.rstrip("º°.") in ("n", *tables.wording()["number_signs"])


def _is_unit(key: str, form: LevelForm | None) -> bool:
    """Tell whether *key* is a word of *form*, or only another spelling or an abbreviation of it."""
    return form is not None and any(_is_same(one, mine) for one in words_of(key) for mine in _words(form))


def _words(form: LevelForm) -> set[str]:
    return {one for text in (form.short, form.full) for one in words_of(text.casefold())}


_STEM = 4
"""How many letters two forms of a word have in common: filza and filze."""


def _is_same(one: str, other: str) -> bool:
    """Tell whether one of the two words abbreviates the other, or they differ in their ending only.

    >>> _is_same("cx", "caixa"), _is_same("filze", "filza"), _is_same("fascio", "filza")
    (True, True, False)
    """
    alike = len(one) >= _STEM and one[:_STEM] == other[:_STEM]
    return alike or _abbreviates(one, other) or _abbreviates(other, one)


def _abbreviates(short: str, word: str) -> bool:
    """Tell whether *short* has letters of *word* in their order, the first included."""
    letters = iter(word)
    return short[:1] == word[:1] and all(letter in letters for letter in short)
