"""The life of the bot: reach the API server, receive and answer, leave when told to."""

import asyncio
from typing import Final
from urllib.parse import urlsplit

import structlog
from telegram import BotCommand
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.channels.telegram.handling import AnyApplication
from bot.conversation import COMMANDS
from bot.errors import SettingsError
from bot.settings import TelegramSettings, Webhook

__all__ = ["serve"]

# Kinds of updates to receive; edited messages get no second answer.
KINDS: Final = ["message"]
# Seconds between attempts to reach the server: the first, and what doubling it may lead to.
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0

log = structlog.stdlib.get_logger()


async def serve(
    application: AnyApplication, settings: TelegramSettings, stopping: asyncio.Event
) -> None:
    """Receive and answer until told to stop, then answer what was received, and leave.

    While the server cannot be reached, this waits for it, with a warning in the log each time.

    Raises
    ------
    SettingsError
        The server can be reached, and refuses the token or the webhook.
    """
    try:
        if await _reached(application, settings, stopping):
            log.info("started", bot=application.bot.username)
            await stopping.wait()
            log.info("stopping")
    finally:
        await _leave(application)


async def _reached(
    application: AnyApplication, settings: TelegramSettings, stopping: asyncio.Event
) -> bool:
    """Start as soon as the server answers; False when told to stop before."""
    pause = FIRST_PAUSE
    while not stopping.is_set():
        try:
            await _start(application, settings.webhook)
        except (InvalidToken, BadRequest) as error:
            raise _refusal(error, settings) from None
        except (NetworkError, RetryAfter) as error:
            log.warning("no answer from the API server", reason=str(error), next_try_in=pause)
            await _wait(stopping, pause)
            pause = min(2 * pause, LONGEST_PAUSE)
        else:
            return True
    return False


def _refusal(error: TelegramError, settings: TelegramSettings) -> SettingsError:
    """Say what the server refuses; the library's own words for a bad token hold the token."""
    if isinstance(error, InvalidToken):
        problem, remedy = (
            f"{settings.api} does not know this token",
            "get a new one from @BotFather",
        )
        return SettingsError("QUOTH_TELEGRAM_TOKEN_FILE", problem, remedy)
    variable = "QUOTH_WEBHOOK_URL" if settings.webhook else "QUOTH_TELEGRAM_API"
    return SettingsError(variable, f"{settings.api} refuses it", str(error))


async def _start(application: AnyApplication, webhook: Webhook | None) -> None:
    await application.initialize()
    await _announce(application)
    updater = application.updater
    if updater is None:
        return
    if webhook is None:
        await updater.start_polling(allowed_updates=KINDS, error_callback=_on_poll_failed)
    else:
        await updater.start_webhook(
            listen=webhook.host,
            port=webhook.port,
            url_path=urlsplit(webhook.url).path.lstrip("/"),
            webhook_url=webhook.url,
            secret_token=webhook.secret.reveal(),
            allowed_updates=KINDS,
        )
    await application.start()


async def _announce(application: AnyApplication) -> None:
    """Set the menu of commands, only when it differs."""
    wanted = tuple(BotCommand(name, text) for name, text in COMMANDS.items())
    if await application.bot.get_my_commands() != wanted:
        await application.bot.set_my_commands(wanted)


def _on_poll_failed(error: TelegramError) -> None:
    log.warning("no updates from the API server", reason=str(error))


async def _wait(stopping: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stopping.wait(), seconds)
    except TimeoutError:
        return


async def _leave(application: AnyApplication) -> None:
    """Receive nothing more, answer what was received, close the connections."""
    if application.updater is not None and application.updater.running:
        await application.updater.stop()
    if application.running:
        await application.stop()
    await application.shutdown()
