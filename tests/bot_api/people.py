"""Somebody with the bot in their contacts, and all they can do in a chat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .detection import written
from .media import location
from .refusals import Json

if TYPE_CHECKING:
    from .chats import Chat, Topic
    from .posts import Button, Post
    from .queries import InlineMessage, InlineQuestion, Press
    from .world import World

__all__ = ["Person"]


@dataclass(slots=True, eq=False)
class Person:
    """A person; where no chat is named, the private chat with the bot is meant."""

    world: World
    user_id: int
    first_name: str
    username: str | None = None
    language_code: str = "en"

    def as_json(self) -> Json:
        """Return the User object."""
        named = {"username": self.username} if self.username else {}
        who = {"id": self.user_id, "is_bot": False, "first_name": self.first_name}
        return {**who, **named, "language_code": self.language_code}

    @property
    def chat(self) -> Chat:
        """The private chat with the bot."""
        return self.world.chats[self.user_id]

    def says(
        self,
        text: str,
        *,
        chat: Chat | None = None,
        reply_to: Post | None = None,
        quote: str | None = None,
        topic: Topic | None = None,
    ) -> Post:
        """Write a text, perhaps in reply to a message or to a quoted part of it."""
        content = written(text)
        return self._sends(content, chat, reply_to=reply_to, quote=quote, topic=topic)

    def starts(self, payload: str = "") -> Post:
        """Press the start button of a link with that payload."""
        return self.says(f"/start {payload}".strip())

    def sends_photo(self, *, caption: str = "", chat: Chat | None = None) -> Post:
        """Send a photo."""
        return self._sends(self.world.files.photo(b"a photo") | written(caption, "caption"), chat)

    def sends_sticker(self, *, chat: Chat | None = None) -> Post:
        """Send a sticker."""
        return self._sends(self.world.files.sticker(b"a sticker"), chat)

    def sends_voice(self, *, chat: Chat | None = None) -> Post:
        """Send a voice note."""
        return self._sends(self.world.files.voice(b"a voice"), chat)

    def sends_document(
        self,
        name: str,
        content: bytes,
        *,
        mime_type: str = "application/octet-stream",
        size: int | None = None,
        caption: str = "",
        chat: Chat | None = None,
    ) -> Post:
        """Send a file; `size` in bytes is what Telegram says of it, if not the truth."""
        document = self.world.files.document(name, content, mime_type, size)
        return self._sends(document | written(caption, "caption"), chat)

    def sends_location(
        self, latitude: float, longitude: float, *, chat: Chat | None = None
    ) -> Post:
        """Send a place, in degrees."""
        return self._sends(location(latitude, longitude), chat)

    def forwards(self, post: Post, *, chat: Chat | None = None) -> Post:
        """Pass on a message with its origin."""
        kept = {
            key: post.payload[key]
            for key in ("text", "entities", "caption", "caption_entities", "photo", "document")
            if key in post.payload
        }
        return self._sends(kept | {"forward_origin": post.origin()}, chat)

    def _sends(
        self,
        content: Json,
        chat: Chat | None,
        *,
        reply_to: Post | None = None,
        quote: str | None = None,
        topic: Topic | None = None,
    ) -> Post:
        where = chat or self.chat
        where.started = where.started or where is self.chat
        where.members.setdefault(self.user_id, "member")
        sender = {"from": self.as_json()}
        return self.world.publish(
            where, content, sender=sender, reply_to=reply_to, quote=quote, topic=topic
        )

    def edits(self, post: Post, text: str) -> Json | None:
        """Change the text of a message and return the update the bot gets."""
        kept = {key: value for key, value in post.payload.items() if key != "entities"}
        post.revise(kept | {"edit_date": self.world.now()} | written(text))
        kind = "edited_channel_post" if post.chat.kind == "channel" else "edited_message"
        return self.world.tell(kind, post.payload, post.chat)

    def deletes(self, post: Post) -> None:
        """Delete a message; the bot is not told."""
        post.is_deleted = True
        self.world.pulse.beat()

    def reacts(self, post: Post, emoji: str) -> Json | None:
        """Put a reaction on a message."""
        payload = {
            "chat": post.chat.as_json(),
            "message_id": post.message_id,
            "user": self.as_json(),
            "date": self.world.now(),
            "old_reaction": [],
            "new_reaction": [{"type": "emoji", "emoji": emoji}],
        }
        return self.world.tell("message_reaction", payload, post.chat)

    def presses(self, button: Button) -> Press:
        """Press a button that sends data back."""
        press = self.world.queries.press(self, button)
        payload: Json = {
            "id": press.query_id,
            "from": self.as_json(),
            "chat_instance": f"{button.post.chat.chat_id if button.post else 0}-instance",
            "data": button.callback_data,
        }
        if button.post is None:
            payload["inline_message_id"] = button.inline_message_id
        else:
            payload["message"] = button.post.as_pressed()
        lane = self.user_id if button.post is None else button.post.chat.chat_id
        press.update = self.world.updates.add("callback_query", payload, lane)
        return press

    def inline(self, query: str, *, offset: str = "", chat_type: str = "private") -> InlineQuestion:
        """Type the bot's name and a question in some chat; `offset` asks for the next results."""
        question = self.world.queries.question(self, query)
        payload = {
            "id": question.query_id,
            "from": self.as_json(),
            "query": query,
            "offset": offset,
            "chat_type": chat_type,
        }
        question.update = self.world.updates.add("inline_query", payload, self.user_id)
        return question

    def chooses(self, question: InlineQuestion, result_id: str) -> InlineMessage:
        """Send one of the results offered into a chat."""
        (result,) = (each for each in question.results if each["id"] == result_id)
        said = dict(result["input_message_content"])
        content: Json = {"text": said["message_text"], "entities": said.get("entities", [])}
        message = self.world.queries.inline_message(
            content | {"reply_markup": result.get("reply_markup")}
        )
        payload: Json = {
            "result_id": result_id,
            "from": self.as_json(),
            "query": question.query,
        }
        if "reply_markup" in result:
            payload["inline_message_id"] = message.inline_message_id
        self.world.updates.add("chosen_inline_result", payload, self.user_id)
        return message

    def joins(self, chat: Chat) -> Json | None:
        """Enter a chat."""
        self._serves(chat, {"new_chat_members": [self.as_json()]})
        return self.world.change_member(chat, self.user_id, "member", self.as_json())

    def leaves(self, chat: Chat) -> Json | None:
        """Leave a chat."""
        self._serves(chat, {"left_chat_member": self.as_json()})
        return self.world.change_member(chat, self.user_id, "left", self.as_json())

    def becomes(self, chat: Chat, status: str) -> Json | None:
        """Be made ``administrator``, ``creator``, ... of a chat."""
        return self.world.change_member(chat, self.user_id, status, self.as_json())

    def adds_bot(self, chat: Chat, *, status: str = "member") -> Json | None:
        """Add the bot to a chat, or change what it is there."""
        was_away = chat.bot_status in {"left", "kicked"}
        update = self.world.change_member(chat, self.world.bot_id, status, self.as_json())
        if was_away:
            self._serves(chat, {"new_chat_members": [self.world.bot_json()]})
        return update

    def removes_bot(self, chat: Chat) -> Json | None:
        """Throw the bot out of a chat."""
        self._serves(chat, {"left_chat_member": self.world.bot_json()})
        return self.world.change_member(chat, self.world.bot_id, "kicked", self.as_json())

    def _serves(self, chat: Chat, content: Json) -> None:
        self.world.publish(chat, content, sender={"from": self.as_json()}, is_service=True)

    def blocks_bot(self) -> Json | None:
        """Shut the bot out of the private chat."""
        self.chat.blocked = True
        return self.world.change_member(self.chat, self.world.bot_id, "kicked", self.as_json())

    def unblocks_bot(self) -> Json | None:
        """Let the bot in again."""
        self.chat.blocked = False
        return self.world.change_member(self.chat, self.world.bot_id, "member", self.as_json())
