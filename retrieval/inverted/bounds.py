"""Bounds: what the passages of every section can have at most."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.inverted.points import Wanted
from retrieval.inverted.postings import Postings
from retrieval.inverted.scoring import OF_QUESTION, TO_ANSWER, Scorer, added
from retrieval.ragged import spans

__all__ = ["ROOM", "Bounds", "Chosen", "bounds", "choose"]

Places = NDArray[np.int64]

# More than what sums of float32 lose by rounding.
ROOM = 1 + 1e-5
# Terms that stand in more than this share of the sections are not looked up for bounds where all of
# them together can add no more than this share of the whole.
COMMON = 0.3
LITTLE = 0.07


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


def bounds(scorer: Scorer, wanted: Wanted, limit: int) -> Bounds:
    """Bound the sections by numpy.

    A passage has no more than its sentence has of the chosen terms, which is read from their lists,
    and what they add at most by paragraphs, document and title in its section, and what the rest
    adds at most.

    Parameters
    ----------
    scorer
        of the generation to search.
    wanted
        the question.
    limit
        how many passages are wanted; 0 where not every passage may be returned.
    """
    postings, passages = scorer.postings, scorer.passages
    chosen = choose(postings, wanted, passages.n_sections)
    terms = wanted.terms[chosen.places]
    first = postings.first_entry[terms].astype(np.int64)
    last = postings.first_entry[terms + 1].astype(np.int64)
    entry, term = spans(first, last)
    section = postings.section[entry]
    near = postings.near_scale[terms][term] * postings.near[entry]
    wide = postings.wide_scale[terms][term] * postings.wide[entry]
    beside = added(section, (near + wide) / np.float32(255), passages.n_sections)
    which, inside, count = postings.read(entry)
    passage = passages.section_first[section].astype(np.int64)[which] + inside
    base, slope = scorer.norms["sentence"]
    norm = base + slope * scorer.lengths.sentence[passage]
    weight = (scorer.fields.sentence.weight * wanted.idf)[chosen.places][term]
    points = weight[which] * (count / (count + norm))
    sentence = added(passage, points, len(passages))
    return _bounds(scorer, sentence, beside, chosen.rest, limit)


def _bounds(
    scorer: Scorer,
    sentence: NDArray[np.float64],
    beside: NDArray[np.float64],
    rest: float,
    limit: int,
) -> Bounds:
    best = scorer.of_sections(sentence)
    highest = best * np.where(scorer.asks, 1 + TO_ANSWER, 1.0) + beside + rest
    least = best * np.where(scorer.asks, OF_QUESTION, 1.0)
    floor = 0.0
    if 0 < limit <= np.count_nonzero(least):
        floor = -float(np.partition(-least, limit - 1)[limit - 1]) / ROOM
    most = (highest * ROOM).astype(np.float32)
    most[most < floor] = 0
    return Bounds(most, floor)
