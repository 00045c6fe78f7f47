"""Levels written, with their words or bare, each after the sign that its convention has."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from provcheck import tables
from provcheck.archives.lexicon.kinds import TITLES, kind
from provcheck.archives.lexicon.romanise import name_in_latin
from provcheck.archives.lexicon.values import has_figure
from provcheck.archives.lexicon.wording import worded
from provcheck.archives.script import is_cyrillic
from provcheck.archives.writing.units import as_said, is_run, matches
from provcheck.archives.writing.words import capital, in_full, words_for
from provcheck.model.archive import Convention, LevelForm, LevelRule
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import STROKES, Level, MarkForm, When

_BLANK_OR_STROKE = " /,"
"""How the separators of a level begin that a stroke leads to where the code before it has some: 4 M 512, F/7/4321."""


def write_levels(
    levels: tuple[Level, ...],
    convention: Convention | None,
    form: MarkForm,
    words: Mapping[int, bool] = {},
    said: Mapping[str, str] = {},
    when: When | None = None,
) -> list[str]:
    """Write each level, and as one what the convention ties together with a stroke: ``FO 371/84081``.

    *words*: which levels have their words in any case, see `_Plain`; these are tied to nothing. *said*: the words that
    they were written with, see `Shelfmark`. *when* stands where it stood: ``оп. 1, 1720 г., д. 3``.
    """
    parts: list[str] = []
    bare = labelled = False
    used: dict[str, LevelRule | None] = {}
    whose = (form.language, convention)
    for at, level in enumerate(levels):
        if when is not None and at == when.before:
            parts.append(_dated(when, form))
            bare = labelled = False
        again = sum(other.name == level.name for other in levels) > 1
        rules = _ways(convention, level.name, levels[0].value)
        word = said.get(level.name) if convention is not None and convention.engine == "coded" and not again else None
        sign, word = (word, "") if word and word in STROKES else ("", word)
        if at in words and form.labels != "none":
            told = [said_so for rule in rules if (said_so := as_said(rule, rules, level.value, word or None, *whose))]
            parts.append(_announced(level, told, convention, form) if words[at] else level.value)
            labelled, bare = words[at], not words[at]
            continue
        rule = used[level.name] = _rule(rules, level, spelt=labelled, before=used.get(level.name), again=again)
        rule = as_said(rule, rules, level.value, word, *whose)
        joint = rule.after[:1] if rule is not None and bare and form.labels != "none" else ""
        stroke = joint if joint in STROKES else ""
        if stroke and rule is not None and rule.words and convention is not None and convention.strokes:
            stroke = sign if sign in rule.after else ""
        if rule is not None and joint and rule.after.startswith(_BLANK_OR_STROKE):
            before = levels[at - 1].value
            stroke = "/" if "/" in before or before.isdigit() else " "  # 20050001/12: no blank between two numbers
        text = level.value if stroke else _level(level, convention, form, rule, spelt=labelled)
        if stroke and parts:
            parts[-1] += f"{stroke}{text}"
        elif bare and text != level.value and any(_in_brackets(rule, level.value) for rule in rules):
            parts[-1] += f" ({level.value})"
            text = level.value
        else:
            parts.append(text)
        labelled = text != level.value
        bare = text == level.value and not (rule is not None and _is_name(rule))
    if when is not None and when.before == len(levels):
        joined = " " if when.text.startswith("of ") else form.between
        parts[-1] += f"{joined}{_dated(when, form)}"
    return parts


_WORD_FOR_YEAR = worded(r"(?<=\d\d\d\d) ?{of_years}(?![^\W_])\.?")
_YEAR_WORD = pattern(r"(?<=\d )[гр](?=\.?$)")
_YEAR_WORDS = {"ru": "г", "be": "г", "bg": "г", "uk": "р"}


def _dated(when: When, form: MarkForm) -> str:
    """Write a date or an office among levels; only a Cyrillic mark keeps the word for a year, and Cyrillic letters."""
    if is_cyrillic(form.language):
        text = _YEAR_WORD.sub(_YEAR_WORDS.get(form.language.split("-")[0], r"\g<0>"), when.text)
    else:
        text = name_in_latin(_WORD_FOR_YEAR.sub("", when.text))
    return text.removesuffix(".") if form.between.startswith(".") else text  # the point of the next part serves


def _in_brackets(rule: LevelRule, value: str) -> bool:
    """Tell whether *rule* has *value* in round brackets behind what is above it: bMS Am 1943 (123)."""
    found = kind(rule.kind).shape.match(f"x ({value})", 3) if rule.after == "(" else None
    return found is not None and found.groupdict().get("v") == value


def _is_name(rule: LevelRule) -> bool:
    """Tell whether values of *rule* are names, from which no stroke goes on: BArch, MfS, ZAIG, Nr. 3302."""
    return rule.kind in TITLES or kind(rule.kind).title


def _ways(convention: Convention | None, name: str, top: str) -> list[LevelRule]:
    """Return the rules for level *name* of a mark whose broadest level is *top*."""
    rules = [rule for rule in convention.levels if rule.name == name] if convention else []
    own = [rule for rule in rules if rule.below and kind(rule.below).shape.match(top)]
    return own or [rule for rule in rules if not rule.below] or rules


def _rule(
    rules: list[LevelRule], level: Level, *, spelt: bool, before: LevelRule | None, again: bool
) -> LevelRule | None:
    """Return the one of *rules* for *level* whose kind its value is of, with *spelt* one that has a word.

    *again*: there are two levels of that name, and *before* is the rule of the first where that stands there already:
    dosya, then gömlek; códice 67, vol. 3, for the word of the first would go on a list. Titles have none, and go on.
    """
    if before is not None and before.kind in TITLES and not has_figure(level.value):
        return before  # one title more
    if before is not None and before in rules:
        others = [r for r in rules if r.words and r is not before]
        rules = [r for r in rules[rules.index(before) + 1 :] if r.after == "/" and r.words] or others or rules
    elif again:
        rules = [r for r in rules if not _registers().isdisjoint(r.words)] or rules
    if len(rules) < 2:
        return rules[0] if rules else tables.common().level(level.name)
    own_word = level.value[:1].isalpha()  # R. 3 says itself that it is a ramo
    for rule in [rule for rule in rules if rule.words] if spelt and not own_word else rules:
        if rule.kind not in TITLES and any(
            matches(kind(rule.kind), level.value, after) for after in ("", "/1", ", ", " 123", ", k. 1")
        ):
            return rule
    return next((rule for rule in rules if rule.kind in TITLES), rules[-1])


@cache
def _registers() -> frozenset[str]:
    return frozenset(tables.wording()["registers"])


_OWN_SIGN = pattern(r"(?:[A-Z]{1,3}[ -])?[A-Z]{1,3} \d[\d/.-]*$")
"""A number with the letters of its holding, which no "Nr." announces: R 104881, C 388/78, J IV 2/3-678."""


def _level(level: Level, convention: Convention | None, form: MarkForm, rule: LevelRule | None, *, spelt: bool) -> str:
    """Write one level by its *rule*.

    *spelt*: a number after one that had its word needs its own, or it would go on a list.
    """
    if form.labels == "none":
        return level.value
    words = words_for(rule, form.language, convention)
    if words is None:
        return level.value if rule is not None else f"{level.name} {level.value}"
    label = _label(words, level.value, rule, form, full=in_full(form, convention))
    if rule is not None and rule.after and _OWN_SIGN.match(level.value):
        label = ""  # R 104881 says itself what it is
    if not label and spelt and level.value.isdigit() and words.full != words.short:
        label = words.full
    if not label:
        return level.value
    if label.startswith(_BEHIND):
        own = label.removeprefix(_BEHIND)
        return level.value if level.value.lower().endswith(own) else f"{level.value}{own}"
    return (
        f"{capital(label, form)} {_quoted(level.value) if _is_only_a_title(level, rule, convention) else level.value}"
    )


_BEHIND = "…"
"""What stands for the value in a form whose word comes after it: ``… fonds``."""


def _is_only_a_title(level: Level, rule: LevelRule | None, convention: Convention | None) -> bool:
    """Tell whether a title stands where the word announces numbers, so that it is read in quotation marks only."""
    if rule is None or rule.kind in TITLES or has_figure(level.value) or len(level.value) < _TITLE:
        return False
    if convention is None or convention.engine != "coded":
        return False
    return not any(matches(kind(rule.kind), level.value, after) for after in ("", ", "))


_TITLE = 4
"""How long a title is; fewer letters are a sign."""


def _quoted(title: str) -> str:
    return title if title[0] in "«“„\"'" else f"“{title}”"


def _announced(level: Level, rules: list[LevelRule], convention: Convention | None, form: MarkForm) -> str:
    """Write one level with a word for it: the convention's *rules*, else the one that is understood anywhere."""
    for rule in (*rules, tables.common().level(level.name)):
        words = words_for(rule, form.language, convention)
        if words is not None and (label := _label(words, level.value, rule, form, full=not words.short)):
            return f"{capital(label, form)} {level.value}"
    return level.value


def _label(words: LevelForm, value: str, rule: LevelRule | None, form: MarkForm, *, full: bool) -> str:
    """Return the word before *value*: in the plural before a run of files or boxes, where there is one."""
    one, many = (words.full, words.full_plural) if full else (words.short, words.short_plural)
    is_title = rule is not None and rule.kind in TITLES and _YEARS.match(value) is not None
    return many if many and form.agreement and is_run(value) and not is_title else one


_YEARS = pattern(r"(?:1[5-9]|20)\d\d\D")
"""Of a folder whose title is its years, Box 5, 1947–1948: one folder."""
