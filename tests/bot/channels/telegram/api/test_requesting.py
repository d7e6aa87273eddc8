"""Calls over kept connections: what comes back, and whether a failed one was sent."""

import asyncio
import json
import socket
from collections.abc import Iterator
from contextlib import closing

import httpx
import pytest
from telegram import InputFile
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, HTTPXRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from bot.channels.telegram.api.requesting import Request
from bot.channels.telegram.api.sending import outcome_of
from bot.channels.telegram.api.wire import LARGEST_BODY
from bot.delivery.values import Doubtful, Postponed
from tests.bot.channels.telegram.scripted import CLOSE, HANG, Said, answer, scripted

RESULT = b'{"ok":true,"result":7}'
OK = answer(RESULT)


def request(*, read: float = 5.0, connect: float = 5.0) -> Request:
    return Request(HTTPXRequest, read_timeout=read, connect_timeout=connect)


def form(**parameters: object) -> RequestData:
    return RequestData([RequestParameter.from_input(*item) for item in parameters.items()])


async def post(made: BaseRequest, url: str, data: RequestData | None = None) -> object:
    return await made.post(f"{url}/bot1:T/sendMessage", data)


async def failure(made: BaseRequest, url: str) -> TelegramError:
    with pytest.raises(TelegramError) as raised:
        await post(made, url)
    return raised.value


async def news_to_arrive() -> None:
    """Let the event loop take notice of all that has come by now, by a round trip of its own."""
    async with scripted([OK]) as server, request() as made:
        await post(made, server.url)


@pytest.fixture
def unheard() -> Iterator[str]:
    """The address of a port on which nobody listens."""
    with closing(socket.socket()) as bound:
        bound.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{bound.getsockname()[1]}"


async def test_a_call_carries_its_parameters_as_json_and_returns_the_result() -> None:
    async with scripted([OK]) as server, request() as made:
        result = await post(made, server.url, form(chat_id=7, text="Łęgowo", entities=[{"n": 1}]))

    ((head, body),) = server.requests
    assert result == 7
    assert head.startswith(b"POST /bot1:T/sendMessage HTTP/1.1\r\n")
    assert b"application/json" in head
    assert json.loads(body) == {"chat_id": 7, "text": "Łęgowo", "entities": [{"n": 1}]}


async def test_calls_one_after_the_other_share_a_connection() -> None:
    async with scripted([OK, answer(b"{}", status=502), OK]) as server, request() as made:
        first = await post(made, server.url)
        error = await failure(made, server.url)
        last = await post(made, server.url)

        assert (first, str(error), last) == (7, "Bad Gateway (502)", 7)
        assert server.n_connections == 1


async def test_calls_at_once_have_a_connection_each() -> None:
    async with scripted([OK, OK, OK]) as server, request() as made:
        results = await asyncio.gather(*(post(made, server.url) for _ in range(3)))

        assert (results, server.n_connections) == ([7, 7, 7], 3)


@pytest.mark.parametrize(
    "last",
    [
        answer(RESULT, b"Connection: close"),
        Said(OK.content, is_last=True),
        # The end is where the connection ends.
        Said(b"HTTP/1.0 200 OK\r\n\r\n" + RESULT, is_last=True),
        # More than was asked for.
        Said(OK.content + OK.content),
    ],
)
async def test_a_connection_that_may_have_ended_is_not_used_again(last: Said) -> None:
    async with scripted([last, OK]) as server, request() as made:
        first = await post(made, server.url)
        if last.is_last:
            await server.until_closed()
            await news_to_arrive()
        second = await post(made, server.url)

        assert (first, second, server.n_connections) == (7, 7, 2)


async def test_an_interim_answer_is_passed_over_and_pieces_are_put_together() -> None:
    pieces = b"7\r\n" + RESULT[:7] + b"\r\nf\r\n" + RESULT[7:] + b"\r\n0\r\n\r\n"  # 7 + 15 bytes
    head = b"HTTP/1.1 100 C\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    async with scripted([Said(head + pieces), OK]) as server, request() as made:
        results = [await post(made, server.url) for _ in range(2)]

        assert (results, server.n_connections) == ([7, 7], 1)


async def test_what_never_reached_the_server_is_known_not_to_be_sent(unheard: str) -> None:
    async with request() as made:
        error = await failure(made, unheard)

    assert isinstance(error.__cause__, httpx.ConnectError)
    assert outcome_of(error) == Postponed(str(error))


async def test_a_server_that_does_not_speak_tls_was_sent_nothing() -> None:
    async with scripted([OK]) as server, request(connect=1.0) as made:
        error = await failure(made, server.url.replace("http:", "https:"))

    assert isinstance(error, NetworkError)
    assert isinstance(outcome_of(error), Postponed)
    assert server.requests == []


@pytest.mark.parametrize(
    ("said", "cause"),
    [
        (CLOSE, httpx.RemoteProtocolError),
        (Said(OK.content[:-5], is_last=True), httpx.RemoteProtocolError),
        (Said(b"this is no HTTP\r\n\r\n"), httpx.RemoteProtocolError),
        (HANG, httpx.ReadTimeout),
        (Said(OK.content[:-5]), httpx.ReadTimeout),
    ],
)
async def test_without_a_whole_answer_nobody_knows_what_became_of_a_call(
    said: Said, cause: type[Exception]
) -> None:
    async with scripted([said, OK]) as server, request(read=0.2) as made:
        error = await failure(made, server.url)
        after = await post(made, server.url)

        assert isinstance(error.__cause__, cause)
        assert isinstance(error, TimedOut) == (cause is httpx.ReadTimeout)
        assert outcome_of(error) == Doubtful(str(error))
        assert (after, server.n_connections) == (7, 2)


@pytest.mark.parametrize("begins", [b"Content-Length: %d\r\n\r\n", b"\r\n"])
async def test_an_answer_that_is_too_large_is_not_kept(begins: bytes) -> None:
    length = LARGEST_BODY + 1
    head = b"HTTP/1.1 200 OK\r\n" + (begins % length if b"%" in begins else begins)
    async with scripted([Said(head + bytes(length)), OK]) as server, request() as made:
        error = await failure(made, server.url)
        after = await post(made, server.url)

        assert isinstance(error.__cause__, httpx.RemoteProtocolError)
        assert str(error) == "RemoteProtocolError: the answer is too large"
        assert (after, server.n_connections) == (7, 2)


async def test_an_answer_of_the_largest_size_arrives() -> None:
    body = b'{"ok":true,"result":7}'.ljust(LARGEST_BODY)
    async with scripted([answer(body)]) as server, request() as made:
        assert await post(made, server.url) == 7


async def test_a_call_that_is_given_up_takes_its_connection_along() -> None:
    async with scripted([HANG, OK]) as server, request() as made:
        call = asyncio.create_task(post(made, server.url))
        await server.until_seen(1)
        call.cancel()
        await asyncio.wait([call])
        after = await post(made, server.url)

        assert call.cancelled()
        assert (after, server.n_connections) == (7, 2)


async def test_closing_the_connections_ends_calls_under_way_and_later_ones_begin_afresh() -> None:
    async with scripted([OK, HANG, OK]) as server, request() as made:
        await post(made, server.url)
        call = asyncio.create_task(failure(made, server.url))
        await server.until_seen(2)
        await made.shutdown()
        error = await call
        after = await post(made, server.url)

        assert isinstance(error.__cause__, httpx.ReadError)
        assert (after, server.n_connections) == (7, 2)


async def test_nothing_stays_open_in_the_end() -> None:
    async with scripted([OK, OK]) as server:
        async with request() as made:
            await asyncio.gather(*(post(made, server.url) for _ in range(2)))

        await server.until_closed()

        assert (server.n_connections, server.n_open) == (2, 0)


async def test_files_go_by_another_client_both_ways() -> None:
    data = form(chat_id=7, document=InputFile(b"Sails at noon.", "harbour.txt"))
    async with scripted([OK]) as server, request() as made:
        result = await post(made, server.url, data)

    ((head, body),) = server.requests
    assert result == 7
    assert b"multipart/form-data" in head
    assert b"Sails at noon." in body
