"""An engine whose inner loops are compiled by numba (extra `fast`).

Nothing is kept on the disk: compiled code is made anew by each process.
"""

import numpy as np
from numpy.typing import NDArray

from retrieval.inverted.bounds import ROOM, Bounds, choose
from retrieval.inverted.loops.bound import bound
from retrieval.inverted.loops.score import score
from retrieval.inverted.points import Points, Some, Wanted, joined
from retrieval.inverted.postings import FULL
from retrieval.inverted.scoring import OF_QUESTION, TO_ANSWER, Scorer

__all__ = ["Compiled"]

Places = NDArray[np.int64]

# Passages to find at once.
AT_ONCE = 4096
FIELD_NAMES = ("sentence", "paragraph", "document", "title")


class Compiled:
    """Bounds and points by compiled loops; making one compiles them, which takes seconds.

    Parameters
    ----------
    scorer
        of the generation to search.
    """

    def __init__(self, scorer: Scorer) -> None:
        postings, passages = scorer.postings, scorer.passages
        self._scorer = scorer
        self._lists = (
            postings.first_entry, postings.section, postings.base, postings.start,
            postings.posting, postings.many, postings.counts,
        )  # fmt: skip
        self._titles = (postings.first_title, postings.title, postings.title_count)
        self._limits = (postings.near, postings.wide, postings.mask)
        self._units = (
            passages.section_first, passages.paragraph_first, passages.part_first, passages.first,
        )  # fmt: skip
        self._lengths = tuple(getattr(scorer.lengths, name) for name in FIELD_NAMES)
        self._norms = np.array([scorer.norms[name] for name in FIELD_NAMES])
        self._factors = np.array([getattr(scorer.fields, name).weight for name in FIELD_NAMES])
        self._saturation = _saturation(scorer)
        gains = np.where(scorer.asks, (1 + TO_ANSWER), 1.0)
        least = np.where(scorer.asks, OF_QUESTION, 1.0)
        self._questions = (gains.astype(np.float32), least.astype(np.float32))
        nothing = Wanted(np.empty(0, np.int64), np.empty(0), np.empty(0))
        self.bounds(nothing, 1)
        self.points(nothing, Some(np.empty(0, np.int64), 0.0))

    def bounds(self, wanted: Wanted, limit: int) -> Bounds:
        """Return what the passages of every section can have at most; see `bounds.bounds`."""
        postings, n_sections = self._scorer.postings, self._scorer.passages.n_sections
        chosen = choose(postings, wanted, n_sections)
        terms = wanted.terms[chosen.places]
        most = np.empty(n_sections, np.float32)
        floor = bound(
            terms,
            (self._factors[0] * wanted.idf[chosen.places]).astype(np.float32),
            postings.near_scale[terms] / np.float32(255),
            postings.wide_scale[terms] / np.float32(255),
            np.float32(chosen.rest),
            np.float32(ROOM),
            # Of one passage a section there are no more than sections.
            np.zeros(limit if limit <= n_sections else 0, np.float32),
            self._lists,
            self._limits,
            self._units[0],
            self._lengths[0],
            self._norms[0],
            self._saturation,
            self._questions,
            most,
        )
        return Bounds(most, float(floor) / ROOM)

    def points(self, wanted: Wanted, some: Some) -> Points:
        """Return the passages with points, and no fewer than the floor."""
        weights = np.empty((4, len(wanted.terms)))
        weights[:3] = self._factors[:3, None] * wanted.idf
        weights[3] = self._factors[3] * wanted.title_idf
        passages, points = np.empty(AT_ONCE, np.int64), np.empty((5, AT_ONCE))
        begin = 0
        found: list[Points] = []
        while begin < len(some.sections) or not found:
            begin, size = score(
                some.sections,
                begin,
                some.floor,
                wanted.terms,
                weights,
                self._norms,
                self._lists,
                self._titles,
                self._units,
                self._scorer.passages.asks,
                self._lengths,
                passages,
                points,
            )
            found.append(Points(passages[:size].copy(), *points[:, :size].copy()))
        return found[0] if len(found) == 1 else joined(found)


def _saturation(scorer: Scorer) -> NDArray[np.float32]:
    """Return (FULL, most terms + 1) what a term that occurs so often adds over its weight."""
    base, slope = scorer.norms["sentence"]
    lengths = scorer.lengths.sentence
    n_terms = np.arange(int(lengths.max()) + 1 if len(lengths) else 1)
    counts = np.arange(FULL)[:, None]
    saturation = counts / (counts + base + slope * n_terms + 1e-9)
    return np.asarray(saturation, np.float32)
