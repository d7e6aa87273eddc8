"""Everything the server knows: people, chats, messages, queries, and the bot among them."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from .chats import Chat, ChatKind, Topic
from .media import Files
from .membership import member_json
from .people import Person
from .posts import Post
from .profile import Profile
from .pulse import Pulse
from .queries import Queries
from .refusals import Json, bad_request
from .strictness import Strictness
from .text import utf16_find
from .updates import UpdateQueue

__all__ = ["World"]

FIRST_PERSON = 7001
FIRST_SUPERGROUP = -1001000000001


@dataclass(slots=True, eq=False)
class World:
    """The state behind the methods.

    Attributes
    ----------
    privacy_mode
        Whether the bot hears only what is meant for it in groups where it is no administrator.
    clock
        Seconds since 1970.

    """

    bot_id: int
    bot_username: str = "quoth_test_bot"
    privacy_mode: bool = False
    strictness: Strictness = field(default_factory=Strictness)
    clock: Callable[[], float] = time.time
    pulse: Pulse = field(default_factory=Pulse)
    updates: UpdateQueue = field(init=False)
    files: Files = field(default_factory=Files)
    queries: Queries = field(default_factory=Queries)
    profile: Profile = field(default_factory=Profile)
    people: dict[int, Person] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    _last_shared_id: int = 0

    def __post_init__(self) -> None:
        self.updates = UpdateQueue(self.pulse)

    def now(self) -> int:
        """Return the time as messages carry it: whole seconds since 1970."""
        return int(self.clock())

    def bot_json(self) -> Json:
        """Return the bot as a User."""
        return {
            "id": self.bot_id,
            "is_bot": True,
            "first_name": "Quoth",
            "username": self.bot_username,
        }

    def user_json(self, user_id: int) -> Json:
        """Return anybody, the bot included, as a User."""
        return self.bot_json() if user_id == self.bot_id else self.people[user_id].as_json()

    def person(
        self, first_name: str, *, username: str | None = None, language_code: str = "en"
    ) -> Person:
        """Let somebody join Telegram; their chat with the bot opens when they first write."""
        person = Person(self, FIRST_PERSON + len(self.people), first_name, username, language_code)
        self.people[person.user_id] = person
        names = {"first_name": first_name} | ({"username": username} if username else {})
        self._open(person.user_id, "private", names)
        return person

    def group(self, title: str, *, members: Mapping[int, str] | None = None) -> Chat:
        """Open a group with the bot in it."""
        return self._open(-(5001 + len(self.chats)), "group", {"title": title}, members)

    def supergroup(
        self,
        title: str,
        *,
        username: str | None = None,
        is_forum: bool = False,
        members: Mapping[int, str] | None = None,
    ) -> Chat:
        """Open a supergroup with the bot in it."""
        names = {"title": title} | ({"username": username} if username else {})
        chat = self._open(FIRST_SUPERGROUP - len(self.chats), "supergroup", names, members)
        chat.is_forum = is_forum
        return chat

    def channel(self, title: str) -> Chat:
        """Open a channel with the bot as an administrator, without which it hears nothing."""
        members = {self.bot_id: "administrator"}
        number = FIRST_SUPERGROUP - len(self.chats)
        return self._open(number, "channel", {"title": title}, members)

    def _open(
        self, chat_id: int, kind: ChatKind, names: Json, members: Mapping[int, str] | None = None
    ) -> Chat:
        chat = Chat(self, chat_id, kind, names)
        chat.members = {self.bot_id: "member"} | dict(members or {})
        self.chats[chat_id] = chat
        return chat

    def find_chat(self, chat_id: int | str) -> Chat:
        """Return the chat of an id or an @username, or refuse."""
        if isinstance(chat_id, int) and chat_id in self.chats:
            return self.chats[chat_id]
        for chat in self.chats.values():
            if chat.kind != "private" and chat_id == "@" + chat.names.get("username", ""):
                return chat
        raise bad_request("chat not found")

    def store(self, chat: Chat, head: Json, content: Json, *, is_from_bot: bool) -> Post:
        """Number a message and put it into the chat."""
        payload = {
            "message_id": self._next_message_id(chat),
            "date": self.now(),
            "chat": chat.as_json(),
            **head,
            **content,
        }
        post = Post(chat, payload, is_from_bot)
        chat.posts[post.message_id] = post
        self.pulse.beat()
        return post

    def _next_message_id(self, chat: Chat) -> int:
        """Count on: supergroups and channels each by themselves, all other chats together."""
        if chat.kind in {"supergroup", "channel"}:
            chat.last_message_id += 1
            return chat.last_message_id
        self._last_shared_id += 1
        return self._last_shared_id

    def publish(
        self,
        chat: Chat,
        content: Json,
        *,
        sender: Json | None = None,
        topic: Topic | None = None,
        reply_to: Post | None = None,
        quote: str | None = None,
        is_service: bool = False,
    ) -> Post:
        """Put what somebody wrote into a chat and tell the bot, if it hears it."""
        head = (sender or {"from": ANYBODY}) | _thread(chat, topic, reply_to)
        if reply_to is not None and quote is not None:
            position = utf16_find(reply_to.text, quote)
            head["quote"] = {"text": quote, "position": position, "is_manual": True}
        post = self.store(chat, head, content, is_from_bot=False)
        if is_service or self._hears(post, reply_to):
            kind = "channel_post" if chat.kind == "channel" else "message"
            post.update = self.tell(kind, post.payload, chat)
        return post

    def tell(self, kind: str, payload: Json, chat: Chat) -> Json | None:
        """Queue an update for the bot, unless it is not in the chat."""
        if chat.bot_status in {"left", "kicked"} and kind != "my_chat_member":
            return None
        return self.updates.add(kind, payload, chat.chat_id)

    def _hears(self, post: Post, reply_to: Post | None) -> bool:
        """Apply the privacy mode: commands, mentions and replies reach the bot, talk does not."""
        chat = post.chat
        if not self.privacy_mode or chat.kind in {"private", "channel"}:
            return True
        if chat.bot_status == "administrator" or (reply_to is not None and reply_to.is_from_bot):
            return True
        name = "@" + self.bot_username
        commands = post.marked("bot_command")
        return name in post.marked("mention") or any(
            command.endswith(name) or "@" not in command for command in commands
        )

    def change_member(self, chat: Chat, user_id: int, status: str, by: Json) -> Json | None:
        """Change what somebody is in a chat and tell the bot."""
        old = chat.members.get(user_id, "left")
        chat.members[user_id] = status
        user = self.user_json(user_id)
        payload = {
            "chat": chat.as_json(),
            "from": by,
            "date": self.now(),
            "old_chat_member": member_json(user, old),
            "new_chat_member": member_json(user, status),
        }
        kind = "my_chat_member" if user_id == self.bot_id else "chat_member"
        return self.tell(kind, payload, chat)


# Stands in `from` of service messages nobody in particular caused.
ANYBODY: Json = {"id": 7000, "is_bot": False, "first_name": "Admin"}


def _thread(chat: Chat, topic: Topic | None, reply_to: Post | None) -> Json:
    """Return the fields that tie a message to a topic and to what it replies to.

    In a topic, an ordinary message replies to the message that opened the topic; outside forums a
    reply in a supergroup carries the id of the first message of its thread.
    """
    head: Json = {}
    if topic is not None:
        head |= {"message_thread_id": topic.thread_id, "is_topic_message": True}
        reply_to = reply_to or topic.opening
    elif reply_to is not None and chat.kind == "supergroup" and not chat.is_forum:
        root = reply_to.payload.get("message_thread_id", reply_to.message_id)
        head["message_thread_id"] = root
    if reply_to is not None:
        head["reply_to_message"] = reply_to.as_replied()
    return head
