"""Our own CSL processor (`provcheck.csl`) behind our `Processor`.

Field text is plain text here: what looks like markup in it is guarded, and addresses are marked, with noncharacters
(U+FDD0 …, which no text may contain) that are read back from what was printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from provcheck import csl
from provcheck.cite.guard import guarded
from provcheck.cite.processor import Cite, CslItem, Rendered, StyleFault
from provcheck.cite.rich import Look, Rich, Run, merged

_LESS, _LINK, _UNLINK = "\ufdd0", "\ufdd1", "\ufdd2"
_LOOKS: Mapping[tuple[str, str], Look] = {
    ("font_style", "italic"): "italic",
    ("font_style", "oblique"): "italic",
    ("font_weight", "bold"): "bold",
    ("text_decoration", "underline"): "underline",
    ("font_variant", "small-caps"): "small-caps",
    ("vertical_align", "sup"): "superscript",
    ("vertical_align", "sub"): "subscript",
}


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
        self._compiled = csl.compile_style(style, csl.locale_file, locale or "")
        self._warnings: tuple[str, ...] = ()
        if not self._compiled.has_locale:
            self._warnings = (f"no CSL locale {self._compiled.locale.language}; en-US is used",)
        self.has_bibliography = style.bibliography is not None

    def citations(self, items: Sequence[CslItem], clusters: Sequence[Sequence[Cite]]) -> tuple[Rendered, ...]:
        """See `provcheck.cite.processor.Processor`."""
        references = [guarded(item, _LESS, _LINK, _UNLINK) | {"id": str(n)} for n, item in enumerate(items)]
        citations = [csl.Citation(tuple(map(_cite, cluster)), note) for note, cluster in enumerate(clusters, 1)]
        result = csl.process(self._compiled, references, citations, bibliography=False)
        return tuple(self._rendered(tokens) for tokens in result.citations)

    def bibliography(self, items: Sequence[CslItem]) -> tuple[Rendered, ...]:
        """See `provcheck.cite.processor.Processor`: each entry for itself, as citeproc-py's engine gives them."""
        if not self.has_bibliography:
            return ()
        return tuple(self._entry(item) for item in items)

    def _entry(self, item: CslItem) -> Rendered:
        result = csl.process(self._compiled, [guarded(item, _LESS, _LINK, _UNLINK) | {"id": "0"}])
        return self._rendered(result.bibliography[0].tokens if result.bibliography else ())

    def _rendered(self, tokens: Sequence[csl.Token]) -> Rendered:
        rich = _trimmed(merged(_runs(tokens)))
        printed = any(char.isalnum() for run in rich for char in run.text)
        return Rendered(rich if printed else None, self._warnings)


def _cite(cite: Cite) -> csl.Cite:
    return csl.Cite(str(cite.item), cite.locator, cite.label, position=cite.position or "")


def _runs(tokens: Sequence[csl.Token]) -> Iterator[Run]:
    """Read a flow, with our marks in it, as runs."""
    looks: list[tuple[Look, ...]] = [()]
    link: tuple[Look, ...] = ()
    gap = False
    for token in tokens:
        if isinstance(token, csl.Format):
            looks.append(_within(token, looks[-1]))
            if token.display and gap:
                yield Run(" ")
        elif isinstance(token, str):
            gap = not token.endswith(" ")
            start = 0
            for at, char in enumerate(token):
                if char in (_LINK, _UNLINK):
                    yield _run(token[start:at], (*looks[-1], *link))
                    link, start = (("link",) if char == _LINK else ()), at + 1
            yield _run(token[start:], (*looks[-1], *link))
        else:
            looks.pop()


def _run(text: str, looks: tuple[Look, ...]) -> Run:
    return Run(text.replace(_LESS, "<"), looks)


def _within(form: csl.Format, looks: tuple[Look, ...]) -> tuple[Look, ...]:
    """Return the looks within *form*; markup flips what it meets."""
    for attribute in ("font_style", "font_weight", "text_decoration", "font_variant", "vertical_align"):
        value = getattr(form, attribute)
        if not value:
            continue
        look = _LOOKS.get((attribute, value))
        others = tuple(each for each in looks if each not in _of(attribute))
        looks = others if look is None or (form.flips and look in looks) else (*others, look)
    return looks


def _of(attribute: str) -> frozenset[Look]:
    return frozenset(look for (name, _), look in _LOOKS.items() if name == attribute)


def _trimmed(rich: Rich) -> Rich:
    if not rich:
        return rich
    first = (Run(rich[0].text.lstrip(), rich[0].looks), *rich[1:])
    return merged((*first[:-1], Run(first[-1].text.rstrip(), first[-1].looks)))
