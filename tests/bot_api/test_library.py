"""python-telegram-bot runs on the server, by polling and by webhook, in and out of process."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from socket import socket
from typing import Any

import pytest
from telegram import Bot, Update
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter
from telegram.ext import Application, ApplicationBuilder, ContextTypes, MessageHandler, filters
from telegram.request import HTTPXRequest

from . import BotApi, FloodRule

SECRET = "s-1"  # noqa: S105 -- any will do
AnyApplication = Application[Any, Any, Any, Any, Any, Any]

ECHO_BOT = """
import sys
from telegram.ext import ApplicationBuilder, MessageHandler, filters

async def echo(update, context):
    await update.effective_message.reply_text(update.effective_message.text)

url, token = sys.argv[1:]
application = ApplicationBuilder().token(token).base_url(url + "/bot").build()
application.add_handler(MessageHandler(filters.TEXT, echo))
application.run_polling()
"""


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.effective_message
    assert message is not None
    assert message.text is not None
    await message.reply_text(message.text, do_quote=True)


@asynccontextmanager
async def echo_bot(server: BotApi) -> AsyncIterator[AnyApplication]:
    builder = ApplicationBuilder().token(server.token).base_url(server.url + "/bot")
    application = builder.base_file_url(server.url + "/file/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    async with application:
        await application.start()
        try:
            yield application
        finally:
            if application.updater is not None and application.updater.running:
                await application.updater.stop()
            await application.stop()


async def test_an_echo_bot_answers_by_polling(server: BotApi) -> None:
    ada = server.world.person("Ada")
    async with echo_bot(server) as application:
        assert application.updater is not None
        await application.updater.start_polling()
        for text in ("one", "two", "three"):
            ada.says(text)

        posts = await ada.chat.until(3)
        await server.until_confirmed()

    assert [post.text for post in posts] == ["one", "two", "three"]
    assert [post.payload["reply_to_message"]["text"] for post in posts] == ["one", "two", "three"]
    assert server.faults == []


async def test_an_echo_bot_answers_by_webhook(server: BotApi) -> None:
    ada = server.world.person("Ada")
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    async with echo_bot(server) as application:
        assert application.updater is not None
        await application.updater.start_webhook(
            listen="127.0.0.1",
            port=port,
            url_path="hook",
            webhook_url=f"http://127.0.0.1:{port}/hook",
            secret_token=SECRET,
        )
        for text in ("one", "two", "three"):
            ada.says(text)

        posts = await ada.chat.until(3)
        await server.until_confirmed()

    assert [post.text for post in posts] == ["one", "two", "three"]
    assert [delivery.status for delivery in server.webhook.deliveries] == [200, 200, 200]
    assert server.faults == []


async def test_a_bot_that_is_killed_gets_what_it_did_not_confirm_again(
    server: BotApi, tmp_path: Path
) -> None:
    program = tmp_path / "echo_bot.py"
    program.write_text(ECHO_BOT)
    ada = server.world.person("Ada")

    async def start() -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            sys.executable, str(program), server.url, server.token
        )

    first = await start()
    await server.until(lambda: server.world.updates.n_polls == 1, timeout=10)
    first.kill()
    await first.wait()
    await server.until(lambda: server.world.updates.n_polls == 0)
    ada.says("hello")
    second = await start()
    posts = await ada.chat.until(1, timeout=10)
    second.kill()
    await second.wait()

    assert [post.text for post in posts] == ["hello"]
    assert server.faults == []


async def test_the_library_recognises_every_kind_of_refusal(
    server: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # without it, RetryAfter warns of its own future
    ada, bob = server.world.person("Ada"), server.world.person("Bob")
    ada.starts()
    bob.starts()
    bob.blocks_bot()
    group = server.world.group("Room")
    successor = group.migrates()
    async with echo_bot(server) as application:
        bot = application.bot

        with pytest.raises(BadRequest, match="Message is too long"):
            await bot.send_message(ada.user_id, "a" * 4097)
        with pytest.raises(Forbidden):
            await bot.send_message(bob.user_id, "a")
        with pytest.raises(ChatMigrated) as migrated:
            await bot.send_message(group.chat_id, "a")
        server.rules.append(FloodRule("sendMessage", retry_after=3))
        with pytest.raises(RetryAfter):
            await bot.send_message(ada.user_id, "a")

    assert migrated.value.new_chat_id == successor.chat_id


async def test_the_library_recognises_a_wrong_token(server: BotApi) -> None:
    async with HTTPXRequest() as request:
        bot = Bot(f"1:{'T' * 35}", base_url=server.url + "/bot", request=request)

        with pytest.raises(InvalidToken):
            await bot.get_me()
