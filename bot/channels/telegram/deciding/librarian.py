"""What administrators do to the documents, outside of the database's thread: it takes its time."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from telegram import Document, Message
from telegram.constants import ChatType

from bot import phrases
from bot.channels.telegram.deciding.desk import Barred, Desk
from bot.channels.telegram.deciding.senders import Sender
from bot.delivery.values import Errand
from bot.documents.administering import Documents
from bot.documents.limits import LARGEST
from bot.phrases import documents as words
from bot.replies import Reply, say
from bot.typed import split

__all__ = ["Download", "Librarian"]

# Fetches a file by its id.
Download = Callable[[str], Awaitable[bytes]]
COMMANDS: Final = frozenset({"/add", "/remove", "/reindex"})


class Librarian:
    """Adds and removes documents for those who administer the bot.

    Rights are looked at before each step, so that one who loses them meanwhile adds nothing.

    Parameters
    ----------
    desk
        says who administers the bot.
    documents
        adds and removes; its work is done in a thread of its own.
    download
        fetches what was sent.
    """

    def __init__(self, desk: Desk, documents: Documents, download: Download) -> None:
        self._desk = desk
        self._documents = documents
        self._download = download

    def reply(
        self, message: Message, update_id: int, sender: Sender, known: Mapping[str, object]
    ) -> Reply | Barred | None:
        """Reply to what is about documents; None where it is not.

        Raises
        ------
        Errand
            There is something to be done first.
        """
        if message.chat.type != ChatType.PRIVATE:
            return None
        command, rest = split(message.text or message.caption or "")
        if command not in COMMANDS:
            is_offered = message.document is not None and self._desk.may_administer(sender)
            return say(words.HOW_TO_ADD) if is_offered else None
        if not self._desk.administers(sender, command):
            barred = self._desk.bars(sender, command, message.date.timestamp(), update_id)
            return barred or say(phrases.NOT_ADMIN)
        if command == "/add":
            return self._add(message, known)
        if command == "/remove":
            return self._done(known, lambda: self._documents.remove(rest))
        return self._done(known, self._documents.reindex)

    def _add(self, message: Message, known: Mapping[str, object]) -> Reply:
        document = _document(message)
        if document is None:
            return say(words.HOW_TO_ADD)
        if (document.file_size or 0) > LARGEST:
            return say(words.too_large(LARGEST))
        if "content" not in known:
            raise Errand("content", lambda: self._download(document.file_id))
        content = known["content"]
        if not isinstance(content, bytes):
            return say(words.NOT_FETCHED)
        name = document.file_name or ""
        return self._done(known, lambda: self._documents.add(content, name))

    def _done(self, known: Mapping[str, object], work: Callable[[], Reply]) -> Reply:
        """Return what came of some work, once it is done."""
        if "done" not in known:
            raise Errand("done", lambda: asyncio.to_thread(work))
        done = known["done"]
        return done if isinstance(done, Reply) else say(words.NOT_INDEXED)


def _document(message: Message) -> Document | None:
    """Return the file of a message, or of the one that it replies to."""
    earlier = message.reply_to_message
    return message.document or (earlier.document if earlier is not None else None)
