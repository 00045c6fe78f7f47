"""cs:date, compiled: localized and other formats, ranges, seasons, years before Christ, year-suffixes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from provcheck.csl.dates import Date, Day
from provcheck.csl.finish import FORMATTING, Finish, finisher
from provcheck.csl.locale import Locale
from provcheck.csl.scope import Context, Render, Scope, missing
from provcheck.csl.tree import Node, Piece, affixed, joined, one
from provcheck.csl.xml import Element

_ORDER = ("year", "month", "day")


class Part:
    """A cs:date-part, ready: what it shows of a day, finished without its affixes."""

    def __init__(self, element: Element, scope: Scope) -> None:
        self.name = element.get("name")
        self.delimiter = element.get("range-delimiter") or "–"
        self.prefix, self.suffix = element.get("prefix"), element.get("suffix")
        bare = {k: v for k, v in element.attributes.items() if k not in ("prefix", "suffix")}
        self.finish: Finish = finisher(replace(element, attributes=bare), scope)
        self.shows: Callable[[Day, Date], str] = _SHOWS[self.name](element.get("form"), scope.locale)


def date(element: Element, scope: Scope) -> Render:
    """Compile cs:date."""
    variable = element.get("variable")
    if variable not in scope.kind.has:
        return missing
    finish = finisher(element, scope)
    own = [child for child in element.children if child.name == "date-part" and child.get("name") in _SHOWS]
    form = element.get("form")
    delimiter = element.get("delimiter")
    if form:
        localized = scope.locale.dates.get(form)
        wanted = element.get("date-parts", "year-month-day").split("-")
        overrides = {child.get("name"): child.attributes for child in own}
        base = [child for child in localized.children if child.name == "date-part"] if localized else []
        elements = [
            replace(child, attributes={**child.attributes, **_without_affixes(overrides.get(child.get("name"), {}))})
            for child in base
            if child.get("name") in wanted
        ]
        delimiter = localized.get("delimiter") if localized else ""
        # With citeproc-js, a localized date has the looks that the locale gives its parts, and no others.
        element = replace(element, attributes={k: v for k, v in element.attributes.items() if k not in FORMATTING})
        finish = finisher(element, scope)
        if localized and localized.get("text-case") and not element.get("text-case"):
            case = {**element.attributes, "text-case": localized.get("text-case")}
            finish = finisher(replace(element, attributes=case), scope)
    else:
        elements = own
    parts = [Part(child, scope) for child in elements]
    if scope.sorting is not None:
        return _sorted(variable, {part.name for part in parts})

    year = next((part for part in parts if part.name == "year"), None)

    def literal(text: str) -> Sequence[Piece]:
        """Return what was typed instead of a date, where the year would be, without what a locale adds to years."""
        if year is None:
            return ()
        shown = year.finish((text,))
        return (shown,) if form else (affixed(shown, year.prefix, year.suffix),)

    is_access = variable == "accessed"

    def render(ctx: Context, out: list[Piece]) -> None:
        ctx.called = True
        found = ctx.item.date(variable)
        if found is None or variable in ctx.suppressed or (is_access and ctx.looking):
            return
        if found.literal:
            pieces: Sequence[Piece] = literal(found.literal)
        else:
            pieces = _dated(ctx, found, parts, delimiter, scope.explicit_suffix)
        if pieces:
            ctx.filled = True
            if ctx.used is not None:
                ctx.used.append(variable)
            out.append(finish((Node(pieces, role="date"),)))

    scope.settled.add(render)
    return render


def _without_affixes(attributes: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in attributes.items() if name not in ("prefix", "suffix", "name")}


def _dated(ctx: Context, found: Date, parts: Sequence[Part], delimiter: str, explicit: bool) -> Sequence[Piece]:
    """Return a date or range in *parts*."""
    start, end = found.start, found.end
    if start is None:
        season = [p for p in parts if p.name == "month"]
        start, parts = Day(0), season
    if end is None or end == start:
        return joined(_shown(ctx, found, start, parts, explicit), delimiter)
    parts = [part for part in parts if part.shows(start, found) or (end.year and part.shows(end, found))]
    names = {part.name for part in parts}
    if end.year == 0:
        open_ = _shown(ctx, found, start, parts, explicit, closing=False)
        year = next((part for part in parts if part.name == "year"), None)
        return (*joined(open_, delimiter), year.delimiter if year else "–", parts[-1].suffix if parts else "")
    differing = next((name for name in _ORDER if name in names and getattr(start, name) != getattr(end, name)), None)
    if differing is None:
        return joined(_shown(ctx, found, start, parts, explicit), delimiter)
    within = _ORDER[_ORDER.index(differing) :]
    span = [n for n, part in enumerate(parts) if part.name in within]
    first, last = span[0], span[-1] + 1
    between = next(part.delimiter for part in parts if part.name == differing)
    before = _shown(ctx, found, start, parts[first:last], True, closing=False)
    after = _shown(ctx, found, end, parts[first:last], explicit, opening=False)
    if not before or not after:
        return joined(_shown(ctx, found, start if before else end, parts, explicit), delimiter)
    middle = one([*joined(before, delimiter), between, *joined(after, delimiter)])
    around = (
        *_shown(ctx, found, start, parts[:first], explicit),
        middle,
        *_shown(ctx, found, end, parts[last:], explicit),
    )
    return joined(around, delimiter)


def _shown(
    ctx: Context,
    found: Date,
    day: Day,
    parts: Sequence[Part],
    explicit: bool,
    *,
    opening: bool = True,
    closing: bool = True,
) -> list[Piece]:
    """Return each of *parts* of *day*; the outermost affixes are left out where a range is joined."""
    out: list[Piece] = []
    for n, part in enumerate(parts):
        text = part.shows(day, found)
        if not text:
            continue
        pieces: list[Piece] = [part.finish((text,))]
        if part.name == "year":
            pieces = [Node(pieces, role="year")]
            if ctx.hints.year_suffix and not explicit and not ctx.suffix_done:
                ctx.suffix_done = True
                pieces.append(Node((ctx.hints.year_suffix,), role="year-suffix"))
        prefix = part.prefix if opening or n else ""
        suffix = part.suffix if closing or n < len(parts) - 1 else ""
        if part.name == "month" and not 0 < day.month < 13 and suffix.isalnum():
            suffix = ""  # 3月, but 春
        out.append(affixed(one(pieces), prefix, suffix) if prefix or suffix else one(pieces))
    return out


def _year(form: str, locale: Locale) -> Callable[[Day, Date], str]:
    bc, ad = locale.term("bc"), locale.term("ad")

    def shows(day: Day, found: Date) -> str:
        year = day.year
        if year == 0:
            return ""
        if year < 1000 and day is found.start and found.end and year * found.end.year > 0 and year != found.end.year:
            return str(abs(year))  # 50–40 BC
        if year < 0:
            return f"{-year}{bc}"
        if form == "short" and year > 999:
            return f"{year % 100:02}"
        return f"{year}{ad}" if year < 1000 else str(year)

    return shows


def _month(form: str, locale: Locale) -> Callable[[Day, Date], str]:
    terms = {n: locale.term(f"month-{n:02}", form or "long") for n in range(1, 13)}
    seasons = {n: locale.term(f"season-{n:02}") for n in range(1, 5)}

    def shows(day: Day, found: Date) -> str:
        month = day.month
        if not month:
            return found.season_text or seasons.get(found.season, "")
        if month > 20:
            return seasons[month - 20]
        if month > 16:
            return seasons[month - 16]
        if month > 12:
            return seasons[month - 12]
        if form == "numeric":
            return str(month)
        return f"{month:02}" if form == "numeric-leading-zeros" else terms[month]

    return shows


def _day(form: str, locale: Locale) -> Callable[[Day, Date], str]:
    limited = locale.options.get("limit-day-ordinals-to-day-1") == "true"
    genders = {n: locale.gender(f"month-{n:02}") for n in range(1, 13)}

    def shows(day: Day, found: Date) -> str:
        if not day.day:
            return ""
        if form == "ordinal" and not (limited and day.day > 1):
            return locale.ordinal(day.day, genders.get(day.month, ""))
        return f"{day.day:02}" if form == "numeric-leading-zeros" else str(day.day)

    return shows


_SHOWS: dict[str, Callable[[str, Locale], Callable[[Day, Date], str]]] = {"year": _year, "month": _month, "day": _day}


def _sorted(variable: str, names: set[str]) -> Render:
    def render(ctx: Context, out: list[Piece]) -> None:
        ctx.called = True
        found = ctx.item.date(variable)
        if found is not None and variable not in ctx.suppressed:
            ctx.filled = True
            out.append(Node((sort_key(found, names),), role="date"))

    return render


def sort_key(found: Date, names: set[str] | None = None) -> str:
    """Return *found* as text that sorts as dates do; only the parts in *names*, if given."""

    def key(day: Day) -> str:
        month = day.month if day.month <= 12 else 0
        year = day.year if names is None or "year" in names else 0
        month = month if names is None or "month" in names else 0
        number = day.day if names is None or "day" in names else 0
        # Years before Christ count down from a great number, so that they sort inversely and first.
        return f"{'0' if year < 0 else '1'}{year + 100000 if year < 0 else year:06}{month:02}{number:02}"

    return "" if found.start is None else key(found.start) + key(found.end or Day(0))
