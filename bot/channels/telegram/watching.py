"""Somebody looks once a second whether the bot still does what it is for."""

import time

import structlog
from telegram.error import InvalidToken, TelegramError

from bot.channels.telegram.notifying import Notifier
from bot.channels.telegram.service import Service
from bot.channels.telegram.starting import refusal

__all__ = ["housekeep", "pulse", "watch"]

# Seconds between two looks; between two signs of life of an idle connection; between two clearings.
LOOK, PULSE, CLEARING = 1.0, 45.0, 3600.0
# Seconds for the answer to a sign of life.
LONGEST_PULSE = 10.0

log = structlog.stdlib.get_logger()


async def watch(service: Service, notifier: Notifier) -> None:
    """Look until told to stop.

    Raises
    ------
    SettingsError, DatabaseUnusable, Unwell
        The bot cannot go on.
    """
    told_at = float("-inf")
    while True:
        busy_since = service.commits.busy_since
        busy_for = 0.0 if busy_since is None else time.monotonic() - busy_since
        if service.commits.damage is not None:
            raise service.commits.damage
        if service.health.is_refused:
            raise refusal(InvalidToken(), service.settings)
        service.health.check(busy_for)
        if service.health.needs_renewal():
            quiet = round(service.health.quiet_for)
            log.warning("connections made anew", quiet_for=quiet)
            await service.api.renew()
        if time.monotonic() - told_at >= notifier.interval:
            told_at = time.monotonic()
            notifier.tell("WATCHDOG=1")
        await service.stop.pause(LOOK)


async def pulse(service: Service) -> None:
    """Ask the server something small when nothing else was asked for a while."""
    while True:
        await service.stop.pause(max(PULSE - service.health.quiet_for, LOOK))
        if service.health.quiet_for < PULSE:
            continue
        try:
            await service.api.call("getMe", {}, LONGEST_PULSE)
        except InvalidToken:
            service.health.refused()
        except TelegramError as error:
            log.warning("no sign of life from the API server", reason=str(error))
        else:
            service.health.good()
            if service.settings.webhook is not None:
                service.health.received()
            continue
        await service.stop.pause(LONGEST_PULSE)


async def housekeep(service: Service) -> None:
    """Forget what is old, now and then."""
    while True:
        await service.deliverer.forget()
        await service.stop.pause(CLEARING)
