"""A file from outside becomes a source of the index, or is refused in one line."""

import hashlib
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from bot.documents.checking import Readable, Refused, check
from bot.documents.children import never
from bot.documents.indexing import Updated, bring_up_to_date
from bot.documents.limits import LARGEST, LARGEST_STORE
from bot.documents.names import cleaned
from bot.documents.uploads import Upload, Uploads
from bot.home import Home
from bot.phrases import documents as phrases
from corpus.sources import SUFFIXES
from retrieval.left_out import LeftOut

__all__ = ["Added", "Library", "Refused"]


@dataclass(frozen=True, slots=True)
class Added:
    """A file that answers are taken from now.

    Attributes:
        name: what it is called, cleaned; with a number where another has the name.
        ids: of its documents in the index, the first few.
        n_documents: how many documents of it are in the index.
        n_sentences: sentences it holds.
        n_skipped: lines of it that are no document, or one that is there already.
        reasons: why the first of those are none.
        generation: the generation that has it.
        is_known: whether the same content was there before.
    """

    name: str
    ids: tuple[str, ...]
    n_documents: int
    n_sentences: int
    n_skipped: int
    reasons: tuple[str, ...]
    generation: str
    is_known: bool


class Library:
    """Takes in what is uploaded to a home, one file at a time.

    Its methods wait for other processes: call them from a thread that may.

    Parameters
    ----------
    home
        where files are stored and indexed.
    is_over
        says whether to break off, asked from time to time.
    """

    def __init__(self, home: Home, is_over: Callable[[], bool] = never) -> None:
        self._home = home
        self._is_over = is_over
        self._uploads = Uploads(home.uploads)
        self._lock = threading.Lock()

    def add(self, content: bytes, name: str) -> Added | Refused:
        """Check, store and index a file; what is refused leaves nothing behind.

        Parameters
        ----------
        content
            what it holds, at most 20 MB.
        name
            what its sender calls it; shown, and its ending tells the type.
        """
        if len(content) > LARGEST:
            return Refused(phrases.too_large(LARGEST))
        shown = cleaned(name)
        if PurePosixPath(shown).suffix.lower() not in SUFFIXES:
            return Refused(phrases.not_read(PurePosixPath(shown).suffix.lower(), SUFFIXES))
        with self._lock:
            known = self._uploads.find(hashlib.sha256(content).hexdigest())
            if not known and self._uploads.n_bytes() + len(content) > LARGEST_STORE:
                return Refused(phrases.store_full(LARGEST_STORE))
            read = check(content, shown, is_over=self._is_over)
            if isinstance(read, Refused):
                return read
            upload = known or self._uploads.put(content, shown, self._left_out())
            return self._index(upload, read, is_known=known is not None)

    def _index(self, upload: Upload, read: Readable, *, is_known: bool) -> Added | Refused:
        """Index a stored file; where none of it gets in, remove it again."""
        folder = self._uploads.folder
        found = bring_up_to_date(self._home, [folder], sha256=upload.sha256, is_over=self._is_over)
        if isinstance(found, Updated) and found.n_found:
            return _added(upload, read, found, is_known=is_known)
        if not is_known:
            self._uploads.delete(upload)
            if isinstance(found, Updated):
                bring_up_to_date(self._home, gone=[upload.path], is_over=self._is_over)
        return found if isinstance(found, Refused) else Refused(phrases.SAME_IDS)

    def _left_out(self) -> set[str]:
        """Return the names that would leave a file out, since what was removed had them."""
        return {PurePosixPath(name).name for name in LeftOut(self._home.left_out).ids()}


def _added(upload: Upload, read: Readable, found: Updated, *, is_known: bool) -> Added:
    return Added(
        name=upload.name,
        ids=found.ids,
        n_documents=found.n_found,
        n_sentences=read.n_sentences,
        n_skipped=read.n_skipped + read.n_documents - found.n_found,
        reasons=(*read.reasons, *found.reasons),
        generation=found.generation,
        is_known=is_known,
    )
