"""An engine whose inner loops are compiled by numba (extra `fast`).

Nothing is kept on the disk: compiled code is made anew by each process.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.inverted.loops.lanes import selecting
from retrieval.inverted.loops.narrow import EIGHTH
from retrieval.inverted.loops.search import find_best
from retrieval.inverted.loops.tops import fill
from retrieval.inverted.points import Points, Wanted
from retrieval.inverted.postings import FULL, Postings
from retrieval.inverted.scope import holding
from retrieval.inverted.scoring import Scorer

__all__ = ["MOST_ENTRIES", "Compiled"]

# Sections to score before anything is known, for each passage that is wanted, and at least.
FIRST = 1.2
LEAST = 12
FIELD_NAMES = ("sentence", "paragraph", "document", "title")
NOTHING = np.empty(0, np.bool_)
# Of so many entries what they add is kept, ten bytes of each.
MOST_ENTRIES = 4 << 20

Places = NDArray[np.int64]
Arrays = tuple[NDArray[Any], ...]


class Compiled:
    """Searches by compiled loops; making one compiles them, which takes seconds.

    Parameters
    ----------
    scorer
        of the generation to search.
    most_entries
        of how many entries to keep what they add, about.
    """

    def __init__(self, scorer: Scorer, *, most_entries: int = MOST_ENTRIES) -> None:
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
        self._questions = (scorer.gains, scorer.keeps, _answers(scorer))
        self._lanes = selecting()
        self._most_entries = most_entries
        self._known = _Known(postings)
        nothing = Wanted(np.empty(0, np.int64), np.empty(0), np.empty(0))
        self.candidates(nothing, 1, None)

    def candidates(self, wanted: Wanted, limit: int, allowed: NDArray[np.bool_] | None) -> Points:
        """Return passages with points, the best of those allowed among them."""
        scorer, terms = self._scorer, wanted.terms
        postings, passages = scorer.postings, scorer.passages
        weights = np.empty((4, len(terms)))
        weights[:3] = self._factors[:3, None] * wanted.idf
        weights[3] = self._factors[3] * wanted.title_idf
        scales = np.array((weights[0], postings.near_scale[terms], postings.wide_scale[terms]))
        found, points = find_best(
            terms,
            weights,
            scales,
            min(max(int(FIRST * limit), LEAST), max(passages.n_sections, 1)),
            min(limit, len(passages) + 1),
            NOTHING if allowed is None else holding(passages, allowed),
            NOTHING if allowed is None else allowed,
            self._lists,
            self._titles,
            self._limits,
            self._tops(terms),
            self._lanes,
            self._units,
            passages.asks,
            self._questions,
            self._lengths,
            self._norms,
            self._saturation,
        )
        return Points(found, *points)

    def _tops(self, terms: Places) -> Arrays:
        """Return arrays of entries, filled for these terms."""
        known = self._known
        missing = terms[~known.is_there[terms]]
        if len(missing) or not known.n_entries:
            if known.n_entries > self._most_entries:
                # Searches at work keep theirs.
                known = self._known = _Known(self._scorer.postings)
                missing = terms
            known.n_entries += 1 + known.count(missing)
            fill(
                missing, self._lists, self._units[0], self._lengths[0], self._saturation,
                *known.arrays,
            )  # fmt: skip
            # Only now: other threads may search for the same terms.
            known.is_there[missing] = True
        return known.arrays


class _Known:
    """What entries add at most, of the terms that were asked for: others take no memory.

    Attributes:
        arrays: as `loops.tops.fill` fills them.
        is_there: (n_terms,) of which terms they are filled.
        n_entries: of how many entries, about.
    """

    def __init__(self, postings: Postings) -> None:
        n_entries = len(postings.section)
        kinds = np.uint8, np.uint8, np.uint64
        self.arrays: Arrays = tuple(np.zeros(n_entries, kind) for kind in kinds)
        self.is_there = np.zeros(len(postings.first_entry) - 1, np.bool_)
        self.n_entries = 0
        self._first_entry = postings.first_entry

    def count(self, terms: Places) -> int:
        """Return the number of entries of terms."""
        first, last = self._first_entry[terms], self._first_entry[terms + 1]
        return int(last.sum(dtype=np.int64) - first.sum(dtype=np.int64))


def _answers(scorer: Scorer) -> NDArray[np.uint8]:
    """Return (n_sections,) bits of the eighths with an answer, or with the question before it."""
    passages = scorer.passages
    asks = passages.asks.astype(np.bool_)
    asking = np.flatnonzero(asks[:-1] & ~asks[1:])
    paragraph = passages.paragraph_of(asking)
    asking = asking[paragraph == passages.paragraph_of(asking + 1)]
    section = passages.section_of(asking)
    inside = asking - passages.section_first[section].astype(np.int64)
    eighths = np.zeros(passages.n_sections, np.uint8)
    for place in (inside, inside + 1):
        np.bitwise_or.at(eighths, section, np.uint8(1) << (place // EIGHTH).astype(np.uint8))
    return eighths


def _saturation(scorer: Scorer) -> NDArray[np.float64]:
    """Return (FULL, most terms + 1) what a term that occurs so often adds over its weight."""
    base, slope = scorer.norms["sentence"]
    lengths = scorer.lengths.sentence
    n_terms = np.arange(int(lengths.max()) + 1 if len(lengths) else 1)
    counts = np.arange(FULL)[:, None]
    return np.asarray(counts / (counts + base + slope * n_terms + 1e-12))
