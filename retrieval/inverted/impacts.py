"""What terms add by the sentences that hold them, kept for the terms that were asked for last."""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from retrieval.inverted.postings import Postings
from retrieval.inverted.scoring import Scorer
from retrieval.sections import SIZE

__all__ = ["Impact", "Impacts"]

Places = NDArray[np.int64]
Sums = NDArray[np.float32]

# Bytes to keep at most.
MOST = 32 << 20
# Where a term stands in more than this share of the slots, adding to all of them is quicker.
DENSE = 1 / 32


@dataclass(frozen=True, slots=True)
class Impact:
    """What a term adds.

    Passages have slots: the first of every section, then the second of every section, up to the
    64th, so that the best of each section is found by comparing whole rows.

    Attributes:
        slots: (n,) which passages hold the term; empty where `points` has all slots.
        points: float32 what it adds to these.
        beside: (n_sections,) float32 points that it adds at most beside the sentence; empty where
            that is nothing anywhere.
    """

    slots: Places
    points: Sums
    beside: Sums

    @property
    def n_bytes(self) -> int:
        """Size in memory."""
        return self.slots.nbytes + self.points.nbytes + self.beside.nbytes

    def add(self, sums: Sums, beside: Sums) -> None:
        """Add the term to sums of (64 n_sections,) slots, and to (n_sections,) bounds beside."""
        if len(self.points) == len(sums):
            sums += self.points
        else:
            # No slot comes twice.
            sums[self.slots] += self.points
        if len(self.beside):
            beside += self.beside


class Impacts:
    """The impacts of a generation's terms.

    Parameters
    ----------
    scorer
        of the generation.
    most
        bytes to keep at most.
    """

    def __init__(self, scorer: Scorer, most: int = MOST) -> None:
        self._scorer = scorer
        self._most = most
        self._kept: OrderedDict[tuple[int, float], Impact] = OrderedDict()
        self._n_bytes = 0
        self._lock = Lock()

    def of(self, term: int, weight: float) -> Impact:
        """Return the impact of a term of some weight."""
        key = term, weight
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        impact = _impact(self._scorer, term, weight)
        with self._lock:
            self._keep(key, impact)
        return impact

    def _keep(self, key: tuple[int, float], impact: Impact) -> None:
        if key in self._kept:
            return
        self._kept[key] = impact
        self._n_bytes += impact.n_bytes
        while self._n_bytes > self._most:
            _, oldest = self._kept.popitem(last=False)
            self._n_bytes -= oldest.n_bytes


def _impact(scorer: Scorer, term: int, weight: float) -> Impact:
    postings, passages = scorer.postings, scorer.passages
    n_sections = passages.n_sections
    entry = np.arange(*postings.entries(term))
    section = postings.section[entry].astype(np.int64)
    which, inside, count = postings.read(entry)
    base, slope = scorer.norms["sentence"]
    passage = passages.section_first[section].astype(np.int64)[which] + inside
    norm = base + slope * scorer.lengths.sentence[passage]
    slots = inside * n_sections + section[which]
    points = (weight * (count / (count + norm))).astype(np.float32)
    beside = _beside(postings, term, entry, section, n_sections)
    if len(slots) <= DENSE * SIZE * n_sections:
        return Impact(slots, points, beside)
    every = np.zeros(SIZE * n_sections, np.float32)
    every[slots] = points
    return Impact(slots[:0], every, beside)


def _beside(postings: Postings, term: int, entry: Places, section: Places, n_sections: int) -> Sums:
    near, wide = float(postings.near_scale[term]), float(postings.wide_scale[term])
    if not near and not wide:
        return np.empty(0, np.float32)
    beside = np.zeros(n_sections, np.float32)
    beside[section] = (near * postings.near[entry] + wide * postings.wide[entry]) / 255
    return beside
