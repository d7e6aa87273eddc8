"""A server that answers each request with what comes next in a script, whatever was asked."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

__all__ = ["CLOSE", "HANG", "Said", "Scripted", "answer", "scripted"]

END_OF_HEAD = b"\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Said:
    """What a request gets.

    Attributes:
        content: bytes on the wire.
        is_last: whether the connection ends behind them.
    """

    content: bytes = b""
    is_last: bool = False


HANG, CLOSE = Said(), Said(is_last=True)


@dataclass(slots=True)
class Scripted:
    """The server, and what it saw.

    Attributes:
        url: its address.
        script: what is still to be answered.
        requests: head and body of each request, in order.
        n_connections: that were made to it.
        n_open: that are not closed.
    """

    script: list[Said]
    url: str = ""
    requests: list[tuple[bytes, bytes]] = field(default_factory=list)
    n_connections: int = 0
    n_open: int = 0
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one connection."""
        self.n_connections += 1
        self.n_open += 1
        try:
            while await self._answer(reader, writer):
                pass
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()
            self.n_open -= 1
            self.changed.set()

    async def until_seen(self, n_requests: int) -> None:
        """Wait until there were so many requests."""
        await self._until(lambda: len(self.requests) >= n_requests)

    async def until_closed(self) -> None:
        """Wait until no connection is open."""
        await self._until(lambda: self.n_open == 0)

    async def _until(self, is_true: Callable[[], bool]) -> None:
        async with asyncio.timeout(5):
            while not is_true():
                self.changed.clear()
                await self.changed.wait()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = await reader.readuntil(END_OF_HEAD)
        length = next(
            int(line.partition(b":")[2])
            for line in head.split(b"\r\n")
            if line.lower().startswith(b"content-length")
        )
        self.requests.append((head, await reader.readexactly(length)))
        self.changed.set()
        said = self.script.pop(0)
        writer.write(said.content)
        await writer.drain()
        return not said.is_last


def answer(body: bytes, *fields: bytes, status: int = 200) -> Said:
    """Return an answer with a length."""
    lines = (b"HTTP/1.1 %d X" % status, b"Content-Length: %d" % len(body), *fields)
    return Said(b"\r\n".join(lines) + END_OF_HEAD + body)


@asynccontextmanager
async def scripted(script: Sequence[Said]) -> AsyncIterator[Scripted]:
    """Run a server that answers in turn what the script says."""
    state = Scripted([*script])
    server = await asyncio.start_server(state.serve, "127.0.0.1", 0)
    state.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield state
    finally:
        server.close()
