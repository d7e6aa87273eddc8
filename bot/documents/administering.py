"""What an administrator says about documents, and the reply, the same in every channel."""

import threading
from collections.abc import Callable

from bot.documents.adding import Added, Library
from bot.documents.checking import Refused
from bot.documents.indexing import bring_up_to_date
from bot.documents.listing import page_of_documents
from bot.documents.removing import remove
from bot.home import Home
from bot.phrases import documents as phrases
from bot.replies import Part, Reply, say
from bot.visible import visible_line
from retrieval.index import Index

__all__ = ["Documents"]

ALL = "all "


class Documents:
    """Lists, adds and removes the documents of a home.

    All but `documents` wait for other processes: call them from a thread that may. Who may call
    them is decided elsewhere.

    Parameters
    ----------
    home
        whose documents they are.
    index
        returns the generation that answers at the moment; called after each change, so that a new
        one is opened in the thread that waits, not in the one that answers.
    """

    def __init__(self, home: Home, index: Callable[[], Index]) -> None:
        self._home = home
        self._index = index
        self._over = threading.Event()
        self._library = Library(home, self._over.is_set)

    def close(self) -> None:
        """Break off what is under way, and begin nothing more; any thread may call this."""
        self._over.set()

    def documents(self, rest: str = "") -> Reply:
        """List the documents that answer.

        Parameters
        ----------
        rest
            the number of a page from 1, as typed; empty for the first.
        """
        typed = rest.strip() or "1"
        is_number = typed.isascii() and typed.isdecimal() and len(typed) < 10
        page = page_of_documents(self._index(), int(typed) if is_number else 0)
        if not page.documents and typed != "1":
            return say(phrases.NO_SUCH_PAGE)
        lines = [Part("text", phrases.listing(page.n_documents, page.number, page.n_pages))]
        lines += [
            Part("note", visible_line(phrases.listed(d.id, d.title, d.date, d.n_sentences)))
            for d in page.documents
        ]
        return Reply(tuple(lines))

    def add(self, content: bytes, name: str) -> Reply:
        """Take in a file."""
        added = self._library.add(content, name)
        if isinstance(added, Refused):
            return _refusal(added)
        self._index()
        return _added(added)

    def remove(self, rest: str) -> Reply:
        """Remove a document, or with "all" in front every one that a name fits.

        Parameters
        ----------
        rest
            what was typed after the command.
        """
        wanted = rest.strip()
        if not wanted:
            return say(phrases.WHAT_TO_REMOVE)
        is_over = self._over.is_set
        removed = remove(self._home, [wanted], is_over=is_over)
        if isinstance(removed, Refused) and wanted.casefold().startswith(ALL):
            named = wanted[len(ALL) :].strip()
            removed = remove(self._home, [named], every=True, is_over=is_over)
        if isinstance(removed, Refused):
            return _refusal(removed)
        self._index()
        parts = [Part("text", visible_line(phrases.removed(removed.ids, removed.generation)))]
        parts += [] if removed.n_left else [Part("note", phrases.EMPTIED)]
        return Reply(tuple(parts))

    def reindex(self) -> Reply:
        """Read every source again, changed or not."""
        found = bring_up_to_date(self._home, afresh=True, is_over=self._over.is_set)
        if isinstance(found, Refused):
            return _refusal(found)
        if not found.generation:
            return say(phrases.NOTHING_INDEXED)
        self._index()
        said = phrases.reindexed(found.n_documents, found.n_sentences, found.generation)
        return Reply((Part("text", said), *_skipped(found.n_skipped, found.reasons)))


def _added(added: Added) -> Reply:
    counts = added.n_documents, added.n_sentences, added.generation
    said = visible_line(phrases.added(added.name, *counts, is_known=added.is_known))
    return Reply((Part("text", said), *_skipped(added.n_skipped, added.reasons)))


def _skipped(n: int, reasons: tuple[str, ...]) -> tuple[Part, ...]:
    return (Part("note", visible_line(phrases.skipped(n, reasons))),) if n else ()


def _refusal(refused: Refused) -> Reply:
    return say(visible_line(refused.reason))
