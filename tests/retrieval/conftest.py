"""Homes and sources to index, and properties judged by what they say, not by how fast."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.retrieval.runs import Runs
from tests.retrieval.sources import Home, put

__all__ = ["home", "notes", "runs"]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    (tmp_path / "home").mkdir()
    return Home(tmp_path / "home")


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A source of two files."""
    put(tmp_path / "notes" / "pact.txt", "The pact expires on Saturday.")
    put(tmp_path / "notes" / "deep" / "rain.txt", "Rain falls on Seoul today.")
    return tmp_path / "notes"


@pytest.fixture
def runs(tmp_path: Path) -> Iterator[Runs]:
    (tmp_path / "home").mkdir()
    with ExitStack() as stack:
        yield Runs(tmp_path / "home", stack)
