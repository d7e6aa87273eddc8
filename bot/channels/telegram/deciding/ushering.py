"""What becomes of updates that exceed the part of their chat: few are vital, few are told of."""

import json
from collections.abc import Callable, Sequence

import structlog
from telegram import Bot, Message, Update, User

from bot.channels.telegram.deciding.addressing import addressed
from bot.channels.telegram.deciding.desk import Desk
from bot.channels.telegram.deciding.senders import sender_of
from bot.channels.telegram.looks.writing import contents, letters, place_of
from bot.delivery.values import Arrival, Letter

__all__ = ["Usher"]

# Where it stands, the chat has a new number, which is said once. In what people write, a quotation
# mark has a backslash before it.
MOVE = '"migrate_to_chat_id":'
PRESS, INLINE = '"callback_query":', '"inline_query":'
# One of these stands in whatever names the bot; replies to it hold its number besides.
NAMING = ('"bot_command"', '"mention"')

log = structlog.stdlib.get_logger()


class Usher:
    """Reads what is left out, so that its chat hears of it once.

    Parameters
    ----------
    desk
        says who is told.
    bot
        whom updates are read for; called by no one here.
    me
        whom messages mention.
    """

    def __init__(self, desk: Desk, bot: Bot, me: Callable[[], User]) -> None:
        self._desk = desk
        self._bot = bot
        self._me = me

    def is_vital(self, arrival: Arrival) -> bool:
        """Say whether a group has another number from now on."""
        return MOVE in arrival.raw

    def part(self, arrival: Arrival) -> str:
        """Name what of its chat an update counts with: presses, inline questions, talk.

        It does not read updates, there can be many: some talk may count as a question.
        """
        if PRESS in arrival.raw:
            return "presses"
        if INLINE in arrival.raw:
            return "inline"
        # Groups have negative numbers; in private all is meant for the bot.
        is_of_group = arrival.chat is not None and arrival.chat < 0
        return "talk" if is_of_group and not self._may_be_meant(arrival.raw) else ""

    def is_fleeting(self, arrival: Arrival) -> bool:
        """Say whether it is an inline question, which the next letter that is typed outdates."""
        return INLINE in arrival.raw

    def notice(self, arrival: Arrival) -> Sequence[Letter]:
        """Return what tells a chat that messages to the bot are left out, once in a while."""
        message = self._message(arrival.raw)
        if message is None:
            return ()
        reply = self._desk.crowded(sender_of(message))
        if reply is None:
            return ()
        return letters(message.chat.id, place_of(message), contents(reply), is_notice=True)

    def _may_be_meant(self, raw: str) -> bool:
        return any(name in raw for name in NAMING) or f'"id": {self._me().id}' in raw

    def _message(self, raw: str) -> Message | None:
        """Return the message where there is one that is meant for the bot."""
        try:
            message = Update.de_json(json.loads(raw), self._bot).message
            is_meant = message is not None and addressed(message, self._me()) is not None
        except Exception as error:
            # Whatever the library trips over: nobody can be told of it.
            log.warning("update left out unread", reason=repr(error))
            return None
        return message if is_meant else None
