"""Reactions to answers, taken as verdicts."""

from telegram import MessageReactionUpdated, ReactionTypeEmoji
from telegram.constants import ChatType

from bot.channels.telegram.deciding.desk import Desk
from bot.channels.telegram.deciding.senders import Sender
from bot.channels.telegram.deciding.shown import Shown
from bot.feedback import Verdict

__all__ = ["Reactions"]

HELPFUL = frozenset("👍❤🔥👏🎉🤩🙏👌💯🏆⚡")
UNHELPFUL = frozenset("👎💩🤮🤡🥱")


class Reactions:
    """Keeps what people think of answers; every method runs within a transaction.

    Parameters
    ----------
    desk
        knows the numbers of chats, and keeps what is said of answers.
    shown
        finds what a message shows.
    """

    def __init__(self, desk: Desk, shown: Shown) -> None:
        self._desk = desk
        self._shown = shown

    def note(self, reaction: MessageReactionUpdated) -> None:
        """Keep a reaction of an answer's asker to it, where they may still ask."""
        user = reaction.user
        names = self._desk.names(reaction.chat.id)
        answer = self._shown.of_message(names, reaction.message_id)
        if user is None or answer is None or answer.turn is None or answer.asker != user.id:
            return
        is_private = reaction.chat.type == ChatType.PRIVATE
        sender = Sender(reaction.chat.id, user.id, None, is_private=is_private)
        verdict = _verdict(reaction)
        if verdict is not None and self._desk.may_ask(sender):
            self._desk.judge_in(answer.conversation, answer.turn, user.id, verdict)


def _verdict(reaction: MessageReactionUpdated) -> Verdict | None:
    emojis = {
        each.emoji.rstrip("\ufe0f")
        for each in reaction.new_reaction
        if isinstance(each, ReactionTypeEmoji)
    }
    if emojis & UNHELPFUL:
        return "not helpful"
    return "helpful" if emojis & HELPFUL else None
