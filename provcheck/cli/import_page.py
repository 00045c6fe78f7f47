"""``provcheck import``: a saved page of a digital archive → a record and its texts."""

from __future__ import annotations

import os
from pathlib import Path
from typing import get_args

import click

from provcheck.cli import CLEAN, USAGE
from provcheck.cli.inputs import refuse_over
from provcheck.cli.options import config_options, configuration
from provcheck.cli.streams import show, stdin_bytes, write_files
from provcheck.config import Config
from provcheck.exchange.write import ENDINGS, RecordFormat, record_text


@click.command(
    "import",
    short_help="Turn the page of a digital archive into a record.",
    epilog="""\b
Examples:
  provcheck import page.html --output-dir records
  provcheck import https://digitalarchive.wilsoncenter.org/document/113732 --output-dir records
  pbpaste | provcheck import - --output-dir records
""",
)
@click.argument("pages", metavar="PAGE…", nargs=-1, required=True)
@click.option("-d", "--output-dir", "folder", metavar="DIR", default=".", help="Where the record goes.  [here]")
@click.option(
    "--format",
    "form",
    type=click.Choice(get_args(RecordFormat)),
    default="yaml",
    show_default=True,
    help="Of the record.",
)
@click.option("--force", is_flag=True, help="Write over files that are there already.")
@config_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    pages: tuple[str, ...],
    folder: str,
    form: RecordFormat,
    force: bool,
    config_file: str | None,
    no_config: bool,
) -> None:
    """Read each PAGE (a file saved as text or HTML, a web address, or - for standard input) into a record.

    Writes the record, and beside it the texts on the page. What could not be read, and what was inferred, is told.
    """
    config = configuration((folder if Path(folder).is_dir() else ".",), config_file, no_config)
    failed = False
    for page in pages:
        try:
            _import(page, Path(folder), form, force, config)
        except click.ClickException as error:
            error.show()
            failed = True
    ctx.exit(USAGE if failed else CLEAN)


def _import(page: str, folder: Path, form: RecordFormat, force: bool, config: Config) -> None:
    from provcheck.exchange.page import read_page  # only here: it costs time at start-up

    data, url = _content(page)
    imported = read_page(data, url=url, publisher=config.defaults.publisher, url_pattern=config.defaults.url)
    for note in imported.notes:
        where = f"{show(page)}:{note.line}" if note.line else show(page)
        click.echo(f"{where}: {'not read' if note.kind == 'unread' else 'inferred'}: {show(note.message)}", err=True)
    if not imported.data:
        raise click.ClickException(f"{show(page)}: nothing on this page could be read as a record")
    files = {folder / f"{imported.name}{ENDINGS[form]}": record_text(imported.data, form)}
    files |= {folder / text.name: text.text for text in imported.texts}
    there = [path for path in files if os.path.lexists(path)]
    if there and not force:
        listed = ", ".join(show(str(path)) for path in there)
        raise click.ClickException(f"{show(page)}: there is already {listed}; --force writes over it")
    for path in files:
        refuse_over(str(path), (page,))
    write_files(files)
    for path in files:
        click.echo(f"written  {show(str(path))}")


def _content(page: str) -> tuple[bytes, str | None]:
    """Return the bytes of a page, and its address where it was fetched."""
    if page == "-":
        return stdin_bytes(), None
    if page.lower().startswith(("http://", "https://")):
        from provcheck.links import Failed, fetch  # only here: the network is for this alone

        answer = fetch(page)
        if isinstance(answer, Failed):
            raise click.ClickException(f"cannot fetch {show(page)}: {show(answer.reason)}")
        return answer.data, answer.url
    try:
        return Path(page).read_bytes(), None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise click.ClickException(f"cannot read {show(page)}: {why}") from None
