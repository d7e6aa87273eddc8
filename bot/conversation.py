"""A message in, a reply out, whatever the channel: questions, commands, follow-ups."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Literal

from bot import phrases
from bot.answering import Answerer
from bot.answers import Answer, Outcome
from bot.feedback import Opinion
from bot.history import ChatKey, Histories, Turn, turn
from bot.keeping import KEEPING_COMMANDS, Keeper, Keeping
from bot.paging import page_of
from bot.questions import Question, read_day
from bot.replies import Part, Reply, say, show
from bot.resolving import resolve
from bot.responding import Responder
from bot.showing import checked, context, explained, sources
from bot.timeline import topic as topic_asked
from bot.typed import split

__all__ = ["COMMANDS", "Conversation", "View"]

# What can be shown of an earlier answer.
View = Literal["sources", "context", "why", "verify"]

# Commands that mean the same in every channel, with what the menu says of them.
COMMANDS = {
    "ask": "ask a question",
    "timeline": "what happened, by date",
    "more": "the next page of a timeline",
    "asof": "only what was published by a day",
    "sources": "the documents behind the last answer",
    "context": "the sentences around its quotes",
    "why": "what adds up to its first quote's score",
    "verify": "compare its quotes, or those of a pasted answer, with the originals",
    **KEEPING_COMMANDS,
    "help": "how to ask, and the commands",
}


class Conversation:
    """Replies to messages, each chat on its own.

    Parameters
    ----------
    answerer
        answers questions.
    histories
        keeps the turns of each chat.
    keeping
        where the rest is kept, and for how long; in memory where None.
    """

    def __init__(
        self, answerer: Responder, histories: Histories, keeping: Keeping | None = None
    ) -> None:
        self._answerer = answerer
        self._histories = histories
        keeping = keeping or Keeping()
        self._opinions = keeping.feedback
        self._keeper = Keeper(histories, keeping)
        self._commands: dict[str, Callable[[ChatKey, str], Reply]] = {
            "start": lambda chat, rest: say(phrases.GREETING),
            "help": lambda chat, rest: say(phrases.HELP),
            "ask": self._ask,
            "timeline": self._timeline,
            "more": self._more,
            "asof": self._set_as_of,
            "sources": self._behind("sources"),
            "context": self._behind("context"),
            "why": self._behind("why"),
            "verify": self._verify,
            **self._keeper.commands,
        }
        self._views: dict[View, Callable[[Turn], Sequence[Part]]] = {
            "sources": lambda turn: sources(answerer.index, turn.quotes),
            "context": lambda turn: context(answerer.index, turn.quotes),
            "why": self._explain,
            "verify": self._check,
        }

    def reply(self, chat: ChatKey, message: str, *, user: int = 0) -> Reply:
        """Reply to one message: a question, or a command such as `/sources`.

        Parameters
        ----------
        chat
            names the conversation.
        message
            as it was typed.
        user
            the id of who typed it; 0 where there is none.
        """
        name, given = split(message)
        if not name:
            return self._ask(chat, message)
        if name == "/feedback":
            return self._keeper.feedback(chat, given, user)
        command = self._commands.get(name[1:])
        return command(chat, given) if command else say(phrases.UNKNOWN_COMMAND)

    @property
    def answerer(self) -> Answerer:
        """What answers one question that belongs to no conversation."""
        return self._answerer.now()

    def view(self, chat: ChatKey, number: int, name: View) -> Reply | None:
        """Show what stands behind an earlier answer; None where there is nothing any more.

        Parameters
        ----------
        chat
            names the conversation.
        number
            of the turn.
        name
            what to show.
        """
        earlier = self._histories.turn(chat, number)
        parts = tuple(self._views[name](earlier)) if earlier is not None else ()
        return Reply(parts) if parts else None

    def judge(self, chat: ChatKey, number: int, opinion: Opinion) -> None:
        """Keep what somebody says of an earlier answer, where it is still known."""
        earlier = self._histories.turn(chat, number)
        if earlier is not None:
            self._opinions.give(chat, earlier, opinion)

    def unasked(self, chat: ChatKey, text: str) -> Reply | None:
        """Answer what was said to others, by itself, where it can be; else None."""
        question = Question(text.strip(), as_of=self._histories.state(chat).as_of)
        outcome = self._answerer.answer(question, question.text)
        return self._show(chat, question, outcome) if isinstance(outcome, Answer) else None

    def page(self, chat: ChatKey, topic: str, number: int) -> Reply | None:
        """Show a page of a timeline, which `more` goes on from; None where there is no such page.

        Parameters
        ----------
        chat
            names the conversation.
        topic
            what the timeline is of.
        number
            of the page, from 1.
        """
        state = self._histories.state(chat)
        laid = page_of(self._answerer, Question(topic, as_of=state.as_of), number)
        if laid is not None:
            self._histories.keep(chat, replace(state, topic=topic, page=number))
        return laid

    def _ask(self, chat: ChatKey, text: str) -> Reply:
        asked = text.strip()
        if not asked:
            return say(phrases.NOTHING_ASKED)
        topic = topic_asked(asked)
        if topic is not None:
            found = self.page(chat, topic, 1)
            if found is not None:
                return found
        return self._answer(chat, asked, self._histories.state(chat).as_of)

    def _answer(self, chat: ChatKey, asked: str, as_of: datetime.date | None) -> Reply:
        understood = resolve(asked, self._histories.turns(chat))
        question = Question(asked, as_of=as_of)
        return self._show(chat, question, self._answerer.answer(question, understood))

    def _show(self, chat: ChatKey, question: Question, outcome: Outcome) -> Reply:
        """Lay an outcome out, and keep it as a turn."""
        number = self._histories.add(chat, turn(question.text, outcome, question.as_of))
        return replace(show(question.text, outcome, question.as_of), turn=number)

    def _timeline(self, chat: ChatKey, topic: str) -> Reply:
        if not topic:
            return say(phrases.NO_TOPIC)
        return self.page(chat, topic, 1) or say(phrases.NO_TIMELINE)

    def _more(self, chat: ChatKey, rest: str) -> Reply:
        state = self._histories.state(chat)
        found = self.page(chat, state.topic, state.page + 1) if state.topic else None
        return found or say(phrases.NOTHING_MORE)

    def _set_as_of(self, chat: ChatKey, rest: str) -> Reply:
        """Set the day, end it, or answer one question as of a day."""
        state = self._histories.state(chat)
        given, asked = [*rest.split(maxsplit=1), "", ""][:2]
        try:
            day = read_day(given) if given else None
        except ValueError:
            return say(phrases.WRONG_DAY)
        if asked:
            return self._answer(chat, asked, day)
        self._histories.keep(chat, replace(state, as_of=day))
        return say(phrases.as_of(day) if day else phrases.AS_OF_ENDED)

    def _behind(self, name: View) -> Callable[[ChatKey, str], Reply]:
        """Make a command of what can be shown of the last answer."""

        def command(chat: ChatKey, rest: str) -> Reply:
            turns = self._histories.turns(chat)
            found = tuple(self._views[name](turns[-1])) if turns else ()
            return Reply(found) if found else say(phrases.NO_ANSWER_YET)

        return command

    def _explain(self, last: Turn) -> Sequence[Part]:
        question = Question(last.question, as_of=last.as_of)
        explanation = self._answerer.explain(question, last.understood)
        return explained(explanation) if explanation else ()

    def _verify(self, chat: ChatKey, pasted: str) -> Reply:
        """Check the last answer, or the quotes of a pasted one."""
        if not pasted:
            return self._behind("verify")(chat, "")
        found = checked(self._answerer.check_forwarded(pasted))
        return Reply(found) if found else say(phrases.NO_QUOTES)

    def _check(self, last: Turn) -> Sequence[Part]:
        return checked([self._answerer.check(claim) for claim in last.quotes])
