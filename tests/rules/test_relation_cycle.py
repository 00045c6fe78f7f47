"""Cycles of relations are found in any graph, and chains cost nothing."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from provcheck.model.context import Context
from provcheck.model.record import Record, Relation, Text
from provcheck.records import library
from provcheck.rules import relation_cycle

Graph = dict[str, set[str]]

GRAPHS = st.dictionaries(st.sampled_from("abcdefg"), st.sets(st.sampled_from("abcdefg"), max_size=3), max_size=7)


def reported(graph: Graph) -> set[str]:
    records = [
        Record(id=Text(own, ("id",)), relations=tuple(Relation((), "reply-to", Text(to, ())) for to in sorted(others)))
        for own, others in graph.items()
    ]
    context = Context(date(2026, 1, 1), library(records))
    found = set()
    for record in records:
        assert record.id is not None
        if any("leads back" in problem.message for problem in relation_cycle.check(record, context)):
            found.add(record.id.text)
    return found


def reached(graph: Graph, start: str) -> set[str]:
    """Return what a walk of two steps and more leads to."""
    found: set[str] = set()
    ahead = [onward for to in graph.get(start, ()) if to != start for onward in graph.get(to, ())]
    while ahead:
        step = ahead.pop()
        if step not in found:
            found.add(step)
            ahead += graph.get(step, ())
    return found


@given(GRAPHS)
def test_whoever_is_reported_is_on_a_cycle_and_no_graph_with_one_is_silent(graph: Graph) -> None:
    # two records that point at each other, or one at itself, are told by other words
    graph = {
        own: {to for to in others if own < to or own not in graph.get(to, ())} - {own} for own, others in graph.items()
    }
    on_cycles = {own for own in graph if own in reached(graph, own)}
    found = reported(graph)
    assert found <= on_cycles
    assert bool(found) == bool(on_cycles)


def test_a_long_chain_has_none() -> None:
    assert not reported({str(number): {str(number + 1)} for number in range(3000)})
