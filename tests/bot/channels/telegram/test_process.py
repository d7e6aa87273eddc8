import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from bot import phrases
from bot.home import Home
from bot.phrases.keeping import privacy
from bot.retention import RETENTION_DAYS
from tests.bot.channels.telegram.process import SECRET, polling, started, webhook
from tests.bot_api import BotApi, Person, Proceed, Reply, Request
from tests.bot_api.refusals import bad_request

Environment = Callable[[BotApi, Path, Path], dict[str, str]]

# Turns every log line of every library on before the bot runs, and keeps the bot from turning
# them off again.
TALKATIVE = """
import logging, os, sys
from bot import logs
logs.TALKATIVE = ()
configure = logs.configure
def configure_all(secrets):
    configure(secrets)
    logging.getLogger().setLevel(logging.DEBUG)
logs.configure = configure_all
from bot.command_line import main
sys.exit(main(["telegram"], os.environ))
"""


def replied(person: Person) -> list[int]:
    """Return the numbers of the messages that were answered, in the order of the answers."""
    return [post.payload["reply_to_message"]["message_id"] for post in person.chat.messages]


class RefusedWebhook:
    """Refuses any webhook."""

    async def answer(self, request: Request, proceed: Proceed) -> Reply:
        if request.method != "setWebhook":
            return await proceed(request)
        return Reply.refusing(bad_request("bad webhook: the port is not allowed"))


@pytest.fixture
def home(harbour: Home, tmp_path: Path) -> Path:
    """A home of its own, with the documents about the harbour."""
    shutil.copytree(harbour.path, tmp_path / "home")
    return tmp_path / "home"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("environment", [polling, webhook])
async def test_a_signal_stops_the_bot_within_seconds_and_the_next_start_answers_the_rest(
    server: BotApi, ada: Person, home: Path, tmp_path: Path, environment: Environment, number: int
) -> None:
    environ = environment(server, home, tmp_path)
    async with started(environ) as process:
        asked = [ada.says("/privacy")]
        await ada.chat.until(1, timeout=20)
        asked += [ada.says("When was the lighthouse switched off?") for _ in range(50)]
        await server.until_confirmed()
        ended = await process.end(number)
    async with started(environ) as process:
        await ada.chat.until(51, timeout=20)
        again = await process.end(number)

    assert (ended.code, again.code) == (0, 0)
    assert ended.seconds < 5
    assert [line["event"] for line in ended.logged] == [
        "started",
        "stopping",
        "stopped",
    ]
    assert again.logged[0]["event"] == "taken up"
    assert replied(ada) == [post.message_id for post in asked]
    assert server.refused == []


async def test_a_bot_that_is_killed_loses_no_question(
    server: BotApi, ada: Person, home: Path, tmp_path: Path
) -> None:
    environ = polling(server, home, tmp_path)
    asked = [ada.says("When was the lighthouse switched off?").message_id for _ in range(60)]
    async with started(environ) as process:
        await ada.chat.until(25, timeout=20)
        await process.end(signal.SIGKILL)
    async with started(environ) as process:
        await server.until(lambda: asked[-1] in replied(ada), timeout=20)
        ended = await process.end()

    (status,) = (line for line in ended.logged if line["event"] == "stopped")
    assert sorted(set(replied(ada))) == asked
    # What was being sent when it was killed is sent again, and counted.
    assert len(replied(ada)) - 60 <= status["uncertain"] <= 1


async def test_a_wrong_token_is_one_clear_line_without_the_token(
    server: BotApi, home: Path, tmp_path: Path
) -> None:
    environ = polling(server, home, tmp_path)
    wrong = "700000001:" + "W" * 35
    del environ["QUOTH_TELEGRAM_TOKEN_FILE"]

    async with started(environ | {"QUOTH_TELEGRAM_TOKEN": wrong}) as process:
        ended = await process.end(None)

    assert (ended.code, ended.out) == (1, "")
    assert ended.told == (
        f"quoth: QUOTH_TELEGRAM_TOKEN_FILE: {server.url} does not know this token:"
        " get a new one from @BotFather\n"
    )


async def test_a_webhook_that_is_refused_is_one_clear_line(
    server: BotApi, home: Path, tmp_path: Path
) -> None:
    server.rules.append(RefusedWebhook())

    async with started(webhook(server, home, tmp_path)) as process:
        ended = await process.end(None)

    assert (ended.code, ended.out) == (1, "")
    assert ended.told == (
        f"quoth: QUOTH_WEBHOOK_URL: {server.url} refuses it: Bad webhook: the port is not allowed\n"
    )


async def test_a_server_out_of_reach_is_waited_for_with_a_line_each_time(
    server: BotApi, home: Path, tmp_path: Path
) -> None:
    # Nothing listens on the discard port.
    environ = polling(server, home, tmp_path) | {"QUOTH_TELEGRAM_API": "http://127.0.0.1:9"}

    async with started(environ) as process:
        assert process.process.stderr is not None
        assert b"audit log" in await process.process.stderr.readline()
        first = await process.process.stderr.readline()
        second = await process.process.stderr.readline()
        ended = await process.end()

    assert b"no answer from the API server" in first
    assert b'"next_try_in": 2.0' in second
    assert (ended.code, ended.told) == (0, "")


async def test_the_pairing_code_is_printed_once_and_works_once(
    server: BotApi, ada: Person, home: Path, tmp_path: Path
) -> None:
    environ = polling(server, home, tmp_path) | {"QUOTH_CHATS": ""}
    async with started(environ) as process:
        assert process.process.stdout is not None
        line = (await process.process.stdout.readline()).decode()
        code = line.split("/start ")[1].split()[0]
        ada.starts(code)
        posts = await ada.chat.until(1, timeout=20)
        ended = await process.end()

    async with started(environ) as process:
        ada.says("/privacy")
        later = await ada.chat.until(2, timeout=20)
        again = await process.end()

    assert posts[0].text == phrases.PAIRED
    assert later[1].text == privacy(RETENTION_DAYS)
    assert (ended.out, again.out) == ("", "")
    assert code not in ended.err + again.err


async def deliver(
    client: httpx.AsyncClient, url: str, update: object, headers: dict[str, str]
) -> int:
    """Return the status; a connection cut before the body is taken is a refusal as well."""
    try:
        return (await client.post(url, json=update, headers=headers)).status_code
    except httpx.TransportError:
        return 403


async def test_a_delivery_counts_once_and_only_with_the_secret(
    server: BotApi, ada: Person, home: Path, tmp_path: Path
) -> None:
    environ = webhook(server, home, tmp_path)
    update = {"update_id": 1, "message": ada.says("/privacy").payload}
    server.world.updates.forget(list(server.world.updates.pending))
    header = "X-Telegram-Bot-Api-Secret-Token"

    async with started(environ) as process, httpx.AsyncClient(trust_env=False) as client:
        ada.says("/help")
        await ada.chat.until(1, timeout=20)
        answers = [
            await deliver(client, environ["QUOTH_WEBHOOK_URL"], update, headers)
            for headers in ({}, {header: "wrong"}, {header: ""}, *[{header: SECRET}] * 3)
        ]
        ada.says("/help")
        posts = await ada.chat.until(3)
        await process.end()

    assert answers == [403, 403, 403, 200, 200, 200]
    assert [post.text for post in posts] == [phrases.HELP, privacy(RETENTION_DAYS), phrases.HELP]


async def test_no_log_line_of_any_library_holds_the_token(home: Path, tmp_path: Path) -> None:
    key = "Canary-of-every-log-line_" + "K" * 10
    async with BotApi(token=f"700000001:{key}") as server:
        ada = server.world.person("Ada")
        environ = polling(server, home, tmp_path)
        async with started(environ, "-c", TALKATIVE) as process:
            ada.says("When was the lighthouse switched off?")
            await ada.chat.until(1, timeout=20)
            ended = await process.end()

    # The library wrote down each call.
    assert "Calling Bot API endpoint `sendMessage`" in ended.err
    assert ended.code == 0
    assert key not in ended.out + ended.err
