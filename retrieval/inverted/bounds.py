"""Bounds: what the passages of every section can have at most."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.inverted.impacts import Impacts
from retrieval.inverted.points import Wanted
from retrieval.inverted.postings import Postings
from retrieval.inverted.scoring import Scorer
from retrieval.sections import SIZE

__all__ = ["FEW", "ROOM", "Bounds", "Chosen", "bounds", "choose"]

Places = NDArray[np.int64]

# More than what a few roundings to float32 lose, and the most that one does.
ROOM = 1 + 1e-5
EPSILON = float(np.finfo(np.float32).eps)
# Terms that stand in more than this share of the sections are not looked up for bounds where all of
# them together can add no more than this share of the whole.
COMMON = 0.3
LITTLE = 0.07
# Of so few sections every term is looked up: that takes less time than a choice.
FEW = 3000


@dataclass(frozen=True, slots=True)
class Bounds:
    """What passages can have at most, and what the best have at least.

    Attributes:
        most: (n_sections,) float32 points that no passage of a section exceeds; 0 where none of its
            passages can be among the best.
        floor: points that as many passages have as are wanted.
    """

    most: NDArray[np.float32]
    floor: float


@dataclass(frozen=True, slots=True)
class Chosen:
    """Whose lists are read for bounds.

    Attributes:
        places: places among the question's terms, the ones that can add most first.
        rest: points that all other terms together add at most: they are common and add little.
    """

    places: Places
    rest: float


def choose(postings: Postings, wanted: Wanted, n_sections: int) -> Chosen:
    """Choose the terms whose lists are worth reading."""
    terms = wanted.terms
    scale = (postings.top_scale[terms] + postings.near_scale[terms]).astype(np.float64)
    scale += postings.wide_scale[terms]
    sizes = postings.first_entry[terms + 1].astype(np.int64) - postings.first_entry[terms]
    order = np.argsort(scale, kind="stable")
    is_little = np.cumsum(scale[order]) <= LITTLE * scale.sum()
    is_rest = is_little & (sizes[order] > COMMON * n_sections)
    return Chosen(order[~is_rest][::-1], float(scale[order[is_rest]].sum()) * ROOM)


def bounds(
    scorer: Scorer, impacts: Impacts, wanted: Wanted, limit: int, *, few: int = FEW
) -> Bounds:
    """Bound the sections.

    A passage has no more than its sentence has of the chosen terms, and what they add at most by
    paragraphs, document and title in its section, and what the rest adds at most.

    Parameters
    ----------
    scorer
        of the generation to search.
    impacts
        of the same.
    wanted
        the question.
    limit
        how many passages are wanted; 0 where not every passage may be returned.
    few
        of how many sections every term is looked up.
    """
    n_sections = scorer.passages.n_sections
    chosen = Chosen(np.arange(len(wanted.terms)), 0.0)
    if n_sections > few:
        chosen = choose(scorer.postings, wanted, n_sections)
    sums = np.zeros(SIZE * n_sections, np.float32)
    beside = np.full(n_sections, chosen.rest, np.float32)
    terms = wanted.terms[chosen.places].tolist()
    weights = (scorer.fields.sentence.weight * wanted.idf[chosen.places]).tolist()
    for term, weight in zip(terms, weights, strict=True):
        impacts.of(term, weight).add(sums, beside)
    best = sums.reshape(SIZE, n_sections).max(axis=0)
    # Every term that is added is rounded.
    room = ROOM + len(terms) * EPSILON
    most = (best * scorer.gains + beside) * np.float32(room)
    least = best * scorer.keeps
    floor = 0.0
    if 0 < limit <= np.count_nonzero(least):
        floor = -float(np.partition(-least, limit - 1)[limit - 1]) / room
    most[most < floor] = 0
    return Bounds(most, floor)
