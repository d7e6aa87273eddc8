"""Data beside the checkout; tests that need it skip, saying so, without it."""

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

__all__ = ["SHARED", "question_set", "shared"]

SHARED = Path(__file__).resolve().parents[3] / "shared"


def shared(name: str) -> Path:
    """Return a file or folder of the shared data, or skip the test that asks for it."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"../shared/{name} is not there")
    return path


@cache
def question_set(name: str, below: Path) -> Path:
    """Unpack a question set below a folder, and return where it lies."""
    tool = shared("tools/make_sets.py")
    subprocess.run([sys.executable, str(tool), str(below), name], check=True, capture_output=True)
    return below / name
