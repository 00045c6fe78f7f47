"""libyaml's complaints in words that say the cause and the remedy."""

from __future__ import annotations

from yaml.error import MarkedYAMLError, YAMLError

from provcheck.read.faults import line_of

COLON = "a colon followed by a blank makes a key, which cannot stand here: quote the text that holds it"


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
    """Return the message and its place; *opened* is where the thing that failed began."""
    char = text[at : at + 1]
    if "mapping values are not allowed" in problem:
        return COLON, at
    if "cannot start any token" in problem:
        if char == "\t":
            return "a tab cannot indent YAML: use blanks", at
        return f"“{char}” cannot begin an unquoted text: quote the text", at
    if "could not find expected ':'" in problem:
        return "neither a key with a colon nor more of the text above: check colon and indentation", opened
    if "unexpected end of stream" in problem and "quoted" in context:
        return "this quotation mark is never closed", opened
    if "unexpected document indicator" in problem:
        return "this quotation mark is not closed before ---", opened
    if "escape" in problem or "hexdecimal" in problem:
        return "this backslash begins no known escape: write \\\\ for a backslash, or use single quotation marks", at
    if "flow sequence" in context:
        return "this bracket [ is not closed, or a comma is missing in it", opened
    if "flow mapping" in context:
        return "this brace { is not closed, or a comma is missing in it", opened
    if "block mapping" in context or "block collection" in context:
        where = line_of(text, opened)
        return f"no part of the mapping that begins on line {where}: check indentation and quotation marks", at
    if "block sequence entries are not allowed" in problem:
        return "a list begins on a line of its own: - cannot follow a key on the same line", at
    if "did not find expected <document start>" in problem or "expected '<document start>'" in problem:
        return "something follows the end of the value: check quotation marks and brackets", at
    return f"no YAML: {problem}", at
