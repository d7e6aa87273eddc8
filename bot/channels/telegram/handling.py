"""Updates to replies: what is meant for the bot goes to the desk, what the desk says goes out."""

import asyncio
import secrets
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Any, TypeVar

import structlog
from telegram import Message, Update
from telegram.constants import ChatType
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from bot import phrases
from bot.channels.telegram.addressing import addressed
from bot.channels.telegram.desk import Desk
from bot.channels.telegram.once import Once
from bot.channels.telegram.senders import sender_of
from bot.channels.telegram.sending import send, show_typing
from bot.replies import say

__all__ = ["AnyApplication", "add_handlers"]

# Its six parameters say nothing here.
AnyApplication = Application[Any, Any, Any, Any, Any, Any]
Result = TypeVar("Result")

log = structlog.stdlib.get_logger()


def add_handlers(application: AnyApplication, desk: Desk, executor: Executor) -> None:
    """Make an application answer.

    Parameters
    ----------
    application
        receives updates one after the other, which keeps the order of each chat.
    desk
        decides what to reply.
    executor
        one thread, where searching and the database do not hold up the event loop.
    """
    handler = _Handler(desk, executor)
    application.add_handler(MessageHandler(filters.UpdateType.MESSAGE, handler.on_update))
    application.add_error_handler(handler.on_error)


class _Handler:
    """Takes in updates; everything of the desk runs in the executor's one thread."""

    def __init__(self, desk: Desk, executor: Executor) -> None:
        self._desk = desk
        self._executor = executor
        self._updates = Once()
        self._albums = Once()

    async def on_update(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer an update, unless it came before."""
        message = update.message
        if message is None or not self._updates.is_new(update.update_id):
            return
        if message.migrate_to_chat_id is not None:
            await self._move(message.chat.id, message.migrate_to_chat_id)
        text = addressed(message, message.get_bot().bot)
        if text is not None or self._is_other(message):
            await self._answer(message, text)

    async def on_error(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Log a failure and tell the chat its number, where the chat can still be told."""
        error = context.error
        if isinstance(error, Forbidden):
            log.info("reply not wanted", reason=str(error))
            return
        reference = secrets.token_hex(4)
        log.error("update failed", reference=reference, exc_info=error)
        message = update.message if isinstance(update, Update) else None
        if message is not None and _may_tell(error):
            await self._tell(message, reference)

    async def _tell(self, message: Message, reference: str) -> None:
        try:
            await send(message, say(phrases.broken(reference)))
        except TelegramError as second:
            log.warning("failure not reported", reference=reference, reason=str(second))

    async def _answer(self, message: Message, text: str | None) -> None:
        sender = sender_of(message)
        if text is not None and await self._at_desk(lambda: self._desk.may_ask(sender)):
            typing = show_typing(message)
            _, reply = await asyncio.gather(
                typing, self._at_desk(lambda: self._desk.reply(sender, text))
            )
        else:
            reply = await self._at_desk(lambda: self._desk.reply(sender, text))
        if reply is not None:
            await send(message, reply)

    async def _move(self, old: int, new: int) -> None:
        if await self._at_desk(lambda: self._desk.move(old, new)):
            log.warning("chat has a new number: name it in QUOTH_CHATS", old=old, new=new)

    def _is_other(self, message: Message) -> bool:
        """Say whether it is a private photo, voice message or the like, the first of its album."""
        if message.chat.type != ChatType.PRIVATE or message.effective_attachment is None:
            return False
        album = message.media_group_id
        return album is None or self._albums.is_new(album)

    async def _at_desk(self, work: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._executor, work)


def _may_tell(error: Exception | None) -> bool:
    """Say whether a reply surely did not come through; after a network failure nobody knows."""
    return isinstance(error, BadRequest) or not isinstance(error, TelegramError)
