"""A message of a chat as the server keeps it: what it says now, and what it said before."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .refusals import Json
from .text import utf16_slice

if TYPE_CHECKING:
    from .chats import Chat

__all__ = ["Button", "Post"]


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message, ready to be pressed."""

    text: str
    content: Json
    post: Post | None
    inline_message_id: str | None = None

    @property
    def callback_data(self) -> str:
        """The data a press sends; KeyError for a button that sends none."""
        return str(self.content["callback_data"])


@dataclass(slots=True, eq=False)
class Post:
    """A message in a chat.

    Attributes
    ----------
    payload
        The Message as the bot gets it, after all edits.
    versions
        The earlier payloads, oldest first.
    update
        The update that brought it to the bot; None for the bot's own, and for what it may not see.
    reactions
        The reactions the bot has put on it.

    """

    chat: Chat
    payload: Json
    is_from_bot: bool
    update: Json | None = None
    is_deleted: bool = False
    versions: list[Json] = field(default_factory=list)
    reactions: list[Json] = field(default_factory=list)

    @property
    def message_id(self) -> int:
        """Its number in the chat."""
        return int(self.payload["message_id"])

    @property
    def text(self) -> str:
        """Its text, or the caption of its file."""
        return str(self.payload.get("text", self.payload.get("caption", "")))

    @property
    def entities(self) -> list[Json]:
        """The entities of its text or caption."""
        marks = self.payload.get("entities") or self.payload.get("caption_entities") or []
        return list(marks)

    @property
    def rows(self) -> list[list[Button]]:
        """Its inline keyboard, row by row."""
        keyboard = self.payload.get("reply_markup", {}).get("inline_keyboard", [])
        return [[Button(each["text"], each, self) for each in row] for row in keyboard]

    @property
    def buttons(self) -> list[Button]:
        """Its inline keyboard, flat."""
        return [button for row in self.rows for button in row]

    def button(self, text: str) -> Button:
        """Return the one button of that text."""
        (found,) = (button for button in self.buttons if button.text == text)
        return found

    def marked(self, kind: str) -> list[str]:
        """Return the parts of the text that entities of a kind cover."""
        return [
            utf16_slice(self.text, entity["offset"], entity["length"])
            for entity in self.entities
            if entity["type"] == kind
        ]

    def revise(self, payload: Json) -> None:
        """Replace what it says, keeping what it said."""
        self.versions.append(self.payload)
        self.payload = payload

    def origin(self) -> Json:
        """Return where it comes from, for those it is passed on to."""
        date = self.payload["date"]
        if self.chat.kind == "channel":
            where = {"chat": self.chat.as_json(), "message_id": self.message_id}
            return {"type": "channel", "date": date, **where}
        if "sender_chat" in self.payload:
            return {"type": "chat", "date": date, "sender_chat": self.payload["sender_chat"]}
        return {"type": "user", "date": date, "sender_user": self.payload["from"]}

    def as_pressed(self) -> Json:
        """Return the payload under a pressed button: if deleted, only that it was there."""
        if self.is_deleted:
            return {"chat": self.chat.as_json(), "message_id": self.message_id, "date": 0}
        return self.payload

    def as_replied(self) -> Json:
        """Return the payload as it stands inside a reply: without what it replies to itself."""
        return {key: value for key, value in self.payload.items() if key != "reply_to_message"}
