"""The word that a level was written with, kept where it is that of another unit than the tables': liv., not cód."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from provcheck import tables
from provcheck.archives.lexicon.figures import PLAIN_FIGURES
from provcheck.archives.lexicon.kinds import Kind, kind
from provcheck.archives.lexicon.vocabulary import words_of
from provcheck.model.archive import LevelForm, LevelRule


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


def as_said(rule: LevelRule | None, rules: Sequence[LevelRule], value: str, word: str | None) -> LevelRule | None:
    """Return *rule* of the *rules* for a level with the *word* that announced it there; bare where that is empty.

    Whoever orders a códice gets no livro. What is only another spelling, or an abbreviation, is put as the tables have
    it, save before a run of values. A rule with words for several languages translates: there *word* would be foreign.
    """
    if rule is None or word is None or len(rule.forms) != 1 or rule.name in _HOLDINGS:
        return rule
    ((tag, form),) = rule.forms.items()
    if not form.short:
        return rule
    if not word:
        bare = (one for one in rules if not one.words and _is_bare(one.forms.get(tag), form))
        return next((one for one in bare if matches(kind(one.kind), value, "")), rule)
    key = word.rstrip(".").casefold()
    if not any(key in one.words for one in rules) or _is_foreign(key, rule.name, tag, form):
        return rule
    own = {one for text in (form.short, form.full) for one in words_of(text.casefold())}
    another = _is_another(key, own)
    if not another and not (is_run(value) and not any(_abbreviates(key, one) for one in own)):
        return rule
    said = _in_case(f"{word}." if len(word) == 1 and form.short.endswith(".") else word, form, another and tag == "en")
    return replace(rule, forms={tag: LevelForm(said, said)})


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


def _is_foreign(key: str, level: str, language: str, form: LevelForm) -> bool:
    """Tell whether *key* is another language's word for *level*, box for busta, or in another script than *form*."""
    if key[:1] >= _GREEK > form.short[:1]:
        return True
    rule = tables.common().level(level)
    if rule is None:
        return False
    common = rule.forms["en"]
    english = {common.full.casefold(), common.full_plural.casefold()}
    return key in rule.words and key not in english if language == "en" else key in english


_GREEK = "\u0370"
"""The first letter that is not Latin."""


def _is_another(key: str, own: Set[str]) -> bool:
    """Tell whether *key* is the word for another unit than its *own* words, and says more than "number"."""
    if key.rstrip("º°.") in ("n", *tables.wording()["number_signs"]):
        return False
    return not any(_is_same(one, word) for one in words_of(key) for word in own)


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
