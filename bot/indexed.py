"""The documents that are indexed, found by id and digest."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from corpus.documents import Document
from retrieval.errors import RetrievalError
from retrieval.generations import Generations
from retrieval.library import Library

__all__ = ["IndexedDocuments"]


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
        for library in self._libraries:
            for position in library.positions([document]):
                found = library.document(position)
                if found.original.sha256 == sha256:
                    return found
        return None

    @cached_property
    def _libraries(self) -> list[Library]:
        libraries = []
        for folder in self._folders:
            try:
                _, stored = Generations(folder).open()
            except RetrievalError:
                continue
            libraries.append(Library(stored))
        return libraries
