"""A home for each corpus of the transcripts, indexed once for all tests."""

from collections.abc import Callable
from functools import cache

import pytest

from bot.home import Home
from tests.transcripts import make_home

Homes = Callable[[str], Home]


@pytest.fixture(scope="session")
def home_of(tmp_path_factory: pytest.TempPathFactory) -> Homes:
    @cache
    def made(corpus: str) -> Home:
        return make_home(corpus, tmp_path_factory.mktemp(corpus))

    return made
