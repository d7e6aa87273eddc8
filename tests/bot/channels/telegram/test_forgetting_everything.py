"""`/forget` after all that a chat can say: its words are in no file of the home any more."""

import asyncio
import base64
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.channels.telegram.life.watching import LOOK
from bot.home import Home
from bot.phrases import buttons, keeping
from tests.bot.channels.telegram.mill import make_mill
from tests.bot.channels.telegram.paths import Stage
from tests.bot.channels.telegram.process import polling
from tests.bot.channels.telegram.talk import QUESTION
from tests.bot.channels.telegram.whole import Whole, whole
from tests.bot_api import BotApi, Chat, Person

# The word that only one chat says, and one that another chat says.
CANARY, OTHER = "zanzibarquokka", "marmaladeheron"
LONG = f"{CANARY} who sailed the ferry Kestrel, and which {CANARY} repaired it in a dry dock?"
# Looks within which the bot has rid its files of what is forgotten.
MOST_LOOKS = 15


def spellings(word: str) -> Iterator[bytes]:
    """Yield the ways to write a word into a file, links included."""
    yield word.encode()
    yield word.upper().encode()
    yield word.encode("utf-16-le")
    yield word.encode().hex().encode()
    for before in range(3):
        whole_link = base64.urlsafe_b64encode(b"\0" * before + word.encode())
        # The first and the last characters depend on what stands beside the word.
        yield whole_link[4:-4]


def holding(home: Path, word: str) -> list[str]:
    """Return the names of the files of a home that hold a word, or have it in their name."""
    files = [path for path in home.rglob("*") if path.is_file()]
    ways = list(spellings(word))
    return sorted(
        path.name
        for path in files
        if any(way in path.name.encode() + path.read_bytes() for way in ways)
    )


async def say_everything(stage: Stage, person: Person, chat: Chat, word: str) -> None:
    """Let a word stand in everything that a person can say to the bot in a chat."""
    by_name = "@quoth_test_bot"
    first = person.says(f"/ask{by_name} {QUESTION} {word}", chat=chat)
    await stage.settled()
    person.edits(first, f"/ask{by_name} {QUESTION} and {word}")
    await stage.settled()
    post = chat.messages[-1]
    for label in (buttons.CONTEXT, buttons.BACK, buttons.WHY, buttons.BACK, buttons.NOT_HELPFUL):
        await stage.press(person, post, label)
    await stage.press(person, post, buttons.WRONG)
    person.reacts(post, "👎")
    for text in (
        f"/feedback{by_name} wrong {word} {word}",
        f"/timeline{by_name} Alder mill {word}",
        f"/asof{by_name} 2022-01-01 When did {word} tend the lighthouse?",
        f"/verify{by_name} {word}",
        f"/export{by_name} json",
        f"/{word}{by_name}",
    ):
        await stage.asked(person, text, chat)
    person.sends_photo(caption=word, chat=chat)
    person.sends_document(f"{word}.txt", word.encode(), caption=f"/add {word}", chat=chat)
    person.forwards(first, chat=chat)
    await stage.settled()


async def ask_inline(stage: Stage, person: Person, word: str) -> None:
    """Ask inline, follow the links that come of it, and ask once more when it is too late."""
    for query in (f"{QUESTION} {word}", LONG.replace(CANARY, word)):
        question = person.inline(query)
        await stage.settled()
        assert question.answer is not None
        person.starts(question.answer["button"]["start_parameter"])
        await stage.settled()
    late = person.inline(f"{word} ferry")
    stage.world.queries.expire()
    await stage.settled()
    assert late.answer is None


async def until_purged(bot: Whole, home: Path, word: str) -> list[str]:
    """Return which files hold a word once the bot has rid them of it, or is late."""
    for _ in range(MOST_LOOKS):
        if not holding(home, word):
            break
        await asyncio.sleep(LOOK)
    await bot.until_idle()
    return holding(home, word)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return make_mill(tmp_path / "mill")


@pytest.fixture
def environ(server: BotApi, home: Home, tmp_path: Path) -> dict[str, str]:
    return polling(server, home.path, tmp_path) | {"QUOTH_GAPS": "on"}


async def test_nothing_that_a_chat_said_is_in_a_file_once_it_is_forgotten(
    server: BotApi, ada: Person, home: Home, environ: dict[str, str]
) -> None:
    bob = server.world.person("Bob")

    async with whole(server, environ) as bot:
        ada.says("/help")
        await ada.chat.until(1, timeout=20)
        stage = Stage(bot, ada)
        for person, word in ((ada, CANARY), (bob, OTHER)):
            await say_everything(stage, person, person.chat, word)
            await ask_inline(stage, person, word)
        before = holding(home.path, CANARY)
        post = await stage.asked(ada, "/forget yes")
        after = await until_purged(bot, home.path, CANARY)

    assert before != []
    assert post.text == keeping.FORGOTTEN
    assert after == []
    assert holding(home.path, CANARY) == []
    # Of another chat nothing is forgotten.
    assert holding(home.path, OTHER) != []


async def test_what_was_not_purged_before_a_stop_is_gone_after_the_next_start(
    server: BotApi, ada: Person, home: Home, environ: dict[str, str]
) -> None:
    async with whole(server, environ) as bot:
        ada.says("/help")
        await ada.chat.until(1, timeout=20)
        stage = Stage(bot, ada)
        await say_everything(stage, ada, ada.chat, CANARY)
        await ask_inline(stage, ada, CANARY)
        await stage.asked(ada, "/forget yes")
    async with whole(server, environ) as bot:
        after = await until_purged(bot, home.path, CANARY)

    assert after == []
    assert holding(home.path, CANARY) == []


async def test_a_group_is_forgotten_with_its_topics_and_its_older_number(
    server: BotApi, ada: Person, home: Home, environ: dict[str, str]
) -> None:
    old = server.world.group("Room")
    forum = server.world.supergroup("Forum", is_forum=True, members={ada.user_id: "creator"})
    topic = forum.topic("Trade")

    async with whole(server, environ) as bot:
        ada.says("/help")
        await ada.chat.until(1, timeout=20)
        stage = Stage(bot, ada)
        await say_everything(stage, ada, old, CANARY)
        new = old.migrates()
        new.members[ada.user_id] = "creator"
        await say_everything(stage, ada, new, CANARY)
        ada.says(f"/ask {QUESTION} {CANARY}", chat=forum, topic=topic)
        await stage.settled()
        before = holding(home.path, CANARY)
        for chat in (new, forum):
            post = await stage.asked(ada, "/forget@quoth_test_bot yes", chat)
            assert post.text == keeping.FORGOTTEN
        after = await until_purged(bot, home.path, CANARY)

    assert before != []
    assert after == []


def test_a_word_is_found_however_it_is_written(tmp_path: Path) -> None:
    link = base64.urlsafe_b64encode(f"who is {CANARY} in Orrell".encode())
    for name, content in (("a", CANARY.encode()), ("b", CANARY.encode("utf-16-le")), ("c", link)):
        tmp_path.joinpath(name).write_bytes(b"x" + content + b"y")
    tmp_path.joinpath(f"{CANARY}.txt").write_bytes(b"")
    tmp_path.joinpath("d").write_bytes(b"zanzibar quokka")

    assert holding(tmp_path, CANARY) == ["a", "b", "c", f"{CANARY}.txt"]
