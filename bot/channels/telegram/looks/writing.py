"""A reply as calls to make: one for each message that it takes."""

from collections.abc import Sequence
from typing import Any

from telegram import Message

from bot.channels.telegram.looks.rendering import Entity, render
from bot.delivery.values import Call, Letter
from bot.replies import Attachment, Reply

__all__ = [
    "SEND",
    "Content",
    "contents",
    "deletion",
    "edit",
    "excuse",
    "file",
    "letters",
    "place_of",
]

SEND = "sendMessage"
# The text of a message, and how it looks, as the Bot API takes it.
Content = dict[str, Any]


def contents(reply: Reply) -> list[Content]:
    """Return the messages that a reply takes."""
    return [
        {
            "text": part.text,
            **({"entities": [_entity(each) for each in part.entities]} if part.entities else {}),
            "link_preview_options": {"is_disabled": True},
        }
        for part in render(reply)
    ]


def place_of(question: Message) -> dict[str, Any]:
    """Return where an answer to a message goes, beside its chat."""
    place: dict[str, Any] = {
        "reply_parameters": {
            "message_id": question.message_id,
            "allow_sending_without_reply": True,
        }
    }
    if question.is_topic_message:
        place["message_thread_id"] = question.message_thread_id
    return place


def letters(
    chat: int,
    place: dict[str, Any],
    messages: Sequence[Content],
    *,
    markup: dict[str, Any] | None = None,
    is_notice: bool = False,
) -> list[Letter]:
    """Return messages to be sent one after the other, the last one with buttons.

    Parameters
    ----------
    chat
        the chat's id.
    place
        where in it.
    messages
        what to send.
    markup
        the buttons, or None for none.
    is_notice
        whether they can let answers go first.
    """
    payloads = [{**content, **place} for content in messages]
    if markup is not None:
        payloads[-1]["reply_markup"] = markup
    return [Letter(chat, SEND, payload, is_notice) for payload in payloads]


def file(chat: int, place: dict[str, Any], attachment: Attachment) -> Letter:
    """Return a file to be sent."""
    document = {"name": attachment.name, "content": attachment.content}
    return Letter(chat, "sendDocument", {"document": document, **place})


def edit(chat: int, message: int, content: Content, markup: dict[str, Any] | None = None) -> Letter:
    """Return what puts something else in the place of a message of the bot."""
    buttons = {"reply_markup": markup} if markup is not None else {}
    return Letter(chat, "editMessageText", {"message_id": message, **content, **buttons})


def deletion(chat: int, message: int) -> Letter:
    """Return what takes a message of the bot away."""
    return Letter(chat, "deleteMessage", {"message_id": message})


def excuse(call: Call, reply: Reply) -> Sequence[Letter]:
    """Return a reply that goes where a refused call was to go."""
    names = ("reply_parameters", "message_thread_id")
    place = {name: call.payload[name] for name in names if name in call.payload}
    return letters(call.chat, place, contents(reply), is_notice=True)


def _entity(entity: Entity) -> dict[str, Any]:
    return {"type": entity.look, "offset": entity.offset, "length": entity.length}
