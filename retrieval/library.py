"""The documents of a generation, packed into arrays and unpacked one at a time."""

import json
import zlib
from bisect import bisect_left
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple

import numpy as np

from corpus.documents import Document, Original, Sentence
from retrieval.storage import Stored

__all__ = ["RECORDS", "TEXTS", "Identity", "Library", "identity", "record"]

TEXTS = "texts.zlib"
RECORDS = "documents.jsonl"
# Unpacked documents to hold: those behind the answers of one conversation.
N_REMEMBERED = 16
# Records to read at once: what is made of them takes a kilobyte each.
AT_ONCE = 1 << 12
ENCODER = json.JSONEncoder(ensure_ascii=False)


class Identity(NamedTuple):
    """What tells one document from another, whatever it says.

    Attributes:
        id: the document's id.
        sha256, start, end, format: of its original.
    """

    id: str
    sha256: str
    start: int
    end: int
    format: str


class Library:
    """Reads single documents out of a generation.

    Attributes:
        n_documents: how many there are.
        document: returns a document by its position, from 0.
        id: returns a document's id by its position, without unpacking the document.

    Parameters
    ----------
    stored
        a generation: its blobs `texts.zlib`, each document's text compressed by itself, and
        `documents.jsonl`; its arrays `text_offsets`, `record_offsets` (n_documents + 1,) bytes,
        `first_passage` (n_documents + 1,), `sentence_start`, `sentence_size` (n_passages,)
        characters, and `sentence_opens` (n_passages,) whether it is the first of its paragraph.
    """

    def __init__(self, stored: Stored) -> None:
        self.arrays = stored.arrays
        self._texts = memoryview(stored.blobs[TEXTS])
        self._records = memoryview(stored.blobs[RECORDS])
        self.n_documents = len(stored.arrays["first_passage"]) - 1
        self.document: Callable[[int], Document] = lru_cache(N_REMEMBERED)(self._unpack)
        self.id: Callable[[int], str] = lru_cache(None)(self._id)

    def span(self, ordinal: int, sentence: int) -> tuple[int, int]:
        """Return where a sentence begins in its document's text, and one past its end."""
        place = int(self.arrays["first_passage"][ordinal]) + sentence
        start = int(self.arrays["sentence_start"][place])
        return start, start + int(self.arrays["sentence_size"][place])

    def record(self, ordinal: int) -> dict[str, Any]:
        """Return what is known about a document without unpacking its text."""
        record: dict[str, Any] = json.loads(bytes(self.packed_record(ordinal)))
        return record

    def records(self, ordinals: Iterable[int]) -> list[dict[str, Any]]:
        """Return what is known about documents: many are quicker read at once."""
        records: list[dict[str, Any]] = json.loads(
            b"[%b]" % b",".join(map(self.packed_record, ordinals))
        )
        return records

    def identities(self) -> list[Identity]:
        """Return what tells the documents from one another, in their order."""
        every = range(self.n_documents)
        some = (every[begin : begin + AT_ONCE] for begin in every[::AT_ONCE])
        records = chain.from_iterable(map(self.records, some))
        return [_identity(record["id"], **record["original"]) for record in records]

    def packed_record(self, ordinal: int) -> memoryview:
        """Return the line that says what is known about a document."""
        start, end = self.arrays["record_offsets"][ordinal : ordinal + 2].tolist()
        return self._records[start:end]

    def packed_text(self, ordinal: int) -> memoryview:
        """Return a document's text as it is stored."""
        start, end = self.arrays["text_offsets"][ordinal : ordinal + 2].tolist()
        return self._texts[start:end]

    def positions(self, ids: Iterable[str]) -> list[int]:
        """Return the positions of the documents that have these ids; unknown ids are left out."""
        ordinals = range(self.n_documents)
        places = {wanted: bisect_left(ordinals, wanted, key=self.id) for wanted in ids}
        return [n for wanted, n in places.items() if n < len(ordinals) and self.id(n) == wanted]

    def _id(self, ordinal: int) -> str:
        return str(self.record(ordinal)["id"])

    def _unpack(self, ordinal: int) -> Document:
        record = self.record(ordinal)
        return Document(
            **record
            | {
                "text": zlib.decompress(self.packed_text(ordinal)).decode(),
                "sentences": self._sentences(ordinal),
                "original": Original(**record["original"]),
                "date": date.fromisoformat(record["date"]) if record["date"] else None,
            }
        )

    def _sentences(self, ordinal: int) -> tuple[Sentence, ...]:
        first, last = self.arrays["first_passage"][ordinal : ordinal + 2].tolist()
        starts, sizes, opens = (
            self.arrays[name][first:last].astype(np.int64)
            for name in ("sentence_start", "sentence_size", "sentence_opens")
        )
        columns = (starts, starts + sizes, np.cumsum(opens) - 1)
        return tuple(Sentence(*row) for row in zip(*(c.tolist() for c in columns), strict=True))


def identity(document: Document) -> Identity:
    """Return what tells a document from others."""
    original = document.original
    return Identity(document.id, original.sha256, original.start, original.end, original.format)


def _identity(
    id: str,  # noqa: A002 - the field's name
    sha256: str,
    start: int,
    end: int,
    format: str,  # noqa: A002 - the field's name
    **_: str,
) -> Identity:
    return Identity(id, sha256, start, end, format)


def record(document: Document) -> bytes:
    """Serialise everything but the text and the sentences, as one line."""
    known = {
        "id": document.id,
        "original": {name: getattr(document.original, name) for name in Original.__slots__},
        "title": document.title,
        "date": document.date.isoformat() if document.date else None,
        "author": document.author,
        "source": document.source,
        "language": document.language,
    }
    return ENCODER.encode(known).encode() + b"\n"
