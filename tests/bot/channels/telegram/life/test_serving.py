import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.access import Access
from bot.answering import Answerer
from bot.channels.telegram.api.receiving import KINDS
from bot.channels.telegram.deciding.desk import Desk
from bot.channels.telegram.deciding.moves import Moves
from bot.channels.telegram.life.health import Patiences, Unwell
from bot.channels.telegram.life.notifying import Notifier
from bot.channels.telegram.life.service import build
from bot.channels.telegram.life.serving import serve
from bot.conversation import Conversation
from bot.database import Database
from bot.delivery.stopping import Stop
from bot.documents.administering import Documents
from bot.errors import SettingsError
from bot.history import MemoryHistories
from bot.home import Home
from bot.secret import Secret
from bot.settings import TelegramSettings, Webhook
from tests.bot.channels.telegram.conftest import Start
from tests.bot.channels.telegram.in_process import settings_for
from tests.bot_api import BotApi, Person, Proceed, Refusal, Reply, Request

WRONG = Secret("700000001:" + "W" * 35)


class Unreachable:
    """Closes the connection of the next `n_left` requests for one method without an answer."""

    def __init__(self, method: str, n_left: int) -> None:
        self.method, self.n_left = method, n_left

    async def answer(self, request: Request, proceed: Proceed) -> Reply:
        if request.method != self.method or self.n_left == 0:
            return await proceed(request)
        self.n_left -= 1
        return Reply.dropped()


Live = Callable[..., Awaitable[None]]


class Conflicting:
    """Answers every poll as when somebody else polls, too."""

    async def answer(self, request: Request, proceed: Proceed) -> Reply:
        if request.method != "getUpdates":
            return await proceed(request)
        return Reply.refusing(Refusal(409, "Conflict: terminated by other getUpdates request"))


@pytest.fixture
def live(answerer: Answerer, tmp_path: Path) -> Live:
    """Let a bot live until an event is set."""
    database = Database(tmp_path / "other.db")
    access = Access("*", (), database)
    desk = Desk(access, Conversation(answerer, MemoryHistories()), Moves(database))

    documents = Documents(Home(tmp_path / "home"), lambda: answerer.index)

    async def lived(
        settings: TelegramSettings, stopping: asyncio.Event, patiences: Patiences | None = None
    ) -> None:
        with ThreadPoolExecutor(max_workers=1) as executor:
            stop = Stop(stopping)
            service = build(settings, desk, documents, database, executor, stop, patiences)
            await serve(service, stopping, Notifier({}))

    return lived


async def test_a_token_that_telegram_does_not_know_is_said_without_the_token(
    server: BotApi, live: Live
) -> None:
    settings = replace(settings_for(server), token=WRONG)

    with pytest.raises(SettingsError) as refused:
        await live(settings, asyncio.Event())

    assert str(refused.value) == (
        f"QUOTH_TELEGRAM_TOKEN_FILE: {server.url} does not know this token:"
        " get a new one from @BotFather"
    )
    assert refused.value.__suppress_context__


async def test_a_webhook_that_telegram_refuses_is_said_with_its_reason(
    server: BotApi, live: Live
) -> None:
    webhook = Webhook("127.0.0.1", 0, "http://bot.example/hook", Secret("s" * 32))
    settings = replace(settings_for(server), webhook=webhook)

    with pytest.raises(SettingsError) as refused:
        await live(settings, asyncio.Event())

    assert str(refused.value) == (
        f"QUOTH_WEBHOOK_URL: {server.url} refuses it:"
        " Bad webhook: an https url must be provided for webhook"
    )


@pytest.mark.parametrize("method", ["getMe", "getMyCommands", "deleteWebhook"])
async def test_a_server_that_does_not_answer_at_first_is_waited_for(
    server: BotApi, start: Start, ada: Person, method: str
) -> None:
    server.rules.append(Unreachable(method, 1))
    ada.says("/privacy")

    with capture_logs() as logs:
        async with start():
            await ada.chat.until(1)

    (warning,) = [line for line in logs if line["log_level"] == "warning"]
    assert warning["event"] == "no answer from the API server"
    assert warning["next_try_in"] == 1.0


async def test_a_poll_that_fails_is_logged_and_tried_again(
    server: BotApi, start: Start, ada: Person
) -> None:
    server.rules.append(Unreachable("getUpdates", 1))
    ada.says("/privacy")

    with capture_logs() as logs:
        async with start():
            await ada.chat.until(1)

    failed = [line["event"] for line in logs if line["log_level"] == "warning"]
    assert failed == ["no updates from the API server"]


async def test_a_bot_that_waits_for_the_server_can_be_stopped(server: BotApi, live: Live) -> None:
    server.rules.append(Unreachable("getMe", 1000))
    stopping = asyncio.Event()

    life = asyncio.ensure_future(live(settings_for(server), stopping))
    await server.until(lambda: bool(server.calls_of("getMe")))
    stopping.set()

    await asyncio.wait_for(life, 2)
    assert server.calls_of("getUpdates") == []


async def test_only_what_it_decides_on_is_received(
    server: BotApi, start: Start, ada: Person
) -> None:
    async with start():
        ada.says("/privacy")
        await ada.chat.until(1)

    polls = [call.parameters["allowed_updates"] for call in server.calls_of("getUpdates")]
    assert all(kinds == KINDS for kinds in polls)


async def test_a_stop_in_the_middle_leaves_the_rest_for_the_next_start(
    server: BotApi, start: Start, ada: Person
) -> None:
    asked = [ada.says("/privacy").message_id for _ in range(50)]

    async with start():
        await ada.chat.until(15)
    n_answered = len(ada.chat.messages)
    async with start():
        await ada.chat.until(50)

    answered = [post.payload["reply_to_message"]["message_id"] for post in ada.chat.messages]
    # At the stop, no more than one answer is under way in a chat.
    assert 15 <= n_answered <= 17
    assert answered == asked
    assert server.refused == []


async def test_a_token_that_is_refused_once_is_a_hiccup(
    server: BotApi, start: Start, ada: Person
) -> None:
    async with start():
        await server.until(lambda: server.world.updates.n_polls == 1)
        right, server.token = server.token, WRONG.reveal()
        ada.says("/privacy")
        await server.until(lambda: any(call.reply.status == 401 for call in server.calls))
        server.token = right

        posts = await ada.chat.until(1)

    assert len(posts) == 1


async def test_a_token_that_is_refused_for_long_ends_the_bot(server: BotApi, live: Live) -> None:
    patiences = Patiences(refused=0.5)
    life = asyncio.ensure_future(live(settings_for(server), asyncio.Event(), patiences))
    await server.until(lambda: server.world.updates.n_polls == 1)

    server.token = WRONG.reveal()
    server.world.person("Ada").says("/privacy")

    with pytest.raises(SettingsError, match="does not know this token"):
        await asyncio.wait_for(life, 5)


async def test_a_bot_beside_another_ends_after_a_while_with_both_causes(
    server: BotApi, live: Live
) -> None:
    server.rules.append(Conflicting())

    with pytest.raises(Unwell) as ended:
        await live(settings_for(server), asyncio.Event(), Patiences(conflict=0.5))

    assert ended.value.code == 75
    assert "another instance" in ended.value.line
    assert "a webhook is set" in ended.value.line


async def test_a_server_that_falls_silent_gets_new_connections_and_then_ends_the_bot(
    server: BotApi, live: Live
) -> None:
    server.rules.append(Unreachable("getUpdates", 1000))

    with capture_logs() as logs, pytest.raises(Unwell, match="no good answer") as ended:
        await live(settings_for(server), asyncio.Event(), Patiences(quiet=0.2, silent=1.2))

    assert ended.value.code == 1
    assert "connections made anew" in [line["event"] for line in logs]


async def test_two_bots_on_one_token_are_warned_of_each_other(
    server: BotApi, start: Start, live: Live
) -> None:
    stopping = asyncio.Event()
    with capture_logs() as logs:
        async with start():
            await server.until(lambda: server.world.updates.n_polls == 1)
            other = asyncio.ensure_future(live(settings_for(server), stopping))
            await server.until(lambda: any(call.reply.status == 409 for call in server.calls))
            stopping.set()
            with suppress(asyncio.CancelledError):
                await other

    warnings = [line["reason"] for line in logs if line["log_level"] == "warning"]
    assert warnings
    assert all("terminated by other getUpdates request" in reason for reason in warnings)
