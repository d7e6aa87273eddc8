"""What a message gets for a reply: access first, then the conversation."""

from dataclasses import dataclass

from bot import phrases
from bot.access import Access
from bot.conversation import Conversation
from bot.replies import Reply, say

__all__ = ["Desk", "Sender"]


@dataclass(frozen=True, slots=True)
class Sender:
    """Who wrote a message, and where.

    Attributes:
        chat: the chat's id.
        user: the user's id, or None for one who writes in the name of a chat.
        topic: the forum topic's id, or None.
        is_private: whether the chat is with the user alone.
    """

    chat: int
    user: int | None
    topic: int | None
    is_private: bool

    @property
    def conversation(self) -> str:
        """Name the conversation: each chat, and in forums each topic, has its own."""
        return f"telegram:{self.chat}" + (f":{self.topic}" if self.topic else "")


class Desk:
    """Decides on each message; everything here may block, and runs off the event loop.

    Args:
        access: who may do what.
        conversation: answers questions.
    """

    def __init__(self, access: Access, conversation: Conversation) -> None:
        self._access = access
        self._conversation = conversation

    def reply(self, sender: Sender, text: str) -> Reply | None:
        """Reply to a message that is meant for the bot, or None to stay silent."""
        command, _, rest = text.strip().partition(" ")
        if sender.is_private and command == "/start" and rest.strip():
            return self._pair(sender, rest)
        if command in ("/open", "/close"):
            return self._set_door(sender, command)
        if self._access.may_ask(sender.chat, sender.user):
            return self._conversation.reply(sender.conversation, text)
        return say(phrases.not_allowed(sender.chat)) if sender.is_private else None

    def may_ask(self, sender: Sender) -> bool:
        """Say whether the sender may ask here."""
        return self._access.may_ask(sender.chat, sender.user)

    def _pair(self, sender: Sender, code: str) -> Reply:
        if sender.user is not None and self._access.pair(code, sender.user):
            return say(phrases.PAIRED)
        if self._access.may_ask(sender.chat, sender.user):
            return say(phrases.GREETING)
        return say(phrases.not_allowed(sender.chat))

    def _set_door(self, sender: Sender, command: str) -> Reply | None:
        """Open or close the bot to everybody; only in private, and only for administrators."""
        if not sender.is_private or not self._access.may_administer(sender.user):
            return say(phrases.NOT_ADMIN) if sender.is_private else None
        if command == "/open":
            self._access.open()
            return say(phrases.OPENED)
        self._access.close()
        return say(phrases.CLOSED)
