"""Batches put aside on the disk until all are there, then read back in any order."""

from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from retrieval.building.analysed import Analysed
from retrieval.library import Identity
from retrieval.ragged import offsets, smallest, spans

__all__ = ["Spool"]

Array = NDArray[Any]
Places = NDArray[np.int64]

ON_DISK = ("forms", "records", "texts")
IN_MEMORY = (
    "n_sentences", "day", "record_size", "text_size", "start", "end", "opens", "asks", "marks",
    "row_size", "title_forms", "title_size",
)  # fmt: skip


class Spool:
    """Collects batches; what grows with the text is on the disk, mapped when it is read.

    Attributes:
        documents: what tells one document from another, in the order they came.
        languages: their languages.
        keys: the forms of all batches, by the numbers used here.

    Parameters
    ----------
    folder
        exists; files are written there, and are the caller's to remove.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, BinaryIO] = {name: (folder / name).open("wb") for name in ON_DISK}
        self._parts: dict[str, list[Array]] = {name: [] for name in IN_MEMORY}
        self._known: dict[str, int] = {}
        self.documents: list[Identity] = []
        self.languages: list[str] = []

    @property
    def keys(self) -> list[str]:
        """The forms of all batches."""
        return list(self._known)

    def add(self, batch: Analysed) -> None:
        """Put a batch aside."""
        known = self._known
        numbers = np.fromiter(
            (known.setdefault(key, len(known)) for key in batch.keys), np.int32, len(batch.keys)
        )
        arrays = {
            **batch.arrays,
            "forms": numbers[batch.arrays["forms"]],
            "title_forms": numbers[batch.arrays["title_forms"]],
        }
        for name in ON_DISK:
            self._files[name].write(arrays[name].data)
        for name, parts in self._parts.items():
            parts.append(_compact(arrays[name]))
        self.documents += batch.documents
        self.languages += batch.languages

    def close(self) -> None:
        """End the writing; it may have ended before."""
        with ExitStack() as stack:
            for file in self._files.values():
                stack.callback(file.close)

    def column(self, name: str) -> Array:
        """Return a column that is kept in memory: of documents, of sentences, or of title words."""
        if len(self._parts[name]) != 1:
            parts = self._parts[name]
            self._parts[name] = [np.concatenate(parts) if parts else np.empty(0, np.uint8)]
        return self._parts[name][0]

    def sentences(self, documents: Places) -> Places:
        """Return the sentences of documents, as places in the columns of sentences."""
        first = offsets(self.column("n_sentences"))
        return spans(first[documents], first[documents + 1])[0]

    def words(self, sentences: Places) -> NDArray[np.int32]:
        """Return the forms of sentences, word after word."""
        first = self._first_word
        places, _ = spans(first[sentences], first[sentences + 1])
        return np.asarray(self._mapped("forms", np.int32)[places])

    def titles(self, documents: Places) -> NDArray[np.int32]:
        """Return the forms of the titles of documents, word after word."""
        first = offsets(self.column("title_size"))
        places, _ = spans(first[documents], first[documents + 1])
        return np.asarray(self.column("title_forms")[places])

    def bytes(self, name: str, document: int) -> memoryview:
        """Return a document's record or compressed text."""
        first = self._first_byte[name]
        return self._mapped(name, np.uint8)[first[document] : first[document + 1]].data

    @cached_property
    def _first_word(self) -> Places:
        return offsets(self.column("row_size"))

    @cached_property
    def _first_byte(self) -> dict[str, Places]:
        columns = {"records": "record_size", "texts": "text_size"}
        return {name: offsets(self.column(column)) for name, column in columns.items()}

    def _mapped(self, name: str, dtype: type[np.generic]) -> Array:
        if name not in self._maps:
            path = self._folder / name
            is_empty = not path.stat().st_size
            self._maps[name] = (
                np.empty(0, dtype) if is_empty else np.memmap(path, dtype, "r").view(np.ndarray)
            )
        return self._maps[name]

    @cached_property
    def _maps(self) -> dict[str, Array]:
        return {}


def _compact(array: Array) -> Array:
    return array if array.dtype.itemsize < 8 else smallest(array)
