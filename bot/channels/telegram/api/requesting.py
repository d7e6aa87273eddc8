"""Calls without files over connections that are kept, at a fraction of a general client's work."""

import asyncio
import json
import ssl
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import SplitResult, urlsplit

import h11
import httpx
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.channels.telegram.api.wire import Wire

__all__ = ["Request"]

# Seconds that an idle connection is trusted: what lies between may forget it without a word.
LONGEST_IDLE = 5.0
# Seconds before the next address of a server is tried beside the first.
NEXT_ADDRESS = 0.25
PORTS: Final = {"http": 80, "https": 443}
# Stands for seconds that are not given; its type is the library's own affair.
NOT_GIVEN: Final[Any] = BaseRequest.DEFAULT_NONE


class Request(BaseRequest):
    """Makes calls, and leaves those with files, both ways, to another client.

    Its errors are the library's with those of httpx for a cause, so that it can be told whether a
    call was sent.

    Parameters
    ----------
    make_other
        makes the other client, when there is a file.
    read_timeout
        seconds for a whole answer where a call names none.
    connect_timeout
        seconds for a connection where a call names none.
    """

    def __init__(
        self,
        make_other: Callable[[], BaseRequest],
        *,
        read_timeout: float,
        connect_timeout: float,
    ) -> None:
        self._make_other = make_other
        self._read_timeout = read_timeout
        self._connect_timeout = connect_timeout
        self._other: BaseRequest | None = None
        self._trust: ssl.SSLContext | None = None
        # With the server each leads to, longest idle first. The last is used first, so that what
        # is not needed grows old.
        self._idle: list[tuple[str, Wire]] = []
        self._busy: set[Wire] = set()

    @property
    def read_timeout(self) -> float | None:
        """Seconds for a whole answer where a call names none."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Do nothing: connections are made when they are needed."""

    async def shutdown(self) -> None:
        """Close every connection; calls under way fail, later ones begin with fresh ones."""
        for wire in (*self._busy, *(wire for _, wire in self._idle)):
            wire.close()
        self._idle.clear()
        other, self._other = self._other, None
        if other is not None:
            await other.shutdown()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = NOT_GIVEN,
        write_timeout: Any = NOT_GIVEN,
        connect_timeout: Any = NOT_GIVEN,
        pool_timeout: Any = NOT_GIVEN,
    ) -> tuple[int, bytes]:
        """Make a call, and return the status and the body of its answer."""
        if method != "POST" or (request_data is not None and request_data.contains_files):
            other = await self._for_files()
            timeouts = (read_timeout, write_timeout, connect_timeout, pool_timeout)
            return await other.do_request(url, method, request_data, *timeouts)
        body = json.dumps(request_data.parameters if request_data else {}).encode()
        place = urlsplit(url)
        wire = await self._wire(place, _seconds(connect_timeout, self._connect_timeout))
        self._busy.add(wire)
        try:
            async with asyncio.timeout(_seconds(read_timeout, self._read_timeout)):
                return await wire.call(_head(place, len(body)), body)
        except TimeoutError:
            raise TimedOut from httpx.ReadTimeout("no whole answer in time")
        except httpx.TransportError as error:
            raise NetworkError(f"{type(error).__name__}: {error}") from error
        finally:
            self._busy.discard(wire)
            self._keep(place, wire)

    async def _wire(self, place: SplitResult, seconds: float | None) -> Wire:
        """Return a connection that can be trusted, or a fresh one."""
        self._drop_old()
        while self._idle:
            server, wire = self._idle.pop()
            if wire.is_fit and server == _server(place):
                return wire
            wire.close()
        try:
            async with asyncio.timeout(seconds):
                return await self._connect(place)
        except TimeoutError:
            raise TimedOut from httpx.ConnectTimeout("no connection in time")
        except OSError as error:
            raise NetworkError(f"ConnectError: {error}") from httpx.ConnectError(str(error))

    def _drop_old(self) -> None:
        oldest = asyncio.get_running_loop().time() - LONGEST_IDLE
        while self._idle and self._idle[0][1].idle_since < oldest:
            self._idle.pop(0)[1].close()

    async def _connect(self, place: SplitResult) -> Wire:
        is_secret = place.scheme == "https"
        if is_secret and self._trust is None:
            self._trust = httpx.create_ssl_context()
        _, wire = await asyncio.get_running_loop().create_connection(
            Wire,
            place.hostname or "",
            place.port or PORTS[place.scheme],
            ssl=self._trust if is_secret else None,
            happy_eyeballs_delay=NEXT_ADDRESS,
        )
        return wire

    def _keep(self, place: SplitResult, wire: Wire) -> None:
        """Keep a connection for the next call, unless its own is not over."""
        if wire.is_fit:
            self._idle.append((_server(place), wire))
        else:
            wire.close()

    async def _for_files(self) -> BaseRequest:
        if self._other is None:
            self._other = self._make_other()
            await self._other.initialize()
        return self._other


def _server(place: SplitResult) -> str:
    return f"{place.scheme}://{place.netloc}"


def _head(place: SplitResult, n_bytes: int) -> h11.Request:
    headers = [
        ("Host", place.netloc),
        ("User-Agent", BaseRequest.USER_AGENT),
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
        ("Content-Length", str(n_bytes)),
    ]
    return h11.Request(method="POST", target=place.path, headers=headers)


def _seconds(given: Any, otherwise: float) -> float | None:
    """Return the seconds given, where None means for ever."""
    return given if given is None or isinstance(given, int | float) else otherwise
