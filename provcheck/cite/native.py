"""Our own CSL processor (`provcheck.csl`) behind our `Processor`.

Field text is plain text here: what looks like markup in it is guarded, and addresses are marked, with noncharacters
(U+FDD0 …, which no text may contain) that are read back from what was printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from provcheck import csl
from provcheck.cite.guard import guarded
from provcheck.cite.processor import MISTAKEN, Cite, CslItem, Rendered, StyleFault
from provcheck.csl.xml import Element

_LESS, _LINK, _UNLINK = "\ufdd0", "\ufdd1", "\ufdd2"


def prepare(style: str, text: bytes, locale: str | None = None) -> Native | StyleFault:
    """Make the CSL style *text* ready; *style* is its name, for messages."""
    try:
        return Native(text, locale)
    except csl.CslError as error:
        return StyleFault(style, error.message, error.line)


class Native:
    """A style compiled by our own processor."""

    def __init__(self, text: bytes, locale: str | None) -> None:
        style = csl.parse_style(text)
        self._compiled = csl.compile_style(style, _locale_file, locale or "")
        self._warnings: tuple[str, ...] = ()
        if not self._compiled.has_locale:
            self._warnings = (f"no CSL locale {self._compiled.locale.language}; en-US is used",)
        self.has_bibliography = style.bibliography is not None

    def citations(
        self,
        items: Sequence[CslItem],
        clusters: Sequence[Sequence[Cite]],
        numbers: Sequence[int] = (),
        *,
        in_order: bool = False,
    ) -> tuple[Rendered, ...]:
        """See `provcheck.cite.processor.Processor`."""
        in_notes = self._compiled.style.is_note
        citations = [
            csl.Citation(tuple(map(_cite, cluster)), number if in_notes else 0)
            for number, cluster in zip(numbers or range(1, len(clusters) + 1), clusters, strict=True)
        ]
        result = csl.process(self._compiled, _references(items), citations, bibliography=False, in_order=in_order)
        return tuple(self._rendered(tokens) for tokens in result.citations)

    def bibliography(self, items: Sequence[CslItem], *, in_order: bool = False) -> tuple[Rendered, ...]:
        """See `provcheck.cite.processor.Processor`."""
        if not self.has_bibliography:
            return ()
        result = csl.process(self._compiled, _references(items), in_order=in_order)
        entries = [self._rendered(entry.tokens, int(entry.item)) for entry in result.bibliography]
        printed = {entry.item for entry in entries}
        return (*entries, *(self._rendered((), n) for n in range(len(items)) if n not in printed))

    def _rendered(self, tokens: Sequence[csl.Token], item: int = 0) -> Rendered:
        printed = any(char.isalnum() for token in tokens if isinstance(token, str) for char in token)
        return Rendered(_read(tokens) if printed else None, self._warnings, item)


@cache
def _locale_file(code: str) -> Element | None:
    """Return the locale file for *code*, without short words that would be `MISTAKEN`: CSL takes the long ones then."""
    found = csl.locale_file(code)
    return _unmistakable(found) if found is not None else None


def _unmistakable(element: Element) -> Element:
    kept = [child for child in element.children if not (child.get("name") in MISTAKEN and child.get("form") == "short")]
    return replace(element, children=[_unmistakable(child) for child in kept])


def _references(items: Sequence[CslItem]) -> list[dict[str, object]]:
    return [guarded(item, _LESS, _LINK, _UNLINK) | {"id": str(n)} for n, item in enumerate(items)]


def _cite(cite: Cite) -> csl.Cite:
    return csl.Cite(
        str(cite.item),
        _plain(cite.locator),
        cite.label,
        _plain(cite.prefix),
        _plain(cite.suffix),
        position=cite.position or "",
        suppress_author=cite.suppress_author,
    )


def _plain(text: str) -> str:
    return text.replace("<", _LESS)


def _read(tokens: Sequence[csl.Token]) -> list[csl.Token]:
    """Read our marks back."""
    tokens = csl.linked(tokens, _LINK, _UNLINK)
    return [token.replace(_LESS, "<") if isinstance(token, str) else token for token in tokens]
