"""What a message gets for a reply: access first, then the conversation."""

import datetime
from collections.abc import Callable
from dataclasses import replace

from bot import phrases
from bot.access import Access
from bot.channels.telegram.once import Once
from bot.channels.telegram.senders import Sender
from bot.conversation import Conversation
from bot.replies import Reply, say

__all__ = ["Desk"]

# Commands that let everybody in, and end that.
DOOR = ("/open", "/close")


def _today() -> datetime.date:
    return datetime.datetime.now(datetime.UTC).date()


class Desk:
    """Decides on each message; everything here may block, and runs in one thread of its own.

    Parameters
    ----------
    access
        who may do what.
    conversation
        answers questions.
    today
        says what day it is.
    """

    def __init__(
        self,
        access: Access,
        conversation: Conversation,
        *,
        today: Callable[[], datetime.date] = _today,
    ) -> None:
        self._access = access
        self._conversation = conversation
        self._today = today
        self._denials = Once()
        # New id of a chat to the old one; the settings know the new one after the next start.
        self._moved: dict[int, int] = {}

    def may_ask(self, sender: Sender) -> bool:
        """Say whether the sender may ask here."""
        return self._access.may_ask(self._moved.get(sender.chat, sender.chat), sender.user)

    def reply(self, sender: Sender, text: str | None) -> Reply | None:
        """Reply to a message that is meant for the bot, or None to stay silent.

        Parameters
        ----------
        sender
            who wrote it, and where.
        text
            what it says, or None for a photo, a voice message and the like.
        """
        command, _, rest = (text or "").strip().partition(" ")
        if sender.is_private and command == "/start" and rest and self._pair(sender, rest):
            return say(phrases.PAIRED)
        if command in DOOR and not self._may_set_door(sender):
            self._access.deny(sender.user, f"{command} in chat {sender.chat}")
        if not self.may_ask(sender):
            return self._deny(sender)
        if command in DOOR:
            return self._set_door(sender, command)
        if text is None:
            return say(phrases.TEXT_ONLY) if sender.is_private else None
        settled = replace(sender, chat=self._moved.get(sender.chat, sender.chat))
        return self._conversation.reply(settled.conversation, text)

    def move(self, old: int, new: int) -> bool:
        """Treat a chat's new id as its old one; say whether the settings have to name the new."""
        self._moved[new] = self._moved.get(old, old)
        return self._access.may_ask(old, None) and not self._access.may_ask(new, None)

    def _pair(self, sender: Sender, code: str) -> bool:
        return sender.user is not None and self._access.pair(code, sender.user)

    def _deny(self, sender: Sender) -> Reply | None:
        """Tell a private chat once a day that it has no access; stay silent in groups."""
        if sender.is_private and self._denials.is_new((sender.chat, self._today())):
            return say(phrases.not_allowed(sender.chat))
        return None

    def _set_door(self, sender: Sender, command: str) -> Reply | None:
        """Open or close the bot to everybody; only in private, and only for administrators."""
        if not sender.is_private:
            return None
        if sender.user is None or not self._may_set_door(sender):
            return say(phrases.NOT_ADMIN)
        if command == "/open":
            self._access.open(sender.user)
            return say(phrases.OPENED)
        self._access.close(sender.user)
        return say(phrases.CLOSED)

    def _may_set_door(self, sender: Sender) -> bool:
        """Say whether an administrator says so, in private, in words of their own."""
        is_meant = sender.is_private and sender.is_own
        return is_meant and self._access.may_administer(sender.user)
