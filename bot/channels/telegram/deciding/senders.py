"""Who wrote a message, and where."""

from dataclasses import dataclass

from telegram import CallbackQuery, Message
from telegram.constants import ChatType

__all__ = ["Sender", "presser_of", "sender_of"]


@dataclass(frozen=True, slots=True)
class Sender:
    """Who wrote a message, and where.

    Attributes:
        chat: the chat's id.
        user: the user's id, or None for one who writes in the name of a chat.
        topic: the forum topic's id, or None.
        is_private: whether the chat is with the user alone.
        is_own: whether the words are the user's own, not passed on from elsewhere.
        behalf: the id of the chat in whose name they are written, or None.
    """

    chat: int
    user: int | None
    topic: int | None
    is_private: bool
    is_own: bool = True
    behalf: int | None = None

    @property
    def conversation(self) -> str:
        """Name the conversation: each chat, and in forums each topic, has its own."""
        return f"telegram:{self.chat}" + (f":{self.topic}" if self.topic else "")


def sender_of(message: Message) -> Sender:
    """Return who wrote a message.

    Whoever writes in the name of a chat, as anonymous administrators do, has no rights of a user.
    """
    user = message.from_user if message.sender_chat is None else None
    return Sender(
        chat=message.chat.id,
        user=user.id if user else None,
        topic=message.message_thread_id if message.is_topic_message else None,
        is_private=message.chat.type == ChatType.PRIVATE,
        is_own=message.forward_origin is None and message.via_bot is None,
        behalf=message.sender_chat.id if message.sender_chat is not None else None,
    )


def presser_of(query: CallbackQuery) -> Sender | None:
    """Return who pressed a button, and where; None where its message is out of reach."""
    message = query.message
    if message is None:
        return None
    is_in_topic = isinstance(message, Message) and message.is_topic_message
    return Sender(
        chat=message.chat.id,
        user=query.from_user.id,
        topic=message.message_thread_id if is_in_topic and isinstance(message, Message) else None,
        is_private=message.chat.type == ChatType.PRIVATE,
    )
