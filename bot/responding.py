"""What a conversation asks of whatever answers it."""

from typing import Protocol

from bot.answering import Answerer
from bot.answers import Outcome
from bot.explaining import Explanation
from bot.proof.claims import Claim
from bot.proof.verifying import Check
from bot.questions import Question
from bot.quoting import Quoter
from bot.timeline import Timeline, Undated
from retrieval.hits import Query
from retrieval.index import Index

__all__ = ["Responder"]


class Responder(Protocol):
    """Answers questions and shows what stands behind an answer; as `bot.answering.Answerer`."""

    def now(self) -> Answerer:
        """Return what answers one question from one generation."""
        ...

    @property
    def index(self) -> Index:
        """The generation that answers."""
        ...

    def answer(self, question: Question, understood: str, *, n_ranked: int = ...) -> Outcome:
        """Answer in quotes, or decline and say what is missing."""
        ...

    def explain(self, question: Question, understood: str) -> Explanation | None:
        """Take the score of the sentence that comes first apart."""
        ...

    def timeline(self, question: Question) -> Timeline | Undated:
        """Find what happened, by date."""
        ...

    def check(self, claim: Claim) -> Check:
        """Compare an earlier quote with the originals."""
        ...

    def check_forwarded(self, text: str) -> list[Check]:
        """Compare the quotes in a pasted text with the originals."""
        ...

    def quoter(self, query: Query) -> Quoter:
        """Return what quotes sentences for a question."""
        ...

    def query(self, understood: str) -> Query:
        """Analyse what is to be searched for."""
        ...
