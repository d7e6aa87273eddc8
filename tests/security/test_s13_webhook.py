"""S13: the webhook judges a delivery by its head, and reads no body that it was not meant to get.

A delivery counts once, and only with the secret: tests/bot/channels/telegram/test_process.py.
"""

import ast
import asyncio
import contextlib
import json
import shutil
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from bot.channels.telegram.api import webhook as endpoint
from bot.home import Home
from tests.bot.channels.telegram.process import SECRET, Process, started, webhook
from tests.bot_api import BotApi, Person

HEADER = "X-Telegram-Bot-Api-Secret-Token"
HUNDRED_MB = 100_000_000
# Seconds that the answer to a head may take.
PATIENCE = 5.0


@dataclass(frozen=True, slots=True)
class Door:
    """A bot that listens, and the person who talks to it through the server."""

    server: BotApi
    ada: Person
    process: Process
    host: str
    port: int

    async def knock(
        self,
        headers: Mapping[str, str],
        body: bytes = b"",
        *,
        method: str = "POST",
        path: str = "/hook",
    ) -> int:
        """Send a head and perhaps a body, and return the status of the answer; 0 for none."""
        reader, writer = await asyncio.open_connection(self.host, self.port)
        lines = [
            f"{method} {path} HTTP/1.1",
            "Host: bot",
            *(f"{k}: {v}" for k, v in headers.items()),
        ]
        with contextlib.suppress(ConnectionError):
            writer.write("\r\n".join([*lines, "", ""]).encode("latin-1") + body)
            await writer.drain()
        try:
            line = await asyncio.wait_for(reader.readline(), PATIENCE)
        except ConnectionError:
            line = b""
        finally:
            writer.close()
        return int(line.split()[1]) if line else 0

    @property
    def megabytes(self) -> float:
        """Resident memory of the bot."""
        text = Path(f"/proc/{self.process.process.pid}/status").read_text()
        return int(text.split("VmRSS:")[1].split()[0]) / 1024

    async def answers(self) -> bool:
        """Say whether the bot still answers what Telegram brings."""
        n_messages = len(self.ada.chat.messages)
        self.ada.says("/help")
        return len(await self.ada.chat.until(n_messages + 1, timeout=20)) > n_messages


@asynccontextmanager
async def listening(home: Home, folder: Path) -> AsyncIterator[Door]:
    shutil.copytree(home.path, folder / "home")
    async with BotApi() as server:
        environ = webhook(server, folder / "home", folder)
        address = urlsplit(environ["QUOTH_WEBHOOK_URL"])
        async with started(environ) as process:
            door = Door(
                server,
                server.world.person("Ada"),
                process,
                str(address.hostname),
                address.port or 0,
            )
            assert await door.answers()
            yield door
            await process.end()


def length(n: int) -> dict[str, str]:
    return {"Content-Type": "application/json", "Content-Length": str(n)}


WRONG: list[dict[str, str]] = [
    {},
    {HEADER: ""},
    {HEADER: "wrong"},
    {HEADER: SECRET[:-1]},
    {HEADER: SECRET + "x"},
    {HEADER: SECRET.lower()},
    {HEADER: "\xff" * len(SECRET)},
    {"Authorization": SECRET},
]
RIGHT = {HEADER: SECRET}


async def test_whoever_lacks_the_secret_is_refused_before_a_body_is_read(
    harbour: Home, tmp_path: Path
) -> None:
    async with listening(harbour, tmp_path) as door:
        # No byte of the hundred megabytes is ever sent.
        statuses = [await door.knock(length(HUNDRED_MB) | each) for each in WRONG]
        others = [
            await door.knock(length(0), method=method, path=path)
            for method, path in (("GET", "/hook"), ("PUT", "/hook"), ("POST", "/other"))
        ]

        assert statuses == [403] * len(WRONG)
        assert others == [403, 403, 403]  # what there is besides is nobody's business
        assert await door.answers()


async def test_with_the_secret_only_a_small_update_to_the_right_place_is_taken(
    harbour: Home, tmp_path: Path
) -> None:
    deep = b"[" * 200_000
    chunks = b"".join(b"%x\r\n%s\r\n" % (60_000, b"a" * 60_000) for _ in range(20))
    async with listening(harbour, tmp_path) as door:
        statuses = [
            await door.knock(length(1_000_001) | RIGHT),
            await door.knock(length(HUNDRED_MB) | RIGHT),
            await door.knock(length(2) | RIGHT, b"{}", path="/other"),
            await door.knock(length(0) | RIGHT, method="GET"),
            await door.knock(length(len(deep)) | RIGHT, deep),
            await door.knock(length(4) | RIGHT, b"null"),
            await door.knock(length(4) | RIGHT, b"\xff\xfe{}"),
        ]
        chunked = await door.knock({"Transfer-Encoding": "chunked", **RIGHT}, chunks)

        assert statuses == [413, 413, 404, 405, 400, 400, 400]
        assert chunked in (0, 400, 413)  # over a million bytes; cut off
        assert await door.answers()


async def test_an_update_is_taken_whatever_the_spelling_of_its_content_type(
    harbour: Home, tmp_path: Path
) -> None:
    async with listening(harbour, tmp_path) as door:
        statuses = []
        for number, kind in enumerate(("application/json", "application/json; charset=utf-8"), 900):
            message = door.ada.says("/privacy").payload
            body = json.dumps({"update_id": number, "message": message}).encode()
            headers = length(len(body)) | RIGHT | {"Content-Type": kind}
            statuses.append(await door.knock(headers, body))

        assert statuses == [200, 200]


async def test_bodies_that_nobody_asked_for_do_not_fill_the_memory(
    harbour: Home, tmp_path: Path
) -> None:
    body = b"x" * 30_000_000
    async with listening(harbour, tmp_path) as door:
        before = door.megabytes

        statuses = await asyncio.gather(*(door.knock(length(len(body)), body) for _ in range(6)))

        assert set(statuses) <= {403, 0}
        assert door.megabytes - before < 20
        assert await door.answers()


async def test_connections_that_never_finish_their_head_keep_nobody_out(
    harbour: Home, tmp_path: Path
) -> None:
    async with listening(harbour, tmp_path) as door, contextlib.AsyncExitStack() as stack:
        for _ in range(200):
            _, writer = await asyncio.open_connection(door.host, door.port)
            stack.callback(writer.close)
            writer.write(b"POST /hook HTTP/1.1\r\nHost: b")

        assert await door.answers()
        assert await door.knock(length(0)) == 403


def test_the_secret_is_compared_in_constant_time_alone() -> None:
    tree = ast.parse(Path(endpoint.__file__).read_text())
    compared = [ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Compare)]
    called = [ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)]

    assert [text for text in compared if "secret" in text or "reveal" in text] == []
    assert called.count("hmac.compare_digest") == 1


@pytest.mark.parametrize("limit", [endpoint.LARGEST_BODY, endpoint.LARGEST_HEADERS])
def test_what_is_taken_in_at_once_is_a_megabyte_at_most(limit: int) -> None:
    assert 10_000 < limit <= 1_000_000
