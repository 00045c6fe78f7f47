"""What pdfLaTeX makes of our LaTeX: the preamble has what the letters of historians want."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from provcheck.cite.write import FORMATS, Section, document

TITLES = [
    "Shifrtelegramma Gor\u02b9kogo; ob\u02baiavlenie; Rossi\u0361iskai\u0361a; Pravda, 4\u2032 12\u2033",
    "ѣ ѳ ѵ ѫ Ѣ Ѳ Ѵ Ѫ а\u0301 ы\u0301 ґ є ў ј ћ қ ө ӣ ҷ",
    "\u02bfAbd al-N\u0101\u1e63ir, \u1e92uhr, \u1e93 \u1e25 \u1e6d \u1e0d \u02beamr; \u02bbokina, \u02bcazm",
    "Đorđe, ð, þ, ŋ, ł, ő, ș, ț, ı, e\u0323\u0301, n\u0323; \u2039a\u203a \u201ab\u2018 „c“ «d» “e”",
    "a\u200bb\u200cc\u200dd\u2060e; 3 \u2212 2; § 4, № 5; \\input{x} $1 & 2 # 3_4 ^5 {6} ~7 50%",
]


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="pdflatex is not installed")
def test_pdflatex_sets_latin_cyrillic_and_their_marks(tmp_path: Path) -> None:
    written = [FORMATS["latex"].write([title]) for title in TITLES]
    (tmp_path / "t.tex").write_text(document([Section(written)], "latex"), encoding="utf-8")
    command = ["pdflatex", "-interaction=nonstopmode", "t.tex"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, timeout=240)
    log = ran.stdout.decode("utf-8", "replace")
    errors = [line for line in log.splitlines() if line.startswith("! ")]
    if any("not found" in line for line in errors):
        pytest.skip(f"this TeX lacks a package: {errors[0]}")
    assert not errors
    assert (tmp_path / "t.pdf").exists()
