"""A Bot API server, a bot in this process that answers on it, and somebody to talk to."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from bot.answering import Answerer
from tests.bot.channels.telegram.in_process import Bot, running
from tests.bot_api import BotApi, Person

Start = Callable[..., AbstractAsyncContextManager[Bot]]


@pytest.fixture
async def server() -> AsyncIterator[BotApi]:
    async with BotApi() as api:
        yield api


@pytest.fixture
def ada(server: BotApi) -> Person:
    return server.world.person("Ada")


@pytest.fixture
def start(server: BotApi, answerer: Answerer, tmp_path: Path) -> Start:
    """Start a bot about the harbour; further calls start it again on the same database."""

    def started(**access: object) -> AbstractAsyncContextManager[Bot]:
        return running(server, answerer, tmp_path / "quoth.db", **access)  # type: ignore[arg-type]

    return started


@pytest.fixture
async def bot(start: Start) -> AsyncIterator[Bot]:
    """A bot that answers everybody."""
    async with start() as started:
        yield started
