"""The first words with the API server, repeated until it answers."""

from collections.abc import Awaitable, Callable

import structlog
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.channels.telegram.api.calling import LONGEST_CALL, Api
from bot.channels.telegram.api.menu import set_menus
from bot.channels.telegram.api.receiving import KINDS
from bot.channels.telegram.life.patience import Patience
from bot.delivery.stopping import Stop
from bot.errors import SettingsError
from bot.settings import TelegramSettings, Webhook

__all__ = ["announce", "begin_polling", "begin_webhook", "reached", "refusal"]

log = structlog.stdlib.get_logger()


async def reached(stop: Stop, attempt: Callable[[], Awaitable[None]]) -> None:
    """Try something until the server answers, with a warning in the log each time it does not.

    Raises
    ------
    InvalidToken, BadRequest
        The server answers, and refuses.
    Stopped
        The bot is told to stop before.
    """
    patience = Patience(stop)
    while True:
        try:
            await attempt()
        except (InvalidToken, BadRequest):
            raise
        except (NetworkError, RetryAfter) as error:
            reason, pause = str(error), patience.pause
            log.warning("no answer from the API server", reason=reason, next_try_in=pause)
            await patience.wait()
        else:
            return


async def announce(api: Api) -> None:
    """Learn the bot's name, and set its menus and texts where they differ."""
    await api.initialize()
    await set_menus(api)


async def begin_polling(api: Api) -> None:
    """Let the server hand updates out."""
    await api.delete_webhook()


async def begin_webhook(api: Api, webhook: Webhook) -> None:
    """Let the server bring updates."""
    parameters = {
        "url": webhook.url,
        "secret_token": webhook.secret.reveal(),
        "allowed_updates": KINDS,
    }
    await api.call("setWebhook", parameters, LONGEST_CALL)


def refusal(error: TelegramError, settings: TelegramSettings) -> SettingsError:
    """Say what the server refuses; the library's own words for a bad token hold the token."""
    if isinstance(error, InvalidToken):
        problem, remedy = (
            f"{settings.api} does not know this token",
            "get a new one from @BotFather",
        )
        return SettingsError("QUOTH_TELEGRAM_TOKEN_FILE", problem, remedy)
    variable = "QUOTH_WEBHOOK_URL" if settings.webhook else "QUOTH_TELEGRAM_API"
    return SettingsError(variable, f"{settings.api} refuses it", str(error))
