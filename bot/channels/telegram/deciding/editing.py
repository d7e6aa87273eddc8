"""An edited question: its answer is edited too, and no second one is given."""

from collections.abc import Callable, Sequence

from telegram import Message, User

from bot.channels.telegram.deciding.addressing import addressed
from bot.channels.telegram.deciding.desk import Desk
from bot.channels.telegram.deciding.presenting import Presenter
from bot.channels.telegram.deciding.senders import sender_of
from bot.channels.telegram.deciding.shown import Shown, digest
from bot.delivery.values import Letter

__all__ = ["Edits"]

# The commands that an edit can ask; the others do something, and once is enough.
ASKING = ("/ask", "/timeline")


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
        """
        earlier = self._shown.of_question(self._desk.settled(message.chat.id), message.message_id)
        if earlier is None or earlier.asked == digest(message.text or ""):
            return ()
        text = addressed(message, self._bot())
        if text is None or (text.startswith("/") and not text.startswith(ASKING)):
            return ()
        sender = sender_of(message)
        edited_at = (message.edit_date or message.date).timestamp()
        reply = self._desk.reply(sender, text, edited_at)
        if reply is None:
            return ()
        return self._presenter.present_again(message, update_id, sender, reply, earlier)
