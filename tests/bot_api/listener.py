"""The server's end of HTTP: routes, bodies, and answers that never come."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from .refusals import Refusal
from .rules import Reply
from .shapes import Upload
from .wire import Body

__all__ = ["Listener"]

Respond = Callable[[str, str, Body], Awaitable[Reply]]
ReadFile = Callable[[str, str], bytes | None]


@dataclass(slots=True, eq=False)
class Listener:
    """Listens on a free port of 127.0.0.1 and passes requests on."""

    respond: Respond
    read_file: ReadFile
    url: str = ""
    _server: HTTPServer | None = field(default=None)

    def start(self) -> None:
        """Bind the port; connections are accepted from now on."""
        routes: list[tuple[str, type[RequestHandler], dict[str, object]]] = [
            (r"/bot([^/]*)/([^/]*)", _MethodHandler, {"respond": self.respond}),
            (r"/file/bot([^/]*)/(.*)", _FileHandler, {"read_file": self.read_file}),
        ]
        application = Application(
            [*routes], default_handler_class=_NowhereHandler, log_function=lambda handler: None
        )
        (socket,) = bind_sockets(0, "127.0.0.1")
        self._server = HTTPServer(application)
        self._server.add_sockets([socket])
        self.url = f"http://127.0.0.1:{socket.getsockname()[1]}"

    async def close(self) -> None:
        """Close the port and every connection."""
        if self._server is not None:
            self._server.stop()
            await self._server.close_all_connections()


class _JsonHandler(RequestHandler):
    """Writes answers in the shape of the Bot API."""

    def data_received(self, chunk: bytes) -> None:
        """Take no streamed bodies: they are read whole."""

    def send_reply(self, reply: Reply) -> None:
        if reply.is_dropped:
            if self.request.connection is not None:
                self.detach().close()
            return
        if reply.is_cut:
            self._send_half(reply)
            return
        self.set_status(reply.status)
        self.set_header("Content-Type", "application/json")
        self.finish(reply.body)

    def _send_half(self, reply: Reply) -> None:
        """Write the head and half of the body, and close the connection once that is out."""
        if self.request.connection is None:
            return
        stream = self.detach()
        head = f"HTTP/1.1 {reply.status} Cut\r\nContent-Length: {len(reply.body)}\r\n\r\n"
        written = stream.write(head.encode() + reply.body[: len(reply.body) // 2])
        written.add_done_callback(lambda future: stream.close())


class _NowhereHandler(_JsonHandler):
    """Answers whatever is not part of the API."""

    def prepare(self) -> None:
        self.send_reply(Reply.refusing(Refusal(404, "Not Found")))


class _MethodHandler(_JsonHandler):
    """Answers calls of methods by GET and POST."""

    _poll: asyncio.Task[Reply] | None = None

    def initialize(self, respond: Respond) -> None:
        self.respond = respond

    async def post(self, token: str, method: str) -> None:
        work = asyncio.ensure_future(self.respond(token, method, self._body()))
        if method.lower() == "getupdates":
            self._poll = work
        try:
            self.send_reply(await work)
        except asyncio.CancelledError:
            if self._poll is None:
                raise

    get = post

    def on_connection_close(self) -> None:
        """Give up a poll whose bot is gone; every other request is carried out regardless."""
        if self._poll is not None:
            self._poll.cancel()

    def _body(self) -> Body:
        request = self.request
        if request.headers.get("Content-Type", "").startswith("application/json"):
            return Body(values=request.query_arguments, json=request.body)
        files = {
            name: Upload(given[0]["filename"], given[0]["body"])
            for name, given in request.files.items()
        }
        return Body(values=request.arguments, files=files)


class _FileHandler(_JsonHandler):
    """Hands out the files people sent."""

    def initialize(self, read_file: ReadFile) -> None:
        self.read_file = read_file

    def get(self, token: str, path: str) -> None:
        content = self.read_file(token, path)
        if content is None:
            self.send_reply(Reply.refusing(Refusal(404, "Not Found")))
        else:
            self.finish(content)
