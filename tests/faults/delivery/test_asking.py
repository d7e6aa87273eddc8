"""People ask by the seed alone, and what they are owed is what the documents say."""

import asyncio
import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot import wiring
from bot.home import Home
from tests.bot_api import BotApi
from tests.faults.delivery.asking import SAYINGS, Crowd


@pytest.fixture
async def server() -> AsyncIterator[BotApi]:
    async with BotApi() as running:
        yield running


def crowd(server: BotApi, seed: int = 5) -> Crowd:
    return Crowd(server, random.Random(seed))  # noqa: S311 - a seed is the point


def test_every_saying_is_what_the_documents_answer(home: Path) -> None:
    talk = wiring.conversation(Home(home))

    for n, (question, fact) in enumerate(SAYINGS):
        assert fact in talk.reply(f"chat {n}", question).plain()


async def test_the_same_seed_asks_the_same(server: BotApi) -> None:
    async with BotApi() as other:
        here, there = crowd(server), crowd(other)
        for each in (here, there):
            for _ in range(30):
                each.ask()

    asked = [(each.chat, each.message_id, each.expected) for each in here.questions]
    assert asked == [(each.chat, each.message_id, each.expected) for each in there.questions]
    assert len({each.chat for each in here.questions}) > 5


async def test_what_is_not_owed_is_asked_and_not_noted(server: BotApi) -> None:
    people = crowd(server)

    asked = people.ask(is_owed=False)

    assert people.questions == []
    assert list(server.world.updates.pending) == [asked.update_id]


async def test_people_ask_at_most_so_many(server: BotApi) -> None:
    people = crowd(server)
    people.ask()

    async with people.asking(1000.0, most=8):
        await server.until(lambda: len(people.questions) == 9)
        await asyncio.sleep(0.02)

    # One before and eight in the block; at a thousand a second 20 ms would bring 20 more.
    assert len(people.questions) == 9
