"""The Telegram bot as a process: put together, and run until a signal stops it."""

import asyncio
import signal
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from types import FrameType

from telegram import LinkPreviewOptions
from telegram.ext import ApplicationBuilder, Defaults

from bot import logs
from bot.channels.telegram.desk import Desk
from bot.channels.telegram.handling import AnyApplication, add_handlers
from bot.channels.telegram.serving import serve
from bot.secret import Secret
from bot.settings import TelegramSettings

__all__ = ["build", "run"]


def run(settings: TelegramSettings, desk: Desk) -> None:
    """Receive and answer until SIGINT or SIGTERM; a second one ends the process at once.

    Raises
    ------
    SettingsError
        The API server refuses the token or the webhook.
    """
    logs.configure(_secrets(settings))
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk") as executor:
        asyncio.run(_run(settings, desk, executor))


def build(settings: TelegramSettings, desk: Desk, executor: ThreadPoolExecutor) -> AnyApplication:
    """Put the application together without starting it."""
    application = (
        ApplicationBuilder()
        .token(settings.token.reveal())
        .base_url(f"{settings.api}/bot")
        .base_file_url(f"{settings.api}/file/bot")
        .defaults(Defaults(link_preview_options=LinkPreviewOptions(is_disabled=True)))
        .build()
    )
    add_handlers(application, desk, executor)
    return application


async def _run(settings: TelegramSettings, desk: Desk, executor: ThreadPoolExecutor) -> None:
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()

    def stop(number: int, frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        loop.call_soon_threadsafe(stopping.set)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    await serve(build(settings, desk, executor), settings, stopping)


def _secrets(settings: TelegramSettings) -> Iterable[Secret]:
    yield settings.token
    if settings.webhook is not None:
        yield settings.webhook.secret
