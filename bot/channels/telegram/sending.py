"""A reply out to the chat it belongs to, in as many messages as it takes."""

import asyncio
import contextlib
import datetime

from telegram import Message, MessageEntity, ReplyParameters
from telegram.constants import ChatAction
from telegram.error import ChatMigrated, RetryAfter, TelegramError

from bot.channels.telegram.rendering import Entity, render
from bot.channels.telegram.rendering import Message as Part
from bot.replies import Reply

__all__ = ["send", "show_typing"]

# How often to send one message; more waits or moves of a chat in a row are a failure.
MOST_TRIES = 3
# Seconds; whoever is told to wait longer has a reply that comes too late to be of use.
LONGEST_WAIT = 30.0


async def send(question: Message, reply: Reply) -> None:
    """Send a reply to the message it answers, one part after the other.

    Raises
    ------
    TelegramError
        A part could not be sent; those before it are.
    """
    chat = question.chat.id
    for part in render(reply):
        chat = await _send(question, part, chat)


async def show_typing(question: Message) -> None:
    """Show that the bot is at work; where that fails, the reply itself will tell."""
    with contextlib.suppress(TelegramError):
        await question.reply_chat_action(ChatAction.TYPING)


async def _send(question: Message, part: Part, chat: int) -> int:
    """Send one message, and return the id of the chat it went to."""
    for _ in range(MOST_TRIES - 1):
        try:
            await _try(question, part, chat)
        except ChatMigrated as error:
            chat = error.new_chat_id
        except RetryAfter as error:
            await asyncio.sleep(_wait(error))
        else:
            return chat
    await _try(question, part, chat)
    return chat


async def _try(question: Message, part: Part, chat: int) -> None:
    has_moved = chat != question.chat.id
    reference = ReplyParameters(question.message_id, allow_sending_without_reply=True)
    await question.get_bot().send_message(
        chat,
        part.text,
        entities=[_entity(entity) for entity in part.entities],
        # In the new chat the question's number belongs to some other message.
        reply_parameters=None if has_moved else reference,
        message_thread_id=question.message_thread_id if question.is_topic_message else None,
    )


def _entity(entity: Entity) -> MessageEntity:
    return MessageEntity(entity.look, entity.offset, entity.length)


def _wait(error: RetryAfter) -> float:
    """Return how long Telegram asks to wait, in seconds, or raise where that is too long."""
    wait = error.retry_after
    seconds = wait.total_seconds() if isinstance(wait, datetime.timedelta) else float(wait)
    if seconds > LONGEST_WAIT:
        raise error
    return seconds
