"""Presses of buttons: another view in the place of an answer, a verdict on it, a choice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from telegram import CallbackQuery

from bot.channels.telegram.deciding.choosing import Chooser
from bot.channels.telegram.deciding.desk import Desk
from bot.channels.telegram.deciding.preferences import Choice
from bot.channels.telegram.deciding.presenting import Presenter
from bot.channels.telegram.deciding.senders import Sender, presser_of
from bot.channels.telegram.deciding.shown import Shown, ShownAnswer
from bot.channels.telegram.looks import keyboards
from bot.channels.telegram.looks.buttons import Action, Forged, Press, Stale
from bot.channels.telegram.looks.keyboards import Markup
from bot.channels.telegram.looks.writing import Content, contents, edit
from bot.conversation import View
from bot.delivery.values import Letter
from bot.feedback import Verdict
from bot.phrases import buttons as words
from bot.quotas import Refused
from bot.replies import Reply

__all__ = ["Presses"]

VIEWS: Final[dict[Action, View]] = {
    "context": "context",
    "why": "why",
    "verify": "verify",
    "sources": "sources",
}
VERDICTS: Final[dict[Action, Verdict]] = {
    "helpful": "helpful",
    "wrong": "wrong",
    "incomplete": "incomplete",
    "outdated": "outdated",
    "not asked": "not asked",
}
CHOICES: Final[dict[Action, Choice]] = {"buttons": "buttons", "sure": "sure"}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a button is pressed.

    Attributes:
        sender: who presses it.
        message: the id of the message under which it is.
        update_id: the number under which the press was received.
    """

    sender: Sender
    message: int
    update_id: int


class Presses:
    """Decides what a press does; every method runs within a transaction.

    Parameters
    ----------
    desk
        says who may ask, shows what stands behind answers, and keeps what is said of them.
    presenter
        reads and makes buttons.
    shown
        finds the answers again.
    chooser
        changes what a chat chooses.
    """

    def __init__(
        self,
        desk: Desk,
        presenter: Presenter,
        shown: Shown,
        chooser: Chooser,
    ) -> None:
        self._desk = desk
        self._presenter = presenter
        self._shown = shown
        self._chooser = chooser

    def press(
        self, query: CallbackQuery, update_id: int, known: Mapping[str, object]
    ) -> Sequence[Letter]:
        """Return what a press gets: a word on the button always, another view where it has one."""
        sender = presser_of(query)
        if sender is None or query.message is None or not self._desk.may_ask(sender):
            return [_notice(query, words.NOT_YOURS)]
        try:
            press = self._presenter.read(query.data or "", sender)
        except Stale:
            return [_notice(query, words.TOO_OLD)]
        except Forged:
            return [_notice(query, words.NOT_YOURS)]
        # Whoever presses what is not theirs uses up nothing of a chat's.
        if isinstance(self._desk.admit(sender, "press", of=update_id), Refused):
            return [_notice(query, words.TOO_FAST)]
        if not query.message.is_accessible:
            return [_notice(query, words.NO_MORE)]
        place = _Place(sender, query.message.message_id, update_id)
        if press.action in CHOICES:
            told = self._chooser.choose(sender, CHOICES[press.action], place.message, known)
            return [_notice(query, told.notice), *told.letters]
        answer = self._shown.of_update(press.of)
        if answer is None:
            return [_notice(query, words.NO_MORE)]
        if press.action in VERDICTS:
            if answer.turn is not None:
                self._desk.judge(sender, answer.turn, VERDICTS[press.action])
            return [_notice(query, words.NOTED), *self._back(place, answer)]
        return self._turn(query, place, press, answer)

    def _turn(
        self, query: CallbackQuery, place: _Place, press: Press, answer: ShownAnswer
    ) -> Sequence[Letter]:
        """Show something else in the place of an answer."""
        if press.action == "answer":
            return [_notice(query), *self._back(place, answer)]
        if press.action == "unhelpful":
            return [_notice(query, words.WHAT_IS_WRONG), *self._ask_why(place, answer)]
        found = self._page(place.sender, press, answer)
        if found is None:
            return [_notice(query, words.NO_MORE)]
        looks = f"{press.action} {press.page}"
        return [_notice(query), *self._show(place, answer, looks, *found)]

    def _show(
        self,
        place: _Place,
        answer: ShownAnswer,
        looks: str,
        content: Content,
        markup: Markup | None = None,
    ) -> Sequence[Letter]:
        """Put something in the place of an answer, unless it is there: Telegram refuses that."""
        if not self._shown.turns_to(answer, looks, place.update_id):
            return ()
        return [edit(place.sender.chat, place.message, content, markup)]

    def _page(
        self, sender: Sender, press: Press, answer: ShownAnswer
    ) -> tuple[Content, Markup | None] | None:
        """Return a page of what is to be shown, with its buttons; None where there is none."""
        sign = self._presenter.sign(sender)
        if sign is None:
            return None
        if press.action == "page":
            reply = self._desk.page(sender, answer.topic, press.page)
            if reply is None or reply.pages is None:
                return None
            return contents(reply)[-1], keyboards.timeline(sign, press.of, reply.pages)
        shown = self._view(sender, press, answer)
        messages = contents(shown) if shown is not None else []
        if not 1 <= press.page <= len(messages):
            return None
        return messages[press.page - 1], keyboards.view(sign, press, len(messages))

    def _view(self, sender: Sender, press: Press, answer: ShownAnswer) -> Reply | None:
        if answer.turn is None or press.action not in VIEWS:
            return None
        return self._desk.view(sender, answer.turn, VIEWS[press.action])

    def _back(self, place: _Place, answer: ShownAnswer) -> Sequence[Letter]:
        """Show an answer again as it was sent."""
        return self._show(place, answer, "", answer.message)

    def _ask_why(self, place: _Place, answer: ShownAnswer) -> Sequence[Letter]:
        sign = self._presenter.sign(place.sender)
        if sign is None:
            return ()
        reasons = keyboards.reasons(sign, answer.update_id)
        return self._show(place, answer, "reasons", answer.message, reasons)


def _notice(query: CallbackQuery, text: str = "") -> Letter:
    """Answer a press, so that the button stops waiting."""
    said = {"text": text} if text else {}
    return Letter(0, "answerCallbackQuery", {"callback_query_id": query.id, **said})
