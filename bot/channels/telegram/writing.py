"""A reply as the messages to send, in as many as it takes."""

from collections.abc import Sequence
from typing import Any

from telegram import Message

from bot.channels.telegram.rendering import Entity, render
from bot.delivery.values import Call, Letter
from bot.replies import Reply

__all__ = ["excuse", "letters"]

SEND = "sendMessage"


def letters(question: Message, reply: Reply, *, is_notice: bool = False) -> Sequence[Letter]:
    """Return a reply to a message, to be sent one part after the other."""
    place: dict[str, Any] = {
        "reply_parameters": {
            "message_id": question.message_id,
            "allow_sending_without_reply": True,
        }
    }
    if question.is_topic_message:
        place["message_thread_id"] = question.message_thread_id
    return _letters(question.chat.id, place, reply, is_notice=is_notice)


def excuse(call: Call, reply: Reply) -> Sequence[Letter]:
    """Return a reply that goes where a refused call was to go."""
    names = ("reply_parameters", "message_thread_id")
    place = {name: call.payload[name] for name in names if name in call.payload}
    return _letters(call.chat, place, reply, is_notice=True)


def _letters(
    chat: int, place: dict[str, Any], reply: Reply, *, is_notice: bool
) -> Sequence[Letter]:
    found = []
    for part in render(reply):
        payload = {
            "text": part.text,
            **({"entities": [_entity(each) for each in part.entities]} if part.entities else {}),
            "link_preview_options": {"is_disabled": True},
            **place,
        }
        found.append(Letter(chat, SEND, payload, is_notice))
    return found


def _entity(entity: Entity) -> dict[str, Any]:
    return {"type": entity.look, "offset": entity.offset, "length": entity.length}
