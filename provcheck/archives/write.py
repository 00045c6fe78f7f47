"""Shelfmarks written: labels short, full or none, any language, GOST or Chicago."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple

from provcheck import tables
from provcheck.archives.lexicon.kinds import TITLES, Kind, kind
from provcheck.archives.lexicon.romanise import in_latin, romanised
from provcheck.archives.names import find
from provcheck.model.archive import Archive, Convention, LevelForm, LevelRule
from provcheck.model.lazy import pattern
from provcheck.model.shelfmark import Folios, Level, MarkForm, Shelfmark


def format_shelfmark(mark: Shelfmark, form: MarkForm = MarkForm(), *, folios: bool = True) -> str:  # noqa: B008
    """Write *mark* after *form*; with ``folios=False`` without its folios."""
    convention = _convention_of(mark)
    parts = _levels(mark.levels[: form.depth or None], convention, form, _plainest(mark, form.language).words)
    if folios and mark.folios and not form.depth:
        parts.append(_folios(mark, _with_folios(mark, convention), form))
    body = form.between.join(reversed(parts) if form.smallest_first else parts)
    archive = archive_name(mark, form)
    if not archive:
        return body
    if not body:
        return archive
    return f"{archive}{form.after_archive}{body}"


def format_folios(mark: Shelfmark, form: MarkForm = MarkForm()) -> str:  # noqa: B008
    """Write the folios of *mark* alone, with the words and signs of its convention after *form*: ``ll. 105–106``."""
    convention = _convention_of(mark)
    return _folios(mark, _with_folios(mark, convention), form) if mark.folios else ""


def archive_name(mark: Shelfmark, form: MarkForm) -> str:
    """Return the archive's name or code in the language of *form*; as written where we do not know it."""
    known = tables.archives().get(mark.archive_id or "")
    if form.archive == "none":
        return ""
    if known is None or form.archive == "as-written":
        return _in_its_script(_same_archive(mark.archive or "", form), form)
    code, name = code_of(known, form.language), _name(known, form.language)
    branch = known.branch(mark.archive)
    if branch is not None:  # its numbers are its own: without it they point to other files
        code = branch if branch == code or find(branch).status == "current" else f"{code}/{branch}"
    if form.archive == "name":
        return f"{name} ({branch})" if branch else name
    if form.archive == "code" and (code := code or _keepers_code(known, form.language)):
        called = 1 if _is_shared(code, known) else _plainest(mark, form.language).archive
        return (code, f"{code} ({_town(known, form.language)})", name)[called]
    if not code or code == name:
        return code or name
    return f"{name} ({code})" if form.archive == "name (code)" else f"{code} ({name})"


def _same_archive(written: str, form: MarkForm) -> str:
    """Return the words for "the same archive" in the language of *form* where *written* is such; else *written*."""
    words = tables.wording()
    if form.archive == "as-written" or written.casefold().strip(" .") not in tables.same_archive():
        return written
    return next(
        (words["same_archive_in"][tag] for tag in _tags(form.language) if tag in words["same_archive_in"]), written
    )


def _in_its_script(written: str, form: MarkForm) -> str:
    """Return a name that no table has in Latin letters where the rest is."""
    own = form.archive == "as-written" or form.language.split("-")[0] in _SAME_SCRIPT
    return written if own else in_latin(written)


def code_of(archive: Archive, language: str) -> str:
    """Return the preferred code in *language*, or in a language of the same script."""
    for tag in _tags(language):
        if archive.codes.get(tag):
            return archive.codes[tag][0]
    tag, code = next(((tag, codes[0]) for tag, codes in archive.codes.items() if codes), ("", ""))
    if language.split("-")[0] in _SAME_SCRIPT or _CYRILLIC.search(code) is None:
        return code
    return next((latin for latin in romanised(code, tag) if find(latin).archive == archive), "")


_CYRILLIC = pattern("[Ѐ-ӿ]")


def _is_shared(code: str, archive: Archive) -> bool:
    """Tell whether *code* alone may mean several archives of the fond family, as ГАВО may in four regions."""
    rules = tables.conventions().get(archive.convention)
    return rules is not None and rules.engine == "labelled" and bool(archive.city) and find(code).status == "ambiguous"


def _keepers_code(archive: Archive, language: str) -> str:
    """Return the code of the keeper of an archive that has none: BArch, MfS; `_plainest` tells whether it does."""
    return code_of(tables.archives()[archive.keeper], language) if archive.keeper else ""


def _town(archive: Archive, language: str) -> str:
    return next((archive.cities[tag] for tag in _tags(language) if tag in archive.cities), archive.city)


def _name(archive: Archive, language: str) -> str:
    for tag in _tags(language):
        if tag in archive.names:
            return archive.names[tag]
    return next(iter(archive.names.values()), archive.id)


def _tags(language: str) -> tuple[str, ...]:
    """Return *language* and those whose words may stand in for its own: of the same script."""
    base = language.split("-")[0]
    return (language, base, *_SAME_SCRIPT.get(base, ("en",)))


_SAME_SCRIPT = dict.fromkeys(("ru", "uk", "be", "bg", "sr", "kk", "ky", "uz"), ("ru", "uk", "be", "bg", "sr", "en"))


def _convention_of(mark: Shelfmark) -> Convention | None:
    known = tables.archives().get(mark.archive_id or "")
    name = mark.convention or (known.convention if known is not None else "")
    if name in tables.conventions():
        return _of_archive(name, known.id) if known is not None else tables.conventions()[name]
    if all(tables.common().level(level.name) for level in mark.levels):
        return None  # box and file say nothing of the country
    return next(_conventions_with(mark), None)


class _Plain(NamedTuple):
    """How plainly a mark may be written and still be read as what it is."""

    words: Mapping[int, bool] = {}
    """Which of its levels need a word though the convention writes them bare, and which need none though it has one."""
    archive: int = 0
    """What the archive must be called: 0 its short name will do, 1 with its town (RA in Oslo), 2 its full name."""


def _plainest(mark: Shelfmark, language: str) -> _Plain:
    """Return how plainly *mark* may be written: only codes, whose values stand without words, leave it in doubt."""
    convention = tables.conventions().get(mark.convention or "")
    if convention is None or convention.engine != "coded" or not mark.levels:
        return _Plain()
    alike = tuple(Level(name, _FIGURES.sub(_no_figures, value)) for name, value in mark.levels)
    plain = _tried(mark.archive, mark.archive_id, alike, convention.id, language)  # FO 371/84123 is as FO 371/84124
    if plain == _Plain():
        return plain
    return _tried(mark.archive, mark.archive_id, mark.levels, convention.id, language)


_FIGURES = pattern(r"(?<!\d)(?!(?:1[4-9]|20)\d\d(?!\d))\d{2,}")
"""Figures that are no year: numbers of one length are read alike."""


def _no_figures(figures: re.Match[str]) -> str:
    return f"{figures[0][0]}{'7' * (len(figures[0]) - 1)}"


@lru_cache(maxsize=1 << 12)
def _tried(archive: str | None, ident: str | None, levels: tuple[Level, ...], convention: str, language: str) -> _Plain:
    from provcheck.archives.reading.line import read_line

    known = tables.archives().get(ident or "")
    names = [archive or ""]
    if known is not None:
        code = code_of(known, language) or _keepers_code(known, language) or _name(known, language)
        names = [code, f"{code} ({_town(known, language)})" if known.city else code, _name(known, language)]
    rules = _convention_of(Shelfmark(archive, ident, levels, (), convention))
    every = range(len(levels))
    numbers = [at for at in every if levels[at].value[:1].isdigit()]
    alone = [{at: said} for said in (True, False) for at in reversed(every)]
    for words in ({}, *alone, dict.fromkeys(numbers, True), dict.fromkeys(every, True)):
        body = ", ".join(_levels(levels, rules, MarkForm(language=language), words))
        for called, name in enumerate(names):
            again = read_line(f"{name}, {body}" if name else body).marks
            if len(again) == 1 and again[0].archive_id == ident and sorted(again[0].levels) == sorted(levels):
                return _Plain(words, called)
    return _Plain()


@cache
def _of_archive(convention: str, archive: str) -> Convention:
    """Return the convention with the archive's languages first, English last, and its words: a kansio in Helsinki."""
    rules, known = tables.conventions()[convention], tables.archives()[archive]
    theirs = [tag for tag in known.names if tag in rules.languages]
    theirs.sort(key="en".__eq__)
    levels = tuple(
        replace(rule, forms=dict.fromkeys(rule.forms, LevelForm(*known.calls[rule.name])))
        if rule.name in known.calls and any(form.short for form in rule.forms.values())
        else rule
        for rule in rules.levels
    )
    return replace(rules, languages=tuple(dict.fromkeys((*theirs, *rules.languages))), levels=levels)


def _conventions_with(mark: Shelfmark) -> Iterator[Convention]:
    """Yield the conventions that know all levels of *mark*."""
    names = {level.name for level in mark.levels}
    return (c for c in tables.conventions().values() if names and names <= {level.name for level in c.levels})


def _with_folios(mark: Shelfmark, convention: Convention | None) -> Convention | None:
    """Return the *convention*, or one with the same levels where it has no word for leaves: archives of films."""
    if convention is None or convention.folios is not None:
        return convention
    return next((other for other in _conventions_with(mark) if other.folios is not None), convention)


def _form(rule: LevelRule | None, language: str, convention: Convention | None) -> LevelForm | None:
    """Return the words for a level in *language*, in one of the same script, or in the convention's own language."""
    if rule is None or not rule.forms:
        return None
    own = convention.languages if convention else ()
    for tag in (*_tags(language), *own):
        if tag in rule.forms:
            return rule.forms[tag]
    return next(iter(rule.forms.values()))


def _rule(
    convention: Convention | None, level: Level, *, spelt: bool = False, before: LevelRule | None = None
) -> LevelRule | None:
    """Return the rule for *level*: of several the one whose kind its value is of, with *spelt* one that has a word.

    *before* is the rule of a level of that name that stands there already: dosya, then gömlek.
    """
    rules = [rule for rule in convention.levels if rule.name == level.name] if convention else []
    if before is not None and before in rules:
        rules = [r for r in rules[rules.index(before) + 1 :] if r.after == "/" and r.words] or rules
    if len(rules) < 2:
        return rules[0] if rules else tables.common().level(level.name)
    own_word = level.value[:1].isalpha()  # R. 3 says itself that it is a ramo
    for rule in [rule for rule in rules if rule.words] if spelt and not own_word else rules:
        if rule.kind not in TITLES and any(_matches(kind(rule.kind), level.value, after) for after in ("", "/1", ", ")):
            return rule
    return next((rule for rule in rules if rule.kind in TITLES), rules[-1])


def _matches(of: Kind, value: str, after: str) -> bool:
    """Tell whether all of *value* is *of* a kind where *after* follows it."""
    found = of.shape.match(value + after)
    return found is not None and found.end() == len(value)


_OWN_SIGN = pattern(r"[A-Z]{1,3} \d+$")
"""A number with the letters of its holding, which no "Nr." announces."""
_STROKES = frozenset("/-#:.")
"""Separators that belong to a code and are written in every form: FO 371/84081, 106-00001-01, E2001E#1972/33#12."""


def _levels(
    levels: tuple[Level, ...], convention: Convention | None, form: MarkForm, words: Mapping[int, bool] = {}
) -> list[str]:
    """Write each level, and as one what the convention ties together with a stroke: ``FO 371/84081``.

    *words*: which levels have their words in any case, see `_Plain`; these are tied to nothing.
    """
    parts: list[str] = []
    bare = labelled = False
    used: dict[str, LevelRule | None] = {}
    for at, level in enumerate(levels):
        if at in words and form.labels != "none":
            parts.append(_announced(level, convention, form) if words[at] else level.value)
            labelled, bare = words[at], not words[at]
            continue
        rule = used[level.name] = _rule(convention, level, spelt=labelled, before=used.get(level.name))
        joint = rule.after[:1] if rule is not None and bare and form.labels != "none" else ""
        stroke = joint if joint in _STROKES else ""
        text = level.value if stroke else _level(level, convention, form, spelt=labelled)
        if stroke and parts:
            parts[-1] += f"{stroke}{text}"
        else:
            parts.append(text)
        labelled = text != level.value
        bare = text == level.value and not (rule is not None and _is_name(rule))
    return parts


def _is_name(rule: LevelRule) -> bool:
    """Tell whether values of *rule* are names, from which no stroke goes on: BArch, MfS, ZAIG, Nr. 3302."""
    return rule.kind in TITLES or kind(rule.kind).title


def _level(level: Level, convention: Convention | None, form: MarkForm, *, spelt: bool = False) -> str:
    """Write one level; *spelt*: a number after one that had its word needs its own, or it would go on a list."""
    if form.labels == "none":
        return level.value
    rule = _rule(convention, level, spelt=spelt)
    words = _form(rule, form.language, convention)
    if words is None:
        return level.value if rule is not None else f"{level.name} {level.value}"
    full = _in_full(form, convention)
    label = words.full if full else words.short
    if form.agreement and _is_run(level.value):
        label = (words.full_plural if full else words.short_plural) or label
    if rule is not None and rule.after and _OWN_SIGN.match(level.value):
        label = ""  # R 104881 says itself what it is
    if not label and spelt and level.value.isdigit() and words.full != words.short:
        label = words.full
    return f"{_capital(label, form)} {level.value}" if label else level.value


def _announced(level: Level, convention: Convention | None, form: MarkForm) -> str:
    """Write one level with a word for it: the convention's, else the one that is understood anywhere."""
    rules = [rule for rule in convention.levels if rule.name == level.name] if convention else []
    for rule in (*rules, tables.common().level(level.name)):
        words = _form(rule, form.language, convention)
        if words is not None and (label := words.short or words.full):
            return f"{_capital(label, form)} {level.value}"
    return level.value


def _is_run(value: str) -> bool:
    """Tell whether *value* is a run of files or boxes, 2560–2565, and no number of two parts."""
    first, dash, last = value.replace("–", "-").partition("-")
    return bool(dash) and first.isdigit() and last.isdigit() and len(first) == len(last) and int(first) < int(last)


def _in_full(form: MarkForm, convention: Convention | None) -> bool:
    """Whether words are spelt out. References that are codes (``FO 371/84081``) never are: nobody writes "piece"."""
    return form.labels == "full" and convention is not None and convention.engine != "coded"


def _capital(label: str, form: MarkForm) -> str:
    return label[:1].upper() + label[1:] if form.capitals else label


def _folios(mark: Shelfmark, convention: Convention | None, form: MarkForm) -> str:
    runs = mark.folios
    written = ", ".join(_run(run, convention, form) for run in runs)
    if form.labels == "none":
        return written
    words = _form(convention.folios if convention else None, form.language, convention)
    if mark.paged:
        words = _pages(convention, form.language)
    elif words is None or (convention and convention.folios and convention.folios.name == "page"):
        words = LevelForm("fol.", "folio", "fols.", "folios")
    several = len(runs) > 1 or _number(runs[0].first) != _number(runs[0].last)
    if form.leaf[0]:
        return f"{_capital(form.leaf[several], form)} {written}"
    full = _in_full(form, convention)
    label = words.full if full else words.short
    if several and form.agreement:
        label = (words.full_plural if full else words.short_plural) or label
    return f"{_capital(label, form)} {written}"


def _pages(convention: Convention | None, language: str) -> LevelForm:
    """Return the words for pages in the language in which the convention would write its leaves."""
    if convention is None or convention.folios is None:
        return tables.page_form("", ())
    written = convention.folios.forms
    tags = (*_tags(language), *convention.languages)
    return tables.page_form(convention.id, tuple(tag for tag in tags if tag in written))


def _number(end: str) -> str:
    return end.rstrip("rv") if end[:1].isdigit() else end


def _run(run: Folios, convention: Convention | None, form: MarkForm) -> str:
    first, last = _side(run.first, convention, form), _side(run.last, convention, form)
    if run.first == run.last:
        return first
    if run.last in {"f", "ff"}:
        return f"{first}{run.last}."
    if form.abbreviate_ranges and run.first.isdigit() and run.last.isdigit():
        last = _abbreviated(run.first, run.last)
    return f"{first}{form.dash}{last}"


def _side(end: str, convention: Convention | None, form: MarkForm) -> str:
    """Write the back of a leaf as the language does: ``3 об.``, ``3ob.``, ``3v``."""
    if form.leaf[0] or not convention or not convention.verso or not end.endswith("v"):
        return end
    for tag in (*_tags(form.language), *convention.languages):
        if tag in convention.verso:
            mark = convention.verso[tag]
            break
    else:
        return end
    number = end[:-1]
    return f"{number}{mark}" if mark.isascii() else f"{number} {mark}"


def _abbreviated(first: str, last: str) -> str:
    """Shorten the upper end of a range after the Chicago Manual of Style (9.61): 105–6, 100–104, 1087–89, 498–532."""
    if len(first) != len(last) or int(first) < 100 or first.endswith("00") or int(last) <= int(first):
        return last
    same = next(i for i, (a, b) in enumerate(zip(first, last, strict=True)) if a != b)
    changed = len(last) - same
    if first[-2] == "0" and changed == 1:
        return last[-1]
    if changed <= 2:
        return last[-2:]
    return last[same:] if len(first) < 4 or changed < 3 else last
