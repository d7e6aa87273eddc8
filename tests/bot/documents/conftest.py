"""A home of one's own for each test."""

from pathlib import Path

import pytest

from bot.home import Home
from tests.bot.documents.homes import Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(Home(tmp_path / "home"))
