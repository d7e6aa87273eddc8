"""The Bot API as plain calls: names and JSON in, JSON out, errors as the library knows them."""

from typing import Any

from telegram import Bot
from telegram.request import HTTPXRequest

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
        polling, calling = _request(4), _request(MOST_CONNECTIONS)
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


def _request(n_connections: int) -> HTTPXRequest:
    return HTTPXRequest(
        connection_pool_size=n_connections,
        read_timeout=LONGEST_CALL,
        write_timeout=LONGEST_CALL,
        connect_timeout=LONGEST_CONNECT,
        pool_timeout=LONGEST_CALL,
    )
