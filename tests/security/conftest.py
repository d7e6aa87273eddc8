"""Homes that are indexed once: of hostile documents, and of ordinary ones."""

import pytest

from bot.conversation import Conversation
from bot.home import Home
from tests.security.hostile import SENTENCES, conversation, home_of
from tests.transcripts import make_home


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return home_of(SENTENCES, tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return make_home("harbour", tmp_path_factory.mktemp("harbour"))


@pytest.fixture(scope="session")
def asked(hostile: Home) -> Conversation:
    """A conversation about the hostile documents."""
    return conversation(hostile)
