"""A question, understood, to an answer or a refusal: search, rank, compose, quote."""

from bot import phrases
from bot.answers import Answer, Outcome, Reason, Refusal, Unheld
from bot.composing.choosing import MOST_QUOTES, rivals
from bot.composing.composition import compose, order
from bot.courtesies import courtesy
from bot.explaining import Contribution, Explanation
from bot.preferring import prefer
from bot.proof.claims import Claim
from bot.proof.forwarded import check_forwarded
from bot.proof.indexed import OpenDocuments
from bot.proof.verifying import Check, Verifier
from bot.questions import LONGEST_QUESTION, Question
from bot.quoting import Quoter, ranked
from bot.timeline import Timeline, Undated, timeline
from bot.trust.confidence import confidence
from corpus.languages import detect_language
from corpus.originals import OriginalStore
from retrieval.evidence import weigh
from retrieval.hits import Query, Scope
from retrieval.index import Index
from retrieval.ranking.model import shipped
from retrieval.ranking.ranker import Ranker
from retrieval.spelling import Spelling

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
    threshold
        confidence below which to decline, 0 to 1.
    """

    def __init__(self, index: Index, originals: OriginalStore, threshold: float) -> None:
        self.index = index
        self.ranker = Ranker(index, shipped(index.language))
        self._originals = originals
        self._threshold = threshold
        self._spelling = Spelling(index.forward)
        self._verifier = Verifier([originals], OpenDocuments(index.library))

    def now(self) -> "Answerer":
        """Return what answers one question from one generation: this."""
        return self

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
        phrase = courtesy(understood)
        if phrase:
            return Refusal(understood, 0.0, Reason(courtesy=phrase), (), (), self.index.name)
        query = self.query(understood)
        quoter = self.quoter(query)
        found = self.ranker.rank(query, max(n_ranked, N_RANKED), _scope(question))
        if not found:
            everything = tuple(term.term for term in query.terms)
            reason = self._reason(query, everything)
            return Refusal(understood, 0.0, reason, (), (), self.index.name)
        evidence = weigh(self.index, query, found[0])
        sure = confidence(self.index, query, evidence, rivals(self.index, found[:N_RANKED]))
        hits = prefer(self.index, query, quoter.kind, found).hits
        places = tuple(ranked(self.index, hit) for hit in hits[:n_ranked])
        if sure < self._threshold:
            reason = self._reason(query, (*evidence.missing, *evidence.elsewhere))
            nearest = tuple(quoter.quote(hit) for hit in hits[:MOST_QUOTES])
            return Refusal(understood, sure, reason, nearest, places, self.index.name)
        said = compose(self.index, quoter, query, hits[:N_RANKED])
        return Answer(
            understood, sure, said.quotes, places, self.index.name, said.conflicts, quoter.kind
        )

    def explain(self, question: Question, understood: str) -> Explanation | None:
        """Take the score of the sentence that comes first apart; None where nothing is found."""
        query, scope = self.query(understood), _scope(question)
        quoter = self.quoter(query)
        found = self.ranker.rank(query, N_RANKED, scope)
        if not found:
            return None
        preferred = prefer(self.index, query, quoter.kind, found)
        ordered = order(self.index, query, preferred.hits[:N_RANKED])
        first, *others = [copied.hit for copied in ordered.distinct]
        points = self.ranker.explain(query, first.passage, scope)
        points[phrases.HOLDS_PIECE] = preferred.given(first)
        named = sorted(points.items(), key=lambda item: (-abs(item[1]), item[0]))
        return Explanation(
            understood=understood,
            carried=_carried(question.text, understood),
            first=quoter.quote(first),
            contributions=tuple(Contribution(*item) for item in named if item[1]),
            runner_up=quoter.quote(others[0]) if others else None,
            is_newer=first.score < preferred.hits[0].score,
        )

    def timeline(self, question: Question) -> Timeline | Undated:
        """Find what happened, by date; the question's text is the topic."""
        return timeline(self.index, self.ranker, question.text, _scope(question))

    def check(self, claim: Claim) -> Check:
        """Compare an earlier quote with the originals, and its citation with the index."""
        return self._verifier.check(claim)

    def check_forwarded(self, text: str) -> list[Check]:
        """Compare the quotes in a pasted text with the originals that their citations name."""
        return check_forwarded(text, self._verifier)

    def quoter(self, query: Query) -> Quoter:
        """Return what quotes sentences for a question."""
        return Quoter(self.index, self._originals, query)

    def query(self, understood: str) -> Query:
        """Analyse what is to be searched for, in the language of the documents it fits."""
        text = understood[:LONGEST_QUESTION]
        return self.index.query(text, self.index.language_of(detect_language(text)))

    def _reason(self, query: Query, lacking: tuple[str, ...]) -> Reason:
        surfaces: dict[str, bool] = {}
        for wanted in query.terms:
            if wanted.term in lacking:
                is_known = self.index.holders(wanted.term) > 0
                surfaces[wanted.surface] = surfaces.get(wanted.surface, False) or is_known
        return Reason(
            tuple(surface for surface, is_known in surfaces.items() if is_known),
            tuple(
                Unheld(surface, self._spelling.nearest(surface))
                for surface, is_known in surfaces.items()
                if not is_known
            ),
        )


def _scope(question: Question) -> Scope:
    return Scope(question.documents, question.as_of)


def _carried(asked: str, understood: str) -> tuple[str, ...]:
    """Return the words that were added to what was typed."""
    typed = set(asked.split())
    return tuple(word for word in understood.split() if word not in typed)
