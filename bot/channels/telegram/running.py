"""The Telegram bot as a process: put together, announced, and run until it is stopped."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import structlog
from telegram import BotCommand, LinkPreviewOptions
from telegram.ext import Application, ApplicationBuilder, Defaults

from bot import logs
from bot.channels.telegram.desk import Desk
from bot.channels.telegram.handling import add_handlers
from bot.conversation import COMMANDS
from bot.secret import Secret
from bot.settings import TelegramSettings

__all__ = ["build", "run"]

# Kinds of updates to receive; edited messages get no second answer.
KINDS = ("message", "my_chat_member")

log = structlog.stdlib.get_logger()


def run(settings: TelegramSettings, desk: Desk) -> None:
    """Receive and answer until SIGINT or SIGTERM."""
    logs.configure(_secrets(settings))
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk") as executor:
        application = build(settings, desk, executor)
        webhook = settings.webhook
        if webhook is None:
            application.run_polling(allowed_updates=list(KINDS))
        else:
            application.run_webhook(
                listen=webhook.host,
                port=webhook.port,
                url_path=urlsplit(webhook.url).path.lstrip("/"),
                webhook_url=webhook.url,
                secret_token=webhook.secret.reveal(),
                allowed_updates=list(KINDS),
            )


def build(settings: TelegramSettings, desk: Desk, executor: ThreadPoolExecutor) -> "Application":  # type: ignore[type-arg] # six parameters that say nothing here
    """Put the application together without starting it."""
    application = (
        ApplicationBuilder()
        .token(settings.token.reveal())
        .base_url(f"{settings.api}/bot")
        .base_file_url(f"{settings.api}/file/bot")
        .defaults(Defaults(link_preview_options=LinkPreviewOptions(is_disabled=True)))
        .post_init(_announce)
        .build()
    )
    add_handlers(application, desk, executor)
    return application


async def _announce(application: "Application") -> None:  # type: ignore[type-arg]
    """Set the menu of commands, only when it differs."""
    wanted = tuple(BotCommand(name, text) for name, text in COMMANDS.items())
    if await application.bot.get_my_commands() != wanted:
        await application.bot.set_my_commands(wanted)
    log.info("started", bot=application.bot.username)


def _secrets(settings: TelegramSettings) -> Iterable[Secret]:
    yield settings.token
    if settings.webhook is not None:
        yield settings.webhook.secret
