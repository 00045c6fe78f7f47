"""Where the values of a YAML text stand."""

from __future__ import annotations

import re
from functools import cached_property

from provcheck.model.document import Edit, Pointer, Span, Value
from provcheck.read.nodes import Node, TreeLocator


class YamlText:
    """The YAML at *start* to *end* of its file's *text*; read a second time when places are asked for."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end

    @cached_property
    def documents(self) -> list[Node]:
        """The top node of every document."""
        from provcheck.read.yaml_tree import Composer  # only here: a file without findings needs no places

        return Composer(self.text, self.start, self.end).compose()

    @cached_property
    def newline(self) -> str:
        """How lines end in this file."""
        match = re.search(r"\r\n|\n|\r", self.text)
        return match.group() if match is not None else "\n"


class YamlLocator(TreeLocator):
    """Finds the values of one entry: a document of the stream, or an item of its top list."""

    def __init__(self, source: YamlText, document: int, item: int | None = None) -> None:
        self.source = source
        self.text = source.text
        self.document = document
        self.item = item

    @property
    def root(self) -> Node | None:
        """The entry's node."""
        documents = self.source.documents
        if self.document >= len(documents):
            return None
        node = documents[self.document]
        if self.item is None:
            return node
        return node.items[self.item] if self.item < len(node.items) else None

    def letters(self, node: Node, most: int) -> list[Span] | None:
        """Return where the first *most* characters of a scalar stand; None where they are not written one by one."""
        from provcheck.read.yaml_letters import letters  # only here, as above

        return letters(self.text, node, most)

    def replace(self, pointer: Pointer, value: Value) -> tuple[Edit, ...] | None:
        """Return the edits that make *value* stand at *pointer*; see `provcheck.read.yaml_edit`."""
        from provcheck.read.yaml_edit import Editor  # only here: most files need no fix

        return Editor(self.source, self.root).replace(pointer, value) if self.root is not None else None
