"""S12: the token and the webhook's secret are in no output, log line, database or file.

Single log lines: tests/bot/channels/telegram/test_logs.py and tests/bot/test_logs.py.
"""

import base64
import re
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.home import Home
from tests.bot.calling import quoth
from tests.bot.channels.telegram.process import SECRET, polling, started, webhook
from tests.bot_api import BotApi, Proceed, Reply, Request
from tests.bot_api.refusals import Refusal
from tests.security.sources import ROOT

Environment = Callable[[BotApi, Path, Path], dict[str, str]]

KEY = "Canary-that-must-not-be-seen_" + "K" * 6  # 35 characters
TOKEN = f"700000001:{KEY}"
CANARIES = [
    KEY.encode(),
    SECRET.encode(),
    base64.b64encode(TOKEN.encode())[:40],
    TOKEN.encode().hex().encode(),
]
HELD = frozenset({"token", "secret"})  # the two files that hold them

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


class Trouble:
    """Fails the first calls of some methods in the ways that make libraries talk."""

    def __init__(self) -> None:
        self._left = {
            "getMe": [Reply(502, b"<html>bad gateway</html>")],
            "getUpdates": [Reply.refusing(Refusal(404, "Not Found")), Reply(200, b"{")],
            "sendMessage": [Reply.refusing(Refusal(500, "Internal Server Error")), Reply.dropped()],
            "setWebhook": [Reply.dropped()],
        }  # fmt: skip

    async def answer(self, request: Request, proceed: Proceed) -> Reply:
        left = self._left.get(request.method)
        return left.pop(0) if left else await proceed(request)


def files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name not in HELD:
            yield path


def holders(folder: Path, outputs: list[str]) -> list[str]:
    """Name every file and output with a canary in it."""
    found = [str(path) for path in files(folder) if _holds(path.read_bytes())]
    return found + [text for text in outputs if _holds(text.encode())]


def _holds(content: bytes) -> bool:
    return any(canary in content for canary in CANARIES)


@pytest.mark.parametrize("environment", [polling, webhook])
async def test_no_output_and_no_file_of_a_whole_run_holds_a_secret(
    harbour: Home, tmp_path: Path, environment: Environment
) -> None:
    home, outputs = tmp_path / "home", list[str]()
    shutil.copytree(harbour.path, home)
    async with BotApi(token=TOKEN) as server:
        ada = server.world.person("Ada")
        server.rules.append(Trouble())
        environ = environment(server, home, tmp_path)
        for number, n_messages in ((signal.SIGTERM, 3), (signal.SIGKILL, 4)):
            async with started(environ, "-c", TALKATIVE) as process:
                for text in ("When was the lighthouse switched off?", "/start CODE", "/why"):
                    ada.says(text)
                await ada.chat.until(n_messages, timeout=40)
                ended = await process.end(number)
            outputs += [ended.out, ended.err]
        server.token = "700000001:" + "W" * 35  # the token counts no more
        async with started(environ, "-c", TALKATIVE) as process:
            ended = await process.end(None)
        outputs += [ended.out, ended.err]
    doctor = quoth("doctor", "--home", home)
    outputs += [doctor.out, doctor.err]

    assert (ended.code, "does not know this token" in ended.err) == (1, True)

    # The libraries did log what they called, and the secrets are where they belong.
    called = "Calling Bot API endpoint `sendMessage`"
    assert sum(called in line for text in outputs for line in text.splitlines()) > 2
    assert _holds((tmp_path / "token").read_bytes())
    assert len(list(files(tmp_path))) > 10
    assert holders(tmp_path, outputs) == []


@pytest.mark.parametrize(
    "text", [TOKEN, f"a{SECRET}b", KEY, base64.b64encode(TOKEN.encode()).decode()]
)
def test_the_search_finds_what_is_planted(tmp_path: Path, text: str) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "planted.db").write_bytes(b"\x00" + text.encode())

    assert holders(tmp_path, [text]) == [str(tmp_path / "below" / "planted.db"), text]


def test_the_files_that_go_into_an_image_or_a_repository_hold_no_token() -> None:
    token = re.compile(rb"(?<![\w-])[0-9]{8,10}:AA[A-Za-z0-9_-]{33}(?![\w-])")
    folders = [ROOT / name for name in ("bot", "corpus", "retrieval", "deploy", "tests")]
    found = [
        path.name
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and path.suffix in {".py", ".md", ".yaml", ".service", ".json", ".txt"}
        if token.search(path.read_bytes())
    ]

    assert found == []
