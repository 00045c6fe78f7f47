"""Findings for a person at a terminal: place, message, the line with a caret under the spot, what to do."""

from __future__ import annotations

import unicodedata
from collections import Counter

from provcheck.model.document import Document, Place
from provcheck.model.finding import Finding
from provcheck.report.outcome import SEVERITIES, Outcome, counted, visible

TAB = 4
"""Columns between tab stops in excerpts."""


def render(outcome: Outcome) -> str:
    """Return the findings one after the other (or how often each rule was met), and a summary."""
    parts = []
    if outcome.findings and outcome.statistics:
        parts.append(statistics(outcome) + "\n")
    elif outcome.findings:
        between = "\n\n" if outcome.excerpts else "\n"
        parts.append(between.join(_block(outcome, finding) for finding in outcome.findings) + "\n")
    if outcome.summary:
        parts.append(summary(outcome) + "\n")
    return "\n".join(parts)


def _block(outcome: Outcome, finding: Finding) -> str:
    paint = outcome.paint
    where = f"{visible(finding.path)}:{finding.place.line}:{finding.place.column}"
    rule = paint(f"[{visible(finding.rule)}]", "rule")
    head = f"{paint(where, 'path')}: {paint(finding.severity, finding.severity)}{rule} {visible(finding.message)}"
    if not outcome.excerpts:
        return head
    lines = [head]
    document = outcome.documents.get(finding.path)
    gutter = len(str(finding.place.line))
    if document is not None:
        lines += _excerpt(outcome, document, finding, gutter)
    bullet = " " * gutter + " " + paint("=", "frame")
    if finding.help:
        lines.append(f"{bullet} {paint('help:', 'strong')} {visible(finding.help)}")
    if finding.edits:
        option = "--fix" if finding.fix_safe else "--fix --unsafe-fixes"
        lines.append(f"{bullet} {paint('fix:', 'strong')} {visible(finding.fix)} ({option})")
    return "\n".join(lines)


def _excerpt(outcome: Outcome, document: Document, finding: Finding, gutter: int) -> list[str]:
    place, paint = finding.place, outcome.paint
    if not document.text:
        return []
    shown, before, under = excerpt(document.line(place.line), place, max(outcome.width - gutter - 3, 40))
    bar = paint("|", "frame")
    return [
        f"{paint(str(place.line), 'frame')} {bar} {shown}",
        f"{' ' * gutter} {bar} {' ' * before}{paint('^' * under, finding.severity)}",
    ]


def excerpt(line: str, place: Place, width: int) -> tuple[str, int, int]:
    """Return *line* as it can be shown in *width* columns, and where the caret starts and how far it goes.

    Tabs become blanks, invisible characters visible; wide characters count two columns and combining marks none,
    so that the caret stands under what it means. A long line is cut on both sides, with ``…``.
    """
    start, end = max(place.column - 1, 0), place.end_column - 1 if place.end_line == place.line else len(line)
    cut = max(start - 2 * width, 0)  # a file may be one line of a million characters
    cut_end = start + 2 * width
    pieces: list[tuple[str, int]] = []
    column = 0
    for char in line[cut:cut_end]:
        if char == "\t":
            size = TAB - column % TAB
            piece = " " * size
        else:
            piece = visible(char)
            size = columns(piece)
        pieces.append((piece, size))
        column += size
    first = min(start - cut, len(pieces))
    last = min(max(end - cut, first), len(pieces))
    left, right = _window([size for _, size in pieces], first, width)
    shown = "".join(piece for piece, _ in pieces[left:right])
    head, tail = "…" if cut + left else "", "…" if cut + right < len(line) else ""
    before = len(head) + sum(size for _, size in pieces[left:first])
    under = sum(size for _, size in pieces[first : min(last, right)])
    return head + shown + tail, before, max(under, 1)


def _window(sizes: list[int], first: int, width: int) -> tuple[int, int]:
    """Return which characters to show: all, or as many around the one at *first* as fit in *width* columns."""
    if sum(sizes) <= width:
        return 0, len(sizes)
    room = width - 2  # for the two marks of omission
    left = right = first
    used = 0
    while left > 0 and used + sizes[left - 1] <= room // 3:
        left, used = left - 1, used + sizes[left - 1]
    while right < len(sizes) and used + sizes[right] <= room:
        right, used = right + 1, used + sizes[right]
    while left > 0 and used + sizes[left - 1] <= room:
        left, used = left - 1, used + sizes[left - 1]
    while left < first and not sizes[left]:  # never begin with a combining mark
        left += 1
    return left, right


def columns(text: str) -> int:
    """Return how many columns of a terminal *text* takes."""
    if text.isascii():
        return len(text)
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"} and char != "\u00ad":
        return 0
    if 0x1160 <= ord(char) <= 0x11FF:  # vowels and finals of Hangul join the syllable before them
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def summary(outcome: Outcome) -> str:
    """Return the last lines: how many findings, in how many files, how many of them can be mended."""
    paint = outcome.paint
    looked = f"{counted(outcome.records, 'record')} in {counted(len(outcome.paths), 'file')}"
    if not outcome.findings:
        lines = [f"{paint('No findings', 'strong')}: {looked}."]
    else:
        counts = ", ".join(
            paint(counted(outcome.count(severity), severity), severity)
            for severity in SEVERITIES
            if outcome.count(severity)
        )
        touched = len({finding.path for finding in outcome.findings})
        lines = [f"{counts} in {counted(touched, 'file')}; looked at {looked}."]
    if outcome.fixable:
        lines.append(f"{outcome.fixable} can be mended with --fix (--diff shows how).")
    if outcome.unsafely_fixable:
        lines.append(f"{outcome.unsafely_fixable} more with --fix --unsafe-fixes, which a person should look over.")
    lines += [visible(note) for note in outcome.notes]
    return "\n".join(lines)


def statistics(outcome: Outcome) -> str:
    """Return one line per rule: how often, how many of them can be mended, the rule."""
    counts = Counter((finding.rule, finding.severity) for finding in outcome.findings)
    mendable = Counter(finding.rule for finding in outcome.findings if finding.edits and finding.fix_safe)
    rows = []
    for (rule, severity), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        mark = f"{mendable[rule]} fixable" if mendable[rule] else ""
        rows.append(f"{count:6}  {outcome.paint(f'{severity:7}', severity)}  {rule:32} {mark}".rstrip())
    return "\n".join(rows)
