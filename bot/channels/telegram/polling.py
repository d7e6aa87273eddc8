"""Updates by long polling: an update is confirmed only once it is answered.

Whatever ends the process, no question is lost. A stop confirms exactly what is answered; after a
kill at most `MOST_UPDATES` are answered a second time.
"""

import asyncio
from collections.abc import Sequence
from typing import Any, Final

import structlog
from telegram import Update
from telegram.error import InvalidToken, TelegramError

from bot.channels.telegram.handling import AnyApplication
from bot.channels.telegram.patience import Patience

__all__ = ["KINDS", "poll"]

# Kinds of updates to receive; edited messages get no second answer.
KINDS: Final = ["message"]
# How many updates to take at once; they are confirmed together.
MOST_UPDATES: Final = 10
# Seconds that the server may hold a request back while there is no update.
LONGEST_POLL: Final = 30

log = structlog.stdlib.get_logger()


async def poll(application: AnyApplication, stopping: asyncio.Event) -> None:
    """Receive and answer, one update after the other, until told to stop.

    Raises
    ------
    InvalidToken
        The token does not count any more.
    """
    patience, offset = Patience(stopping), 0
    while not stopping.is_set():
        try:
            updates = await _next(application, offset, stopping)
        except InvalidToken:
            raise
        except TelegramError as error:
            reason, pause = str(error), patience.pause
            log.warning("no updates from the API server", reason=reason, next_try_in=pause)
            await patience.wait()
            continue
        patience.renew()
        for update in updates:
            if not stopping.is_set():
                await application.process_update(update)
                offset = update.update_id + 1
    await _confirm(application, offset)


async def _next(
    application: AnyApplication, offset: int, stopping: asyncio.Event
) -> Sequence[Update]:
    """Confirm what stands before the offset, and return the next updates, none when stopping."""
    request: asyncio.Future[Any] = asyncio.ensure_future(
        application.bot.get_updates(
            offset=offset, limit=MOST_UPDATES, timeout=LONGEST_POLL, allowed_updates=KINDS
        )
    )
    stop: asyncio.Future[Any] = asyncio.ensure_future(stopping.wait())
    await asyncio.wait([request, stop], return_when=asyncio.FIRST_COMPLETED)
    stop.cancel()
    if request.done():
        updates: Sequence[Update] = request.result()
        return updates
    request.cancel()
    await asyncio.wait([request])
    return ()


async def _confirm(application: AnyApplication, offset: int) -> None:
    """Let the server forget what is answered."""
    if offset == 0:
        return
    try:
        await application.bot.get_updates(offset=offset, limit=1, timeout=0, allowed_updates=KINDS)
    except TelegramError as error:
        log.warning("last answers not confirmed", reason=str(error))
