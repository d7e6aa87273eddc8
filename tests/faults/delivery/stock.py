"""The control: a bot by the library's own book, with Quoth's answers and the library's promises.

`python -m tests.faults.delivery.stock`, with the variables of `quoth telegram`
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from telegram import ReplyParameters, Update
from telegram.ext import Application, ApplicationBuilder, ContextTypes, MessageHandler, filters

from bot import wiring
from bot.conversation import Conversation
from bot.home import Home

__all__ = ["main"]


def main(environ: Mapping[str, str]) -> None:
    """Answer until a signal ends it."""
    talk = wiring.conversation(Home(Path(environ["QUOTH_HOME"])))
    token = Path(environ["QUOTH_TELEGRAM_TOKEN_FILE"]).read_text().strip()
    builder = ApplicationBuilder().token(token).base_url(f"{environ['QUOTH_TELEGRAM_API']}/bot")
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, _answering(talk)))
    if environ.get("QUOTH_TELEGRAM_MODE") != "webhook":
        application.run_polling()
        return
    _run_webhook(application, environ)


def _answering(talk: Conversation) -> Any:
    async def answer(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        if (message := update.message) is not None:
            text = talk.reply(f"telegram:{message.chat.id}", message.text or "").plain()
            to = ReplyParameters(message.message_id, allow_sending_without_reply=True)
            await context.bot.send_message(message.chat.id, text, reply_parameters=to)

    return answer


def _run_webhook(application: "Application[Any, Any, Any, Any, Any, Any]", environ: Any) -> None:
    host, port = environ["QUOTH_WEBHOOK_LISTEN"].split(":")
    url = environ["QUOTH_WEBHOOK_URL"]
    secret = Path(environ["QUOTH_WEBHOOK_SECRET_FILE"]).read_text().strip()
    path = urlsplit(url).path.strip("/")
    application.run_webhook(host, int(port), path, webhook_url=url, secret_token=secret)


if __name__ == "__main__":
    main(os.environ)
