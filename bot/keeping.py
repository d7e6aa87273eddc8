"""The commands about what is kept of a chat: begin anew, export, forget, give feedback, privacy."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from bot import phrases
from bot.exporting.cited import cited
from bot.exporting.forms import FORMS, attachment
from bot.feedback import VERDICTS, MemoryFeedback, Opinion, Opinions, Verdict
from bot.history import ChatKey, Forgetter, Histories
from bot.phrases import keeping
from bot.replies import Part, Reply, say
from bot.retention import RETENTION_DAYS

__all__ = ["KEEPING_COMMANDS", "Keeper", "Keeping"]

# With what the menu says of them.
KEEPING_COMMANDS: Final = {
    "new": "begin a new conversation",
    "export": "this conversation as a file: md, json, bibtex or csl",
    "feedback": "say how the last answer was",
    "privacy": "what is kept about this chat",
    "forget": "delete what is kept about this chat",
}
OPINION: Final = re.compile(rf"({'|'.join(VERDICTS)})\b[\s:,.-]*(.*)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Keeping:
    """Where a channel keeps what people say, and for how long.

    Attributes:
        feedback: takes in what is said of answers.
        days: how long things are kept.
        elsewhere: what else keeps something of a chat.
    """

    feedback: Opinions = field(default_factory=MemoryFeedback)
    days: int = RETENTION_DAYS
    elsewhere: tuple[Forgetter, ...] = ()


class Keeper:
    """Replies to the commands about what is kept.

    Parameters
    ----------
    histories
        the turns of each chat.
    keeping
        where the rest is kept.
    """

    def __init__(self, histories: Histories, keeping: Keeping) -> None:
        self._histories = histories
        self._keeping = keeping

    @property
    def commands(self) -> Mapping[str, Callable[[ChatKey, str], Reply]]:
        """The commands that need to know no more than the chat and what follows them."""
        return {
            "new": self._begin,
            "export": self._export,
            "privacy": lambda chat, rest: say(keeping.privacy(self._keeping.days)),
            "forget": self._forget,
        }

    def feedback(self, chat: ChatKey, rest: str, user: int) -> Reply:
        """Keep what a user says of the last answer.

        Parameters
        ----------
        chat
            names the conversation.
        rest
            the verdict, and what else is said.
        user
            the user's id; 0 where there is none.
        """
        found = OPINION.fullmatch(rest.strip())
        if not found:
            return say(keeping.FEEDBACK_FORM)
        turns = self._histories.turns(chat)
        if not turns:
            return say(phrases.NO_ANSWER_YET)
        opinion = Opinion(_verdict(found[1]), found[2].strip(), user)
        self._keeping.feedback.give(chat, turns[-1], opinion)
        return say(keeping.NOTED)

    def _begin(self, chat: ChatKey, rest: str) -> Reply:
        self._histories.begin(chat)
        return say(keeping.BEGUN)

    def _export(self, chat: ChatKey, rest: str) -> Reply:
        """Give the conversation as a file, for reading where no form is named."""
        form = FORMS.get(rest.lower() or "md")
        if form is None:
            return say(keeping.UNKNOWN_FORM)
        turns = self._histories.conversation(chat)
        if not turns:
            return say(keeping.NOTHING_TO_EXPORT)
        said = keeping.exported(len(turns), len(cited(turns)))
        return Reply((Part("text", said),), attachment=attachment(form, turns))

    def _forget(self, chat: ChatKey, rest: str) -> Reply:
        if rest.lower() != "yes":
            return say(keeping.FORGET)
        for each in (self._histories, self._keeping.feedback, *self._keeping.elsewhere):
            each.forget(chat)
        return say(keeping.FORGOTTEN)


def _verdict(typed: str) -> Verdict:
    return next(verdict for verdict in VERDICTS if verdict == typed.lower())
