"""A chat: who is in it, what was said in it, and whether the bot may write there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from .detection import written
from .posts import Post
from .refusals import Json, bad_request, forbidden

if TYPE_CHECKING:
    from .world import World

__all__ = ["ANONYMOUS_ADMIN", "Chat", "ChatKind", "Topic"]

ChatKind = Literal["private", "group", "supergroup", "channel"]

# Who stands in `from` when an administrator writes in the name of the group.
ANONYMOUS_ADMIN = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}
GONE = frozenset({"left", "kicked"})


@dataclass(slots=True, eq=False)
class Topic:
    """A topic of a forum; its thread id is the id of the message that opened it."""

    chat: Chat
    name: str
    opening: Post
    is_closed: bool = False

    @property
    def thread_id(self) -> int:
        """The ``message_thread_id``."""
        return self.opening.message_id

    def closes(self) -> None:
        """Close the topic for all but administrators."""
        self.is_closed = True
        extra = {"message_thread_id": self.thread_id, "is_topic_message": True}
        self.chat.world.publish(self.chat, extra | {"forum_topic_closed": {}}, is_service=True)


@dataclass(slots=True, eq=False)
class Chat:
    """A chat and its history.

    Attributes
    ----------
    members
        Status (``creator``, ``administrator``, ``member``, ...) by user id; the bot is among them.
    started, blocked, deactivated
        For a private chat: whether the person wrote first, shut the bot out, or is gone.
    actions
        The chat actions the bot showed, oldest first.

    """

    world: World
    chat_id: int
    kind: ChatKind
    names: Json
    is_forum: bool = False
    posts: dict[int, Post] = field(default_factory=dict)
    members: dict[int, str] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    actions: list[str] = field(default_factory=list)
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    bot_may_write: bool = True
    migrated_to: int | None = None
    last_message_id: int = 0

    def as_json(self) -> Json:
        """Return the Chat object."""
        forum: Json = {"is_forum": True} if self.is_forum else {}
        return {"id": self.chat_id, "type": self.kind, **self.names, **forum}

    @property
    def bot_status(self) -> str:
        """What the bot is here: ``left`` when it is not in the chat."""
        return self.members.get(self.world.bot_id, "left")

    @property
    def messages(self) -> list[Post]:
        """What the bot said here and did not delete, oldest first."""
        return [post for post in self.posts.values() if post.is_from_bot and not post.is_deleted]

    async def until(self, n_messages: int, *, timeout: float = 5.0) -> list[Post]:  # noqa: ASYNC109 -- the test's patience, in seconds
        """Wait until the bot has that many messages here, and return them."""
        if not await self.world.pulse.until(
            lambda: len(self.messages) >= n_messages, timeout=timeout
        ):
            said = [post.text for post in self.messages]
            raise AssertionError(f"waited for {n_messages} messages, the chat has {said}")
        return self.messages

    async def until_quiet(self, *, seconds: float = 0.2) -> list[Post]:
        """Wait until no message came, changed or went for so many seconds; return the bot's."""
        await self.world.pulse.until_quiet(self._n_changes, seconds=seconds)
        return self.messages

    def _n_changes(self) -> int:
        posts = self.posts.values()
        return len(posts) + sum(len(post.versions) + post.is_deleted for post in posts)

    def topic(self, name: str) -> Topic:
        """Open a topic in a forum."""
        opening = self.world.publish(
            self, {"forum_topic_created": {"name": name, "icon_color": 7322096}}, is_service=True
        )
        opening.payload |= {"message_thread_id": opening.message_id, "is_topic_message": True}
        topic = Topic(self, name, opening)
        self.topics[topic.thread_id] = topic
        return topic

    def posts_in_channel(self, text: str) -> Post:
        """Publish a text in a channel, in the channel's name."""
        return self.world.publish(self, written(text), sender=self._own_sender())

    def anonymous_admin_says(self, text: str, *, topic: Topic | None = None) -> Post:
        """Write a text as an administrator who stays hidden behind the group's name."""
        sender = {"from": ANONYMOUS_ADMIN, **self._own_sender()}
        return self.world.publish(self, written(text), sender=sender, topic=topic)

    def _own_sender(self) -> Json:
        return {"sender_chat": self.as_json()}

    def migrates(self) -> Chat:
        """Turn a group into a supergroup, which has another id; return that."""
        successor = self.world.supergroup(self.names["title"], members=self.members)
        self.world.publish(self, {"migrate_to_chat_id": successor.chat_id}, is_service=True)
        self.world.publish(successor, {"migrate_from_chat_id": self.chat_id}, is_service=True)
        self.migrated_to = successor.chat_id
        return successor

    def check_bot_is_here(self) -> None:
        """Refuse what only somebody in the chat may ask for."""
        if self.migrated_to is not None:
            raise bad_request(
                "group chat was upgraded to a supergroup chat",
                parameters={"migrate_to_chat_id": self.migrated_to},
                is_fault=False,
            )
        if self.kind == "private":
            self._check_person_is_willing()
        elif self.bot_status == "kicked":
            raise forbidden(f"bot was kicked from the {self.kind} chat")
        elif self.bot_status == "left":
            raise forbidden(f"bot is not a member of the {self.kind} chat")

    def _check_person_is_willing(self) -> None:
        if self.deactivated:
            raise forbidden("user is deactivated")
        if self.blocked:
            raise forbidden("bot was blocked by the user")
        if not self.started:
            raise forbidden("bot can't initiate conversation with a user")

    def check_bot_may_write(self, thread_id: int | None) -> None:
        """Refuse a message where the bot may not write, or into a topic there is not."""
        self.check_bot_is_here()
        if self.kind == "channel" and self.bot_status != "administrator":
            raise forbidden("bot is not an administrator of the channel chat")
        if not self.bot_may_write:
            raise bad_request("not enough rights to send text messages to the chat", is_fault=False)
        if thread_id is None:
            return
        if thread_id not in self.topics:
            raise bad_request("message thread not found")
        if self.topics[thread_id].is_closed and self.bot_status != "administrator":
            raise bad_request("TOPIC_CLOSED", is_fault=False)

    def live_post(self, message_id: int, missing: str) -> Post:
        """Return a message that is there, or refuse with the words for a missing one."""
        post = self.posts.get(message_id)
        if post is None or post.is_deleted:
            raise bad_request(missing)
        return post
