"""Options that several commands share, and the configuration that they end in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from provcheck.catalogue import known
from provcheck.cli.streams import show
from provcheck.config import Config, candidates, load, speaks_of_us
from provcheck.config.names import meant, named
from provcheck.model.document import Document

F = TypeVar("F", bound=Callable[..., Any])


def config_options(function: F) -> F:
    """Add ``--config`` and ``--no-config``."""
    function = click.option("--no-config", is_flag=True, help="Read no configuration file.")(function)
    return click.option(
        "--config",
        "config_file",
        metavar="FILE",
        help="Read this configuration.  [the nearest provcheck.toml or pyproject.toml]",
    )(function)


def rule_options(function: F) -> F:
    """Add ``--select`` and ``--ignore``."""
    select = click.option("--select", metavar="RULES", multiple=True, help="Look only for these, hints included.")
    ignore = click.option(
        "--ignore", metavar="RULES", multiple=True, help="Leave these out; a,b and a-* are understood."
    )
    return select(ignore(function))


def configuration(paths: tuple[str, ...], config_file: str | None, no_config: bool) -> Config:
    """Return the configuration for *paths*: the file asked for, or the nearest one above the first path.

    Raises click.ClickException where it cannot be read or has faults.
    """
    if no_config:
        if config_file:
            raise click.UsageError("--config and --no-config contradict each other")
        return Config()
    if config_file:
        try:
            return _read(config_file, Path(config_file).read_text(encoding="utf-8-sig"))
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or "it is not UTF-8"
            raise click.ClickException(f"cannot read {show(config_file)}: {why}") from None
    start = next((path for path in paths if path != "-"), ".")
    for candidate in candidates(start):
        try:
            text = Path(candidate).read_text(encoding="utf-8-sig")
        except (FileNotFoundError, NotADirectoryError):
            continue
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or "it is not UTF-8"
            raise click.ClickException(f"cannot read {show(candidate)}: {why}") from None
        if speaks_of_us(text, candidate):
            return _read(_near(candidate), text)
    return Config()


def _near(path: str) -> str:
    """Return *path* relative to the working directory where it is in it or above, for shorter messages."""
    try:
        return str(Path(path).relative_to(Path.cwd()))
    except ValueError:
        return path


def _read(path: str, text: str) -> Config:
    config, faults = load(text, path, known())
    if not faults:
        return config
    document = Document(path, "toml", text, ())
    lines = []
    for fault in faults:
        place = document.place(fault.span)
        lines.append(f"{show(path)}:{place.line}:{place.column}: {show(fault.message)}")
    raise click.ClickException("the configuration has faults\n" + "\n".join(lines))


def rules_named(listed: tuple[str, ...]) -> tuple[str, ...]:
    """Return the rules that ``--select`` or ``--ignore`` names. Raises click.UsageError where there is no such rule."""
    names = tuple(name for part in listed for name in part.replace(",", " ").split())
    for name in names:
        if not any(named(rule, (name,)) for rule in known()):
            near = meant(name, known())
            hint = f'; did you mean "{near}"?' if near else "; `provcheck explain rule` lists them"
            raise click.UsageError(f'there is no rule "{show(name)}"{hint}')
    return names
