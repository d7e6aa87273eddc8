"""A home to add documents to, and what it answers from."""

import json
from dataclasses import dataclass
from pathlib import Path

from bot import wiring
from bot.answers import Answer
from bot.home import Home
from bot.questions import Question
from retrieval.index import Index

__all__ = ["Shelf", "lines"]

TALL = "How tall is the tower?"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The documents of a home.

    Attributes:
        home: the home.
    """

    home: Home

    @property
    def ids(self) -> list[str]:
        """The ids of the documents that answer."""
        library = Index.open(self.home.index).library
        return [library.id(place) for place in range(library.n_documents)]

    @property
    def files(self) -> set[str]:
        """The stored files, hidden ones left out."""
        return {p.name for p in self.home.uploads.glob("*") if not p.name.startswith(".")}

    @property
    def generation(self) -> str:
        return Index.open(self.home.index).name

    def index(self, source: Path) -> None:
        wiring.indexer(self.home).update([source])

    def answer(self, question: str = TALL) -> list[str]:
        """Return the quotes that answer a question."""
        outcome = wiring.answerer(self.home).answer(Question(question), question)
        return [quote.text for quote in outcome.quotes] if isinstance(outcome, Answer) else []


def lines(texts: dict[str, str]) -> bytes:
    """Return a file of JSONL with a document by id on each line."""
    return "".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in texts.items()).encode()
