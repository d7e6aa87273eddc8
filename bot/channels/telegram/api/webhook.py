"""Updates by webhook: nobody is let in without the secret, and 200 means kept."""

import contextlib
import hmac
import json
from urllib.parse import urlsplit

import structlog
from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPServerRequest
from tornado.web import Application, RequestHandler, stream_request_body

from bot.channels.telegram.api.receiving import Reader
from bot.delivery.committing import NotStored
from bot.delivery.delivering import Deliverer
from bot.settings import Webhook

__all__ = ["Endpoint"]

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
# Bytes of an update and of its headers; Telegram's are far smaller.
LARGEST_BODY, LARGEST_HEADERS = 1_000_000, 16_384
# Seconds for a body to arrive, and for a connection to be idle.
BODY_SECONDS, IDLE_SECONDS = 10.0, 60.0

log = structlog.stdlib.get_logger()


class Endpoint:
    """Listens for updates.

    Parameters
    ----------
    webhook
        where, and with which secret.
    reader
        reads what comes.
    deliverer
        keeps it.
    """

    def __init__(self, webhook: Webhook, reader: Reader, deliverer: Deliverer) -> None:
        self._webhook = webhook
        application = Application(
            [(r".*", _Delivery, {"webhook": webhook, "reader": reader, "deliverer": deliverer})],
            log_function=lambda _: None,
        )
        self._server = HTTPServer(
            application,
            max_body_size=LARGEST_BODY,
            max_header_size=LARGEST_HEADERS,
            body_timeout=BODY_SECONDS,
            idle_connection_timeout=IDLE_SECONDS,
        )

    def start(self) -> None:
        """Listen.

        Raises
        ------
        OSError
            Somebody else does, or it is not allowed.
        """
        self._server.listen(self._webhook.port, self._webhook.host)

    async def close(self) -> None:
        """Take nothing more in, and wait for what is being kept."""
        self._server.stop()
        await self._server.close_all_connections()


@stream_request_body
class _Delivery(RequestHandler):
    """One delivery."""

    def initialize(self, webhook: Webhook, reader: Reader, deliverer: Deliverer) -> None:
        self._webhook = webhook
        self._reader = reader
        self._deliverer = deliverer
        self._body = bytearray()

    def prepare(self) -> None:
        """Judge a delivery by its head, before its body is read."""
        status = _judge(self.request, self._webhook)
        if status is None and self._deliverer.is_full:
            status = 503
        if status is not None:
            self._end(status)

    def data_received(self, chunk: bytes) -> None:
        """Gather the body; the server has cut it off where it is too long."""
        self._body += chunk

    async def post(self) -> None:
        """Keep an update, and say so."""
        try:
            update = json.loads(self._body)
        except (ValueError, RecursionError):
            return self._end(400)
        arrivals = self._reader.arrivals([update])
        if not arrivals:
            return self._end(400)
        try:
            await self._deliverer.accept(arrivals)
        except NotStored as error:
            log.warning("update not kept", reason=str(error))
            return self._end(503)
        return self._end(200)

    def write_error(self, status_code: int, **about: object) -> None:
        """Say nothing about what went wrong."""
        self.finish()

    def _end(self, status: int) -> None:
        self.set_status(status)
        with contextlib.suppress(RuntimeError):
            self.finish()


def _judge(request: HTTPServerRequest, webhook: Webhook) -> int | None:
    """Return the status that refuses a delivery by its head, or None."""
    given = request.headers.get(SECRET_HEADER, "")
    # In a time that does not tell how much of it is right.
    if not hmac.compare_digest(given.encode(), webhook.secret.reveal().encode()):
        return 403
    if request.path != (urlsplit(webhook.url).path or "/"):
        return 404
    if request.method != "POST":
        return 405
    length = request.headers.get("Content-Length", "0")
    if not length.isdecimal() or int(length) > LARGEST_BODY:
        return 413
    return None
