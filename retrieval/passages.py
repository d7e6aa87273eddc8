"""Where every passage of a generation stands, and which of two equals comes first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from corpus.documents import Document, Sentence
from retrieval.storage import Stored

__all__ = ["Passages", "pack"]

QUESTION_MARKS = ("?", "\uff1f", "\u061f", "\u037e")
CLOSERS = " \t\r\n\"'”’)]»」"


@dataclass(frozen=True, slots=True)
class Passages:
    """One row a passage, in the order of documents and, within one, of sentences.

    Attributes:
        document: (n_passages,) int32 position of its document, from 0.
        paragraph: (n_passages,) int32 number of its paragraph in the whole index, from 0.
        first: (n_documents + 1,) int32 position of each document's first passage.
        precedence: (n_passages,) int32 rank among equal scores; 0 goes first.
        asks: (n_passages,) bool, whether it is a question.
        day: (n_documents,) int32 proleptic ordinal of the document's date, 0 where it has none.
    """

    document: NDArray[np.int32]
    paragraph: NDArray[np.int32]
    first: NDArray[np.int32]
    precedence: NDArray[np.int32]
    asks: NDArray[np.bool_]
    day: NDArray[np.int32]

    @classmethod
    def open(cls, stored: Stored) -> "Passages":
        """Read the table from a generation."""
        arrays = stored.arrays
        return cls(
            document=arrays["passage_document"],
            paragraph=arrays["passage_paragraph"],
            first=arrays["first_passage"],
            precedence=arrays["passage_precedence"],
            asks=arrays["passage_asks"],
            day=arrays["document_day"],
        )

    def __len__(self) -> int:
        return len(self.document)

    def of_documents(self, positions: Iterable[int]) -> NDArray[np.bool_]:
        """Return (n_passages,) True for the passages of these documents."""
        allowed = np.zeros(len(self), np.bool_)
        for position in positions:
            allowed[self.first[position] : self.first[position + 1]] = True
        return allowed

    def published_by(self, day: date) -> NDArray[np.bool_]:
        """Return (n_passages,) True for the passages of documents dated on or before a day."""
        known = (self.day > 0) & (self.day <= day.toordinal())
        return np.asarray(known[self.document])


def pack(documents: Sequence[Document]) -> Stored:
    """Lay the table out for documents in the order given, which must be the order of their ids.

    Ties are broken by date, newest first, then by place in the document, then by document id.
    """
    counts = [len(document.sentences) for document in documents]
    document = np.repeat(np.arange(len(documents), dtype=np.int32), counts)
    day = np.array([d.date.toordinal() if d.date else 0 for d in documents], np.int32)
    sentence = np.array([n for count in counts for n in range(count)], np.int32)
    order = np.lexsort((document, sentence, -day[document]))
    precedence = np.empty(len(document), np.int32)
    precedence[order] = np.arange(len(document), dtype=np.int32)
    arrays = {
        "passage_document": document,
        "passage_paragraph": _paragraphs(documents),
        "passage_precedence": precedence,
        "passage_asks": np.array([_asks(d, s) for d in documents for s in d.sentences], np.bool_),
        "document_day": day,
    }
    return Stored(arrays, {}, {})


def _asks(document: Document, sentence: Sentence) -> bool:
    return document.text[sentence.start : sentence.end].rstrip(CLOSERS).endswith(QUESTION_MARKS)


def _paragraphs(documents: Sequence[Document]) -> NDArray[np.int32]:
    """Number the paragraphs through all documents."""
    numbers: list[int] = []
    base = 0
    for document in documents:
        numbers.extend(base + sentence.paragraph for sentence in document.sentences)
        base = numbers[-1] + 1 if document.sentences else base
    return np.array(numbers, np.int32)
