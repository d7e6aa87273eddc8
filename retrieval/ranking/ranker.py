"""From a question to hits: candidates by the first stage, order by the model."""

import numpy as np

from retrieval.analysis import ENGLISH
from retrieval.forward.tables import STOPS
from retrieval.hits import Hit, Query, Scope
from retrieval.index import Index
from retrieval.inverted.points import Points
from retrieval.ragged import spans
from retrieval.ranking.model import Model
from retrieval.ranking.rows import rows
from retrieval.ranking.sentences import sentences
from retrieval.ranking.sought import Sought
from retrieval.ranking.text import read_text
from retrieval.ranking.view import Floats, Places, Rarity, View
from retrieval.ranking.wanted import Wanted, want
from retrieval.weighting import idf

__all__ = ["N_CANDIDATES", "Ranker"]

# Thirty give the same figures as a hundred; what stands further down is never right first.
N_CANDIDATES = 30
# Languages whose words cannot be told apart by spaces.
UNSPACED = frozenset("ja km lo my th zh".split())
# What a point of the first stage is worth where no model orders the candidates.
SCALE = 0.6
FIELDS = ("sentence", "paragraph", "document", "title")


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
        found = index.search(query, max(limit, N_CANDIDATES), scope)
        if not self._speaks(query.language) or not len(found.passages):
            return index.hits(found.passages, SCALE * found.total)[:limit]
        candidate, rest = found[:N_CANDIDATES], found[N_CANDIDATES:]
        scores = self._model.scores(self.view(query.text, candidate))
        order = np.lexsort((*index.passages.precedence(candidate.passages), -scores))
        low = scores.min() - candidate.total.min()
        ranked = index.hits(candidate.passages[order], scores[order])
        return (ranked + index.hits(rest.passages, rest.total + low))[:limit]

    def explain(self, query: Query, passage: int, scope: Scope | None = None) -> dict[str, float]:
        """Return what adds up to the score of one of the passages that `rank` returns, by name.

        Empty for a passage behind the candidates.
        """
        found = self._index.search(query, N_CANDIDATES, scope)
        places = np.flatnonzero(found.passages == passage)
        if not len(places):
            return {}
        if self._speaks(query.language):
            return self._model.contributions(self.view(query.text, found), int(places[0]))
        return _by_field(found, int(places[0]))

    def view(self, question: str, candidate: Points) -> View:
        """Gather what the features look at.

        Parameters
        ----------
        question
            as it is searched for.
        candidate
            n passages to look at, with their points.
        """
        index, forward = self._index, self._index.forward
        wanted = want(question, index.language, index.idf, self._is_name)
        terms = np.array([self._number(stem) for stem in wanted.stems], np.int64)
        pieces = forward.pieces.of_question(wanted.words)
        sought = Sought.of(
            terms, wanted.pairs, pieces, n_terms=index.n_terms, n_pieces=len(forward.pieces.idf)
        )
        document = index.passages.document_of(candidate.passages)
        paragraph = index.passages.paragraph_of(candidate.passages)
        around = self._around(candidate.passages, document, paragraph)
        text = read_text(forward, around, sought)
        return View(
            wanted=wanted,
            passages=index.passages,
            candidate=candidate.passages,
            document=document,
            paragraph=paragraph,
            document_points=candidate.document.astype(np.float32),
            title_points=candidate.title.astype(np.float32),
            sentences=sentences(text, candidate.passages, forward.kinds),
            rows=rows(text, sought, forward),
            rarity=self._rarity(wanted, terms, document, pieces),
            means=index.means,
            marks=forward.marks[candidate.passages],
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

    def _around(self, candidate: Places, document: Places, paragraph: Places) -> Places:
        """Return the candidates' paragraphs, neighbours and titles as rows, ascending."""
        passages = self._index.passages
        first, distinct = passages.paragraph_first, _distinct(paragraph)
        inside, _ = spans(first[distinct], first[distinct + 1])
        last = len(passages) - 1
        near = (np.maximum(candidate - 1, 0), np.minimum(candidate + 1, last))
        titles = len(passages) + document
        return _distinct(np.concatenate((inside, *near, titles)))

    def _rarity(self, wanted: Wanted, terms: Places, document: Places, pieces: Places) -> Rarity:
        in_sentences, in_paragraphs = self._local(terms, document, wanted)
        return Rarity(
            in_sentences=in_sentences,
            in_paragraphs=in_paragraphs,
            pairs=self._pairs(wanted),
            pieces=self._index.forward.pieces.idf[pieces],
        )

    def _pairs(self, wanted: Wanted) -> Floats:
        """Return the rarity of pairs of words: as if one said nothing of the other."""
        index = self._index
        stop_idf = index.forward.stop_idf
        rarity = [
            float(stop_idf[STOPS[stem]]) if is_stop else index.idf(stem)
            for stem, is_stop in zip(wanted.stems, wanted.is_stop.tolist(), strict=True)
        ]
        most = index.rarest
        return np.array(
            [min(rarity[one] + rarity[other], most) for one, other in wanted.pairs], np.float32
        )

    def _local(self, terms: Places, document: Places, wanted: Wanted) -> tuple[Floats, Floats]:
        """Return (n, w) idf among the sentences, and among the paragraphs, of the documents."""
        passages = self._index.passages
        document, mine = np.unique(document, return_inverse=True)
        known = np.flatnonzero((terms >= 0) & ~wanted.is_stop)
        term, which, passage = self._index.holders_in_documents(terms[known].tolist(), document)
        first, last = passages.first[document], passages.first[document + 1].astype(np.int64)
        paragraphs = passages.paragraph_of(last - 1) - passages.paragraph_of(first)
        n_units = (last - first.astype(np.int64), paragraphs + 1)
        place = term * len(document) + which
        paragraph = place * len(passages) + passages.paragraph_of(passage)
        return tuple(  # type: ignore[return-value]
            self._spread(held, n, known, len(terms))[mine]
            for held, n in zip((place, _distinct(paragraph) // len(passages)), n_units, strict=True)
        )

    def _spread(self, held: Places, n_units: Places, known: Places, n_terms: int) -> Floats:
        """Return (n_documents, n_terms) idf by how many units hold each known term."""
        counts = np.bincount(held, minlength=len(known) * len(n_units)).reshape(
            len(known), len(n_units)
        )
        rarity = np.zeros((len(n_units), n_terms), np.float32)
        if len(known):
            rarity[:, known] = idf(counts.T, n_units[:, None])
        return rarity


def _distinct(numbers: Places) -> Places:
    """Return numbers ascending, no two alike; of a few hundred, quicker than `np.unique`."""
    ordered = np.sort(numbers)
    is_first = np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)]
    return np.asarray(ordered[is_first])


def _by_field(found: Points, place: int) -> dict[str, float]:
    """Return what the fields add to the score of one passage of the first stage."""
    points = {f"words in {name}": float(getattr(found, name)[place]) for name in FIELDS}
    points["is a question, or stands behind one"] = float(found.total[place]) - sum(points.values())
    return {name: SCALE * value for name, value in points.items()}
