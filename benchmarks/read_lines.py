"""How fast source lines are read: lines a second on one core, and whether time grows in step with length.

usage: python benchmarks/read_lines.py [LINES.jsonl]     (JSON Lines with a "text"; without it, made-up lines)
"""

from __future__ import annotations

import gc
import json
import shlex
import sys
import time
from collections.abc import Callable
from pathlib import Path

from provcheck.archives import read_line

MADE_UP = [
    "APRF, f. 45, op. 1, d. 334, ll. 105-106, and RGASPI, f. 558, op. 11, d. 334, ll. 105-106. Translated by Jane Doe.",
    "АП РФ. Ф. 3. Оп. 66. Д. 12. Л. 5–7 об.",
    "RGASPI 17/3/1050, 5–7.",
    "Jane Doe, A History of Archives (London: Penguin, 1999), pp. 12-14.",
    "TNA, FO 371/99210, p. 7; CAB 128/12.",
    "Smith to Jones, May 4, 1950, NARA, RG 59, CDF 1950–1954, 611.93/5–450.",
]
PROSE = [
    "The two men met again in the spring, and neither of them spoke of what had happened on the bridge that night.",
    "In der Stadt war es still geworden; nur vom Bahnhof her hörte man noch bis in den Morgen hinein die Züge.",
    "Он долго молчал, потом встал и подошёл к окну, за которым уже второй день подряд шёл мелкий дождь.",
]
SECONDS = 6.0


def rates(lines: list[str], *reads: Callable[[str], object]) -> list[float]:
    """Return for each of *reads* its lines a second of processor time, in the best of many rounds.

    Others on the machine only take away. The rounds take turns, so that all have the same of it.
    """
    best, start = [float("inf")] * len(reads), time.process_time()
    rounds = [line for _ in range(1 + 500 // len(lines)) for line in lines]
    while time.process_time() - start < SECONDS:
        for place, read in enumerate(reads):
            before = time.process_time()
            for line in rounds:
                read(line)
            best[place] = min(best[place], time.process_time() - before)
    return [len(rounds) / seconds for seconds in best]


def cut(line: str) -> list[str]:
    """Cut *line* as a shell would, letter by letter: plain Python of the standard library, for comparison."""
    lexer = shlex.shlex(line, punctuation_chars=True)
    lexer.quotes = lexer.commenters = ""
    return list(lexer)


def main() -> None:
    gc.set_threshold(400_000, 50, 100)  # as the command line does
    lines = MADE_UP
    if len(sys.argv) > 1:
        rows = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
        lines = [json.loads(row)["text"] for row in rows]
    mean = sum(map(len, lines)) / len(lines)
    ours, shlexed = rates(lines, read_line, cut)
    print(f"{ours:,.0f} lines/s of {mean:.0f} characters on average ({len(lines)} different lines)")
    print(f"{shlexed / ours:.1f} times as long as shlex takes to cut them into words")
    (ours,) = rates(PROSE, read_line)
    print(f"{ours:,.0f} lines/s of running text, {sum(map(len, PROSE)) / len(PROSE):.0f} characters on average")
    for count in (10, 20, 40):
        long = "; ".join(MADE_UP[:2] * count)
        start = time.process_time()
        read_line(long)
        print(f"one line of {len(long):,} characters: {1000 * (time.process_time() - start):.1f} ms")


if __name__ == "__main__":
    main()
