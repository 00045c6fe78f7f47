"""How long three small files take, from the shell's return key to the prompt: what a commit hook costs.

    python benchmarks/startup.py [--runs N]

Beside it check-jsonschema checks the same files against the same schema (fields only, without rules), where it is
installed. Runs alternate, so that both meet the same machine; the median counts, and the ratio says more than either.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SCHEMA = Path(__file__).parent.parent / "schemas" / "record.schema.json"
RECORD = """\
id: "{id}"
title: Ciphered Telegram No. {id} from Roshchin in Beijing to Filippov [Stalin]
type: telegram
date: 1950-10-{day:02}
language: ru
people:
  sender: Roshchin
  recipient: {{name: Stalin, as: Filippov}}
sources:
  - {{archive: APRF, fond: "45", opis: "1", delo: "334", list: 105-106}}
  - RGASPI, f. 558, op. 11, d. 334, ll. 105-106
translators: [Kathryn Weathersby]
rights: Reuse is welcome.
"""


ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""An installed package has its byte code, so this checkout must be allowed to write its own."""


def once(command: list[str]) -> float:
    """Return the seconds of one run."""
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=ENVIRONMENT)
    seconds = time.perf_counter() - start
    if done.returncode > 1:
        raise SystemExit(f"{command[0]} failed:\n{done.stdout}{done.stderr}")
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number in range(1, 4):
            path = Path(folder) / f"{number}.yaml"
            path.write_text(RECORD.format(id=number, day=number), encoding="utf-8")
            files.append(str(path))
        commands = {"provcheck validate": [sys.executable, "-m", "provcheck", "validate", *files]}
        other = shutil.which("check-jsonschema", path=str(Path(sys.executable).parent)) or shutil.which(
            "check-jsonschema"
        )
        if other:
            commands["check-jsonschema"] = [other, "--schemafile", str(SCHEMA), *files]
        commands["python -c pass"] = [sys.executable, "-c", "pass"]
        times: dict[str, list[float]] = {name: [] for name in commands}
        for command in commands.values():  # once unmeasured: byte code and disk cache
            once(command)
        for _ in range(runs):
            for name, command in commands.items():
                times[name].append(once(command))
    for name, seconds in times.items():
        print(f"{name:20} median {statistics.median(seconds) * 1000:4.0f} ms   best {min(seconds) * 1000:4.0f} ms")
    if other:
        ratio = statistics.median(times["provcheck validate"]) / statistics.median(times["check-jsonschema"])
        print(f"provcheck takes {ratio:.2f} of check-jsonschema's time")


if __name__ == "__main__":
    main()
