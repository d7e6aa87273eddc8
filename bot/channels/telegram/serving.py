"""The life of the bot: reach the API server, receive and answer, leave when told to."""

import asyncio
from urllib.parse import urlsplit

import structlog
from telegram import BotCommand
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.channels.telegram.handling import AnyApplication
from bot.channels.telegram.patience import Patience
from bot.channels.telegram.polling import KINDS, poll
from bot.conversation import COMMANDS
from bot.errors import SettingsError
from bot.settings import TelegramSettings, Webhook

__all__ = ["serve"]

log = structlog.stdlib.get_logger()


async def serve(
    application: AnyApplication, settings: TelegramSettings, stopping: asyncio.Event
) -> None:
    """Receive and answer until told to stop, and leave.

    While the server cannot be reached, this waits for it, with a warning in the log each time.
    What was delivered by webhook before the stop is answered first; what is left of a poll stays
    with the server for the next start.

    Raises
    ------
    SettingsError
        The server can be reached, and refuses the token or the webhook.
    """
    try:
        if await _reached(application, settings.webhook, stopping):
            log.info("started", bot=application.bot.username)
            if settings.webhook is None:
                await poll(application, stopping)
            await stopping.wait()
            log.info("stopping")
    except (InvalidToken, BadRequest) as error:
        raise _refusal(error, settings) from None
    finally:
        await _leave(application)


async def _reached(
    application: AnyApplication, webhook: Webhook | None, stopping: asyncio.Event
) -> bool:
    """Start as soon as the server answers; False when told to stop before."""
    patience = Patience(stopping)
    while not stopping.is_set():
        try:
            await _start(application, webhook)
        except (InvalidToken, BadRequest):
            raise
        except (NetworkError, RetryAfter) as error:
            reason, pause = str(error), patience.pause
            log.warning("no answer from the API server", reason=reason, next_try_in=pause)
            await patience.wait()
        else:
            return True
    return False


async def _start(application: AnyApplication, webhook: Webhook | None) -> None:
    await application.initialize()
    await _announce(application)
    if webhook is None:
        await application.bot.delete_webhook()
    elif application.updater is not None:
        await application.updater.start_webhook(
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


async def _leave(application: AnyApplication) -> None:
    """Receive nothing more, answer what was delivered, close the connections."""
    if application.updater is not None and application.updater.running:
        await application.updater.stop()
    if application.running:
        await application.stop()
    await application.shutdown()
    # The library closes only what it opened without a failure.
    await application.bot.request.shutdown()
