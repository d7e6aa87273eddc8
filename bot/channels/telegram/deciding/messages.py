"""What a message gets: an answer where it is meant for the bot, silence where it is not."""

from collections.abc import Callable, Mapping, Sequence

import structlog
from telegram import Message, User
from telegram.constants import ChatType

from bot.channels.telegram.api.menu import administrators_menu
from bot.channels.telegram.api.signs import ShowTyping
from bot.channels.telegram.deciding.addressing import addressed, is_asked_aloud
from bot.channels.telegram.deciding.choosing import Chooser
from bot.channels.telegram.deciding.desk import Barred, Desk
from bot.channels.telegram.deciding.following import follow
from bot.channels.telegram.deciding.librarian import Librarian
from bot.channels.telegram.deciding.linking import Texts
from bot.channels.telegram.deciding.once import Once
from bot.channels.telegram.deciding.preferences import Preferences
from bot.channels.telegram.deciding.presenting import Presenter
from bot.channels.telegram.deciding.rights import Rights
from bot.channels.telegram.deciding.senders import Sender, sender_of
from bot.channels.telegram.looks.writing import contents, letters, place_of
from bot.delivery.values import Letter
from bot.replies import Reply, say

__all__ = ["Messages"]

# What deletes the words of a whole group.
FORGETTING = "/forget"

log = structlog.stdlib.get_logger()


class Messages:
    """Decides what messages get; every method runs within a transaction.

    Parameters
    ----------
    desk
        answers.
    presenter
        lays answers out.
    chooser
        shows the settings of a chat.
    librarian
        adds and removes documents.
    rights
        say who may decide for a group.
    texts
        what links lead to that are too long for one.
    preferences
        what chats choose.
    bot
        whom messages mention and reply to.
    show_typing
        is told when an answer is worked out.
    """

    def __init__(
        self,
        desk: Desk,
        presenter: Presenter,
        chooser: Chooser,
        librarian: Librarian,
        rights: Rights,
        texts: Texts,
        preferences: Preferences,
        bot: Callable[[], User],
        show_typing: ShowTyping,
    ) -> None:
        self._desk = desk
        self._presenter = presenter
        self._chooser = chooser
        self._librarian = librarian
        self._rights = rights
        self._texts = texts
        self._preferences = preferences
        self._bot = bot
        self._show_typing = show_typing
        self._albums = Once()

    def answer(
        self, message: Message, update_id: int, known: Mapping[str, object]
    ) -> Sequence[Letter]:
        """Return what a message gets.

        Raises
        ------
        Errand
            Something has to be known first.
        """
        if message.migrate_to_chat_id is not None:
            self._move(message.chat.id, message.migrate_to_chat_id)
        sender, text = sender_of(message), addressed(message, self._bot())
        managed = self._librarian.reply(message, update_id, sender, known)
        if managed is not None:
            reply = managed.reply if isinstance(managed, Barred) else managed
            return self._said(message, reply)
        if text is None and not self._is_other(message, update_id):
            return self._unasked(message, update_id, sender)
        barred = self._bars(message, update_id, sender, text)
        if barred is not None:
            return self._presented(message, update_id, sender, barred.reply)
        if text == "/settings" and self._desk.may_ask(sender):
            return self._chooser.show(message, sender, known)
        if text is not None and text.startswith(FORGETTING) and not sender.is_private:
            problem = self._rights.problem(sender, known) if self._desk.may_ask(sender) else ""
            if problem:
                return self._said(message, say(problem))
        return self._reply(message, update_id, sender, text)

    def is_owed(self, message: Message) -> bool:
        """Say whether its sender waits for an answer to a message, and may have one."""
        is_meant = message.chat.type == ChatType.PRIVATE
        is_meant = is_meant or addressed(message, self._bot()) is not None
        return is_meant and self._desk.may_ask(sender_of(message))

    def _bars(
        self, message: Message, update_id: int, sender: Sender, text: str | None
    ) -> Barred | None:
        """Hold one who may ask to the limits, whatever it is about; the desk turns away others."""
        if not self._desk.may_ask(sender) or self._desk.may_administer(sender):
            return None
        return self._desk.bars(sender, text, message.date.timestamp(), update_id)

    def _reply(
        self, message: Message, update_id: int, sender: Sender, text: str | None
    ) -> Sequence[Letter]:
        is_question = text is not None and self._desk.may_ask(sender)
        if is_question:
            self._show_typing(sender.chat, sender.topic)
        asked = follow(text, sender, self._desk, self._texts) if text is not None else None
        if isinstance(asked, Reply):
            reply: Reply | None = asked
        else:
            reply = self._desk.reply(sender, asked, message.date.timestamp(), update_id)
        if text is None or not self._desk.may_ask(sender):
            return self._said(message, reply, is_notice=True)
        said = self._presented(message, update_id, sender, reply)
        return [*said, *self._menu(sender, text)] if said else ()

    def _presented(
        self, message: Message, update_id: int, sender: Sender, reply: Reply | None
    ) -> Sequence[Letter]:
        return self._presenter.present(message, update_id, sender, reply) if reply else ()

    def _said(
        self, message: Message, reply: Reply | None, *, is_notice: bool = False
    ) -> Sequence[Letter]:
        """Return a reply that nothing is done with later, or nothing for silence."""
        if reply is None:
            return ()
        return letters(message.chat.id, place_of(message), contents(reply), is_notice=is_notice)

    def _menu(self, sender: Sender, text: str | None) -> Sequence[Letter]:
        """Give one who administers the bot and starts it the menu for that."""
        is_started = sender.is_private and text is not None and text.startswith("/start")
        if sender.user is None or not is_started or not self._desk.may_administer(sender):
            return ()
        return [administrators_menu(sender.user)]

    def _unasked(self, message: Message, update_id: int, sender: Sender) -> Sequence[Letter]:
        """Answer a question to others, where the group wants that and the answer is sure."""
        if not is_asked_aloud(message):
            return ()
        if not self._preferences.is_on(self._desk.settled(sender.chat), "sure"):
            return ()
        reply = self._desk.unasked(sender, message.text or "", update_id)
        return self._presented(message, update_id, sender, reply)

    def _move(self, old: int, new: int) -> None:
        if self._desk.move(old, new):
            log.warning("chat has a new number: name it in QUOTH_CHATS", old=old, new=new)

    def _is_other(self, message: Message, update_id: int) -> bool:
        """Say whether it is a private photo, voice message or the like, the first of its album."""
        if message.chat.type != ChatType.PRIVATE or message.effective_attachment is None:
            return False
        album = message.media_group_id
        return album is None or self._albums.is_first(album, update_id)
