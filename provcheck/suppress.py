"""Comments that silence a finding: ``# provcheck: ignore[rule-a, rule-b] why``.

Such a comment stands at the end of the line that the finding is on, or alone on the line above it;
``# provcheck: ignore-file[rule]`` speaks for the whole file. Only YAML and the front matter of Markdown have comments.
A comment that silences nothing, or names a rule that does not exist, is itself reported: it hides a slip.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from provcheck.model.document import Document, Fault, Pointer, Span, Value
from provcheck.model.lazy import pattern

MARK = "rovcheck:"
"""What every such comment holds, also one that begins as a sentence does; a text without it is not searched."""

UNUSED = "suppression-unused"
UNKNOWN = "suppression-unknown"

_COMMENT = pattern(
    r"(?:^|(?<=[ \t]))#(?:[ \t]*(?=provcheck:|Provcheck:[ \t]*ignore)|[^#\n]*[ \t;,(](?=[Pp]rovcheck:[ \t]*ignore))"
    r"[Pp]rovcheck:[ \t]*([\w-]*)[ \t]*(?:\[([^\]\n]*)\])?"
)
"""Words before it must be followed by what the comment is to do: *checked with provcheck: fine* is none."""

_LINE = pattern(r"[^\r\n]*(?:\r\n?|\n|\Z)")


@dataclass(slots=True)
class Directive:
    """One comment: the rules it names, each with its span, and the line it speaks for (0: the whole file)."""

    span: Span
    line: int
    names: tuple[tuple[str, Span], ...]
    used: set[str] = field(default_factory=set)


def directives(document: Document) -> tuple[list[Directive], list[Fault]]:
    """Return the comments of *document* that silence something, and what is wrong with those that cannot."""
    found: list[Directive] = []
    faults: list[Fault] = []
    if MARK not in document.text or document.format not in {"yaml", "markdown"}:
        return found, faults
    texts: _Texts | None = None
    alone: list[Directive] = []  # comment lines waiting for the line they stand above
    for number, start, line in _comment_lines(document):
        match = _COMMENT.search(line) if MARK in line else None
        bare = line.lstrip().startswith("#")
        if match is not None:
            at = start + match.start()
            texts = texts or _Texts(document)
            if not texts.hold(at):
                directive, fault = _directive(match, start, number)
                if fault is not None:
                    faults.append(fault)
                elif directive is not None:
                    found.append(directive)
                    if bare and directive.line:
                        alone.append(directive)
                        continue
        if not bare and line.strip():
            for directive in alone:
                directive.line = number
            alone = []
    return found, faults


def _directive(match: re.Match[str], start: int, number: int) -> tuple[Directive | None, Fault | None]:
    span = Span(start + match.start(), start + match.end())
    word, listed = match.group(1), match.group(2)
    if word not in {"ignore", "ignore-file"}:
        return None, Fault(UNKNOWN, f'"{word}" is not understood; write "provcheck: ignore[rule]"', span)
    names = []
    for name in re.finditer(r"[^\s,]+", listed or ""):
        offset = start + match.start(2)
        names.append((name.group(), Span(offset + name.start(), offset + name.end())))
    if not names:
        return None, Fault(UNKNOWN, f'name the rules to ignore: "provcheck: {word}[rule-a, rule-b]"', span)
    return Directive(span, 0 if word == "ignore-file" else number, tuple(names)), None


def _comment_lines(document: Document) -> Iterator[tuple[int, int, str]]:
    """Yield (number, offset, text) of every line that may hold a comment."""
    for number, match in enumerate(_LINE.finditer(document.text), 1):
        line = match.group()
        if document.format == "markdown":
            if number == 1 and line.rstrip() != "---":
                return
            if number > 1 and line.rstrip() in {"---", "..."}:
                return
        yield number, match.start(), line


class _Texts:
    """Where the texts of a document stand: what looks like a comment inside one is part of it."""

    def __init__(self, document: Document) -> None:
        self.spans = sorted(_scalars(document))
        self.starts = [span.start for span in self.spans]

    def hold(self, at: int) -> bool:
        """Tell whether *at* lies inside a text."""
        before = bisect_right(self.starts, at)  # texts do not overlap, so that only the last one can hold it
        return before > 0 and at < self.spans[before - 1].end


def _scalars(document: Document) -> Iterator[Span]:
    for entry in document.entries:
        stack: list[tuple[Pointer, Value]] = [((), entry.data)]
        while stack:
            pointer, value = stack.pop()
            if isinstance(value, dict):
                stack.extend(((*pointer, key), inner) for key, inner in value.items())
            elif isinstance(value, list):
                stack.extend(((*pointer, index), inner) for index, inner in enumerate(value))
            elif isinstance(value, str):
                span = entry.locator.value(pointer)
                if document.text[span.start : span.start + 1] in ("|", ">"):  # a comment may stand behind the sign
                    head = _LINE.match(document.text, span.start)
                    span = Span(min(head.end(), span.end) if head is not None else span.start, span.end)
                yield span


class Silencers:
    """The comments of a document, by the line they speak for."""

    def __init__(self, found: Sequence[Directive]) -> None:
        self.found = found
        self.by_line: dict[int, list[Directive]] = {}
        for directive in found:
            self.by_line.setdefault(directive.line, []).append(directive)

    def __bool__(self) -> bool:
        return bool(self.found)

    def silence(self, rule: str, lines: Collection[int]) -> bool:
        """Tell whether a comment silences *rule* on one of *lines*, and mark it as used."""
        hit = False
        for line in {0, *lines}:
            for directive in self.by_line.get(line, ()):
                if any(name == rule for name, _ in directive.names):
                    directive.used.add(rule)
                    hit = True
        return hit


def complaints(
    found: Sequence[Directive], known: Collection[str], ran: Collection[str], always: Collection[str] = ()
) -> Iterator[Fault]:
    """Yield what is wrong with the comments once all findings went past them.

    *known* are all rule ids; *ran* those that were looked for in this run, for only they could have been silenced;
    *always* those that nothing silences.
    """
    for directive in found:
        for name, span in directive.names:
            if "*" in name:
                yield Fault(UNKNOWN, f'"{name}" would hide findings unseen: a comment names each rule by itself', span)
            elif name not in known:
                from difflib import get_close_matches  # only here: it costs time at start-up

                near = get_close_matches(name, known, 1)
                tail = f'; did you mean "{near[0]}"?' if near else ""
                yield Fault(UNKNOWN, f'no rule is called "{name}"{tail}', span)
            elif name in always:
                message = f'"{name}" cannot be silenced, for it says that something was not checked: mend what it tells'
                yield Fault(UNKNOWN, f"{message}, and remove the comment", span)
            elif name in ran and name not in directive.used:
                yield Fault(UNUSED, f'"{name}" finds nothing here any more: remove it from the comment', span)
