"""The bot is put into a group: it leaves where nobody allows it to answer."""

from collections.abc import Sequence
from typing import Final

from telegram import ChatMemberUpdated
from telegram.constants import ChatType

from bot import phrases
from bot.channels.telegram.deciding.desk import Desk
from bot.channels.telegram.deciding.senders import Sender
from bot.channels.telegram.looks.writing import contents, letters
from bot.delivery.values import Letter
from bot.replies import say

__all__ = ["on_joining"]

PRESENT: Final = frozenset({"member", "administrator", "restricted"})
GROUPS: Final = frozenset({ChatType.GROUP, ChatType.SUPERGROUP})


def on_joining(change: ChatMemberUpdated, desk: Desk) -> Sequence[Letter]:
    """Return what a change of the bot's place in a chat gets.

    In a group where nobody may ask, whoever administers the bot is told the group's number, with
    which it can be allowed; a stranger's group is left.
    """
    is_new = change.new_chat_member.status in PRESENT and (
        change.old_chat_member.status not in PRESENT
    )
    if not is_new or change.chat.type not in GROUPS:
        return ()
    chat, user = change.chat.id, change.from_user.id
    if desk.may_ask(Sender(chat, None, None, is_private=False)):
        return ()
    if desk.may_administer(Sender(chat, user, None, is_private=False)):
        said = contents(say(phrases.not_allowed(chat)))
        return letters(chat, {}, said, is_notice=True)
    return [Letter(chat, "leaveChat", {})]
