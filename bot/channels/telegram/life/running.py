"""The Telegram bot as a process: put together, and run until a signal stops it."""

import asyncio
import signal
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from types import FrameType

from bot import logs
from bot.channels.telegram.deciding.desk import Desk
from bot.channels.telegram.life.notifying import Notifier
from bot.channels.telegram.life.service import build
from bot.channels.telegram.life.serving import serve
from bot.database import Database
from bot.delivery.stopping import Stop
from bot.documents.administering import Documents
from bot.secret import Secret
from bot.settings import TelegramSettings

__all__ = ["run"]

# Seconds. Python's own 5 ms is what each of the loop's small steps would wait while an answer is
# worked out: more than the steps themselves take.
SWITCH = 0.0005


def run(
    settings: TelegramSettings,
    desk: Desk,
    documents: Documents,
    database: Database,
    notifier: Notifier,
    life: AbstractContextManager[None],
) -> None:
    """Receive and answer until SIGINT or SIGTERM; a second one ends the process at once.

    All of it happens within `life`, which records when it begins and ends.

    Raises
    ------
    SettingsError
        The API server refuses the token or the webhook.
    DatabaseUnusable, Unwell
        The bot cannot go on.
    """
    logs.configure(_secrets(settings))
    sys.setswitchinterval(SWITCH)
    executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")
    try:
        with life:
            asyncio.run(_run(settings, desk, documents, database, executor, notifier))
    finally:
        # The one thread may be why this ends.
        executor.shutdown(wait=False, cancel_futures=True)


async def _run(
    settings: TelegramSettings,
    desk: Desk,
    documents: Documents,
    database: Database,
    executor: ThreadPoolExecutor,
    notifier: Notifier,
) -> None:
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()

    def stop(number: int, frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        loop.call_soon_threadsafe(stopping.set)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    service = build(settings, desk, documents, database, executor, Stop(stopping))
    closing = asyncio.create_task(_close(documents, stopping))
    try:
        await serve(service, stopping, notifier)
    finally:
        closing.cancel()
        documents.close()


async def _close(documents: Documents, stopping: asyncio.Event) -> None:
    """End indexing when the process is to stop: its thread would hold the process up."""
    await stopping.wait()
    documents.close()


def _secrets(settings: TelegramSettings) -> Iterable[Secret]:
    yield settings.token
    if settings.webhook is not None:
        yield settings.webhook.secret
