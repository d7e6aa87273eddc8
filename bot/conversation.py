"""A message in, a reply out, whatever the channel: questions, commands, follow-ups."""

from collections.abc import Callable

from bot import phrases
from bot.answering import Answerer
from bot.history import ChatKey, Histories, turn
from bot.questions import Question
from bot.replies import Reply, say, show
from bot.resolving import resolve
from bot.showing import Show, context, sources

__all__ = ["COMMANDS", "Conversation"]

# Commands that mean the same in every channel, with what the menu says of them.
COMMANDS = {
    "ask": "ask a question",
    "sources": "the documents behind the last answer",
    "context": "the sentences around its quotes",
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
            "ask": self._asked,
            "sources": self._sources,
            "context": self._context,
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
            return self._asked(chat, message)
        name, _, rest = message.strip()[1:].partition(" ")
        command = self._commands.get(name.lower())
        return command(chat, rest) if command else say(phrases.UNKNOWN_COMMAND)

    def _asked(self, chat: ChatKey, text: str) -> Reply:
        asked = text.strip()
        if not asked:
            return say(phrases.NOTHING_ASKED)
        understood = resolve(asked, self._histories.turns(chat))
        outcome = self._answerer.answer(Question(asked), understood)
        self._histories.add(chat, turn(asked, outcome))
        return show(asked, outcome)

    def _sources(self, chat: ChatKey, rest: str) -> Reply:
        return self._of_last(chat, sources)

    def _context(self, chat: ChatKey, rest: str) -> Reply:
        return self._of_last(chat, context)

    def _of_last(self, chat: ChatKey, parts: Show) -> Reply:
        turns = self._histories.turns(chat)
        found = parts(self._answerer.index, turns[-1].quotes) if turns else ()
        return Reply(found) if found else say(phrases.NO_ANSWER_YET)
