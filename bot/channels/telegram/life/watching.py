"""Somebody looks once a second whether the bot still does what it is for."""

import asyncio
import faulthandler
import os
import sys
import time
from typing import NoReturn

import structlog
from telegram.error import InvalidToken, TelegramError

from bot.channels.telegram.life.health import Unwell
from bot.channels.telegram.life.notifying import Notifier
from bot.channels.telegram.life.service import Service
from bot.channels.telegram.life.starting import refusal
from bot.retention import Retention

__all__ = ["housekeep", "pulse", "rest_after", "watch"]

# Seconds between two looks; between two signs of life of an idle connection; between two clearings.
LOOK, PULSE, CLEARING = 1.0, 45.0, 3600.0
# Seconds for the answer to a sign of life.
LONGEST_PULSE = 10.0
# Seconds between two transactions that forget, and before a purge that failed is tried again; and
# how many times as long as it took to rest after a purge, for which everybody waits: one of nine
# seconds comes once an hour, however many chats are forgotten.
BREATH, FAILED_PURGE, RESTS = 0.1, 60.0, 400.0
STDERR = 2

log = structlog.stdlib.get_logger()


async def watch(service: Service, notifier: Notifier) -> None:
    """Look until told to stop; where even looking is held up for too long, the process ends.

    Raises
    ------
    SettingsError, DatabaseUnusable, Unwell
        The bot cannot go on.
    """
    told_at = float("-inf")
    try:
        while True:
            # A thread of the library in C, which needs nothing that a stuck answer could hold.
            faulthandler.dump_traceback_later(
                service.health.patiences.stuck, exit=True, file=STDERR
            )
            await _look(service)
            if time.monotonic() - told_at >= notifier.interval:
                told_at = time.monotonic()
                notifier.tell("WATCHDOG=1")
            await service.stop.pause(LOOK)
    except Unwell as unwell:
        if unwell.is_stuck:
            _leave(unwell)
        raise
    finally:
        faulthandler.cancel_dump_traceback_later()


async def _look(service: Service) -> None:
    """See whether the bot can go on, and renew its connections where that may help."""
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


def _leave(unwell: Unwell) -> NoReturn:
    """End the process at once: whatever is left to do waits for the thread that will not end."""
    sys.stderr.write(f"quoth: {unwell.line}\n")
    sys.stderr.flush()
    os._exit(unwell.code)


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
    """Forget what is old, now and then, and rid the file of what is forgotten."""
    retention = Retention(service.database, service.settings.retention_days)
    while True:
        await service.deliverer.forget()
        while await service.commits.insist(retention.enforce, slow=True):
            await service.stop.pause(BREATH)
        await _purge_for(service, CLEARING)


def rest_after(seconds: float) -> float:
    """Return how long to let the file be after a purge, in seconds as well.

    >>> rest_after(0.001), rest_after(0.1), rest_after(9.6)
    (1.0, 40.0, 3600.0)
    """
    return min(max(LOOK, RESTS * seconds), CLEARING)


async def _purge_for(service: Service, seconds: float) -> None:
    """Rid the file of what is forgotten, as soon as anything is, for some time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pause, begun = LOOK, time.monotonic()
        if service.database.needs_purge:
            is_done = await asyncio.to_thread(service.database.purge)
            pause = rest_after(time.monotonic() - begun) if is_done else FAILED_PURGE
        await service.stop.pause(pause)
