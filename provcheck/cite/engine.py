"""citeproc-py behind our `Processor`: the one module that knows it, and what has to be done to keep it honest.

What is mended here, each seen in citeproc-py 0.11:

* It writes field text into its HTML unescaped. We give it a formatter of our own that marks looks with noncharacters
  (U+FDD0 …, which no text may contain), read them back into rich text and escape at the very end.
* It lower-cases keys, so that X1 and x1 become one entry. Items get keys of ours.
* Its quotation marks do not nest, and punctuation never goes inside them. Its quote terms are replaced by
  noncharacters too and set here, by the rules of the locale.
* Warnings and prints become `Rendered.warnings`.
* A title that stands in for a missing author is printed a second time as the title. While ours is rendering, what a
  substitute printed is kept from being printed again.
* It fails where a part of a name is to begin with a capital (88 public styles). So names too are given it as its own
  kind of text.
* ``initialize="false"`` is taken for a wish to initialise.
* What a style says of the parts of a localised date sticks to the locale, for all dates after it; it is put back.
* Position is known only from what was cited before; a lone short note is given a past.
"""

from __future__ import annotations

import contextlib
import copy
import io
import re
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from provcheck import csl
from provcheck.cite.guard import guarded
from provcheck.cite.processor import MISTAKEN, Cite, CslItem, Rendered, StyleFault
from provcheck.cite.rich import Rich, plain, tidied

_OPEN = {
    "\ufdd0": csl.Format(font_style="italic"),
    "\ufdd1": csl.Format(font_weight="bold"),
    "\ufdd2": csl.Format(text_decoration="underline"),
    "\ufdd3": csl.Format(font_variant="small-caps"),
    "\ufdd4": csl.Format(vertical_align="sup"),
    "\ufdd5": csl.Format(vertical_align="sub"),
}
_CLOSE, _QUOTE, _UNQUOTE, _LESS, _LINK, _UNLINK = "\ufde0", "\ufde1", "\ufde2", "\ufde3", "\ufde4", "\ufde5"
_TERMS = ("open-quote", "close-quote", "open-inner-quote", "close-inner-quote")
_CSL = "{http://purl.org/net/xbiblio/csl}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def prepare(style: str, text: bytes, locale: str | None = None) -> Engine | StyleFault:
    """Make the CSL style *text* (XML that `styles` has found sound) ready; *style* is its name, for messages."""
    with _quiet():
        try:
            return Engine(style, text, locale)
        except Exception as error:
            return StyleFault(style, f"citeproc-py cannot load it: {_brief(error)}")


class Engine:
    """A style loaded into citeproc-py."""

    def __init__(self, style: str, text: bytes, locale: str | None) -> None:
        import citeproc
        from citeproc import CitationStylesStyle

        self.style = style
        default = _default_locale(text)
        self.locale = locale or default or "en-US"
        self.warnings: tuple[str, ...] = ()
        try:
            self._style = CitationStylesStyle(io.BytesIO(text), locale=self.locale, validate=False)
        except ValueError:
            self.warnings = (f"no CSL locale {self.locale}; en-US is used",)
            self._style = CitationStylesStyle(io.BytesIO(text), locale="en-US", validate=False)
        self._citeproc = citeproc
        root = self._style.root
        spoken = {(source.get(_LANG) or "").split("-")[0] for source in root.locales}
        if self.locale.split("-")[0] not in spoken:
            self.warnings = (f"no CSL locale {self.locale}; en-US is used",)
        root.formatter = _Formatter
        self._quotes = [str(root.get_single_term(name=term) or "") for term in _TERMS]
        self._ibid = str(root.get_single_term(name="ibid") or "")
        self._inside = (root.get_locale_option("punctuation-in-quote") or "").lower() == "true"
        for source in root.locales:
            _spell_out(source)
            for term in source.iter(f"{_CSL}term"):
                if term.get("name") in _TERMS:
                    for child in list(term):
                        term.remove(child)
                    term.text = _QUOTE if term.get("name", "").startswith("open") else _UNQUOTE
        _respect_initialize(root)
        self._macros = {macro.get("name"): macro for macro in root.iterfind(f"{_CSL}macro")}
        self._date_parts = [(p, dict(p.attrib)) for source in root.locales for p in source.iter(f"{_CSL}date-part")]
        self.has_bibliography = bool(self._style.has_bibliography())

    def citations(
        self,
        items: Sequence[CslItem],
        clusters: Sequence[Sequence[Cite]],
        numbers: Sequence[int] = (),
        *,
        in_order: bool = False,
    ) -> tuple[Rendered, ...]:
        """See `provcheck.cite.processor.Processor`."""
        with _quiet() as heard:
            made = self._load(items)
        if isinstance(made, Rendered):
            return (made,) * len(clusters)
        made_all = (self._rendered(partial(self._cited, made, cluster, len(items)), heard) for cluster in clusters)
        return tuple(map(self._begun, made_all))

    def bibliography(self, items: Sequence[CslItem], *, in_order: bool = False) -> tuple[Rendered, ...]:
        """Return an entry for each of *items*, always in their order: see `provcheck.cite.processor.Processor`."""
        out = []
        for number, item in enumerate(items if self.has_bibliography else ()):
            # One at a time: citeproc-py compares every entry with every other, and we want each by itself.
            with _quiet() as heard:
                made = self._load([item])
            entry = made if isinstance(made, Rendered) else self._rendered(partial(_entry, made), heard)
            out.append(replace(entry, item=number))
        return tuple(out)

    def _rendered(self, render: Callable[[], object], loading: Sequence[str]) -> Rendered:
        text, error = None, None
        for part, attributes in self._date_parts:
            part.attrib.clear()
            part.attrib.update(attributes)
        with _quiet() as heard, _mended(self._macros):
            try:
                text = render()
            except Exception as failure:
                error = failure
        if error is not None:
            return Rendered(None, (_failed(error),))
        return Rendered(self._read(text), tuple(dict.fromkeys((*self.warnings, *loading, *heard))))

    def _load(self, items: Sequence[CslItem]) -> Any | Rendered:
        """Return the items registered with citeproc-py, or what went wrong."""
        from citeproc.source.json import CiteProcJSON

        try:
            source = CiteProcJSON(
                [guarded(item, _LESS, _LINK, _UNLINK) | {"id": f"i{n}"} for n, item in enumerate(items)]
            )
            bibliography = self._citeproc.CitationStylesBibliography(self._style, source, _Formatter)
            cites = [self._citeproc.CitationItem(f"i{n}") for n in range(len(items))]
            bibliography.register(self._citeproc.Citation(cites))
        except Exception as error:
            return Rendered(None, (_failed(error),))
        return bibliography

    def _cited(self, bibliography: Any, cluster: Sequence[Cite], other: int) -> object:
        cites = []
        for cite in cluster:
            key = f"i{cite.item}"
            extra = {"locator": self._citeproc.Locator(cite.label, cite.locator)} if cite.locator else {}
            extra |= {
                key: text.replace("<", _LESS)
                for key, text in (("prefix", f"{cite.prefix} "), ("suffix", cite.suffix))
                if text.strip()
            }
            cites.append(self._citeproc.CitationItem(key, **extra))
            if cite.position is not None:
                past = [] if cite.position == "first" else [self._past(key)]
                if cite.position == "subsequent":
                    past.append(self._past(f"i{other}"))
                bibliography._cites[:] = past
        citation = self._citeproc.Citation(cites)
        bibliography.register(citation)
        return bibliography.cite(citation, _unknown)

    def _begun(self, note: Rendered) -> Rendered:
        """Capitalize ``ibid.`` where it begins a note, as CSL processors are to."""
        text = list(note.text or ())
        for n, token in enumerate(text):
            if isinstance(token, str):
                if self._ibid and token.startswith(self._ibid):
                    text[n] = token[:1].upper() + token[1:]
                    return replace(note, text=text)
                break
        return note

    def _past(self, key: str) -> Any:
        """Return an item as if it had been cited before."""
        item = self._citeproc.CitationItem(key)
        self._citeproc.Citation([item])
        return item

    def _read(self, text: object) -> Rich | None:
        """Turn citeproc-py's string, with our marks in it, into rich text; None where nothing was printed."""
        if text is None:
            return None
        rich = tidied(_tokens(self._quoted(str(text))))
        return rich if any(char.isalnum() for char in plain(rich)) else None

    def _quoted(self, text: str) -> str:
        """Set quotation marks: outer and inner in turn, and points and commas inside where the locale wants them so."""
        text = _QUOTED.sub(_inner_quotes, text)
        if self._inside:
            text = _QUOTED_STOP.sub(_stop_inside, text)
        out: list[str] = []
        depth = 0
        for char in text:
            if char == _UNQUOTE:
                depth = max(0, depth - 1)
            if char in (_QUOTE, _UNQUOTE):
                out.append(self._quotes[(char == _UNQUOTE) + 2 * (depth % 2)])
            else:
                out.append(char)
            if char == _QUOTE:
                depth += 1
        return "".join(out)


_QUOTED_STOP = re.compile(f"(.?)([{_CLOSE}{_UNQUOTE}]*{_UNQUOTE}{_CLOSE}*)([.,])", re.DOTALL)


_QUOTED = re.compile(f"(?<={_QUOTE})[^{_QUOTE}{_UNQUOTE}]*(?={_UNQUOTE})")
_QUOTATION = re.compile('“([^“”]*)”|"([^"]*)"')


def _inner_quotes(match: re.Match[str]) -> str:
    """Make quotation marks of a title that stands between quotation marks inner ones."""
    return _QUOTATION.sub(lambda found: f"{_QUOTE}{found[1] or found[2] or ''}{_UNQUOTE}", match[0])


def _stop_inside(match: re.Match[str]) -> str:
    last, marks, stop = match.groups()
    doubled = last == stop or (stop == "." and last in ("!", "?"))
    return f"{last}{'' if doubled else stop}{marks}"


def _respect_initialize(root: Any) -> None:
    """Say ``initialize-with`` only of names that are to be initialised: citeproc-py does not know ``initialize``."""
    mark, wanted = root.attrib.pop("initialize-with", None), root.get("initialize", "true")
    for names in root.iter(f"{_CSL}names"):
        in_substitute = names.getparent().tag == f"{_CSL}substitute"
        if mark is not None and not in_substitute and names.find(f"{_CSL}name") is None:
            names.insert(0, names.makeelement(f"{_CSL}name"))
    for name in root.iter(f"{_CSL}name"):
        if name.get("initialize", wanted) == "false":
            name.attrib.pop("initialize-with", None)
        elif mark is not None and name.get("initialize-with") is None:
            name.set("initialize-with", mark)


class _Look:
    """A look as citeproc-py's formatters have it: called with text, it returns the text so marked."""

    def __init__(self, mark: str) -> None:
        self.mark = mark

    def __call__(self, text: object) -> Any:
        from citeproc.string import String

        return String(f"{self.mark}{text}{_CLOSE}")


class _Formatter:
    """A formatter for citeproc-py that marks instead of writing."""

    Italic = Oblique = _Look("\ufdd0")
    Bold = _Look("\ufdd1")
    Light = str
    Underline = _Look("\ufdd2")
    Superscript = _Look("\ufdd4")
    Subscript = _Look("\ufdd5")
    SmallCaps = _Look("\ufdd3")

    @staticmethod
    def preformat(text: object) -> str:
        return str(text)


def _entry(bibliography: Any) -> object:
    return next(iter(bibliography.bibliography()), None)


def _unknown(item: object) -> str:
    return ""


def _tokens(text: str) -> Rich:
    """Read our marks back."""
    out: list[csl.Token] = []
    depth = start = 0
    for i, char in enumerate(text):
        if char in _OPEN or char == _CLOSE:
            out.append(text[start:i].replace(_LESS, "<"))
            start = i + 1
            if char in _OPEN:
                depth += 1
                out.append(_OPEN[char])
            elif depth:
                depth -= 1
                out.append(csl.CLOSE)
    out.append(text[start:].replace(_LESS, "<"))
    out += [csl.CLOSE] * depth
    return csl.linked([token for token in out if token != ""], _LINK, _UNLINK)


@contextlib.contextmanager
def _mended(macros: Mapping[str, Any]) -> Iterator[None]:
    """Mend three methods of citeproc-py while we render, and leave them as they were.

    It looks for a macro with XPath at every call, which took half the time of rendering; and of what was printed in
    place of a name it remembers bare variables only, so that a *macro* printed the title a second time; and it fails
    where a part of a name is to begin with a capital.
    """
    from citeproc.model import CitationStylesElement, Substitute, TextCased
    from citeproc.string import String

    get_macro, remember, case = CitationStylesElement.get_macro, Substitute.add_to_repressed_list, TextCased.case

    def case_of_names_too(self: Any, text: Any, language: str | None = None) -> Any:
        return case(self, String(text) if type(text) is str else text, language)

    def remember_titles(self: Any, child: Any, context: Any) -> None:
        remember(self, child, context)
        if child.get("macro") and _prints_title(macros, child.get("macro")):
            context.get_layout().repressed.setdefault(child.tag, []).append("title")

    CitationStylesElement.get_macro = lambda self, name: macros[name]
    Substitute.add_to_repressed_list = remember_titles
    TextCased.case = case_of_names_too
    try:
        yield
    finally:
        CitationStylesElement.get_macro, Substitute.add_to_repressed_list = get_macro, remember
        TextCased.case = case


def _prints_title(macros: Mapping[str, Any], macro: str) -> bool:
    """Whether *macro*, or a macro it calls, may print the title. `sound` has made sure that there is no circle."""
    return any(
        text.get("variable") == "title" or (text.get("macro") and _prints_title(macros, text.get("macro")))
        for text in macros[macro].iter(f"{_CSL}text")
    )


@contextlib.contextmanager
def _quiet() -> Iterator[list[str]]:
    """Gather what citeproc-py warns or prints; the list is complete when the block is left."""
    heard: list[str] = []
    out = io.StringIO()
    with warnings.catch_warnings(record=True) as caught, contextlib.redirect_stdout(out):
        warnings.simplefilter("always")
        with contextlib.redirect_stderr(out):
            yield heard
    # It says "unsupported" of every variable it has no special treatment for, and prints them all the same.
    said = [str(warning.message) for warning in caught if "are unsupported" not in str(warning.message)]
    heard += dict.fromkeys(
        line.strip() for text in (*said, out.getvalue()) for line in text.splitlines() if line.strip()
    )


def _failed(error: Exception) -> str:
    return f"citeproc-py failed on this record: {_brief(error)}"


def _brief(error: Exception) -> str:
    said = " ".join(str(error).split())[:200]
    return f"{type(error).__name__}: {said}" if said else type(error).__name__


def _spell_out(source: Any) -> None:
    """Put long words for the short ones of a locale that would be `MISTAKEN`: citeproc-py itself falls back to none."""
    terms = [term for term in source.iter(f"{_CSL}term") if term.get("name") in MISTAKEN]
    long = {term.get("name"): term for term in terms if term.get("form", "long") == "long"}
    for term in terms:
        if term.get("form") == "short" and (said := long.get(term.get("name"))) is not None:
            term.text = said.text
            term[:] = copy.deepcopy(list(said))


def _default_locale(text: bytes) -> str | None:
    from lxml import etree

    found = etree.fromstring(text, etree.XMLParser(resolve_entities=False, no_network=True)).get("default-locale")
    return str(found) if found else None
