"""A question as the ranking sees it: its words, what they weigh, what they are for."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from retrieval.analysis import stems
from retrieval.ranking.asking import asked
from retrieval.ranking.kinds import KINDS, kinds
from retrieval.stopwords import STOP_WORDS
from retrieval.words import words

__all__ = ["ROLES", "Wanted", "want"]

ROLES = ("name", "number", "plain word", "focus")
NAMES = frozenset(("name", "place name", "agent", "acronym", "run of names"))
NUMBERS = frozenset(("year", "number", "number word", "ordinal", "month", "decade", "weekday"))


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question's distinct words by stem, stop words included, in order of first mention.

    Attributes:
        type: what is asked for, one of `asking.TYPES`.
        stems: (n_words) the stems.
        words: every folded word, as often as it occurs.
        is_stop: (n_words,) bool.
        weight: (n_words,) float32, idf; 0 for stop words.
        mass: sum of the weights, above 0.
        place: (n_words,) int64 position of the first mention among all words.
        roles: (n_roles, n_words) bool, which words are names, numbers, plain, the focus.
        pairs: neighbouring words as positions in `stems`, not both stop words, no pair twice.
    """

    type: str
    stems: tuple[str, ...]
    words: tuple[str, ...]
    is_stop: NDArray[np.bool_]
    weight: NDArray[np.float32]
    mass: float
    place: NDArray[np.int64]
    roles: NDArray[np.bool_]
    pairs: tuple[tuple[int, int], ...]


def want(question: str, idf: Callable[[str], float]) -> Wanted:
    """Read an English question.

    Parameters
    ----------
    question
        as it is searched for.
    idf
        gives the rarity of a stem.
    """
    found = list(words(question))
    stem = stems("en")
    sequence = [word.text if word.text in STOP_WORDS else stem(word.text) for word in found]
    first = {text: place for place, text in reversed(list(enumerate(sequence)))}
    order = sorted(first, key=first.__getitem__)
    of_kind = dict(reversed(list(zip(sequence, kinds(question, found), strict=True))))
    is_stop = np.array([text in STOP_WORDS for text in order], np.bool_)
    weight = np.array([0.0 if text in STOP_WORDS else idf(text) for text in order], np.float32)
    goal = asked([word.text for word in found])
    return Wanted(
        type=goal.type,
        stems=tuple(order),
        words=tuple(word.text for word in found),
        is_stop=is_stop,
        weight=weight,
        mass=max(float(weight.sum()), 1e-6),
        place=np.array([first[text] for text in order], np.int64),
        roles=_roles([KINDS[of_kind[text]] for text in order], is_stop, order, stem(goal.focus)),
        pairs=_pairs(sequence, order),
    )


def _roles(
    of_kind: list[str], is_stop: NDArray[np.bool_], order: list[str], focus: str
) -> NDArray[np.bool_]:
    is_name = np.array([kind in NAMES for kind in of_kind], np.bool_)
    is_number = np.array([kind in NUMBERS for kind in of_kind], np.bool_)
    is_focus = np.array([bool(focus) and text == focus for text in order], np.bool_)
    return np.stack([is_name, is_number, ~is_name & ~is_number, is_focus]) & ~is_stop


def _pairs(sequence: list[str], order: list[str]) -> tuple[tuple[int, int], ...]:
    number = {text: n for n, text in enumerate(order)}
    found = {
        (number[one], number[other]): None
        for one, other in pairwise(sequence)
        if not (one in STOP_WORDS and other in STOP_WORDS)
    }
    return tuple(found)
