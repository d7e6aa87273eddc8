"""The Bot API as plain calls: names and JSON in, JSON out, errors as the library knows them."""

from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies

from telegram import Bot
from telegram.request import BaseRequest, HTTPXRequest

from bot.channels.telegram.api.requesting import Request
from bot.settings import TelegramSettings

__all__ = ["Api"]

# Seconds. A message whose outcome stays unknown may be sent twice, so this is patient.
LONGEST_CALL, LONGEST_CONNECT = 30.0, 10.0
# How many connections to keep; callers keep to fewer calls at once.
MOST_CONNECTIONS = 64


class Api(Bot):
    """The library's bot, which also makes calls without looking into what it is given.

    Parameters
    ----------
    settings
        the token and the server.
    """

    def __init__(self, settings: TelegramSettings) -> None:
        polling, calling = _request(settings.api), _request(settings.api)
        super().__init__(
            settings.token.reveal(),
            base_url=f"{settings.api}/bot",
            base_file_url=f"{settings.api}/file/bot",
            get_updates_request=polling,
            request=calling,
        )
        # The library lets its objects be given protected attributes only.
        self._connections = (polling, calling)

    async def call(self, method: str, parameters: dict[str, Any], seconds: float) -> Any:
        """Make a call and return its result.

        Parameters
        ----------
        method
            as the Bot API names it.
        parameters
            as the Bot API names them.
        seconds
            how long to wait for the answer.

        Raises
        ------
        TelegramError
            There is none, or it is a refusal.
        """
        return await self._post(method, parameters, read_timeout=seconds)

    async def renew(self) -> None:
        """Close every connection and begin with fresh ones."""
        for request in self._connections:
            await request.shutdown()
            await request.initialize()

    async def close_connections(self) -> None:
        """Close every connection; the library itself closes none that it failed to open."""
        for request in self._connections:
            await request.shutdown()


def _request(api: str) -> BaseRequest:
    """Return what makes calls: a general client where there is a proxy between."""
    proxies = getproxies()
    if urlsplit(api).scheme in proxies or "all" in proxies:
        return _general()
    return Request(_general, read_timeout=LONGEST_CALL, connect_timeout=LONGEST_CONNECT)


def _general() -> HTTPXRequest:
    return HTTPXRequest(
        connection_pool_size=MOST_CONNECTIONS,
        read_timeout=LONGEST_CALL,
        write_timeout=LONGEST_CALL,
        connect_timeout=LONGEST_CONNECT,
        pool_timeout=LONGEST_CALL,
    )
