"""What Quoth says to a question: an answer in quotes, or a refusal with its reason."""

import datetime
from dataclasses import dataclass
from typing import Literal

__all__ = [
    "Answer",
    "Conflict",
    "Copy",
    "Highlight",
    "Outcome",
    "Quote",
    "Ranked",
    "Reason",
    "Refusal",
    "Relation",
    "Unheld",
]

Relation = Literal["changed since", "disagreeing"]


@dataclass(frozen=True, slots=True)
class Highlight:
    """A piece of a quote that says what was asked for.

    Attributes:
        start: first character in the quote's text, from 0.
        end: one past the last.
        kind: "date", "person", "place", "number" or "reason" for what the piece is; "term" for a
            word of the question.
        value: the piece in normal form: a date in ISO 8601, a term as the index holds it.
    """

    start: int
    end: int
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Copy:
    """Another place where the same sentence stands; attributes as in `Quote`."""

    document: str
    sentence: int
    title: str
    date: datetime.date | None
    source: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence, and all that is needed to find it again and to check it.

    Attributes:
        document: id of the document.
        sentence: its number in the document, from 0.
        start: first character in the document's text, from 0.
        end: one past the last.
        text: the document's text from start to end, unchanged.
        sha256: digest of the original file.
        byte_start: first byte of the same span in that file, or None where the format has none.
        byte_end: one past the last byte, or None.
        title: the document's title; may be empty.
        date: day of publication, or None.
        source: where the document came from; may be empty.
        score: points from the ranking; a sentence quoted because another leans on it has that
            one's.
        highlights: in reading order, disjoint.
        copies: other documents with the same sentence, as agencies' texts have it; later ones.
    """

    document: str
    sentence: int
    start: int
    end: int
    text: str
    sha256: str
    byte_start: int | None
    byte_end: int | None
    title: str
    date: datetime.date | None
    source: str
    score: float
    highlights: tuple[Highlight, ...] = ()
    copies: tuple[Copy, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two documents that state different values for the same thing.

    Attributes:
        relation: "changed since" where they were published on different days, else "disagreeing".
        kind: what kind of value differs: "date", "number", "name" or "yes or no".
        newer: the later statement, or where neither is later the better supported one.
        older: the other one.
    """

    relation: Relation
    kind: str
    newer: Quote
    older: Quote


@dataclass(frozen=True, slots=True)
class Ranked:
    """A sentence that was considered; attributes as in `Quote`."""

    document: str
    sentence: int
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Unheld:
    """A word that stands in no sentence of the documents.

    Attributes:
        word: as typed.
        nearest: words that do stand there and look most like it, at most three.
    """

    word: str
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a question is declined.

    Attributes:
        lacking: words of the question that the best passage and its surroundings lack, as typed,
            and that stand elsewhere.
        unheld: words that stand nowhere.
        courtesy: the phrase that answers small talk; empty for a question.
    """

    lacking: tuple[str, ...] = ()
    unheld: tuple[Unheld, ...] = ()
    courtesy: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """Quotes that answer the question.

    Attributes:
        understood: what was searched for.
        confidence: estimated probability that the first quote answers the question, 0 to 1.
        quotes: one to three, best first.
        ranked: best first.
        generation: name of the index generation that was searched.
        conflicts: statements that differ from one of the quotes, newest first; mostly none.
        kind: what kind of piece was asked for, as in `Highlight`; "" for anything else.
    """

    understood: str
    confidence: float
    quotes: tuple[Quote, ...]
    ranked: tuple[Ranked, ...]
    generation: str
    conflicts: tuple[Conflict, ...] = ()
    kind: str = ""

    def in_reading_order(self) -> tuple[Quote, ...]:
        """Return the quotes as they should be read: by document, the best first."""
        documents = [quote.document for quote in self.quotes]
        place = {document: n for n, document in reversed(list(enumerate(documents)))}
        return tuple(sorted(self.quotes, key=lambda q: (place[q.document], q.start)))


@dataclass(frozen=True, slots=True)
class Refusal:
    """No sentence supports an answer well enough.

    Attributes:
        understood: what was searched for.
        confidence: as in `Answer`; below the threshold for speaking.
        reason: what is missing.
        nearest: up to three sentences that come nearest, offered as such; may be empty.
        ranked: best first; may be empty.
        generation: as in `Answer`.
    """

    understood: str
    confidence: float
    reason: Reason
    nearest: tuple[Quote, ...]
    ranked: tuple[Ranked, ...]
    generation: str


Outcome = Answer | Refusal
