"""The comparison: python-telegram-bot as its examples use it, giving the same answers.

It shows that it types, and replies with the same messages, as Quoth does. It writes nothing down:
not what it received, not what it sent, not what was said. `python -m tests.load.stock`
"""

import asyncio
import os

from telegram import Message, MessageEntity, ReplyParameters, Update
from telegram.constants import ChatAction
from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters

from bot import wiring
from bot.channels.telegram.looks.rendering import render
from bot.conversation import Conversation

__all__ = ["main"]


class _Answering:
    """The one handler."""

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation

    async def on_message(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer a message."""
        message = update.message
        if message is None or message.text is None:
            return
        _, reply = await asyncio.gather(
            message.reply_chat_action(ChatAction.TYPING),
            asyncio.to_thread(
                self._conversation.reply, f"telegram:{message.chat.id}", message.text
            ),
        )
        for part in render(reply):
            await _send(message, part.text, [(e.look, e.offset, e.length) for e in part.entities])


async def _send(message: Message, text: str, entities: list[tuple[str, int, int]]) -> None:
    reference = ReplyParameters(message.message_id, allow_sending_without_reply=True)
    marks = [MessageEntity(*entity) for entity in entities]
    await message.reply_text(text, entities=marks, reply_parameters=reference)


def main() -> None:
    """Run until a signal; the settings are Quoth's."""
    home = wiring.home(None, os.environ)
    api = os.environ["QUOTH_TELEGRAM_API"]
    token = os.environ["QUOTH_TELEGRAM_TOKEN"]
    application = ApplicationBuilder().token(token).base_url(f"{api}/bot").build()
    handler = _Answering(wiring.conversation(home))
    application.add_handler(MessageHandler(filters.TEXT, handler.on_message))
    application.run_polling()


if __name__ == "__main__":
    main()
