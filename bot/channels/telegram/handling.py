"""Updates to replies: what is meant for the bot goes to the desk, what the desk says goes out."""

import asyncio
import secrets
from concurrent.futures import Executor

import structlog
from telegram import Message, MessageEntity, ReplyParameters, Update
from telegram.constants import ChatAction, ChatType
from telegram.error import TelegramError
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from bot import phrases
from bot.channels.telegram.addressing import addressed
from bot.channels.telegram.desk import Desk, Sender
from bot.channels.telegram.rendering import Entity, render
from bot.replies import Reply, say

__all__ = ["add_handlers"]

log = structlog.stdlib.get_logger()


def add_handlers(application: "Application", desk: Desk, executor: Executor) -> None:  # type: ignore[type-arg] # six parameters that say nothing here
    """Make an application answer.

    Args:
        application: receives updates one after the other, which keeps the order of each chat.
        desk: decides what to reply.
        executor: one thread, where searching and the database do not hold up the event loop.
    """

    async def on_message(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message is not None:
            await _answer(update.message, desk, executor)

    async def on_error(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        reference = secrets.token_hex(4)
        log.error("update failed", reference=reference, exc_info=context.error)
        message = update.message if isinstance(update, Update) else None
        if message is not None and not isinstance(context.error, TelegramError):
            await _send(message, say(phrases.broken(reference)))

    application.add_handler(MessageHandler(filters.UpdateType.MESSAGE, on_message))
    application.add_error_handler(on_error)


async def _answer(message: Message, desk: Desk, executor: Executor) -> None:
    sender = _sender(message)
    text = addressed(message, message.get_bot().bot)
    if text is None:
        if sender.is_private and message.effective_attachment is not None and desk.may_ask(sender):
            await _send(message, say(phrases.TEXT_ONLY))
        return
    if desk.may_ask(sender):
        await message.reply_chat_action(ChatAction.TYPING)
    loop = asyncio.get_running_loop()
    reply = await loop.run_in_executor(executor, desk.reply, sender, text)
    if reply is not None:
        await _send(message, reply)


async def _send(message: Message, reply: Reply) -> None:
    """Send a reply to the message it answers, in as many messages as it takes."""
    for part in render(reply):
        await message.reply_text(
            part.text,
            entities=[_entity(entity) for entity in part.entities],
            reply_parameters=ReplyParameters(message.message_id, allow_sending_without_reply=True),
            message_thread_id=message.message_thread_id if message.is_topic_message else None,
        )


def _entity(entity: Entity) -> MessageEntity:
    return MessageEntity(entity.look, entity.offset, entity.length)


def _sender(message: Message) -> Sender:
    # Whoever writes in the name of a chat, as anonymous administrators do, has no rights of a user.
    user = message.from_user if message.sender_chat is None else None
    return Sender(
        chat=message.chat.id,
        user=user.id if user else None,
        topic=message.message_thread_id if message.is_topic_message else None,
        is_private=message.chat.type == ChatType.PRIVATE,
    )
