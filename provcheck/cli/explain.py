"""``provcheck explain``: what a finding, a field, an archive, a convention, a concordance or a style is about."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from provcheck.cli.streams import show, width, wrapped

if TYPE_CHECKING:
    from provcheck.explain import Topic


@click.command(
    "explain",
    short_help="Tell what a rule, field, archive, concordance or style is.",
    epilog="""\b
Examples:
  provcheck explain                        what there is
  provcheck explain label-number           a rule
  provcheck explain sources.archive        a field of the record
  provcheck explain RGASPI                 an archive, by code, name or former name
  provcheck explain convention russian     where a word could mean several things
  provcheck explain concordance            what moved, was copied or renumbered
""",
)
@click.argument("words", metavar="[rule|field|archive|convention|concordance|style] [WORD]", nargs=-1)
def command(words: tuple[str, ...]) -> None:
    """Show the page of WORD; without a word, list what there is."""
    from provcheck import explain
    from provcheck.schema.words import shortened

    first = words[0].lower() if words else ""
    kind = next((kind for kind in explain.KINDS if first in (kind, f"{kind}s")), None)
    words = words[1:] if kind else words
    if not words:
        click.echo(wrapped(explain.contents(kind), width(sys.stdout)))
        return
    word = " ".join(words)
    found = explain.find(word, kind)
    if not found:
        if kind == "style" or word.endswith(".csl"):
            from provcheck import cite  # only here: it costs time at start-up

            raise click.ClickException(show(str(cite.find(word))))
        if kind and (others := explain.find(word)):
            places = " or ".join(f"`provcheck explain {one.kind} {one.name}`" for one in others[:3])
            raise click.ClickException(f'no {kind} is called "{show(shortened(word))}"; see {places}')
        hint = _hint(explain.near(word, kind))
        raise click.ClickException(wrapped(f'nothing is known of "{show(shortened(word))}"; {hint}', width(sys.stderr)))
    pages = [explain.page(topic) for topic in found]
    if len(found) > 1:
        several = "\n".join(f"  {topic.kind:10} {topic.name:24} {topic.summary}" for topic in found)
        pages.insert(0, f'"{show(word)}" names {len(found)} things; each has its page below:\n\n{several}')
    click.echo(wrapped("\n\n".join(pages), width(sys.stdout)))


_SHOWN = 3
"""How many things are named that a word may mean."""


def _hint(near: Sequence[Topic]) -> str:
    """Return what may have been meant, ids with what they are."""
    if not near:
        return "`provcheck explain` lists what there is"
    named = [f"{one.name} ({one.summary})" if one.kind in {"archive", "convention"} else one.name for one in near]
    if len(named) > _SHOWN:
        return f"near to it are {', '.join(named[:_SHOWN])} and {len(named) - _SHOWN} more"
    return f"did you mean {' or '.join(named)}?"
