"""Compiles the tables that people edit into what is read at start-up: ``make tables``.

``data/index.json`` holds the tables themselves, ``data/lexicon.json`` the dictionaries of archives that the reader
makes of them: names and codes in all their spellings. Both are kept in the repository, so that users compile nothing.
"""

from __future__ import annotations

import json
import sys

from provcheck import tables
from provcheck.archives.lexicon import vocabulary


def compile_lexicon() -> str:
    """Return the text of ``lexicon.json`` for the tables in ``index.json``."""
    found = {"codes": vocabulary.code_seeds(), "names": vocabulary.name_seeds()}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n"


def main() -> None:
    """Write both files anew, the index first: the lexicon is made from it."""
    data = tables.PACKAGE / "data"
    (data / "index.json").write_text(tables.compile_index(data), encoding="utf-8")
    (data / "lexicon.json").write_text(compile_lexicon(), encoding="utf-8")
    sys.stdout.write(f"{data / 'index.json'}\n{data / 'lexicon.json'}\n")


if __name__ == "__main__":
    main()
