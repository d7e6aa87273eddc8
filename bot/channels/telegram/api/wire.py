"""A connection that carries one HTTP/1.1 call after the other, and is given up at any doubt."""

import asyncio

import h11
import httpx

__all__ = ["LARGEST_BODY", "Wire"]

# Bytes of an answer: a hundred updates with the longest texts there are take a few.
LARGEST_BODY = 32 << 20


class Wire(asyncio.Protocol):
    """One connection; what goes wrong is told in the errors of httpx, as the library tells it."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._http = h11.Connection(our_role=h11.CLIENT)
        self._transport: asyncio.Transport | None = None
        # What the call under way waits for, and what has come for it. A call that failed stays
        # here, so that nothing else is carried.
        self._answer: asyncio.Future[tuple[int, bytes]] | None = None
        self._status = 0
        self._body: list[bytes] = []
        self._n_bytes = 0
        # Seconds on the clock of the event loop.
        self.idle_since = self._loop.time()

    @property
    def is_fit(self) -> bool:
        """Whether it is open, and carries no call."""
        is_open = self._transport is not None and not self._transport.is_closing()
        return is_open and self._answer is None

    def close(self) -> None:
        """Close it at once; a call under way fails."""
        if self._transport is not None:
            self._transport.abort()

    async def call(self, head: h11.Request, body: bytes) -> tuple[int, bytes]:
        """Make a call, and return the status and the body of its answer.

        Parameters
        ----------
        head
            names the length of the body.
        body
            may be empty.

        Raises
        ------
        httpx.TransportError
            The connection ends before the whole answer is here, or something else comes.
        """
        if self._transport is None or not self.is_fit:
            raise httpx.LocalProtocolError("the connection is closed, or carries another call")
        answer: asyncio.Future[tuple[int, bytes]] = self._loop.create_future()
        self._answer = answer
        self._status, self._body, self._n_bytes = 0, [], 0
        events = (head, h11.Data(data=body), h11.EndOfMessage())
        self._transport.write(b"".join(self._http.send(event) or b"" for event in events))
        found = await answer
        self._answer, self.idle_since = None, self._loop.time()
        return found

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way out."""
        if isinstance(transport, asyncio.Transport):
            self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Take a piece of an answer; a server that speaks unasked is not listened to."""
        if self._answer is None or self._answer.done():
            self.close()
        else:
            self._take(data)

    def eof_received(self) -> None:
        """Take the end of the stream, which may be the end of an answer."""
        if self._answer is not None and not self._answer.done():
            self._take(b"")

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell the call under way that nothing more comes."""
        self._fail(httpx.ReadError(str(exc or "the connection is closed")))

    def _take(self, data: bytes) -> None:
        try:
            self._http.receive_data(data)
            self._read()
        except h11.RemoteProtocolError as error:
            self._fail(httpx.RemoteProtocolError(str(error)))
            self.close()

    def _read(self) -> None:
        """Go through what has come, as far as it goes."""
        while True:
            event = self._http.next_event()
            if isinstance(event, h11.Response):
                self._status = event.status_code
            elif isinstance(event, h11.Data):
                self._add(bytes(event.data))
            elif isinstance(event, h11.EndOfMessage):
                self._finish()
                return
            elif not isinstance(event, h11.InformationalResponse):
                return

    def _add(self, piece: bytes) -> None:
        self._n_bytes += len(piece)
        if self._n_bytes > LARGEST_BODY:
            raise h11.RemoteProtocolError("the answer is too large")
        self._body.append(piece)

    def _finish(self) -> None:
        """Hand the answer out, and keep the connection where both sides may go on.

        What has come beyond the answer would be taken for the next one.
        """
        is_over = self._http.our_state is h11.DONE and self._http.their_state is h11.DONE
        if is_over and not self._http.trailing_data[0]:
            self._http.start_next_cycle()
        else:
            self.close()
        if self._answer is not None and not self._answer.done():
            self._answer.set_result((self._status, b"".join(self._body)))

    def _fail(self, error: httpx.TransportError) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(error)
