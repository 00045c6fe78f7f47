"""What tests share that install provcheck anew: a snapshot of the checkout, a clean environment, a way out offline."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MINUTES = 60
"""Seconds in a minute: time limits read as ``10 * MINUTES``."""


def environment(**more: str) -> dict[str, str]:
    """Return this process's environment without what git and Python would take over from here."""
    mine = ("GIT_", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "PRE_COMMIT", "SKIP", "PROVCHECK_", "FORCE_COLOR")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(mine)}
    return {**kept, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "NO_COLOR": "1", **more}


def run(
    *command: str | Path, cwd: Path, env: dict[str, str] | None = None, timeout: int = 10 * MINUTES
) -> subprocess.CompletedProcess[str]:
    """Run *command* and return what it said; its exit code is for the caller to judge."""
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment() if env is None else env,
        timeout=timeout,
        text=True,
        encoding="utf-8",
        errors="replace",
        capture_output=True,
        check=False,
    )


def must(result: subprocess.CompletedProcess[str]) -> subprocess.CompletedProcess[str]:
    """Return *result* of a command that had to succeed."""
    assert result.returncode == 0, f"{result.args}\n{result.stdout}\n{result.stderr}"
    return result


def installed(result: subprocess.CompletedProcess[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Return *result* of an installation; skip where it failed because no package registry can be reached."""
    if result.returncode:
        probe = run(sys.executable, "-m", "pip", "download", "--no-deps", "--no-cache-dir", "click", cwd=folder)
        if probe.returncode:
            pytest.skip(f"NOT TESTED: no package registry can be reached: {probe.stderr.strip()[-300:]}")
    return must(result)


def snapshot(folder: Path) -> Path:
    """Return *folder*, filled with a copy of the checkout as it stands: what git tracks or would track."""
    try:
        listed = must(run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT)).stdout
    except (AssertionError, FileNotFoundError):
        pytest.skip("NOT TESTED: this is no git checkout, or there is no git")
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():  # not what was deleted and not yet committed
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    return folder


def committed(folder: Path) -> str:
    """Make *folder* a git repository with all that is in it in one commit; return the commit."""
    must(run("git", "init", "--quiet", "--initial-branch", "main", cwd=folder))
    for key, value in {"user.name": "A. Archivist", "user.email": "archivist@example.org"}.items():
        must(run("git", "config", key, value, cwd=folder))
    must(run("git", "add", "--all", cwd=folder))
    must(run("git", "commit", "--quiet", "--no-verify", "--allow-empty", "--message", "As it stands", cwd=folder))
    return must(run("git", "rev-parse", "HEAD", cwd=folder)).stdout.strip()
