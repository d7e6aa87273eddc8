"""A batch of documents, analysed: what building needs of them, in arrays."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from sys import intern
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
        keys: the forms by the numbers used in `forms`; others may be among them. Batches that
            are analysed one after the other share a list, which grows.
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


def dump(batch: Analysed, file: BinaryIO, n_told: int = 0) -> None:
    """Write a batch as a line of JSON and raw arrays behind it.

    Parameters
    ----------
    batch
        what to write.
    file
        where to.
    n_told
        how many of the keys whoever reads has from earlier batches: the others are written.
    """
    shapes = {name: [batch.arrays[name].dtype.str, len(batch.arrays[name])] for name in ARRAYS}
    head = {
        "documents": batch.documents,
        "languages": batch.languages,
        "n_told": n_told,
        "keys": batch.keys[n_told:],
        "skipped": [asdict(skipped) for skipped in batch.skipped],
        "arrays": shapes,
    }
    file.write(json.dumps(head, ensure_ascii=False).encode() + b"\n")
    for name in ARRAYS:
        file.write(np.ascontiguousarray(batch.arrays[name]).data)
    file.flush()


def load(file: BinaryIO, told: list[str] | None = None) -> Analysed | None:
    """Read what `dump` wrote; None at the end of the file.

    Parameters
    ----------
    file
        where from.
    told
        the keys of the batch that was read before, which grow by those of this one.
    """
    line = file.readline()
    if not line:
        return None
    head = json.loads(line)
    keys = told if told and head["n_told"] else []
    if len(keys) != head["n_told"]:
        raise ValueError("a batch goes on from another than the one before it")
    keys += head["keys"]
    arrays = {}
    for name, (dtype, length) in head["arrays"].items():
        kind = np.dtype(dtype)
        content = file.read(kind.itemsize * length)
        arrays[name] = np.frombuffer(content, kind, length)
    return Analysed(
        documents=[_identity(*row) for row in head["documents"]],
        languages=head["languages"],
        keys=keys,
        skipped=[Skipped(**skipped) for skipped in head["skipped"]],
        arrays=arrays,
    )


def _identity(name: str, sha256: str, start: int, end: int, kind: str) -> Identity:
    """Return an identity; the documents of a file share the strings that tell it."""
    return Identity(name, intern(sha256), start, end, intern(kind))
