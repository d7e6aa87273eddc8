"""A question, understood, to an answer or a refusal: search, compose, quote."""

from bot.answers import Answer, Outcome, Quote, Reason, Refusal
from bot.composing import MOST_QUOTES, choose
from bot.confidence import SPEAK_FROM, confidence
from bot.questions import LONGEST_QUESTION, Question
from bot.quoting import quote, ranked
from corpus.languages import detect_language
from corpus.originals import OriginalStore
from retrieval.evidence import Evidence, weigh
from retrieval.hits import Hit, Query, Scope
from retrieval.index import Index
from retrieval.ranking.model import shipped
from retrieval.ranking.ranker import Ranker

__all__ = ["N_RANKED", "Answerer"]

N_RANKED = 10


class Answerer:
    """Answers questions from one generation of an index.

    Parameters
    ----------
    index
        where passages are found; held for as long as the answerer lives.
    originals
        the bytes that quotes are taken from.
    """

    def __init__(self, index: Index, originals: OriginalStore) -> None:
        self.index = index
        self._ranker = Ranker(index, shipped(index.language))
        self._originals = originals

    def answer(self, question: Question, understood: str, *, n_ranked: int = N_RANKED) -> Outcome:
        """Answer in quotes, or decline and say what is missing.

        Parameters
        ----------
        question
            says where to look.
        understood
            what to search for: the question's text with what a conversation adds.
        n_ranked
            how many sentences to rank at most, 1 or more.
        """
        text = understood[:LONGEST_QUESTION]
        query = self.index.query(text, self.index.language_of(detect_language(text)))
        scope = Scope(question.documents, question.as_of)
        hits = self._ranker.rank(query, max(n_ranked, N_RANKED), scope)
        if not hits:
            return self._nothing(understood, query)
        evidence = weigh(self.index, query, hits[0])
        sure = confidence(evidence, hits)
        if sure < SPEAK_FROM:
            return self._refuse(understood, query, hits, n_ranked, evidence, sure)
        quotes = (self._quote(query, hit) for hit in choose(self.index, query, hits))
        places = tuple(ranked(self.index, hit) for hit in hits[:n_ranked])
        return Answer(understood, sure, tuple(quotes), places, self.index.name)

    def _refuse(
        self,
        understood: str,
        query: Query,
        hits: list[Hit],
        n_ranked: int,
        evidence: Evidence,
        sure: float,
    ) -> Refusal:
        nearest = tuple(self._quote(query, hit) for hit in hits[:MOST_QUOTES])
        places = tuple(ranked(self.index, hit) for hit in hits[:n_ranked])
        lacking = (*evidence.missing, *evidence.elsewhere)
        return Refusal(
            understood, sure, self._reason(query, lacking), nearest, places, self.index.name
        )

    def _nothing(self, understood: str, query: Query) -> Refusal:
        everything = tuple(term.term for term in query.terms)
        reason = self._reason(query, everything)
        return Refusal(understood, 0.0, reason, (), (), self.index.name)

    def _reason(self, query: Query, lacking: tuple[str, ...]) -> Reason:
        surfaces: dict[str, bool] = {}
        for wanted in query.terms:
            if wanted.term in lacking:
                is_known = self.index.holders(wanted.term) > 0
                surfaces[wanted.surface] = surfaces.get(wanted.surface, False) or is_known
        unknown = tuple(surface for surface, is_known in surfaces.items() if not is_known)
        return Reason(tuple(surfaces), unknown)

    def _quote(self, query: Query, hit: Hit) -> Quote:
        return quote(self.index, self._originals, query, hit)
