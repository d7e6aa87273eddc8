"""The documents of a generation, packed into arrays and unpacked one at a time."""

import json
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.documents import Document, Original, Sentence
from retrieval.storage import Stored

__all__ = ["Library", "pack"]

TEXTS = "texts.utf8"
RECORDS = "documents.jsonl"
# Unpacked documents to hold: those behind the answers of one conversation.
N_REMEMBERED = 16


def pack(documents: Sequence[Document]) -> Stored:
    """Pack documents, in the order given, for `Library` to unpack.

    Arrays: `text_offsets` and `record_offsets` (n_documents + 1,) int64 bytes; `first_passage`
    (n_documents + 1,) int32; `sentence_start`, `sentence_end` (n_passages,) int32 characters from
    the start of the document; `sentence_paragraph` (n_passages,) int32 within the document.
    """
    texts = [document.text.encode() for document in documents]
    records = [_record(document) for document in documents]
    sentences = [sentence for document in documents for sentence in document.sentences]
    arrays = {
        "text_offsets": _offsets([len(text) for text in texts], np.int64),
        "record_offsets": _offsets([len(record) for record in records], np.int64),
        "first_passage": _offsets([len(d.sentences) for d in documents], np.int32),
        "sentence_start": np.array([s.start for s in sentences], np.int32),
        "sentence_end": np.array([s.end for s in sentences], np.int32),
        "sentence_paragraph": np.array([s.paragraph for s in sentences], np.int32),
    }
    return Stored(arrays, {TEXTS: b"".join(texts), RECORDS: b"".join(records)}, {})


class Library:
    """Reads single documents out of a generation.

    Attributes:
        n_documents: how many there are.
        document: returns a document by its position, from 0.
        id: returns a document's id by its position, without unpacking the document.

    Parameters
    ----------
    stored
        a generation that holds what `pack` made.
    """

    def __init__(self, stored: Stored) -> None:
        self._arrays = stored.arrays
        self._texts = memoryview(stored.blobs[TEXTS])
        self._records = memoryview(stored.blobs[RECORDS])
        self.n_documents = len(stored.arrays["first_passage"]) - 1
        self.document: Callable[[int], Document] = lru_cache(N_REMEMBERED)(self._unpack)
        self.id: Callable[[int], str] = lru_cache(None)(self._id)

    def span(self, ordinal: int, sentence: int) -> tuple[int, int]:
        """Return where a sentence begins in its document's text, and one past its end."""
        place = self._arrays["first_passage"][ordinal] + sentence
        starts, ends = self._arrays["sentence_start"], self._arrays["sentence_end"]
        return int(starts[place]), int(ends[place])

    def record(self, ordinal: int) -> dict[str, Any]:
        """Return what is known about a document without unpacking its text."""
        start, end = self._arrays["record_offsets"][ordinal : ordinal + 2]
        record: dict[str, Any] = json.loads(bytes(self._records[start:end]))
        return record

    def positions(self, ids: Iterable[str]) -> list[int]:
        """Return the positions of the documents that have these ids; unknown ids are left out."""
        ordinals = range(self.n_documents)
        places = {wanted: bisect_left(ordinals, wanted, key=self.id) for wanted in ids}
        return [n for wanted, n in places.items() if n < len(ordinals) and self.id(n) == wanted]

    def _id(self, ordinal: int) -> str:
        return str(self.record(ordinal)["id"])

    def _unpack(self, ordinal: int) -> Document:
        start, end = self._arrays["text_offsets"][ordinal : ordinal + 2]
        record = self.record(ordinal)
        return Document(
            **record
            | {
                "text": str(self._texts[start:end], "utf-8"),
                "sentences": self._sentences(ordinal),
                "original": Original(**record["original"]),
                "date": date.fromisoformat(record["date"]) if record["date"] else None,
            }
        )

    def _sentences(self, ordinal: int) -> tuple[Sentence, ...]:
        first, last = self._arrays["first_passage"][ordinal : ordinal + 2]
        columns = (
            self._arrays[name][first:last].tolist()
            for name in ("sentence_start", "sentence_end", "sentence_paragraph")
        )
        return tuple(Sentence(*row) for row in zip(*columns, strict=True))


def _record(document: Document) -> bytes:
    """Serialise everything but the text and the sentences, as one line."""
    record = {
        "id": document.id,
        "original": asdict(document.original),
        "title": document.title,
        "date": document.date.isoformat() if document.date else None,
        "author": document.author,
        "source": document.source,
        "language": document.language,
    }
    return json.dumps(record, ensure_ascii=False).encode() + b"\n"


def _offsets(lengths: Sequence[int], dtype: type[np.integer[Any]]) -> NDArray[Any]:
    """Return where each of consecutive pieces begins, and where the last ends."""
    return np.concatenate(([0], np.cumsum(lengths, dtype=np.int64))).astype(dtype)
