"""What a question asks of passages, what these are measured by, and what they get."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["Lengths", "Means", "Points", "Some", "Wanted", "joined"]

Places = NDArray[np.int64]
Numbers = NDArray[np.integer[Any]]
Weights = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question's terms, as far as the index holds them.

    Attributes:
        terms: (n,) ascending numbers, no two alike.
        idf: (n,) float64 rarity among passages.
        title_idf: (n,) float64 rarity among titles.
    """

    terms: Places
    idf: Weights
    title_idf: Weights


@dataclass(frozen=True, slots=True)
class Some:
    """Which passages to score.

    Attributes:
        sections: (m,) ascending, no two alike.
        floor: points that a passage must have to be of interest.
    """

    sections: Places
    floor: float


@dataclass(frozen=True, slots=True)
class Points:
    """What passages get, n of them.

    Attributes:
        passages: (n,) their numbers.
        sentence, paragraph, document, title: (n,) float64 points by field.
        total: (n,) their sum, after questions have given way to answers.
    """

    passages: Places
    sentence: Weights
    paragraph: Weights
    document: Weights
    title: Weights
    total: Weights

    def __getitem__(self, places: Places | slice) -> "Points":
        """Return the rows at some places."""
        return Points(*(getattr(self, name)[places] for name in self.__slots__))


@dataclass(frozen=True, slots=True)
class Means:
    """Mean number of terms of the units of each field."""

    sentence: float
    paragraph: float
    document: float
    title: float


@dataclass(frozen=True, slots=True)
class Lengths:
    """Number of terms of every passage, paragraph, part and title."""

    sentence: Numbers
    paragraph: Numbers
    document: Numbers
    title: Numbers


def joined(found: Sequence[Points]) -> Points:
    """Put points of different passages together."""
    columns = ([getattr(part, name) for part in found] for name in Points.__slots__)
    return Points(*(np.concatenate(column) for column in columns))
