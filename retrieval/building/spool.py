"""Batches put aside on the disk until all are there, then read back in any order."""

from array import array
from collections.abc import Iterator
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

# Documents to read back at once.
AT_ONCE = 1 << 12
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
        # By the identity of a list of forms: itself, so that no other takes its place, and the
        # numbers here of its forms.
        self._tables: dict[int, tuple[list[str], array[int]]] = {}
        self._often = np.zeros(0, np.int64)
        self.documents: list[Identity] = []
        self.languages: list[str] = []

    @property
    def keys(self) -> list[str]:
        """The forms of all batches."""
        return list(self._known)

    def add(self, batch: Analysed) -> None:
        """Put a batch aside."""
        numbers = np.frombuffer(self._numbered(batch.keys), np.int32)
        arrays = {
            **batch.arrays,
            "forms": numbers[batch.arrays["forms"]],
            "title_forms": numbers[batch.arrays["title_forms"]],
        }
        self._often = _sum(self._often, _counted(arrays["forms"], arrays["title_forms"]))
        for name in ON_DISK:
            self._files[name].write(arrays[name].data)
        for name, parts in self._parts.items():
            parts.append(_compact(arrays[name]))
        self.documents += batch.documents
        self.languages += batch.languages

    def _numbered(self, keys: list[str]) -> "array[int]":
        """Return the numbers here of a list of forms, of which most may be known from before."""
        _, numbers = self._tables.setdefault(id(keys), (keys, array("i")))
        known = self._known
        numbers.extend([known.setdefault(key, len(known)) for key in keys[len(numbers) :]])
        return numbers

    def close(self) -> None:
        """End the writing; it may have ended before."""
        self._tables.clear()
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
        begin, end = first[sentences], first[sentences + 1]
        forms = self._mapped("forms", np.int32)
        if len(sentences) and np.array_equal(begin[1:], end[:-1]):
            return np.asarray(forms[begin[0] : end[-1]])
        return np.asarray(forms[spans(begin, end)[0]])

    def titles(self, documents: Places) -> NDArray[np.int32]:
        """Return the forms of the titles of documents, word after word."""
        first = offsets(self.column("title_size"))
        places, _ = spans(first[documents], first[documents + 1])
        return np.asarray(self.column("title_forms")[places])

    def often(self, documents: Places) -> Places:
        """Return (n_keys,) how often each form occurs in documents, no two of them alike."""
        others = np.setdiff1d(np.arange(len(self.documents)), documents)
        apart = _counted(self.words(self.sentences(others)), self.titles(others))
        return _sum(np.zeros(len(self._known), np.int64), self._often, -apart)

    def bytes(self, name: str, documents: Places) -> Iterator[memoryview]:
        """Yield the records or compressed texts of documents, those of neighbours in one piece."""
        first = self._first_byte[name]
        for begin in range(0, len(documents), AT_ONCE):
            some, mapped = documents[begin : begin + AT_ONCE], self._mapped(name, np.uint8)
            for run in np.split(some, np.flatnonzero(np.diff(some) != 1) + 1):
                yield mapped[first[run[0]] : first[run[-1] + 1]].data

    @cached_property
    def _first_word(self) -> Places:
        return offsets(self.column("row_size"))

    @cached_property
    def _first_byte(self) -> dict[str, Places]:
        columns = {"records": "record_size", "texts": "text_size"}
        return {name: offsets(self.column(column)) for name, column in columns.items()}

    def _mapped(self, name: str, dtype: type[np.generic]) -> Array:
        """Map a file anew each time: what was read of it before takes no memory any more."""
        path = self._folder / name
        is_empty = not path.stat().st_size
        return np.empty(0, dtype) if is_empty else np.memmap(path, dtype, "r").view(np.ndarray)


def _counted(*forms: NDArray[np.int32]) -> Places:
    """Count forms by number."""
    return _sum(*map(np.bincount, forms))


def _sum(*counts: Places) -> Places:
    """Add counts up, of which some go on further than others."""
    total = np.zeros(max(map(len, counts)), np.int64)
    for some in counts:
        total[: len(some)] += some
    return total


def _compact(array: Array) -> Array:
    return array if array.dtype.itemsize < 8 else smallest(array)
