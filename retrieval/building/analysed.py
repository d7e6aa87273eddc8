"""A batch of documents, analysed: what building needs of them, in arrays."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from corpus.documents import Skipped
from retrieval.library import Identity

__all__ = ["ARRAYS", "Analysed", "dump", "load"]

Array = NDArray[Any]

ARRAYS = (
    "n_sentences", "day", "record_size", "text_size", "start", "end", "opens", "asks",
    "marks", "forms", "row_size", "title_forms", "title_size", "records", "texts",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Analysed:
    """Documents, analysed: n of them, with m sentences in all.

    Attributes:
        documents: (n) what tells one document from another.
        languages: (n) of the documents.
        keys: the forms that occur, by the numbers used in `forms`.
        skipped: what could not be read.
        arrays: by name:
            n_sentences, day (ordinal, 0 for none), record_size and text_size (bytes), title_size
            (words): (n,);
            start, end (characters), opens (a paragraph), asks, marks, row_size (words): (m,);
            forms, title_forms: word after word; records, texts: bytes, document after document.
    """

    documents: list[Identity]
    languages: list[str]
    keys: list[str]
    skipped: list[Skipped]
    arrays: Mapping[str, Array]


def dump(batch: Analysed, file: BinaryIO) -> None:
    """Write a batch as a line of JSON and raw arrays behind it."""
    shapes = {name: [batch.arrays[name].dtype.str, len(batch.arrays[name])] for name in ARRAYS}
    head = {
        "documents": batch.documents,
        "languages": batch.languages,
        "keys": batch.keys,
        "skipped": [asdict(skipped) for skipped in batch.skipped],
        "arrays": shapes,
    }
    file.write(json.dumps(head, ensure_ascii=False).encode() + b"\n")
    for name in ARRAYS:
        file.write(np.ascontiguousarray(batch.arrays[name]).data)
    file.flush()


def load(file: BinaryIO) -> Analysed | None:
    """Read what `dump` wrote; None at the end of the file."""
    line = file.readline()
    if not line:
        return None
    head = json.loads(line)
    arrays = {}
    for name, (dtype, length) in head["arrays"].items():
        kind = np.dtype(dtype)
        content = file.read(kind.itemsize * length)
        arrays[name] = np.frombuffer(content, kind, length)
    return Analysed(
        documents=[Identity(*row) for row in head["documents"]],
        languages=head["languages"],
        keys=head["keys"],
        skipped=[Skipped(**skipped) for skipped in head["skipped"]],
        arrays=arrays,
    )
