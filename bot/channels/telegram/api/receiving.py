"""Updates as they come over the wire, to what the inbox keeps, without judging what they say."""

import json
from collections.abc import Iterable
from typing import Any

from bot.delivery.values import Arrival

__all__ = ["KINDS", "Reader"]

# Kinds of updates to receive.
KINDS = [
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "message_reaction",
    "my_chat_member",
]
# How many groups that became supergroups to remember.
MOST_MOVES = 1000


class Reader:
    """Finds out of which chat each update is; all else is for later.

    A group that becomes a supergroup keeps its lane, so that what is said under the new number
    waits for the news that it is the same group.
    """

    def __init__(self) -> None:
        self._moved: dict[int, int] = {}

    def remember(self, raws: Iterable[str]) -> None:
        """Take note of the groups that became supergroups."""
        for raw in raws:
            self._chat(_message(json.loads(raw)))

    def arrivals(self, updates: Iterable[object]) -> list[Arrival]:
        """Return what can be kept; without a number of its own, nothing can."""
        return [found for update in updates if (found := self._arrival(update)) is not None]

    def _arrival(self, update: object) -> Arrival | None:
        update_id = _number(update.get("update_id")) if isinstance(update, dict) else None
        if update_id is None or update_id < 0:
            return None
        message = _message(update)
        chat = self._chat(message)
        topic = message.get("message_thread_id") if message.get("is_topic_message") else None
        lane = f"{chat}" if topic is None else f"{chat}:{topic}"
        if chat is None:
            # An inline question belongs to no chat: its asker's come one after the other.
            chat = _asker(update)
            lane = f"inline {chat}" if chat is not None else f"update {update_id}"
        return Arrival(update_id, chat, lane, json.dumps(update))

    def _chat(self, message: dict[str, Any]) -> int | None:
        """Return the number under which the chat was first known."""
        where = message.get("chat")
        chat = _number(where.get("id")) if isinstance(where, dict) else None
        if chat is None:
            return None
        chat = self._moved.get(chat, chat)
        new = _number(message.get("migrate_to_chat_id"))
        if new is not None:
            self._moved[new] = chat
            if len(self._moved) > MOST_MOVES:
                del self._moved[next(iter(self._moved))]
        return chat


def _message(update: object) -> dict[str, Any]:
    """Return what of an update says in which chat it is."""
    for kind in KINDS:
        found = update.get(kind) if isinstance(update, dict) else None
        if isinstance(found, dict):
            message = found.get("message") if kind == "callback_query" else found
            return message if isinstance(message, dict) else {}
    return {}


def _asker(update: object) -> int | None:
    query = update.get("inline_query") if isinstance(update, dict) else None
    asker = query.get("from") if isinstance(query, dict) else None
    return _number(asker.get("id")) if isinstance(asker, dict) else None


def _number(value: object) -> int | None:
    """Return a whole number that the inbox can hold, in 64 bits."""
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if abs(value) < 2**63 else None
