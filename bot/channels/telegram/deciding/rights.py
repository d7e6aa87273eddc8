"""Who administers a chat: Telegram is asked, each time anew."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from bot.channels.telegram.deciding.desk import Desk
from bot.channels.telegram.deciding.senders import Sender
from bot.delivery.values import Errand
from bot.phrases import buttons as words

__all__ = ["LookUp", "Rights"]

# Asks Telegram what a user is in a chat.
LookUp = Callable[[int, int], Awaitable[object]]
ADMINISTRATORS: Final = frozenset({"creator", "administrator"})
# Names what is found out about a sender.
MEMBER = "member"


class Rights:
    """Says who may decide for a chat.

    Parameters
    ----------
    desk
        knows the bot's own administrators.
    look_up
        asks who administers a chat.
    """

    def __init__(self, desk: Desk, look_up: LookUp) -> None:
        self._desk = desk
        self._look_up = look_up

    def problem(self, sender: Sender, known: Mapping[str, object]) -> str:
        """Say why a sender may not decide for a chat; "" where they may.

        In private everybody decides for themselves. Whoever writes in the name of a group or a
        channel has no rights, and words passed on are nobody's.

        Raises
        ------
        Errand
            It has to be found out what the sender is in the chat.
        """
        user = sender.user
        if user is None or not sender.is_own:
            return words.ONLY_ADMINS
        if sender.is_private or self._desk.may_administer(sender):
            return ""
        if MEMBER not in known:
            raise Errand(MEMBER, lambda: self._look_up(sender.chat, user))
        member = known[MEMBER]
        if not isinstance(member, dict):
            return words.UNSETTLED
        return "" if member.get("status") in ADMINISTRATORS else words.ONLY_ADMINS
