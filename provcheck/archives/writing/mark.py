"""A shelfmark written in any form, and its leaves alone."""

from __future__ import annotations

from provcheck.archives.script import in_script
from provcheck.archives.usual import as_usual
from provcheck.archives.writing.archive import archive_name
from provcheck.archives.writing.conventions import convention_of, with_folios
from provcheck.archives.writing.leaves import write_leaves
from provcheck.archives.writing.levels import write_levels
from provcheck.archives.writing.plainly import plainest
from provcheck.model.shelfmark import MarkForm, Shelfmark


def format_shelfmark(mark: Shelfmark, form: MarkForm = MarkForm(), *, folios: bool = True) -> str:  # noqa: B008
    """Write *mark* after *form*, as its archive writes it today; with ``folios=False`` without its folios.

    With an archive called ``as-written`` its numbers stay those that it has under that name.

    >>> from provcheck.model.shelfmark import Level
    >>> mark = Shelfmark("TsGAOR", "garf", (Level("fond", "9401"), Level("opis", "2")), convention="russian")
    >>> format_shelfmark(mark), format_shelfmark(mark, MarkForm(archive="as-written"))
    ('GARF, f. R-9401, op. 2', 'TsGAOR, f. 9401, op. 2')
    """
    mark = in_script(mark if form.archive == "as-written" else as_usual(mark), form.language)
    convention = convention_of(mark)
    plain, when = plainest(mark, form.language), None if form.depth else mark.when
    parts = write_levels(mark.levels[: form.depth or None], convention, form, plain.words, mark.words, when)
    if folios and mark.folios and not form.depth:
        parts.append(write_leaves(mark, with_folios(mark, convention), form))
    body = form.between.join(reversed(parts) if form.smallest_first else parts)
    archive = archive_name(mark, form)
    if not archive:
        return body
    if not body:
        return archive
    return f"{archive}{form.after_archive}{body}"


def format_folios(mark: Shelfmark, form: MarkForm = MarkForm()) -> str:  # noqa: B008
    """Write the folios of *mark* alone, with the words and signs of its convention after *form*: ``ll. 105–106``."""
    convention = convention_of(mark)
    return write_leaves(mark, with_folios(mark, convention), form) if mark.folios else ""
