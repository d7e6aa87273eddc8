"""An edited question: its answer is edited too, and no second one is given."""

from collections.abc import Callable, Sequence

from telegram import Message, User

from bot.channels.telegram.deciding.addressing import addressed
from bot.channels.telegram.deciding.desk import Desk
from bot.channels.telegram.deciding.presenting import Presenter
from bot.channels.telegram.deciding.senders import sender_of
from bot.channels.telegram.deciding.shown import Shown, digest
from bot.channels.telegram.looks.writing import contents, letters, place_of
from bot.delivery.values import Letter
from bot.typed import asks

__all__ = ["Edits"]


class Edits:
    """Decides what an edited message gets; every method runs within a transaction.

    Parameters
    ----------
    desk
        answers.
    presenter
        lays answers out.
    shown
        finds what is shown for the message.
    bot
        whom messages mention.
    """

    def __init__(
        self, desk: Desk, presenter: Presenter, shown: Shown, bot: Callable[[], User]
    ) -> None:
        self._desk = desk
        self._presenter = presenter
        self._shown = shown
        self._bot = bot

    def answer(self, message: Message, update_id: int) -> Sequence[Letter]:
        """Return what puts the new answer in the place of the old one.

        Telegram reports edits too where nothing is said anew, as when a link's preview arrives.
        Commands that do something are not done by an edit: once is enough. What is no answer,
        such as that a limit is reached, is said beside the old one.
        """
        earlier = self._shown.of_question(message.chat.id, message.message_id)
        if earlier is None or earlier.asked == digest(message.text or ""):
            return ()
        text = addressed(message, self._bot())
        if text is None or not asks(text):
            return ()
        sender = sender_of(message)
        edited_at = (message.edit_date or message.date).timestamp()
        reply = self._desk.reply(sender, text, edited_at, update_id)
        if reply is None:
            return ()
        if reply.turn is None and reply.pages is None:
            return letters(sender.chat, place_of(message), contents(reply), is_notice=True)
        return self._presenter.present_again(message, update_id, sender, reply, earlier)
