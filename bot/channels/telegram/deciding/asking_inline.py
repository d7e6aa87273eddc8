"""Inline questions: who may ask them, how often, and of which documents."""

from collections.abc import Callable, Sequence

from telegram import InlineQuery

from bot.answering import Answerer
from bot.channels.telegram.deciding.desk import Desk
from bot.channels.telegram.deciding.inlining import inline_letters
from bot.channels.telegram.deciding.linking import Texts
from bot.channels.telegram.deciding.senders import Sender
from bot.delivery.values import Letter
from bot.quotas import Refused

__all__ = ["InlineDesk"]


class InlineDesk:
    """Answers inline questions by what the desk allows; every method runs within a transaction.

    Parameters
    ----------
    desk
        says who may ask, and of what.
    texts
        keeps the texts that are too long for a link.
    name
        gives the bot's name without "@".
    """

    def __init__(self, desk: Desk, texts: Texts, name: Callable[[], str]) -> None:
        self._desk = desk
        self._name = name
        self.texts = texts

    def answer(self, query: InlineQuery) -> Sequence[Letter]:
        """Return the answer to an inline question; who asks too often gets an empty one."""
        user = query.from_user.id
        sender = Sender(chat=user, user=user, topic=None, is_private=True)
        if self._desk.may_ask(sender) and isinstance(
            self._desk.admit(sender, "inline", of=query.id), Refused
        ):
            empty = {"results": [], "cache_time": 0, "is_personal": True}
            return [Letter(0, "answerInlineQuery", {"inline_query_id": query.id, **empty})]
        return inline_letters(query, self)

    @property
    def username(self) -> str:
        """The bot's name without "@"."""
        return self._name()

    @property
    def is_for_everybody(self) -> bool:
        """Whether everybody may ask, all of them the same documents."""
        return self._desk.is_for_everybody

    def may_ask(self, sender: Sender) -> bool:
        """Say whether the sender may ask."""
        return self._desk.may_ask(sender)

    def answerer(self, sender: Sender) -> Answerer:
        """Return what answers the sender's questions, from the documents of their own chat."""
        return self._desk.answerer(sender)
