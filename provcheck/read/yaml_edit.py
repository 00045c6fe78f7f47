"""Other values in the stead of those that a YAML text has: what to write, and over which characters."""

from __future__ import annotations

import re

from provcheck.model.document import Edit, Pointer, Span, Value
from provcheck.read import yaml_write
from provcheck.read.nodes import Found, Node, find
from provcheck.read.yaml_letters import letters
from provcheck.read.yaml_places import YamlText

COMMENT = re.compile(r"(?:^|[\s,\[\]{}])#", re.MULTILINE)
ANCHOR = re.compile(r"&[^\s,\[\]{}]+")
LINE_END = re.compile(r"[\r\n]")


class Editor:
    """Makes the edits for one entry, whose node is *root*."""

    def __init__(self, source: YamlText, root: Node) -> None:
        self.source = source
        self.text = source.text
        self.root = root

    def replace(self, pointer: Pointer, value: Value) -> tuple[Edit, ...] | None:
        """Return the edits that make *value* stand at *pointer*.

        None where a comment would be lost, where the value stands elsewhere too (in what an alias stands for, or brings
        with ``<<``), and where the place for a new key is no mapping.
        """
        found = find(self.root, pointer)
        mapping = found.node
        if len(found.rest) == 1 and isinstance(found.rest[0], str) and mapping.kind == "mapping" and not found.shared:
            return self._add(mapping, found, found.rest[0], value)
        if found.rest:
            return None
        if found.shared:
            return self._override(pointer, value)
        return self._set(found, value)

    def _override(self, pointer: Pointer, value: Value) -> tuple[Edit, ...] | None:
        """Set a key that came by ``<<``: the mapping's own key goes before it."""
        found = find(self.root, pointer[:-1])
        key = pointer[-1]
        mapping = found.node
        if found.shared or mapping.kind != "mapping" or not isinstance(key, str) or mapping.pair(key) is not None:
            return None
        return self._add(mapping, found, key, value)

    def _set(self, found: Found, value: Value) -> tuple[Edit, ...] | None:
        """Write *value* over the node found."""
        node = found.node
        if node.kind == "scalar" and isinstance(value, str) and value == node.text and node.style:
            return ()
        if node.kind in ("list", "mapping") and (self._has_comment(node) or any(part.repeated for part in node.walk())):
            return None
        flow = any(outer.style == "flow" for outer in found.around)
        if node.kind == "scalar" and isinstance(value, str):
            edit = self._small(node, value, flow)
            if edit is not None:
                return (edit,)
        if not found.around or (node.style in ("|", ">") and "#" in self._rest_of_line(node.inner)):
            return None  # the whole entry; or the comment behind the sign of a block would be lost
        start = node.start
        anchor = ANCHOR.search(self.text, node.start, node.inner) if node.kind != "alias" else None
        if anchor is not None:
            start = anchor.end()
        new = self._written(found, value, flow)
        if node.style == "block" or new[:1] in ("\r", "\n", " "):
            start = self._back_to_sign(start)
            if anchor is None and self.text[start - 1 : start] not in (":", "-"):
                return None  # a comment stands between, and would swallow what is written
        if new[:1] not in " \r\n" and self.text[start - 1 : start] not in (" ", "\t", "\n", "\r", "[", "{", ""):
            new = " " + new
        return (Edit(Span(start, max(node.end, start)), new),)

    def _written(self, found: Found, value: Value, flow: bool) -> str:
        """Return *value* as it is to stand in the place of the node found."""
        node = found.node
        if isinstance(value, str) and (flow or "\n" not in value or "#" in self._rest_of_line(node.end)):
            return yaml_write.scalar(value, flow=flow, style=node.style if node.kind == "scalar" else "")
        if flow:
            return yaml_write.flow(value)
        if found.key is not None:
            return yaml_write.after_key(value, self._column(found.key.start), self.source.newline)
        dash = self.text.rfind("-", 0, node.start)
        return yaml_write.after_dash(value, self._column(dash), self.source.newline)

    def _rest_of_line(self, at: int) -> str:
        return self.text[at : self._end_of_line(at)]

    def _back_to_sign(self, at: int) -> int:
        """Return the place right after the colon or dash before *at*, over blanks and line ends."""
        while at > 0 and self.text[at - 1] in " \t\r\n":
            at -= 1
        return at

    def _small(self, node: Node, new: str, flow: bool) -> Edit | None:
        """Return the edit of only those characters that change, in a scalar of several lines: its layout stays."""
        if "\n" not in self.text[node.inner : node.end] and "\r" not in self.text[node.inner : node.end]:
            return None
        old = node.text
        shorter = min(len(old), len(new))
        head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
        tail = next((at for at in range(shorter - head) if old[-1 - at] != new[-1 - at]), shorter - head)
        places = letters(self.text, node, len(node.text) + 1)
        come = new[head : len(new) - tail]
        if places is None or not head or not tail or not _fits_inside(come, new, node.style, flow):
            return None
        before, after = places[head - 1], places[len(old) - tail]
        if (
            self.text[before.start : after.end] != old[head - 1 : len(old) - tail + 1]
            or "\n" in old[head - 1 : len(old) - tail + 1]
        ):
            return None  # a line is folded there, or something is escaped
        return Edit(Span(before.end, after.start), come)

    def _has_comment(self, node: Node) -> bool:
        """Tell whether a comment stands between the values inside *node*."""
        at = self._back_to_sign(node.start) if node.style == "block" else node.start
        for part in node.walk():
            if part.kind in ("scalar", "alias"):
                if COMMENT.search(self.text, max(at - 1, 0), part.start):
                    return True
                at = part.end
        return COMMENT.search(self.text, max(at - 1, 0), node.end) is not None

    def _column(self, at: int) -> int:
        """Return how many characters stand before *at* on its line."""
        return at - 1 - max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at))

    def _add(self, mapping: Node, found: Found, key: str, value: Value) -> tuple[Edit, ...] | None:
        """Add a key after the last one of *mapping*."""
        if mapping.style == "flow" or any(outer.style == "flow" for outer in found.around):
            return self._add_in_flow(mapping, key, value)
        if not mapping.pairs:
            return None
        last = mapping.pairs[-1]
        column = self._column(last.key.start)
        line_start = last.key.start - column
        if self.text[line_start : last.key.start].strip(" -"):
            return None
        newline = self.source.newline
        at = self._end_of_line(max(mapping.end, last.value.end))
        at = self._over_comments(at, column)
        pair = yaml_write.scalar(key, flow=False) + ":" + yaml_write.after_key(value, column, newline)
        return (Edit(Span(at, at), newline + " " * column + pair),)

    def _end_of_line(self, at: int) -> int:
        match = LINE_END.search(self.text, at, self.source.end)
        return match.start() if match is not None else self.source.end

    def _over_comments(self, at: int, column: int) -> int:
        """Return the end of the last of those comment lines that follow *at* and belong to what stands before."""
        following = re.compile(rf"(?:\r\n|\n|\r)[ ]{{{column + 1},}}#[^\r\n]*")
        while (match := following.match(self.text, at, self.source.end)) is not None:
            at = match.end()
        return at

    def _add_in_flow(self, mapping: Node, key: str, value: Value) -> tuple[Edit, ...] | None:
        pair = f"{yaml_write.scalar(key, flow=True)}: {yaml_write.flow(value)}"
        if not mapping.pairs:
            if self.text[mapping.inner + 1 : mapping.end - 1].strip():
                return None
            return (Edit(Span(mapping.inner + 1, mapping.end - 1), pair),)
        last = mapping.pairs[-1]
        column = self._column(last.key.start)
        line_start = last.key.start - column
        if not self.text[line_start : last.key.start].strip():
            pair = self.source.newline + self.text[line_start : last.key.start] + pair
        else:
            pair = " " + pair
        return (Edit(Span(last.value.end, last.value.end), "," + pair),)


def _fits_inside(part: str, whole: str, style: str, flow: bool) -> bool:
    """Tell whether *part* can stand as it is within a scalar of *style* that then says *whole*."""
    if not yaml_write.PRINTABLE.fullmatch(part) or "\t" in part:
        return False
    if style == "'":
        return "'" not in part
    if style == '"':
        return '"' not in part and "\\" not in part
    return bool(style) or yaml_write.plain_is_safe(whole, flow)
