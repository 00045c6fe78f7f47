"""Both JSON Schema engines over the same thousand records, one in ten broken: seconds, and their ratio.

Run: ``python benchmarks/schema_engines.py [RECORDS]``
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any

from provcheck.schema import EngineName, check_data

ENGINES: tuple[EngineName, ...] = ("fast", "reference")


def records(count: int) -> list[dict[str, Any]]:
    """Return *count* records such as a digital archive has them; every tenth has a slip."""
    made = []
    for number in range(count):
        source = {"archive": "RGASPI", "fond": "558", "opis": "11", "delo": str(number), "list": "105-106"}
        record: dict[str, Any] = {
            "id": str(number),
            "title": {"en": f"Letter no. {number}", "ru": f"Письмо № {number}"},
            "type": "letter",
            "date": "1950-10-03",
            "language": ["ru"],
            "sources": [source, f"APRF, f. 45, op. 1, d. {number}, ll. 105-106"],
            "people": {"sender": "Roshchin", "recipient": {"name": "Stalin", "as": "Filippov"}},
            "translators": ["Kathryn Weathersby"],
            "rights": {"statement": "Reuse is welcome.", "contact": "archive@example.org"},
            "published": [{"in": "A digital archive", "id": str(number), "date": "2011-11-20"}],
        }
        if number % 10 == 0:
            source["dello"] = source.pop("delo")
            record["title"] = ["wrong"]
        made.append(record)
    return made


def seconds(work: Callable[[], object]) -> float:
    """Return the best of three runs."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    data = records(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
    took, found = {}, {}
    for engine in ENGINES:

        def work(engine: EngineName = engine) -> int:
            return sum(1 for one in data for _ in check_data(one, "record", engine=engine))

        found[engine] = work()  # compiles the schema, which is not what we measure
        took[engine] = seconds(work)
        print(f"{engine:9}  {took[engine]:.4f} s  {len(data) / took[engine]:>8.0f} records/s  {found[engine]} problems")
    assert found["fast"] == found["reference"], found
    print(f"ratio      {took['reference'] / took['fast']:.1f}")


if __name__ == "__main__":
    main()
