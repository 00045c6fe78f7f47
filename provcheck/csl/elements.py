"""The rendering elements, compiled into closures: their dispatch, macros, cs:group and cs:choose.

Each closure appends what it prints to a list, one piece for each element, so that cs:group can put delimiters between.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from provcheck.csl.conditions import Test, condition
from provcheck.csl.dating import date
from provcheck.csl.errors import CslError
from provcheck.csl.figures import label, number
from provcheck.csl.finish import Finish, finisher
from provcheck.csl.kinds import Questions
from provcheck.csl.names import names
from provcheck.csl.scope import Context, Render, Scope, missing, nothing
from provcheck.csl.style import ALTERNATIVES
from provcheck.csl.texts import text
from provcheck.csl.tree import Format, Node, Piece, boxed, grouped, nodes, one
from provcheck.csl.xml import Element


def body(element: Element, scope: Scope) -> Render:
    """Compile the children of *element*."""
    renders = _children(element, scope)
    if len(renders) < 2:
        return renders[0] if renders else nothing

    def render(ctx: Context, out: list[Piece]) -> None:
        for each in renders:
            each(ctx, out)

    return render


def _children(element: Element, scope: Scope) -> list[Render]:
    """Compile the children of *element* that have anything to say; that variables are missing need be said once."""
    renders: list[Render] = []
    for child in element.children:
        run = label(child, scope, element.children) if child.name == "label" else build(child, scope)
        if run is not nothing and not (run is missing and missing in renders):
            renders.append(run)
    return renders


def build(element: Element, scope: Scope) -> Render:
    """Compile a rendering element; an unknown one prints nothing."""
    if element.name == "text" and "macro" in element.attributes:
        if "text-case" in element.attributes:
            # citeproc-js takes no notice of a text-case on a macro's call, and two hundred styles are written so.
            bare = {name: value for name, value in element.attributes.items() if name != "text-case"}
            element = replace(element, attributes=bare)
        return _group(element, scope, macro(element.get("macro"), scope, element.line))
    builder = _BUILDERS.get(element.name)
    return builder(element, scope) if builder else nothing


def macro(name: str, scope: Scope, line: int = 0) -> Render:
    """Compile a macro, once for all kinds of items that are the same to it."""
    element = scope.style.macros.get(name)
    if element is None:
        raise CslError(f"no macro {name!r}", line)
    questions = scope.questions.get(name)
    if questions is None:
        questions = scope.questions[name] = Questions.of(scope.style.within(element))
    kind = questions.narrowed(scope.kind)
    found = scope.macros.get((name, kind))
    if found is None:
        found = body(element, scope.within().of(kind))
        if scope.sorting is not None and any(each.name == "date" for each in element.all()):
            found = _dates_only(found)
        scope.macros[name, kind] = found
    return found


def _dates_only(run: Render) -> Render:
    """Compile a macro that a key sorts by: of one with a date citeproc-js takes the date alone."""

    def render(ctx: Context, out: list[Piece]) -> None:
        pieces: list[Piece] = []
        run(ctx, pieces)
        out += nodes(pieces, "date")

    return render


def _group(element: Element, scope: Scope, run: Render | None = None) -> Render:
    """Compile cs:group, or a call of the macro *run*: both print nothing where all their variables are empty."""
    renders = [run] if run else _children(element, scope.within())
    only = renders[0] if len(renders) == 1 else None
    if not renders or only is nothing or only is missing:
        return only or nothing
    delimiter = "" if run else element.get("delimiter")
    finish = finisher(element, scope)
    is_box = finish is one
    if delimiter:
        finish = partial(grouped, delimiter=delimiter) if is_box else finisher(element, scope, "", delimiter)
    display = element.get("display") if scope.makes_blocks else ""
    block = Node((), Format(display=display)) if display else None
    if only in scope.settled and block is None:
        known = scope.groups if delimiter else scope.boxes
        if is_box and (only in known or scope.sorting is not None):
            return only
        wrap = boxed if finish is one else partial(_finished, finish, run is not None)
        return _known(_around(only, wrap), scope, is_box, bool(delimiter))

    def render(ctx: Context, out: list[Piece]) -> None:
        called, filled = ctx.called, ctx.filled
        ctx.called = ctx.filled = False
        pieces: list[Piece] = []
        for each in renders:
            each(ctx, pieces)
        if ctx.filled or (pieces and not ctx.called):
            if pieces and finish is one:
                out.append(boxed(one(pieces)))
            elif pieces:
                inner = run or (len(pieces) == 1 and isinstance(pieces[0], str))
                out.append(finish((grouped(pieces),) if inner else pieces))
            ctx.called = ctx.filled = True
        else:
            ctx.called, ctx.filled = called or ctx.called, filled
            if block is not None:
                out.append(block)

    return _known(render, scope, is_box, bool(delimiter))


def _known(render: Render, scope: Scope, is_box: bool, is_group: bool) -> Render:
    """Remember what *render*, that of a group, is to groups around it."""
    scope.settled.add(render)
    if is_box:
        scope.boxes.add(render)
        if is_group:
            scope.groups.add(render)
    return render


def _finished(finish: Finish, is_macro: bool, piece: Piece) -> Piece:
    """Return *piece*, which is all that a group or a macro prints, *finish*ed; it is the group that is, not a text."""
    return finish((grouped((piece,)),) if is_macro or isinstance(piece, str) else (piece,))


def _around(run: Render, wrap: Callable[[Piece], Piece]) -> Render:
    """Compile a group around *run* alone, which says itself whether it prints: where punctuation meets, it matters."""

    def render(ctx: Context, out: list[Piece]) -> None:
        start = len(out)
        run(ctx, out)
        if len(out) > start:
            out[start] = wrap(out[start])

    return render


def _choose(element: Element, scope: Scope) -> Render:
    """Compile cs:choose: the branches that are still open for the kind of items."""
    branches: list[tuple[Test, Render]] = []
    otherwise: Render = nothing
    for child in element.children:
        if child.name not in ("if", "else-if", "else"):
            continue
        test = child.name == "else" or condition(child, scope)
        if test is True:
            otherwise = body(child, scope)
            break
        if test is not False:
            branches.append((test, body(child, scope)))
    if not branches:
        return otherwise

    def render(ctx: Context, out: list[Piece]) -> None:
        for test, run in branches:
            if test(ctx):
                run(ctx, out)
                return
        otherwise(ctx, out)

    return render


def _alternatives(element: Element, scope: Scope) -> Render:
    """Compile what cs:choose chooses in cs:substitute: the first that prints anything is all that is printed."""
    renders = _children(element, scope)

    def render(ctx: Context, out: list[Piece]) -> None:
        start, named = len(out), ctx.names_node
        for each in renders:
            each(ctx, out)
            if len(out) > start or ctx.names_node is not named:
                return

    return render


_BUILDERS: dict[str, Callable[[Element, Scope], Render]] = {
    "text": text,
    "number": number,
    "label": label,
    "date": date,
    "names": names,
    "group": _group,
    "choose": _choose,
    ALTERNATIVES: _alternatives,
}
