"""The candidates' own words, one by one: what kind they are of, and which the question has."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.forward.kinds import Tables, kinds
from retrieval.ragged import offsets, spans
from retrieval.ranking.text import Text

__all__ = ["Sentences", "sentences"]

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sentences:
    """The words of n candidates, candidate after candidate.

    Attributes:
        candidate: (n_tokens,) which candidate each word stands in, from 0.
        starts: (n + 1,) where the words of each candidate begin.
        kinds: (n_tokens,) uint8 kind of each word, by `forward.kinds.KINDS`.
        hit: (n_tokens,) position of the question's word, -1 for another word.
        stop: (n_tokens,) number of the stop word, below 0 for another word.
    """

    candidate: Places
    starts: Places
    kinds: NDArray[np.uint8]
    hit: Places
    stop: NDArray[np.int32]


def sentences(text: Text, candidates: Places, by_form: Tables) -> Sentences:
    """Take the words of passages that are among the rows of a text, in the order given."""
    at = np.searchsorted(text.numbers, candidates)
    begin, end = text.starts[at], text.starts[at + 1]
    place, candidate = spans(begin, end)
    starts, form = offsets(end - begin), text.form[place]
    return Sentences(
        candidate=candidate,
        starts=starts,
        kinds=kinds(form, starts[:-1], by_form),
        hit=text.hit[place],
        stop=text.stop[place],
    )
