"""A message in, a reply out, whatever the channel: questions, commands, follow-ups."""

import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot import phrases
from bot.answering import Answerer
from bot.history import ChatKey, Histories, Turn, turn
from bot.paging import page_of
from bot.questions import Question, read_day
from bot.replies import Part, Reply, say, show
from bot.resolving import resolve
from bot.showing import checked, context, explained, sources
from bot.timeline import topic as topic_asked

__all__ = ["COMMANDS", "Conversation"]

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
    "privacy": "what is kept about this chat",
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
    """

    def __init__(self, answerer: Answerer, histories: Histories) -> None:
        self._answerer = answerer
        self._histories = histories
        self._commands: dict[str, Callable[[ChatKey, str], Reply]] = {
            "start": lambda chat, rest: say(phrases.GREETING),
            "help": lambda chat, rest: say(phrases.HELP),
            "privacy": lambda chat, rest: say(phrases.PRIVACY),
            "ask": self._ask,
            "timeline": self._timeline,
            "more": self._more,
            "asof": self._set_as_of,
            "sources": self._behind(lambda last: sources(answerer.index, last.quotes)),
            "context": self._behind(lambda last: context(answerer.index, last.quotes)),
            "why": self._behind(self._explain),
            "verify": self._verify,
        }

    def reply(self, chat: ChatKey, message: str) -> Reply:
        """Reply to one message: a question, or a command such as `/sources`.

        Parameters
        ----------
        chat
            names the conversation.
        message
            as it was typed.
        """
        if not message.strip().startswith("/"):
            return self._ask(chat, message)
        name, *rest = re.split(r"\s", message.strip()[1:], maxsplit=1)
        command = self._commands.get(name.lower())
        return command(chat, "".join(rest).strip()) if command else say(phrases.UNKNOWN_COMMAND)

    def _ask(self, chat: ChatKey, text: str) -> Reply:
        asked = text.strip()
        if not asked:
            return say(phrases.NOTHING_ASKED)
        topic = topic_asked(asked)
        if topic is not None:
            found = self._page(chat, topic, 1)
            if found is not None:
                return found
        return self._answer(chat, asked, self._histories.state(chat).as_of)

    def _answer(self, chat: ChatKey, asked: str, as_of: datetime.date | None) -> Reply:
        understood = resolve(asked, self._histories.turns(chat))
        outcome = self._answerer.answer(Question(asked, as_of=as_of), understood)
        self._histories.add(chat, turn(asked, outcome, as_of))
        return show(asked, outcome, as_of)

    def _timeline(self, chat: ChatKey, topic: str) -> Reply:
        if not topic:
            return say(phrases.NO_TOPIC)
        return self._page(chat, topic, 1) or say(phrases.NO_TIMELINE)

    def _more(self, chat: ChatKey, rest: str) -> Reply:
        state = self._histories.state(chat)
        found = self._page(chat, state.topic, state.page + 1) if state.topic else None
        return found or say(phrases.NOTHING_MORE)

    def _page(self, chat: ChatKey, topic: str, number: int) -> Reply | None:
        """Return a page of a timeline and remember it; None where there is no such page."""
        state = self._histories.state(chat)
        laid = page_of(self._answerer, Question(topic, as_of=state.as_of), number)
        if laid is not None:
            self._histories.keep(chat, replace(state, topic=topic, page=number))
        return laid

    def _set_as_of(self, chat: ChatKey, rest: str) -> Reply:
        """Set the day, end it, or answer one question as of a day."""
        state = self._histories.state(chat)
        given, _, asked = rest.partition(" ")
        try:
            day = read_day(given) if given else None
        except ValueError:
            return say(phrases.WRONG_DAY)
        if asked.strip():
            return self._answer(chat, asked.strip(), day)
        self._histories.keep(chat, replace(state, as_of=day))
        return say(phrases.as_of(day) if day else phrases.AS_OF_ENDED)

    def _behind(self, parts: Callable[[Turn], Sequence[Part]]) -> Callable[[ChatKey, str], Reply]:
        """Make a command of what tells something about the last answer."""

        def command(chat: ChatKey, rest: str) -> Reply:
            turns = self._histories.turns(chat)
            found = tuple(parts(turns[-1])) if turns else ()
            return Reply(found) if found else say(phrases.NO_ANSWER_YET)

        return command

    def _explain(self, last: Turn) -> Sequence[Part]:
        question = Question(last.question, as_of=last.as_of)
        explanation = self._answerer.explain(question, last.understood)
        return explained(explanation) if explanation else ()

    def _verify(self, chat: ChatKey, pasted: str) -> Reply:
        """Check the last answer, or the quotes of a pasted one."""
        if not pasted:
            return self._behind(self._check)(chat, "")
        found = checked(self._answerer.check_forwarded(pasted))
        return Reply(found) if found else say(phrases.NO_QUOTES)

    def _check(self, last: Turn) -> Sequence[Part]:
        return checked([self._answerer.check(claim) for claim in last.quotes])
