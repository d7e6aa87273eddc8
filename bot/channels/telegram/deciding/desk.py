"""What a message gets for a reply: access first, then the conversation."""

import datetime
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from functools import partial

import structlog

from bot import phrases
from bot.access import Access
from bot.administering.administration import Administration
from bot.administering.door import door
from bot.answering import Answerer
from bot.channels.telegram.deciding.moves import Moves
from bot.channels.telegram.deciding.once import Once
from bot.channels.telegram.deciding.remembering import Memory
from bot.channels.telegram.deciding.senders import Sender
from bot.conversation import Conversation, View
from bot.corpora import Corpora
from bot.feedback import Opinion, Verdict
from bot.history import ChatKey
from bot.phrases import limits
from bot.quotas import Admission, Admitted, Kind, Quotas, Refused
from bot.replies import Reply, say
from bot.typed import asks, split

__all__ = ["Barred", "Desk"]

log = structlog.stdlib.get_logger()


def _today() -> datetime.date:
    return datetime.datetime.now(datetime.UTC).date()


@dataclass(frozen=True, slots=True)
class Barred:
    """What one gets who is not let in: a word, or None for silence."""

    reply: Reply | None


class Desk:
    """Decides on each message; everything here may block, and runs in one thread of its own.

    Parameters
    ----------
    access
        who may do what.
    conversation
        answers questions.
    moves
        the older numbers of chats.
    quotas
        how much each may ask; none for as much as they like.
    corpora
        the conversations of chats with documents of their own; none where all ask the same.
    administration
        runs the commands of administrators; none for those that let in and keep out.
    clock
        seconds since 1970.
    today
        says what day it is.
    """

    def __init__(
        self,
        access: Access,
        conversation: Conversation,
        moves: Moves,
        *,
        quotas: Quotas | None = None,
        corpora: Corpora[Conversation] | None = None,
        administration: Administration | None = None,
        clock: Callable[[], float] = time.time,
        today: Callable[[], datetime.date] = _today,
    ) -> None:
        self._access = access
        self._conversation = conversation
        self._today = today
        self._denials = Once()
        self._moves = moves
        self._quotas = quotas or Quotas()
        self._admissions = Memory[Admission]()
        self._corpora = corpora
        self._administration = administration or Administration(access, door(access, moves.settled))
        self._clock = clock

    def may_ask(self, sender: Sender) -> bool:
        """Say whether the sender may ask here."""
        names = self._moves.names(sender.chat)
        if self._access.is_denied(sender.user, *names):
            return False
        return any(self._access.may_ask(name, sender.user) for name in names)

    def reply(
        self,
        sender: Sender,
        text: str | None,
        written_at: float | None = None,
        of: Hashable = None,
    ) -> Reply | None:
        """Reply to a message that is meant for the bot, or None to stay silent.

        Parameters
        ----------
        sender
            who wrote it, and where.
        text
            what it says, or None for a photo, a voice message and the like.
        written_at
            when it was written, in seconds since 1970; None for now.
        of
            what names it: a second look at the same counts for nothing. None for no name.
        """
        command, rest = split(text or "")
        if sender.is_private and command == "/start" and rest and self._pair(sender, rest):
            return say(phrases.PAIRED)
        is_of_admins = self._administration.knows(command[1:])
        if is_of_admins and self.administers(sender, command):
            return self._administration.reply(sender.user, command[1:], rest)
        if (is_of_admins or text is None) and not sender.is_private:
            return None
        barred = self.bars(sender, text, written_at, of)
        if barred is not None:
            return barred.reply
        if is_of_admins or text is None:
            return say(phrases.NOT_ADMIN if is_of_admins else phrases.TEXT_ONLY)
        conversation = self.conversation(sender)
        return self._answering(sender).reply(conversation, text, user=sender.user or 0)

    def bars(
        self, sender: Sender, text: str | None, written_at: float | None = None, of: Hashable = None
    ) -> Barred | None:
        """Count a message, of the parameters of `reply`; None where its sender is let in."""
        if not self.may_ask(sender):
            return Barred(self._deny(sender))
        kind: Kind = "question" if text is not None and asks(text) else "command"
        admission = self.admit(sender, kind, written_at, of)
        return Barred(self._refuse(sender, admission)) if isinstance(admission, Refused) else None

    def admit(
        self, sender: Sender, kind: Kind, written_at: float | None = None, of: Hashable = None
    ) -> Admission:
        """Count something that a sender does, or refuse it, by what each may do.

        What waited for the bot counts from when it was written, so that nobody has too much at
        once only because the bot was away; a time that is yet to come is not believed. What has a
        name counts once, however often it is looked at.
        """
        now, chat = self._clock(), self.settled(sender.chat)
        at = now if written_at is None else min(written_at, now)
        who = sender.user if sender.behalf is None else ("chat", sender.behalf)
        is_free = self._access.may_administer(sender.user)
        find = partial(self._quotas.admit, who, chat, at, kind, is_free=is_free)
        return find() if of is None else self._admissions.recall((of, kind), find)

    def crowded(self, sender: Sender) -> Reply | None:
        """Say that messages of a chat are left out, where that was not said; else None."""
        chat = self.settled(sender.chat)
        if not self.may_ask(sender) or not self._quotas.may_tell(chat, self._clock()):
            return None
        log.warning("too much of one chat is waiting", chat=chat)
        return say(limits.TOO_MANY_OPEN)

    def settled(self, chat: int) -> int:
        """Return the number that a chat was first known under."""
        return self._moves.settled(chat)

    def names(self, chat: int) -> list[int]:
        """Return every number of a chat."""
        return self._moves.names(chat)

    def conversation(self, sender: Sender) -> ChatKey:
        """Name the conversation that a sender takes part in."""
        return replace(sender, chat=self.settled(sender.chat)).conversation

    def may_administer(self, sender: Sender) -> bool:
        """Say whether the sender administers the bot, and speaks in their own name."""
        return sender.is_own and self._access.may_administer(sender.user)

    def administers(self, sender: Sender, what: str) -> bool:
        """Say whether the sender administers the bot, here in private; record who tries else."""
        if sender.is_private and self.may_administer(sender):
            return True
        self._access.deny(sender.user, f"{what} in chat {sender.chat}")
        return False

    @property
    def is_for_everybody(self) -> bool:
        """Whether everybody may ask, all of them the same documents."""
        has_several = self._corpora is not None and self._corpora.are_several
        return self._access.is_for_everybody and not has_several

    def answerer(self, sender: Sender) -> Answerer:
        """Return what answers a question of the sender's that belongs to no conversation."""
        return self._answering(sender).answerer

    def unasked(self, sender: Sender, text: str, of: Hashable = None) -> Reply | None:
        """Answer what nobody asked the bot, where it may and the answer is sure; else None."""
        if not self.may_ask(sender) or self.admit(sender, "unasked", of=of) != Admitted():
            return None
        return self._answering(sender).unasked(self.conversation(sender), text)

    def view(self, sender: Sender, turn: int, name: View) -> Reply | None:
        """Show what stands behind an earlier answer; None where there is nothing any more."""
        return self._answering(sender).view(self.conversation(sender), turn, name)

    def judge(self, sender: Sender, turn: int, verdict: Verdict) -> None:
        """Keep what a sender says of an earlier answer."""
        if sender.user is not None:
            self.judge_in(self.conversation(sender), turn, sender.user, verdict)

    def judge_in(self, conversation: ChatKey, turn: int, user: int, verdict: Verdict) -> None:
        """Keep what a user says of an earlier answer in a conversation."""
        self._conversation.judge(conversation, turn, Opinion(verdict, user=user))

    def page(self, sender: Sender, topic: str, number: int) -> Reply | None:
        """Show a page of a timeline; None where there is no such page."""
        return self._answering(sender).page(self.conversation(sender), topic, number)

    def move(self, old: int, new: int) -> bool:
        """Treat a chat's new id as its old one; say whether the settings have to name the new."""
        self._moves.move(old, new)
        return self._access.may_ask(old, None) and not self._access.may_ask(new, None)

    def _refuse(self, sender: Sender, refused: Refused) -> Reply | None:
        """Tell a chat once in a window that a limit is reached; then stay silent."""
        if not refused.is_first:
            return None
        limit = refused.limit
        log.info("limit reached", chat=sender.chat, scope=limit.scope, most=limit.most)
        return say(limits.over(limit.scope, limit.most, limit.seconds, refused.wait))

    def _pair(self, sender: Sender, code: str) -> bool:
        return sender.user is not None and self._access.pair(code, sender.user)

    def _deny(self, sender: Sender) -> Reply | None:
        """Tell a private chat once a day that it has no access; stay silent in groups."""
        if sender.is_private and self._denials.is_new((sender.chat, self._today())):
            return say(phrases.not_allowed(sender.chat))
        return None

    def _answering(self, sender: Sender) -> Conversation:
        """Return what answers the chat of a sender, from its documents and no others."""
        if self._corpora is None:
            return self._conversation
        return self._corpora.of(self.settled(sender.chat))
