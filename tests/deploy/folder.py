"""The folder under test, and its own check."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

__all__ = ["DEPLOY", "ROOT", "check", "copy_with"]

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
SKIPPED = 77


def check(part: str, folder: Path = DEPLOY) -> subprocess.CompletedProcess[str]:
    """Run `deploy/check PART`, with the tools of this virtual environment in reach."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    done = subprocess.run(
        [folder / "check", part], capture_output=True, text=True, env={**os.environ, "PATH": path}
    )
    if done.returncode == SKIPPED:
        pytest.skip(done.stdout.strip())
    return done


def copy_with(folder: Path, name: str, old: str, new: str) -> Path:
    """Copy the deploy folder into `folder`, with one text in one of its files replaced."""
    copy = shutil.copytree(DEPLOY, folder / "deploy")
    text = (copy / name).read_text()
    assert text.count(old) == 1, f"{name} holds {old!r} {text.count(old)} times"
    (copy / name).write_text(text.replace(old, new))
    return copy
