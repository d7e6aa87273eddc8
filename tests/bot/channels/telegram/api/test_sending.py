import itertools
from pathlib import Path

import pytest

from bot import wiring
from bot.database import Database
from bot.home import Home
from tests.bot.channels.telegram.conftest import Start
from tests.bot.channels.telegram.in_process import Bot, running
from tests.bot_api import BotApi, FloodRule, Person, Proceed, Reply, Request

# python-telegram-bot warns of its own future whenever it is told to wait.
may_wait = pytest.mark.filterwarnings("ignore:.*`retry_after`")

# Each is 1,751 or 1,752 UTF-16 units long: 90 pieces of 19, and 41 or 42 around them.
SENTENCES = [
    f"Entry {n} of the logbook notes{' a calm sea and 🌊,' * 90} and no ship." for n in range(20)
]


class NoTyping:
    """Fails every chat action."""

    async def answer(self, request: Request, proceed: Proceed) -> Reply:
        return Reply(500, b"?") if request.method == "sendChatAction" else await proceed(request)


@pytest.fixture
def logbook(tmp_path: Path) -> Home:
    """A home with a paragraph of twenty long sentences."""
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "logbook.txt").write_text(" ".join(SENTENCES) + "\n", encoding="utf-8")
    home = Home(tmp_path / "home")
    wiring.indexer(home).update([folder])
    return home


async def test_a_long_reply_comes_in_messages_that_end_with_a_sentence(
    server: BotApi, ada: Person, logbook: Home, tmp_path: Path
) -> None:
    async with running(server, wiring.answerer(logbook), tmp_path / "quoth.db"):
        ada.says("What does entry 7 of the logbook note?")
        await ada.chat.until(1)
        context = ada.says("/context")
        # Five sentences, of which two fit into the 4,096 units of a message.
        posts = (await ada.chat.until(4))[1:]

    texts = [post.text for post in posts]
    quoted = [quote for post in posts for quote in post.marked("blockquote")]
    assert len(texts) == 3
    assert all(text.endswith("no ship.") for text in texts[:-1])
    assert " ".join(quoted) == " ".join(SENTENCES[5:10])
    replied = {post.payload["reply_to_message"]["message_id"] for post in posts}
    assert replied == {context.message_id}
    assert server.refused == []


@may_wait
async def test_a_bot_told_to_wait_waits_and_sends_once(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    server.rules.append(FloodRule("sendMessage", retry_after=1))
    ada.says("/privacy")

    posts = await ada.chat.until(1)

    times = [call.at for call in server.calls_of("sendMessage")]
    assert len(posts) == 1
    assert [b - a >= 1.0 for a, b in itertools.pairwise(times)] == [True]


@may_wait
async def test_a_bot_told_to_wait_long_goes_on_with_the_others_and_keeps_the_answer(
    server: BotApi, start: Start, ada: Person, tmp_path: Path
) -> None:
    bob = server.world.person("Bob")
    server.rules.append(FloodRule("sendMessage", retry_after=3600, chat_id=ada.user_id))
    ada.says("/privacy")

    async with start():
        await server.until(lambda: bool(server.calls_of("sendMessage")))
        ada.says("/help")
        bob.says("/privacy")
        await bob.chat.until(1)

    kept = Database(tmp_path / "quoth.db")
    rows = kept.rows("SELECT chat, state, attempts FROM outbox WHERE next_at IS NOT NULL")
    kept.close()
    assert rows == [(ada.user_id, "ready", 1)]
    assert ada.chat.messages == []


async def test_an_answer_does_not_depend_on_the_typing_shown(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    server.rules.append(NoTyping())
    ada.says("/privacy")

    await ada.chat.until(1)

    assert [call.reply.status for call in server.calls_of("sendChatAction")] == [500]
