"""The endpoint: what it lets in, and when it says so."""

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from socket import socket

import httpx
import pytest

from bot.channels.telegram.api.receiving import Reader
from bot.channels.telegram.api.webhook import LARGEST_BODY, SECRET_HEADER, Endpoint
from bot.secret import Secret
from bot.settings import Webhook
from tests.bot.delivery.carrying import Carrier, Echo, Post, working

SECRET = "s" * 32
RIGHT = {SECRET_HEADER: SECRET}
UPDATE = {"update_id": 5, "message": {"chat": {"id": 7}}, "chat": 7, "text": "a"}


@pytest.fixture
async def post(tmp_path: Path) -> AsyncIterator[Post]:
    carrier = Carrier()
    carrier.gate.set()
    async with working(tmp_path / "quoth.db", carrier, Echo(), most_open=1) as working_post:
        yield working_post


@pytest.fixture
async def url(post: Post) -> AsyncIterator[str]:
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    webhook = Webhook("127.0.0.1", port, "https://bot.example/hook", Secret(SECRET))
    endpoint = Endpoint(webhook, Reader(), post.deliverer)
    endpoint.start()
    yield f"http://127.0.0.1:{port}"
    await endpoint.close()


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(trust_env=False) as http:
        yield http


async def test_an_update_is_in_the_database_when_it_is_confirmed(
    post: Post, url: str, client: httpx.AsyncClient
) -> None:
    answer = await client.post(f"{url}/hook", json=UPDATE, headers=RIGHT)

    with closing(sqlite3.connect(post.database.file)) as other:
        kept = other.execute("SELECT update_id, chat, lane FROM inbox").fetchall()
    assert answer.status_code == 200
    assert kept == [(5, 7, "7")]
    await post.until(1)
    assert post.carrier.carried == [(7, "a")]


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: ""}, {SECRET_HEADER: "S" * 32}])
async def test_without_the_secret_nothing_is_read(
    post: Post, url: str, client: httpx.AsyncClient, headers: dict[str, str]
) -> None:
    answer = await client.post(f"{url}/hook", json=UPDATE, headers=headers)

    assert (answer.status_code, answer.content) == (403, b"")
    assert post.counts.received == 0


async def test_a_delivery_is_refused_by_its_head_while_the_body_is_still_to_come(url: str) -> None:
    host, port = url.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(b"POST /hook HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n")

    head = await asyncio.wait_for(reader.readline(), 5)
    writer.close()

    assert head == b"HTTP/1.1 403 Forbidden\r\n"


@pytest.mark.parametrize(
    ("path", "method", "body", "status"),
    [
        ("/", "POST", json.dumps(UPDATE), 404),
        ("/hook", "GET", "", 405),
        ("/hook", "POST", " " * (LARGEST_BODY + 1), 413),
        ("/hook", "POST", "{", 400),
        ("/hook", "POST", "[" * 100_000, 400),
        ("/hook", "POST", "{}", 400),
    ],
)
async def test_what_is_no_update_is_refused(
    url: str, client: httpx.AsyncClient, path: str, method: str, body: str, status: int
) -> None:
    answer = await client.request(method, f"{url}{path}", content=body, headers=RIGHT)

    assert answer.status_code == status


async def test_what_cannot_be_kept_is_not_confirmed(
    post: Post, url: str, client: httpx.AsyncClient, tmp_path: Path
) -> None:
    post.database.rows("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(tmp_path / "quoth.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        refused = await client.post(f"{url}/hook", json=UPDATE, headers=RIGHT)
        other.execute("ROLLBACK")

    again = await client.post(f"{url}/hook", json=UPDATE, headers=RIGHT)

    assert (refused.status_code, again.status_code) == (503, 200)


async def test_while_too_much_is_open_updates_stay_with_the_server(
    post: Post, url: str, client: httpx.AsyncClient
) -> None:
    post.carrier.gate.clear()
    updates = [UPDATE | {"update_id": number} for number in range(5)]

    answers = [await client.post(f"{url}/hook", json=each, headers=RIGHT) for each in updates]
    post.carrier.gate.set()

    # One is being sent, so that the two after it are open, which is one too many.
    assert [answer.status_code for answer in answers] == [200, 200, 200, 503, 503]
