"""The words for levels and leaves in a language, or in one whose words may stand in for its own."""

from __future__ import annotations

from provcheck.model.archive import Convention, LevelForm, LevelRule
from provcheck.model.shelfmark import MarkForm

SAME_SCRIPT = dict.fromkeys(("ru", "uk", "be", "bg", "sr", "kk", "ky", "uz"), ("ru", "uk", "be", "bg", "sr", "en"))


def tags(language: str) -> tuple[str, ...]:
    """Return *language* and those whose words may stand in for its own: of the same script."""
    base = language.split("-")[0]
    return (language, base, *SAME_SCRIPT.get(base, ("en",)))


def words_for(rule: LevelRule | None, language: str, convention: Convention | None) -> LevelForm | None:
    """Return the words for a level as `tag_for` finds them."""
    return rule.forms[tag_for(rule, language, convention)] if rule is not None and rule.forms else None


def tag_for(rule: LevelRule, language: str, convention: Convention | None) -> str:
    """Return the tag of the words for a level in *language*, in one of the same script, or in the convention's own.

    English ones of a code are for English, and where the archive's are in another script: a German citation has inv.nr.
    Those of other shelfmarks are transliterated, op. and d., and known in any language.
    """
    *near, last = tags(language)
    own = convention.languages if convention else ()
    is_code = convention is not None and convention.engine == "coded"
    latin = [tag for tag in own if is_code and tag in rule.forms and rule.forms[tag].full[:1] < GREEK]
    return next((tag for tag in (*near, *latin, last, *own) if tag in rule.forms), next(iter(rule.forms), language))


GREEK = "\u0370"
"""The first letter that is not Latin."""


def in_full(form: MarkForm, convention: Convention | None) -> bool:
    """Whether words are spelt out. References that are codes (``FO 371/84081``) never are: nobody writes "piece"."""
    return form.labels == "full" and convention is not None and convention.engine != "coded"


def capital(label: str, form: MarkForm) -> str:
    """Return *label* with a capital where *form* wants one."""
    return label[:1].upper() + label[1:] if form.capitals else label
