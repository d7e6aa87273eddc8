"""Documents in memory to an index in memory, for tests and for learning."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.documents import Document
from retrieval.building.analysing import analyse
from retrieval.building.assembling import assemble
from retrieval.building.destination import Writable
from retrieval.building.spool import Spool
from retrieval.fields import FIELDS, Fields
from retrieval.storage import Stored

__all__ = ["HeldWriter", "build"]


class HeldWriter:
    """Holds a generation in memory, read-only as one from the disk is.

    Attributes:
        stored: the generation; it has no facts before it is finished.
    """

    def __init__(self) -> None:
        self._arrays: dict[str, NDArray[Any]] = {}
        self._blobs: dict[str, bytes | memoryview] = {}
        self.stored = Stored(self._arrays, self._blobs, {})

    def array(self, name: str, array: NDArray[Any]) -> None:
        """Hold a copy of an array."""
        held = np.array(array, order="C")
        held.flags.writeable = False
        self._arrays[name] = held

    @contextmanager
    def blob(self, name: str) -> Iterator[Writable]:
        """Hold any bytes, written piece by piece."""
        file = BytesIO()
        yield file
        self._blobs[name] = file.getvalue()

    def add(self, stored: Stored) -> None:
        """Hold arrays and blobs; facts are given at the end."""
        for name, array in stored.arrays.items():
            self.array(name, array)
        self._blobs |= {name: bytes(blob) for name, blob in stored.blobs.items()}

    def finish(self, facts: Mapping[str, Any]) -> None:
        """Hold the facts."""
        self.stored = Stored(self._arrays, self._blobs, dict(facts))


def build(documents: Iterable[Document], fields: Fields = FIELDS) -> Stored:
    """Analyse documents and lay out their index, as a generation read from the disk.

    No file is left. The order of the documents makes no difference: they are sorted by id.

    Parameters
    ----------
    documents
        no two with the same id.
    fields
        what points are made of.
    """
    with tempfile.TemporaryDirectory() as folder, closing(Spool(Path(folder))) as spool:
        spool.add(analyse(documents))
        spool.close()
        ids = [document.id for document in spool.documents]
        order = np.array(sorted(range(len(ids)), key=ids.__getitem__), np.int64)
        writer = HeldWriter()
        assemble(spool, order, writer, fields, lambda done, total: None)
    return writer.stored
