"""The life of the bot: reach the API server, receive and answer, leave when told to."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Coroutine
from typing import Any

import structlog
from telegram.error import BadRequest, InvalidToken

from bot.channels.telegram.api.polling import Poller
from bot.channels.telegram.api.webhook import Endpoint
from bot.channels.telegram.life.notifying import Notifier
from bot.channels.telegram.life.service import Service
from bot.channels.telegram.life.starting import (
    announce,
    begin_polling,
    begin_webhook,
    reached,
    refusal,
)
from bot.channels.telegram.life.watching import housekeep, pulse, watch
from bot.delivery.stopping import Stopped

__all__ = ["serve"]

log = structlog.stdlib.get_logger()


async def serve(service: Service, stopping: asyncio.Event, notifier: Notifier) -> None:
    """Receive and answer until told to stop, and leave.

    While the server cannot be reached, this waits for it, with a warning in the log each time.
    What is received and not answered at the stop is in the database for the next start.

    Raises
    ------
    SettingsError
        The server can be reached, and refuses the token or the webhook.
    DatabaseUnusable, Unwell
        The bot cannot go on.
    """
    try:
        with contextlib.suppress(Stopped):
            await reached(service.stop, lambda: announce(service.api))
            await _take_up(service)
            async with _receiving(service) as receive:
                log.info("started", bot=service.api.username)
                notifier.tell("READY=1")
                await _live(service, receive, stopping, notifier)
            log.info("stopped", **service.counts.status())
    except (InvalidToken, BadRequest) as error:
        raise refusal(error, service.settings) from None
    finally:
        await service.api.close_connections()


async def _take_up(service: Service) -> None:
    """Go on where an earlier process ended."""
    raws = await service.commits.insist(lambda: service.inbox.raws("migrate_to_chat_id"))
    service.reader.remember(raws)
    await service.deliverer.recover()


@contextlib.asynccontextmanager
async def _receiving(service: Service) -> AsyncIterator[Coroutine[Any, Any, None]]:
    """Begin to receive, and give what goes on receiving."""
    webhook, reader, deliverer = service.settings.webhook, service.reader, service.deliverer
    if webhook is None:
        await reached(service.stop, lambda: begin_polling(service.api))
        yield Poller(service.api, reader, deliverer, service.health, service.stop).run()
        return
    endpoint = Endpoint(webhook, reader, deliverer)
    endpoint.start()
    try:
        await reached(service.stop, lambda: begin_webhook(service.api, webhook))
        yield _until_closed(endpoint, service)
    finally:
        await endpoint.close()


async def _until_closed(endpoint: Endpoint, service: Service) -> None:
    await service.stop.wait()
    await endpoint.close()


async def _live(
    service: Service,
    receive: Coroutine[Any, Any, None],
    stopping: asyncio.Event,
    notifier: Notifier,
) -> None:
    """Do everything at once until told to stop, or until a part of it cannot go on."""
    parts = (
        receive,
        service.deliverer.run(),
        watch(service, notifier),
        pulse(service),
        housekeep(service),
    )
    tasks = [asyncio.create_task(part) for part in parts]
    stop = asyncio.create_task(service.stop.wait())
    await asyncio.wait([stop, *tasks], return_when=asyncio.FIRST_COMPLETED)
    log.info("stopping")
    notifier.tell("STOPPING=1")
    stopping.set()
    service.pace.close()
    await asyncio.wait([stop, *tasks])
    for task in tasks:
        error = task.exception()
        if error is not None and not isinstance(error, Stopped):
            raise error
