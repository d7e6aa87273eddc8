"""S14: whoever floods hears of it once and gets what everybody gets; nobody else goes without."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from pathlib import Path

import pytest

from bot import wiring
from bot.answering import Answerer
from bot.database import Database
from bot.home import Home
from bot.phrases.limits import TOO_MANY_OPEN
from bot.quotas import Quotas, rules
from tests.bot.channels.telegram.in_process import Bot, running, settings_for
from tests.bot_api import BotApi, Chat

QUESTION = "What does a return ticket for the ferry cost?"
PER_MINUTE, PER_DAY, OVERALL, MOST_OF_CHAT = 10, 200, 200, 50
# Seconds in which the bot is through with a flood.
PATIENCE = 60.0

Start = Callable[..., AbstractAsyncContextManager[Bot]]


@pytest.fixture
async def server() -> AsyncIterator[BotApi]:
    async with BotApi() as api:
        yield api


@pytest.fixture(scope="session")
def answerer(harbour: Home) -> Answerer:
    return wiring.answerer(harbour)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "quoth.db"


@pytest.fixture
def start(server: BotApi, answerer: Answerer, file: Path) -> Start:
    """Start a bot that lets two hundred questions a minute in, or another number."""

    def started(overall: int = OVERALL) -> AbstractAsyncContextManager[Bot]:
        settings = replace(settings_for(server), most_of_chat=MOST_OF_CHAT)
        quotas = Quotas(rules(PER_MINUTE, PER_DAY, overall))
        return running(server, answerer, file, settings=settings, quotas=quotas)

    return started


def notices(chat: Chat) -> int:
    """Return how often a chat was told about limits."""
    told = [post.text for post in chat.messages]
    return sum(text == TOO_MANY_OPEN or text.startswith("I take ") for text in told)


async def settled(server: BotApi, bot: Bot) -> None:
    """Wait until everything is confirmed and decided; what is to be sent goes before the end."""
    await server.until_confirmed(timeout=PATIENCE)
    await bot.service.deliverer.until_open(0)


def states(file: Path) -> list[tuple[object, ...]]:
    """Return how much a closed database has received, by what came of it."""
    database = Database(file)
    rows = database.rows("SELECT state, raw, count(*) FROM inbox GROUP BY state, raw")
    database.close()
    return rows


async def test_a_thousand_questions_of_one_user_get_ten_answers_and_one_notice(
    server: BotApi, start: Start, file: Path
) -> None:
    ada, bob = server.world.person("Ada"), server.world.person("Bob")

    async with start() as bot:
        for _ in range(1000):
            ada.says(QUESTION)
        bob.says(QUESTION)
        await settled(server, bot)
        counts = bot.service.counts

    assert (len(ada.chat.messages), notices(ada.chat)) == (PER_MINUTE + 1, 1)
    assert (len(bob.chat.messages), notices(bob.chat)) == (1, 0)
    # Nothing is lost without a trace, and nothing of it is kept.
    assert states(file) == [("done", "", 1001)]
    assert (counts.received, counts.dead) == (1001, 0)
    assert counts.crowded > 0


async def test_many_users_together_are_held_to_what_all_may_ask_and_one_who_was_quiet_gets_in(
    server: BotApi, start: Start
) -> None:
    crowd = [server.world.person(f"Ada {number}") for number in range(60)]
    late = server.world.person("Bob")

    async with start(overall=100) as bot:
        for _ in range(5):
            for person in crowd:
                person.says(QUESTION)
        await settled(server, bot)
        late.says(QUESTION)
        await settled(server, bot)

    n_told = sum(notices(person.chat) for person in crowd)
    n_answered = sum(len(person.chat.messages) for person in crowd) - n_told
    # A tenth of the hundred is for those who asked nothing in the minute.
    assert n_answered == 90
    assert max(notices(person.chat) for person in crowd) == 1
    assert (len(late.chat.messages), notices(late.chat)) == (1, 0)


async def test_a_start_that_is_sent_again_and_again_gets_twenty_replies_and_one_notice(
    server: BotApi, start: Start
) -> None:
    ada = server.world.person("Ada")

    async with start() as bot:
        for _ in range(45):
            ada.starts()
        await settled(server, bot)

    assert (len(ada.chat.messages), notices(ada.chat)) == (21, 1)


async def test_a_group_that_floods_together_gets_twenty_answers_and_one_notice(
    server: BotApi, start: Start
) -> None:
    group = server.world.supergroup("Room")
    people = [server.world.person(f"Ada {number}") for number in range(5)]

    async with start() as bot:
        for _ in range(60):
            for person in people:
                person.says(f"/ask {QUESTION}", chat=group)
        people[0].says(QUESTION)
        await settled(server, bot)

    assert (len(group.messages), notices(group)) == (21, 1)
    assert (len(people[0].chat.messages), notices(people[0].chat)) == (1, 0)
