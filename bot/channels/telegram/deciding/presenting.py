"""A reply with its buttons, remembered so that they and an edit of the question find it again."""

from collections.abc import Sequence

from telegram import Message

from bot.channels.telegram.deciding.desk import Desk
from bot.channels.telegram.deciding.preferences import Preferences
from bot.channels.telegram.deciding.senders import Sender
from bot.channels.telegram.deciding.shown import Shown, ShownAnswer, digest
from bot.channels.telegram.looks import keyboards
from bot.channels.telegram.looks.buttons import Press, Signer
from bot.channels.telegram.looks.keyboards import Markup, Sign
from bot.channels.telegram.looks.writing import (
    Content,
    contents,
    deletion,
    edit,
    file,
    letters,
    place_of,
)
from bot.delivery.values import Letter
from bot.replies import Reply

__all__ = ["Presenter"]


class Presenter:
    """Lays replies out for Telegram; every method runs within a transaction.

    Parameters
    ----------
    desk
        knows the names of conversations and chats.
    shown
        where it is kept what is shown.
    signer
        makes the data of buttons.
    preferences
        say whether there are buttons.
    """

    def __init__(self, desk: Desk, shown: Shown, signer: Signer, preferences: Preferences) -> None:
        self._desk = desk
        self._shown = shown
        self._signer = signer
        self._preferences = preferences

    def present(
        self, message: Message, update_id: int, sender: Sender, reply: Reply
    ) -> Sequence[Letter]:
        """Return what is sent as an answer to a message.

        Parameters
        ----------
        message
            what is answered.
        update_id
            the number under which it was received.
        sender
            who wrote it.
        reply
            the answer.
        """
        messages = contents(reply)
        markup = self._markup(sender, update_id, reply)
        self._keep(message, update_id, sender, reply, _last(messages, markup), (update_id,))
        place = place_of(message)
        said = letters(sender.chat, place, messages, markup=markup)
        if reply.attachment is not None:
            said.append(file(sender.chat, place, reply.attachment))
        return said

    def present_again(
        self, message: Message, update_id: int, sender: Sender, reply: Reply, earlier: ShownAnswer
    ) -> Sequence[Letter]:
        """Return what puts an answer in the place of an earlier one to the same message.

        The parameters are those of `present`, and what is shown so far.
        """
        messages, places = contents(reply), self._shown.messages(earlier)
        of, updates = earlier.update_id, (*earlier.updates, update_id)
        markup = self._markup(sender, of, reply)
        self._keep(message, of, sender, reply, _last(messages, markup), updates)
        buttons = [None] * (len(messages) - 1) + [markup]
        where = place_of(message)
        # Where a message of the answer was deleted, it is sent anew.
        changes = [
            edit(sender.chat, place, {**content, **where}, button)
            for place, content, button in zip(places, messages, buttons, strict=False)
        ]
        for place in places[len(messages) :]:
            self._shown.drop(earlier, place)
            changes.append(deletion(sender.chat, place))
        more = messages[len(places) :]
        if more:
            changes += letters(sender.chat, where, more, markup=markup)
        return changes

    def sign(self, sender: Sender) -> Sign | None:
        """Return what makes buttons for a sender; None for one who writes in the name of a chat."""
        user = sender.user
        if user is None:
            return None
        chat = self._desk.settled(sender.chat)
        return lambda press: self._signer.sign(press, chat, user)

    def read(self, data: str, sender: Sender) -> Press:
        """Return what a button does that a sender presses.

        Raises
        ------
        Forged, Stale
            It does nothing.
        """
        return self._signer.read(data, self._desk.settled(sender.chat), sender.user or 0)

    def _markup(self, sender: Sender, of: int, reply: Reply) -> Markup | None:
        sign = self.sign(sender)
        if sign is None or not self._preferences.is_on(self._desk.settled(sender.chat), "buttons"):
            return None
        if reply.turn is not None:
            return keyboards.answer(sign, of, reply)
        return keyboards.timeline(sign, of, reply.pages) if reply.pages is not None else None

    def _keep(
        self,
        message: Message,
        of: int,
        sender: Sender,
        reply: Reply,
        last: Content,
        updates: tuple[int, ...],
    ) -> None:
        answer = ShownAnswer(
            update_id=of,
            chat=sender.chat,
            question=message.message_id,
            asked=digest(message.text or ""),
            asker=sender.user,
            conversation=self._desk.conversation(sender),
            turn=reply.turn,
            topic=reply.pages.topic if reply.pages is not None else "",
            message=last,
            updates=updates,
        )
        self._shown.keep(answer)


def _last(messages: Sequence[Content], markup: Markup | None) -> Content:
    return {**messages[-1], "reply_markup": markup} if markup is not None else messages[-1]
