"""The documents that are indexed, found by id and digest, or by what a citation says of them."""

import datetime
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.proof.shown import cited_head
from corpus.documents import Document
from retrieval.errors import RetrievalError
from retrieval.generations import Generations
from retrieval.library import Library

__all__ = ["IndexedDocuments", "OpenDocuments"]


class OpenDocuments:
    """Looks documents up in a generation that is open.

    Parameters
    ----------
    library
        its documents.
    """

    def __init__(self, library: Library) -> None:
        self._library = library

    def find(self, document: str, sha256: str) -> Document | None:
        """Return the document of that id when it was read from the original of that digest."""
        for position in self._library.positions([document]):
            found = self._library.document(position)
            if found.original.sha256 == sha256:
                return found
        return None

    def cited(self, heads: Collection[str]) -> Iterator[tuple[str, Document]]:
        """Yield the documents whose citations open with one of these.

        Parameters
        ----------
        heads
            as `bot.proof.shown.cited_head` writes them.

        Yields
        ------
        The head and the document, in the order of the documents.
        """
        hashes = np.fromiter(map(hash, heads), np.int64)
        for position in np.flatnonzero(np.isin(self._hashes, hashes)).tolist():
            head = self._head(position)
            if head in heads:
                yield head, self._library.document(position)

    @cached_property
    def _hashes(self) -> npt.NDArray[np.int64]:
        """The hash of each document's head, (n_documents,): made in one pass, at first use."""
        heads = map(self._head, range(self._library.n_documents))
        return np.fromiter(map(hash, heads), np.int64)

    def _head(self, position: int) -> str:
        record = self._library.record(position)
        day = datetime.date.fromisoformat(record["date"]) if record["date"] else None
        return cited_head(record["title"], record["id"], day, record["source"])


class IndexedDocuments:
    """Looks documents up in index folders; one that is missing or damaged holds none.

    Parameters
    ----------
    folders
        looked through in order; opened when the first document is looked for.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders

    def find(self, document: str, sha256: str) -> Document | None:
        """Return the document of that id when it was read from the original of that digest."""
        found = (each.find(document, sha256) for each in self._open)
        return next(filter(None, found), None)

    def cited(self, heads: Collection[str]) -> Iterator[tuple[str, Document]]:
        """Yield what `OpenDocuments.cited` yields, folder by folder."""
        return chain.from_iterable(each.cited(heads) for each in self._open)

    @cached_property
    def _open(self) -> list[OpenDocuments]:
        libraries = []
        for folder in self._folders:
            try:
                _, stored = Generations(folder).open()
            except RetrievalError:
                continue
            libraries.append(OpenDocuments(Library(stored)))
        return libraries
