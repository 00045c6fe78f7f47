"""cs:names, compiled: name lists, "et al.", labels, substitutes."""

from __future__ import annotations

from collections.abc import Sequence

from provcheck.csl.finish import finisher, format_of
from provcheck.csl.name_forms import NameForm, NameOptions
from provcheck.csl.people import Name
from provcheck.csl.scope import Context, Render, Scope, Shown, missing, nothing
from provcheck.csl.tree import Node, Piece, affixed, one, plain
from provcheck.csl.xml import Element


def names(element: Element, scope: Scope) -> Render:
    """Compile cs:names."""
    variables = [name for name in element.get("variable").split() if name in scope.kind.has]
    substitutes = _substitutes(element, scope)
    lister = NameList(element, scope)
    counting = lister.options.form == "count"
    counts_none = counting and scope.sorting is not None
    if not variables and not substitutes and not counts_none:
        return missing
    finish = finisher(element, scope, "names", element.get("delimiter") or scope.inherited.get("names-delimiter", ""))
    label_element = element.child("label")
    labels = _labels(element, label_element, scope)
    label_first = label_element is not None and _stands_before(element, "label", "name")
    may_merge = labels is None or bool(_editor_and_translator(scope, "long"))

    def render(ctx: Context, out: list[Piece]) -> None:
        ctx.called = True
        found = [(v, ctx.item.names(v)) for v in variables if v not in ctx.suppressed]
        found = [pair for pair in found if pair[1] and not (ctx.used and pair[0] in ctx.used)]
        if may_merge:
            found = _both_editor_and_translator(found)
        if not found:
            start = len(out)
            _substituted(ctx, out)
            if counts_none and len(out) == start:
                ctx.filled = True
                out.append("0")
            return
        ctx.filled = True
        if ctx.used is not None:
            ctx.used += [v for v, _ in found]
        if ctx.hide_names and ctx.names_node is None:
            ctx.names_node = Node((), role="names", value=found)
            return
        if counting:
            out.append(str(sum(lister.count(ctx, people) for _, people in found)))
            return
        lists = []
        for variable, people in found:
            written = lister.write(ctx, people)
            if not written:
                continue
            pieces: Sequence[Piece] = (Node(written, role="name-list"),)
            if labels is not None:
                label: list[Piece] = []
                labels(ctx, variable, len(people) > 1, label)
                pieces = [*label, *pieces] if label_first else [*pieces, *label]
            lists.append(one(pieces))
        if not lists:
            return
        start = len(out)
        out.append(finish(lists))
        _remember(ctx, out, start)

    def _substituted(ctx: Context, out: list[Piece]) -> None:
        outer, first = ctx.used, ctx.names_node
        for substitute, is_term in substitutes:
            ctx.used = []
            pieces: list[Piece] = []
            substitute(ctx, pieces)
            if pieces or is_term or (first is None and ctx.names_node is not None):
                ctx.suppressed |= set(ctx.used)
                if outer is not None:
                    outer += ctx.used
                ctx.used = outer
                if first is None and ctx.names_node is None:
                    node = Node(pieces, role="names", value=plain(pieces))
                    ctx.names_node = node
                    if not ctx.hide_names:
                        out.append(node)
                else:
                    out.append(one(pieces)) if pieces else None
                return
        ctx.used = outer

    return render


def _remember(ctx: Context, out: list[Piece], start: int) -> None:
    """Keep the first names printed."""
    if ctx.names_node is None:
        node = out[start]
        assert isinstance(node, Node)
        found = node if node.role == "names" else next(c for c in node.children if isinstance(c, Node))
        ctx.names_node = found


def _editor_and_translator(scope: Scope, form: str, many: bool = False) -> str:
    """Return the term for one who is both; CSL 1.0.1 wrote it without a hyphen."""
    known = scope.locale.find("editortranslator", form) is not None
    return scope.locale.term("editortranslator" if known else "editor-translator", form, many)


def _both_editor_and_translator(found: list[tuple[str, tuple[Name, ...]]]) -> list[tuple[str, tuple[Name, ...]]]:
    """Make one of editor and translator where they are the same people."""
    if len(found) == 2 and {found[0][0], found[1][0]} == {"editor", "translator"} and found[0][1] == found[1][1]:
        return [("editortranslator", found[0][1])]
    return found


def _stands_before(element: Element, first: str, second: str) -> bool:
    order = [child.name for child in element.children]
    return second in order and order.index(first) < order.index(second)


def _labels(element: Element, label: Element | None, scope: Scope):  # type: ignore[no-untyped-def]
    if label is None or scope.sorting is not None:
        return None
    finish = finisher(label, scope)
    form = label.get("form", "long")
    plural = label.get("plural", "contextual")
    locale = scope.locale

    def write(ctx: Context, variable: str, many: bool, out: list[Piece]) -> None:
        many = many if plural == "contextual" else plural == "always"
        both = variable == "editortranslator"
        term = _editor_and_translator(scope, form, many) if both else locale.term(variable, form, many)
        if term:
            out.append(finish((term,)))

    return write


def _substitutes(element: Element, scope: Scope) -> Sequence[tuple[Render, bool]]:
    """Compile what stands in for missing names; a term that the locale has does so even if it is empty."""
    out = []
    substitute = element.child("substitute")
    for child in substitute.children if substitute else ():
        run = scope.build(child, scope.within())
        is_term = child.name == "text" and scope.locale.find(child.get("term"), child.get("form", "long")) is not None
        if is_term or (run is not nothing and run is not missing):
            out.append((run, is_term))
    return out


class NameList:
    """The names of one variable, as cs:name and cs:et-al have it."""

    def __init__(self, element: Element, scope: Scope) -> None:
        name = element.child("name")
        inherited = dict(scope.inherited)
        attributes = {k: v for k, v in inherited.items() if k not in ("name-form", "name-delimiter", "names-delimiter")}
        if "name-form" in inherited:
            attributes["form"] = inherited["name-form"]
        if "name-delimiter" in inherited:
            attributes["delimiter"] = inherited["name-delimiter"]
        if name is not None:
            attributes |= name.attributes
        self.sorting = scope.sorting is not None
        self.is_bibliography = scope.is_bibliography
        if scope.sorting is not None:
            attributes["name-as-sort-order"] = "all"
            for key, option in _SORT_OPTIONS.items():
                if key in scope.sorting:
                    attributes[option] = attributes[_SUBSEQUENT.get(option, option)] = scope.sorting[key]
        rule = scope.style.citation.get("givenname-disambiguation-rule")
        self.options = options = NameOptions.of(attributes, rule.endswith("-with-initials"))
        self.form = NameForm(name, options, scope)
        rule = inherited.get("delimiter-precedes-last", "contextual")
        own = name.get("delimiter") if name else ""
        self.before_institution = ("contextual" if rule == "after-inverted-name" else rule, own or ", ")
        """The rule and delimiter before an institution that is last: citeproc-js knows not all that cs:name says."""
        et_al = element.child("et-al")
        term = scope.locale.term((et_al.get("term") if et_al else "") or "et-al")
        self.gap = "" if Name(term).is_eastern else " "
        self.et_al: Piece = Node((term,), format_of(et_al), "term") if et_al and term else term
        if options.conjunction:
            self.conjunction = "&" if options.conjunction == "symbol" else scope.locale.term("and")
        else:
            self.conjunction = ""

    def count(self, ctx: Context, people: Sequence[Name]) -> int:
        """Return how many names would be shown."""
        return self._limit(ctx, len(people))

    def _limit(self, ctx: Context, total: int) -> int:
        options = self.options
        later = options.subsequent_use_first if total >= options.subsequent_min > 0 else total
        if "subsequent" in ctx.positions:
            least, first = options.subsequent_min, options.subsequent_use_first
        else:
            least, first = options.et_al_min, options.et_al_use_first
            if not self.is_bibliography:
                first = max(first, later)  # with citeproc-js, a first cite has no fewer names than later ones
        if not least or total < least or first >= total:
            return total
        return min(total, first + ctx.hints.add_names)

    def write(self, ctx: Context, people: tuple[Name, ...]) -> Sequence[Piece]:
        """Return *people* one after another."""
        options = self.options
        total = len(people)
        count = self._limit(ctx, total)
        truncated = count < total
        level = options.level
        levels = ctx.hints.levels
        written = [
            self.form.write(name, max(level, levels.get(name, 0)), self._inverts(n))
            for n, name in enumerate(people[:count])
        ]
        ctx.shown.append(Shown(people, count, level, options.levels))
        if self.sorting:
            if truncated and options.et_al_use_last and total - count >= 2:
                written.append(self.form.write(people[-1], level, True))
            return self._listed(written)
        if truncated:
            return self._truncated(ctx, written, people, count)
        if total == 1 or not self.conjunction:
            return self._listed(written)
        return [*self._listed(written[:-1]), self._before_last(total, people), written[-1]]

    def _listed(self, names: list[Node]) -> Sequence[Piece]:
        """Return *names*, the delimiter after each but the last."""
        for name in names[:-1]:
            name.suffix += self.options.delimiter
        return names

    def _inverts(self, n: int) -> bool:
        return self.options.as_sort_order == "all" or (self.options.as_sort_order == "first" and n == 0)

    def _before_last(self, total: int, people: Sequence[Name]) -> Node:
        rule, delimiter = self.options.precedes_last, self.options.delimiter
        inverted = rule == "after-inverted-name" and self._inverts(total - 2) and not people[-2].literal
        if people[-1].literal:
            rule, delimiter = self.before_institution
        space = " " if _stands_alone(self.conjunction) else ""
        before = delimiter if inverted or _precedes(rule, total - 1) else space
        return Node((self.conjunction,), prefix=before, suffix=space)

    def _truncated(self, ctx: Context, written: list[Node], people: Sequence[Name], count: int) -> Sequence[Piece]:
        options = self.options
        if not count:
            return ()
        if options.et_al_use_last and len(people) - count >= 2:
            last = self.form.write(
                people[-1], max(options.level, ctx.hints.levels.get(people[-1], 0)), self._inverts(2)
            )
            dots = Node(("…",), prefix=options.delimiter if count > 1 else " ", suffix=" ")
            return [*self._listed(written), dots, last]
        names = self._listed(written)
        if not self.et_al:
            return names
        between = options.delimiter if _precedes(options.precedes_et_al, count) else self.gap
        return self.form.around((*names, affixed(self.et_al, between, "")))


def _stands_alone(word: str) -> bool:
    """Whether *word* has spaces around it: East Asian ones have none, and one that ends in a space brings its own."""
    return not (word[-1:].isspace() or Name(word).is_eastern)


def _precedes(rule: str, before: int) -> bool:
    """Whether the delimiter stands after *before* names; "after-inverted-name": with citeproc-js, after the first."""
    if rule == "after-inverted-name":
        return before == 1
    return rule == "always" or (rule == "contextual" and before > 1)


_SORT_OPTIONS = {"names-min": "et-al-min", "names-use-first": "et-al-use-first", "names-use-last": "et-al-use-last"}
_SUBSEQUENT = {"et-al-min": "et-al-subsequent-min", "et-al-use-first": "et-al-subsequent-use-first"}
