"""libyaml's complaints in words that say the cause and the remedy."""

from __future__ import annotations

from yaml.error import MarkedYAMLError, YAMLError

from provcheck.read.faults import line_of

TAB = "a tab cannot indent YAML: use blanks"
TOO_DEEP = "this line is indented deeper than the one above, which has its value already: indent both alike"
COLON = "a colon followed by a blank makes a key, which cannot stand here: quote the text that holds it"
AFTER = "something follows the end of the value: put all of it into quotation marks"
BACKSLASH = "this backslash begins no escape: write \\\\ for a backslash, or use single quotation marks"


def explain(error: YAMLError, text: str) -> tuple[str, str, int, int]:
    """Return (rule id, message, start, end) for what the parser says of *text*."""
    if not isinstance(error, MarkedYAMLError):
        at = getattr(error, "position", 0)
        return "syntax", f"no YAML: {getattr(error, 'reason', 'unreadable')}", at, at + 1
    problem = error.problem or error.context or "unreadable"
    mark = error.problem_mark or error.context_mark
    at = mark.index if mark is not None else 0
    opened = error.context_mark.index if error.context_mark is not None else at
    message, start = _in_words(problem, error.context or "", text, at, opened)
    start = min(start, max(len(text) - 1, 0))
    return "syntax", message, start, min(start + 1, len(text))


def _in_words(problem: str, context: str, text: str, at: int, opened: int) -> tuple[str, int]:
    """Return the message and its place; *opened* is where the thing that failed began.

    libyaml and PyYAML's own parser word some complaints differently: both wordings are looked for.
    """
    char = text[at : at + 1].strip()
    before = text[text.rfind("\n", 0, at) + 1 : at]
    if "mapping values are not allowed" in problem:
        return TOO_DEEP if ":" not in before and before[:1] == " " else COLON, at
    if "cannot start any token" in problem:
        return TAB if text[at : at + 1] == "\t" else f"“{char}” begins no unquoted text: quote the text", at
    if "tab character" in problem:
        return TAB, at
    if "could not find expected ':'" in problem:
        return "neither a key with a colon nor more of the text above: check colon and indentation", opened
    if "quoted scalar" in context:
        if "escape" in problem or "hexdecimal" in problem or "hexadecimal" in problem:
            return BACKSLASH, at
        return "this quotation mark is never closed", opened
    if "flow sequence" in context:
        return "this bracket [ is not closed, or a comma is missing in it", opened
    if "flow mapping" in context:
        return "this brace { is not closed, or a comma is missing in it", opened
    if "expected" in problem and "node content" in problem:
        if not before and text.startswith(("---", "..."), at):
            return "a bracket [ or brace { above this line is not closed", at
        return f"“{char}” begins no unquoted text: quote the text" if char else "a value is missing at the end", at
    if "block mapping" in context or "block collection" in context or "block sequence" in context:
        return _misfit(context, text, at, opened, before), at
    if "block sequence entries are not allowed" in problem:
        return "a list begins on a line of its own: - cannot follow a key on the same line", at
    if "document start" in problem:
        return AFTER if before.strip() else "something follows the end of the record: check the indentation", at
    for word, sign in (("tag", "!"), ("anchor", "&"), ("alias", "*"), ("block scalar", text[opened : opened + 1])):
        if word in context or (word == "tag" and "tag handle" in problem):
            return f"“{sign}” at the beginning of a text has a meaning of its own in YAML: quote the text", opened
    if "directive" in context or "directive" in problem or "incompatible" in problem:
        return "a line that begins with % speaks to YAML readers, and this is nothing they know", opened
    return f"no YAML: {problem}", at


def _misfit(context: str, text: str, at: int, opened: int, before: str) -> str:
    """Say why something is no part of a mapping or list that began at *opened*."""
    if before.strip():
        return AFTER
    kind = "mapping" if "mapping" in context else "list"
    outer = f"the {kind} that begins on line {line_of(text, opened)}"
    if kind == "mapping" and text[at : at + 1] == "-":
        return f"a list item cannot stand between the keys of {outer}"
    return f"this line is no part of {outer}: check the indentation"
