"""From a question to hits: candidates by the first stage, order by the model."""

from collections.abc import Mapping

import numpy as np

from retrieval.analysis import ENGLISH
from retrieval.fields import Name
from retrieval.forward.texts import STOPS
from retrieval.hits import Hit, Query, Scope
from retrieval.index import Index
from retrieval.ranking.model import Model
from retrieval.ranking.rows import read_rows
from retrieval.ranking.view import Floats, Places, Rarity, View
from retrieval.ranking.wanted import Wanted, want
from retrieval.top import top
from retrieval.weighting import idf

__all__ = ["N_CANDIDATES", "Ranker"]

# Thirty give the same figures as a hundred; what stands further down is never right first.
N_CANDIDATES = 30
# Languages whose words cannot be told apart by spaces.
UNSPACED = frozenset("ja km lo my th zh".split())
# What a point of the first stage is worth where no model orders the candidates.
SCALE = 0.6


class Ranker:
    """Ranks the passages of an index.

    Parameters
    ----------
    index
        where candidates are found.
    model
        how they are ordered. A question in another language than most documents have, or in one
        that puts no spaces between words, keeps the order of the first stage.
    """

    def __init__(self, index: Index, model: Model) -> None:
        self._index = index
        self._model = model

    def rank(self, query: Query, limit: int, scope: Scope | None = None) -> list[Hit]:
        """Return the best passages, best first; a larger limit only appends.

        Behind the candidates of the model stand further ones of the first stage, in its order.

        Parameters
        ----------
        query
            the question.
        limit
            how many hits to return at most, 1 or more.
        scope
            which passages may be returned.
        """
        index = self._index
        points = index.points(query)
        total = index.total(points, scope)
        first = top(total, index.passages.precedence, max(limit, N_CANDIDATES))
        if not self._speaks(query.language) or not len(first):
            return index.hits(first, np.float32(SCALE) * total[first])[:limit]
        candidate, rest = first[:N_CANDIDATES], first[N_CANDIDATES:]
        view = self.view(query.text, candidate, points)
        scores = self._model.scores(view)
        order = np.lexsort((index.passages.precedence[candidate], -scores))
        low = scores.min() - total[candidate].min()
        ranked = index.hits(candidate[order], scores[order])
        return (ranked + index.hits(rest, total[rest] + low))[:limit]

    def view(self, question: str, candidate: Places, points: Mapping[Name, Floats]) -> View:
        """Gather what the features look at.

        Parameters
        ----------
        question
            as it is searched for.
        candidate
            (n,) passages to look at.
        points
            what the first stage gave, by field.
        """
        index, forward = self._index, self._index.forward
        wanted = want(question, index.language, index.idf, self._is_name)
        terms = np.array([self._number(stem) for stem in wanted.stems], np.int64)
        pieces = forward.pieces.of_question(wanted.words)
        rows = read_rows(
            forward,
            self._around(candidate),
            n_terms=index.n_terms,
            terms=terms,
            pairs=wanted.pairs,
            pieces=pieces,
        )
        return View(
            wanted=wanted,
            passages=index.passages,
            candidate=candidate,
            points=points,
            rows=rows,
            rarity=self._rarity(wanted, terms, candidate, pieces),
            means=index.means,
            kinds=forward.kinds[rows.entry],
            marks=forward.marks[candidate],
        )

    def _speaks(self, language: str) -> bool:
        """Say whether the model can read questions of a language closely."""
        mine = self._index.language
        return mine not in UNSPACED and (language == mine or {language, mine} <= ENGLISH)

    def _is_name(self, stem: str) -> bool:
        number = self._index.number(stem)
        return number >= 0 and bool(self._index.forward.term_is_name[number])

    def _number(self, stem: str) -> int:
        is_stop = stem in STOPS and self._index.language in ENGLISH
        return self._index.n_terms + STOPS[stem] if is_stop else self._index.number(stem)

    def _around(self, candidate: Places) -> Places:
        """Return the candidates' paragraphs, neighbours and titles as rows, ascending."""
        passages = self._index.passages
        paragraphs = np.unique(passages.paragraph[candidate])
        first = np.searchsorted(passages.paragraph, paragraphs)
        last = np.searchsorted(passages.paragraph, paragraphs, "right")
        inside = np.concatenate([np.arange(*ends) for ends in zip(first, last, strict=True)])
        near = np.clip([candidate - 1, candidate + 1], 0, len(passages) - 1).ravel()
        titles = len(passages) + passages.document[candidate]
        return np.unique(np.concatenate([inside, near, titles]))

    def _rarity(self, wanted: Wanted, terms: Places, candidate: Places, pieces: Places) -> Rarity:
        index = self._index
        names = (f"{wanted.stems[one]} {wanted.stems[other]}" for one, other in wanted.pairs)
        return Rarity(
            in_sentences=self._local("sentence", terms, candidate, wanted),
            in_paragraphs=self._local("paragraph", terms, candidate, wanted),
            pairs=np.array([index.idf(name) for name in names], np.float32),
            pieces=index.forward.pieces.idf[pieces],
        )

    def _local(self, name: Name, terms: Places, candidate: Places, wanted: Wanted) -> Floats:
        """Return (n, w) idf among the sentences or paragraphs of each candidate's document."""
        passages = self._index.passages
        document, mine = np.unique(passages.document[candidate], return_inverse=True)
        first, last = passages.first[document], passages.first[document + 1]
        if name == "paragraph":
            first, last = passages.paragraph[first], passages.paragraph[last - 1] + 1
        rarity = np.zeros((len(document), len(terms)), np.float32)
        for column, (term, is_stop) in enumerate(zip(terms, wanted.is_stop, strict=True)):
            if term >= 0 and not is_stop:
                holders = self._index.holders_between(name, int(term), first, last)
                rarity[:, column] = idf(holders, last - first)
        return rarity[mine]
