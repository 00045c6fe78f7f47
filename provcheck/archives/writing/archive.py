"""The archive of a shelfmark, written."""

from __future__ import annotations

import unicodedata

from provcheck import tables
from provcheck.archives.lexicon.cuts import NUMERAL
from provcheck.archives.lexicon.romanise import name_in_latin
from provcheck.archives.names import find
from provcheck.archives.writing.codes import code_of, is_siglum, keepers_code, name_of, town_of
from provcheck.archives.writing.plainly import plainest
from provcheck.archives.writing.words import SAME_SCRIPT, tags
from provcheck.model.archive import Archive
from provcheck.model.shelfmark import MarkForm, Shelfmark


def archive_name(mark: Shelfmark, form: MarkForm) -> str:
    """Return the archive's name or code in the language of *form*; as written where we do not know it."""
    known = tables.archives().get(mark.archive_id or "")
    if form.archive == "none":
        return ""
    if known is None or form.archive == "as-written":
        return _in_its_script(_same_archive(mark.archive or "", form), form)
    code, name = code_of(known, form.language), name_of(known, form.language)
    if mark.archive and is_siglum(mark.archive):
        code = mark.archive  # who writes so is read by those who know it
    branch = known.branch(mark.archive)
    if branch is not None:  # its numbers are its own: without it they point to other files
        alone, branch = find(branch).status == "current", _branch_in(known, branch, code)
        code = branch if alone or branch == code else _with_branch(code, branch)
    if form.archive == "name":
        return f"{name} ({branch})" if branch else name
    if form.archive == "code" and (code := code or keepers_code(known, form.language)):
        called = 1 if _is_shared(code, known) else plainest(mark, form.language).archive
        return (code, f"{code} ({town_of(known, form.language)})", name)[called]
    if not code or code == name:
        return code or name
    return f"{name} ({code})" if form.archive == "name (code)" else f"{code} ({name})"


def _branch_in(known: Archive, branch: str, code: str) -> str:
    """Return how a *branch* goes in the letters in which the archive's *code* is written."""
    if NUMERAL.fullmatch(branch):
        return branch
    called = (branch, *known.branch_names.get(branch, ()))
    return next((one for one in called if _letters(one) == _letters(code)), branch)


def _with_branch(code: str, branch: str) -> str:
    """Return *code* with the *branch* behind it, so that it is read again."""
    if NUMERAL.fullmatch(branch):
        return f"{code} ({branch})"
    joined = f"{code}/{branch}"
    return joined if find(joined).status == "current" else f"{code} {branch}"


def _letters(code: str) -> str:
    """Return the script of the first letter of *code*, nothing where it has none."""
    return next((unicodedata.name(sign, "").partition(" ")[0] for sign in code if sign.isalpha()), "")


def _same_archive(written: str, form: MarkForm) -> str:
    """Return the words for "the same archive" in the language of *form* where *written* is such; else *written*."""
    words = tables.wording()
    if form.archive == "as-written" or written.casefold().strip(" .") not in tables.same_archive():
        return written
    return next(
        (words["same_archive_in"][tag] for tag in tags(form.language) if tag in words["same_archive_in"]), written
    )


def _in_its_script(written: str, form: MarkForm) -> str:
    """Return a name that no table has in Latin letters where the rest is."""
    own = form.archive == "as-written" or form.language.split("-")[0] in SAME_SCRIPT
    return written if own else name_in_latin(written)


def _is_shared(code: str, archive: Archive) -> bool:
    """Tell whether *code* alone may mean several archives of the fond family, as ГАВО may in four regions."""
    rules = tables.conventions().get(archive.convention)
    return rules is not None and rules.engine == "labelled" and bool(archive.city) and find(code).status == "ambiguous"
