"""The settings of a chat: shown with a button each, changed by those who administer it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from telegram import Message

from bot.channels.telegram.deciding.desk import Desk
from bot.channels.telegram.deciding.preferences import Choice, Preferences
from bot.channels.telegram.deciding.presenting import Presenter
from bot.channels.telegram.deciding.rights import Rights
from bot.channels.telegram.deciding.senders import Sender
from bot.channels.telegram.looks import keyboards
from bot.channels.telegram.looks.keyboards import Markup
from bot.channels.telegram.looks.writing import contents, edit, letters, place_of
from bot.delivery.values import Letter
from bot.phrases import buttons as words
from bot.replies import say

__all__ = ["Chooser", "Told"]


@dataclass(frozen=True, slots=True)
class Told:
    """What a press is told, and what changes with it."""

    notice: str
    letters: Sequence[Letter]


class Chooser:
    """Shows and changes what chats choose; every method runs within a transaction.

    Parameters
    ----------
    desk
        knows the bot's own administrators.
    preferences
        what chats choose.
    presenter
        makes the buttons.
    rights
        say who may choose.
    """

    def __init__(
        self, desk: Desk, preferences: Preferences, presenter: Presenter, rights: Rights
    ) -> None:
        self._desk = desk
        self._preferences = preferences
        self._presenter = presenter
        self._rights = rights

    def show(
        self, message: Message, sender: Sender, known: Mapping[str, object]
    ) -> Sequence[Letter]:
        """Answer `/settings`.

        Raises
        ------
        Errand
            It has to be found out what the sender is in the chat.
        """
        problem = self._rights.problem(sender, known)
        said = contents(say(problem or words.SETTINGS))
        markup = None if problem else self._markup(sender)
        return letters(sender.chat, place_of(message), said, markup=markup, is_notice=True)

    def choose(
        self, sender: Sender, choice: Choice, message: int, known: Mapping[str, object]
    ) -> Told:
        """Let a chat choose the other way, as a press of a button in a message says.

        Raises
        ------
        Errand
            It has to be found out what the sender is in the chat.
        """
        problem = self._rights.problem(sender, known)
        if problem:
            return Told(problem, ())
        chat = self._desk.settled(sender.chat)
        self._preferences.flip(chat, choice)
        notice = words.choice(choice, is_on=self._preferences.is_on(chat, choice))
        (said,) = contents(say(words.SETTINGS))
        return Told(notice, [edit(sender.chat, message, said, self._markup(sender))])

    def _markup(self, sender: Sender) -> Markup | None:
        sign = self._presenter.sign(sender)
        if sign is None:
            return None
        chat = self._desk.settled(sender.chat)
        standing = self._preferences.standing(chat, is_private=sender.is_private)
        return keyboards.choices(sign, standing)
