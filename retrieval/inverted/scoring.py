"""The exact points of passages in some sections."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.fields import Fields
from retrieval.inverted.points import Lengths, Means, Points, Some, Wanted
from retrieval.inverted.postings import Postings
from retrieval.passages import Passages
from retrieval.ragged import offsets, spans

__all__ = ["OF_QUESTION", "TO_ANSWER", "Scorer", "added"]

Places = NDArray[np.int64]
Numbers = NDArray[np.integer[Any]]
Weights = NDArray[np.float64]

# A question in a document answers nothing: it keeps this share of its points, and the sentence
# behind it in the same paragraph takes over that share.
OF_QUESTION = 0.3
TO_ANSWER = 0.5
# A search by halves for a section takes as long as looking at this many in a row.
SEARCHING = 32


class Scorer:
    """Scores passages exactly.

    Every sum is taken in float64 and in the order of the terms, so that another implementation of
    the same sums gives the same bits.

    Attributes:
        gains: (n_sections,) float32 factor by which a passage there may gain from another, and
        keeps: the share that any passage there keeps: others than 1 where somebody asks.
        norms: (c, d) of each field, as `Field.norm` returns them.

    Parameters
    ----------
    postings, passages, lengths
        of one generation.
    fields
        what points are.
    means
        of the lengths.
    """

    def __init__(
        self,
        postings: Postings,
        passages: Passages,
        lengths: Lengths,
        fields: Fields,
        means: Means,
    ) -> None:
        self.postings = postings
        self.passages = passages
        self.lengths = lengths
        self.fields = fields
        firsts = passages.section_first[:-1].astype(np.int64)
        asks = np.maximum.reduceat(passages.asks, firsts) if len(firsts) else passages.asks
        self.gains = np.where(asks, 1 + TO_ANSWER, 1.0).astype(np.float32)
        self.keeps = np.where(asks, OF_QUESTION, 1.0).astype(np.float32)
        self.norms = {
            name: getattr(fields, name).norm(getattr(means, name)) for name in Means.__slots__
        }

    def points(self, wanted: Wanted, some: Some) -> Points:
        """Return the passages with points, and no fewer than the floor."""
        found = _Found(self, wanted, some.sections)
        sentence, paragraph, part = found.sentence(), found.paragraph(), found.part()
        title = found.title()
        total = ((sentence + paragraph) + part) + title
        asks = self.passages.asks[found.passages]
        if asks.any():
            _turn_to_answers(total, asks, self.passages.paragraph_of(found.passages))
        every = Points(found.passages, sentence, paragraph, part, title, total)
        return every[np.flatnonzero((total >= some.floor) & (total > 0))]


class _Found:
    """A question's terms in sections.

    Attributes:
        passages: of all sections.
    """

    def __init__(self, scorer: Scorer, wanted: Wanted, sections: Places) -> None:
        self._scorer, self._wanted = scorer, wanted
        first = scorer.passages.section_first
        low, high = first[sections].astype(np.int64), first[sections + 1].astype(np.int64)
        self.passages, _ = spans(low, high)
        self._term, section, inside, self._count = read(scorer, wanted.terms, sections)
        self._local = inside + offsets(high - low)[section]

    def sentence(self) -> Weights:
        """Return the points of the passages themselves."""
        field, (base, slope) = self._scorer.fields.sentence, self._scorer.norms["sentence"]
        norm = base + slope * self._scorer.lengths.sentence[self.passages].astype(np.float64)
        weight = field.weight * self._wanted.idf
        points = weight[self._term] * (self._count / (self._count + norm[self._local]))
        return added(self._local, points, len(self.passages))

    def paragraph(self) -> Weights:
        """Return the points of their paragraphs."""
        return self._of_units("paragraph", self._scorer.passages.paragraph_of)

    def part(self) -> Weights:
        """Return the points of their documents, or parts of documents."""
        return self._of_units("document", self._scorer.passages.part_of)

    def title(self) -> Weights:
        """Return the points of the titles of their documents."""
        scorer = self._scorer
        weight = scorer.fields.title.weight * self._wanted.title_idf
        if not weight.any():
            return np.zeros(len(self.passages))
        of_passage = scorer.passages.document_of(self.passages)
        place = _renumbered(of_passage)
        documents = of_passage[np.flatnonzero(np.diff(place, prepend=-1))]
        counts = np.zeros((len(weight), len(documents)))
        for row, term in enumerate(self._wanted.terms.tolist()):
            held, count = scorer.postings.titles_in(term, documents)
            counts[row, held] = count
        base, slope = scorer.norms["title"]
        norm = base + slope * scorer.lengths.title[documents].astype(np.float64)
        return _summed(weight, counts, norm)[place]

    def _of_units(self, name: str, units_of: Callable[[Places], Places]) -> Weights:
        """Return the points of the paragraphs or parts that passages stand in."""
        scorer = self._scorer
        weight = getattr(scorer.fields, name).weight * self._wanted.idf
        if not weight.any():
            return np.zeros(len(self.passages))
        unit_of_passage = units_of(self.passages)
        unit = _renumbered(unit_of_passage)
        numbers = unit_of_passage[np.flatnonzero(np.diff(unit, prepend=-1))]
        base, slope = scorer.norms[name]
        norm = base + slope * getattr(scorer.lengths, name)[numbers].astype(np.float64)
        n_units = len(numbers)
        place = self._term * n_units + unit[self._local]
        flat = added(place, self._count, len(weight) * n_units)
        return _summed(weight, flat.reshape(len(weight), n_units), norm)[unit]


def read(scorer: Scorer, terms: Places, sections: Places) -> tuple[Places, Places, Places, Places]:
    """Return every posting of terms in sections, term by term.

    Returns
    -------
    place of the term, place of the section, passage within it, how often it holds the term
    """
    postings = scorer.postings
    slots = _slots(scorer.passages.n_sections, sections)
    if slots is None:
        found = [postings.entries_in(term, sections) for term in terms.tolist()]
    else:
        found = [postings.entries_at(term, slots) for term in terms.tolist()]
    empty = np.empty(0, np.int64)
    which, inside, count = postings.read(np.concatenate([empty, *(one for one, _ in found)]))
    section = np.concatenate([empty, *(held for _, held in found)])[which]
    term = np.repeat(np.arange(len(found)), [len(entry) for entry, _ in found])[which]
    return term, section, inside, count


def _slots(n_sections: int, sections: Places) -> NDArray[np.int32] | None:
    """Return (n_sections,) places of the sections, -1 for others; None where few are wanted."""
    if len(sections) * SEARCHING < n_sections:
        return None
    slots = np.full(n_sections, -1, np.int32)
    slots[sections] = np.arange(len(sections), dtype=np.int32)
    return slots


def added(places: Numbers, values: NDArray[Any], n: int) -> Weights:
    """Add values up by their places; `bincount` takes none for whole numbers."""
    return np.bincount(places, values, n).astype(np.float64, copy=False)


def _summed(weight: Weights, counts: Weights, norm: Weights) -> Weights:
    """Sum weight count / (count + norm) over the terms (rows), in their order."""
    total = np.zeros(counts.shape[1])
    for row in weight[:, None] * (counts / (counts + norm)):
        total += row
    return total


def _renumbered(numbers: Places) -> Places:
    """Number ascending numbers anew, from 0 and without gaps."""
    return np.cumsum(np.diff(numbers, prepend=numbers[:1]) > 0)


def _turn_to_answers(total: Weights, asks: NDArray[np.bool_], paragraph: Places) -> None:
    """Let a question in a document give way to the sentence behind it, which answers it."""
    asking = np.flatnonzero(asks[:-1] & ~asks[1:] & (paragraph[1:] == paragraph[:-1]))
    total[asking + 1] += TO_ANSWER * total[asking]
    total[asking] *= OF_QUESTION
