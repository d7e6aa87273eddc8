"""As little of HTTP/1.1 as a Bot API client needs: kept-alive POST and GET with a length."""

import asyncio
from collections.abc import Callable
from typing import Protocol
from urllib.parse import parse_qsl

__all__ = ["Connection", "Exchange", "Respond"]

# Takes a status and a JSON body; calling it twice, or after the end, does nothing.
Respond = Callable[[int, bytes], None]
END_OF_HEAD = b"\r\n\r\n"


class Exchange(Protocol):
    """Answers calls, at once or later."""

    def call(self, method: str, parameters: dict[str, str], body: bytes, respond: Respond) -> None:
        """Take a call: the method's name, a form's fields, and the body as it came."""
        ...


class Connection(asyncio.Protocol):
    """One client.

    Parameters
    ----------
    exchange
        answers its calls.
    """

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange
        self._waiting = b""
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way back."""
        if isinstance(transport, asyncio.WriteTransport):
            self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Take bytes, and answer every request that is whole."""
        self._waiting += data
        while (end := self._waiting.find(END_OF_HEAD)) >= 0:
            head = self._waiting[:end]
            start = end + len(END_OF_HEAD)
            stop = start + _length(head)
            if len(self._waiting) < stop:
                return
            body, self._waiting = self._waiting[start:stop], self._waiting[stop:]
            self._take(head, body)

    def _take(self, head: bytes, body: bytes) -> None:
        target = head.split(b" ", 2)[1].decode()
        path, _, query = target.partition("?")
        is_json = b"application/json" in head
        fields = dict(parse_qsl(query if is_json or not body else body.decode()))
        self._exchange.call(path.rsplit("/", 1)[-1], fields, body if is_json else b"", self._send)

    def _send(self, status: int, body: bytes) -> None:
        if self._transport is None or self._transport.is_closing():
            return
        head = (
            f"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        self._transport.write(head.encode() + body)


def _length(head: bytes) -> int:
    """Return the length of the body in bytes."""
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    return 0
