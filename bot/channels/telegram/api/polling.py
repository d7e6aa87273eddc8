"""Updates by long polling: an update is confirmed only once it is in the inbox."""

import asyncio
import contextlib
from collections.abc import Sequence
from typing import Any, Final

import structlog
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.channels.telegram.api.calling import Api
from bot.channels.telegram.api.receiving import KINDS, Reader
from bot.channels.telegram.life.health import Health
from bot.channels.telegram.life.patience import Patience
from bot.delivery.committing import NotStored
from bot.delivery.delivering import Deliverer
from bot.delivery.stopping import Stop, Stopped

__all__ = ["Poller"]

# How many updates to take at once, the most there is.
MOST_UPDATES: Final = 100
# Seconds that the server may hold a request back while there is no update, and beyond.
LONGEST_POLL, GRACE = 30, 10.0
# Seconds for the last confirmation, which is a courtesy.
LONGEST_FAREWELL = 2.0

log = structlog.stdlib.get_logger()


class Poller:
    """Receives updates until told to stop; no error ends it.

    Parameters
    ----------
    api
        makes the calls.
    reader
        reads what comes.
    deliverer
        keeps it.
    health
        is told how it goes.
    stop
        ends it.
    """

    def __init__(
        self, api: Api, reader: Reader, deliverer: Deliverer, health: Health, stop: Stop
    ) -> None:
        self._api = api
        self._reader = reader
        self._deliverer = deliverer
        self._health = health
        self._stop = stop
        # What stands before it is confirmed by the next request; 0 confirms nothing. It never
        # outlasts that request: after an idle week the next ids may well be smaller.
        self._offset = 0

    async def run(self) -> None:
        """Receive until told to stop."""
        patience = Patience(self._stop)
        with contextlib.suppress(Stopped):
            while not self._stop.is_wanted:
                await self._until_room()
                if await self._round():
                    patience.renew()
                else:
                    await patience.wait()
        await self._confirm()

    async def _round(self) -> bool:
        """Ask once, and keep what comes; say whether that went well."""
        try:
            updates = await self._or_stop(self._updates())
        except TelegramError as error:
            self._note(error)
            return False
        self._health.received()
        arrivals = self._reader.arrivals(updates)
        try:
            await self._deliverer.accept(arrivals)
        except NotStored as error:
            log.warning("updates not kept", reason=str(error))
            return False
        self._offset = max((each.update_id + 1 for each in arrivals), default=0)
        if len(arrivals) < len(updates):
            log.warning("updates without a number", n_updates=len(updates) - len(arrivals))
        # What cannot be confirmed comes again at once.
        return bool(arrivals) or not updates

    async def _updates(self) -> Sequence[object]:
        parameters = {
            "offset": self._offset,
            "limit": MOST_UPDATES,
            "timeout": LONGEST_POLL,
            "allowed_updates": KINDS,
        }
        result = await self._api.call("getUpdates", parameters, LONGEST_POLL + GRACE)
        if not isinstance(result, list):
            raise TelegramError("this is no list of updates")
        return result

    def _note(self, error: TelegramError) -> None:
        reason = str(error)
        if isinstance(error, InvalidToken):
            self._health.refused()
            reason = "the token is refused"
        elif isinstance(error, Conflict):
            self._health.conflict()
        log.warning("no updates from the API server", reason=reason)

    async def _until_room(self) -> None:
        """Leave everything with the server while there is too much here."""
        if self._deliverer.is_full:
            log.info("inbox full", open=self._deliverer.n_open)
            await self._or_stop(self._deliverer.room())

    async def _or_stop(self, work: Any) -> Any:
        """Wait for something, but not beyond the wish to stop."""
        task: asyncio.Future[Any] = asyncio.ensure_future(work)
        stop: asyncio.Future[Any] = asyncio.ensure_future(self._stop.wait())
        await asyncio.wait([task, stop], return_when=asyncio.FIRST_COMPLETED)
        stop.cancel()
        if task.done():
            return task.result()
        task.cancel()
        await asyncio.wait([task])
        raise Stopped

    async def _confirm(self) -> None:
        """Let the server forget what is kept here; the inbox knows it if that fails."""
        if self._offset == 0:
            return
        parameters = {"offset": self._offset, "limit": 1, "timeout": 0, "allowed_updates": KINDS}
        with contextlib.suppress(TelegramError, TimeoutError):
            async with asyncio.timeout(LONGEST_FAREWELL):
                await self._api.call("getUpdates", parameters, LONGEST_FAREWELL)
