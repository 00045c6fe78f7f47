"""The page of citations in a real browser: field text is seen as text, and nothing in it runs."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from cli_support import GOOD, call
from lxml import html

BROWSER = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --dump-dom"
).split()

TITLE = "<script>document.title=1</script><img src=x onerror=document.title=2> & co"


@pytest.mark.slow
@pytest.mark.skipif(BROWSER is None, reason="no Chromium or Chrome is installed; the page is only parsed elsewhere")
def test_field_text_is_text_in_a_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text(GOOD.replace("Letter to the Minister", f"'{TITLE}'"))
    style = ("--style", "chicago-notes-bibliography-archival", "--form", "note", "--format", "html", "-o", "page.html")
    assert call("cite", "a.yaml", *style).code == 0
    done = subprocess.run(
        [str(BROWSER), *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", (tmp_path / "page.html").as_uri()],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    page = html.document_fromstring(done.stdout)
    assert page.findtext(".//title") == "Citations"
    assert not list(page.iter("script", "img"))
    assert TITLE in page.text_content()
