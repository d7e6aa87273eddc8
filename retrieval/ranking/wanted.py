"""A question as the ranking sees it: its words, what they weigh, what they are for."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from retrieval.analysis import ENGLISH, stems
from retrieval.forward.kinds import is_number
from retrieval.ranking.asking import Asked, asked
from retrieval.stopwords import STOP_WORDS
from retrieval.words import words

__all__ = ["ROLES", "Wanted", "want"]

ROLES = ("name", "number", "plain word", "focus")


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


def want(
    question: str, language: str, idf: Callable[[str], float], is_name: Callable[[str], bool]
) -> Wanted:
    """Read a question; how it is spelt, in capitals or not, makes no difference.

    What it asks for is told in English only.

    Parameters
    ----------
    question
        as it is searched for.
    language
        what it is stemmed as.
    idf
        gives the rarity of a stem.
    is_name
        says whether documents write a stem as a name.
    """
    folded = [word.text for word in words(question)]
    stem = stems(language)
    stops = STOP_WORDS if language in ENGLISH else frozenset[str]()
    sequence = [word if word in stops else stem(word) for word in folded]
    first = {text: place for place, text in reversed(list(enumerate(sequence)))}
    order = sorted(first, key=first.__getitem__)
    is_stop = np.array([text in stops for text in order], np.bool_)
    weight = np.array([0.0 if text in stops else idf(text) for text in order], np.float32)
    goal = asked(folded) if language in ENGLISH else Asked("other")
    roles = (
        [is_name(text) for text in order],
        [is_number(folded[first[text]]) for text in order],
        [bool(goal.focus) and text == stem(goal.focus) for text in order],
    )
    return Wanted(
        type=goal.type,
        stems=tuple(order),
        words=tuple(folded),
        is_stop=is_stop,
        weight=weight,
        mass=max(float(weight.sum()), 1e-6),
        place=np.array([first[text] for text in order], np.int64),
        roles=_roles(*(np.array(role, np.bool_) for role in roles)) & ~is_stop,
        pairs=_pairs(sequence, order, stops),
    )


def _roles(
    is_name: NDArray[np.bool_], is_number: NDArray[np.bool_], is_focus: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Stack the roles in the order of `ROLES`; what is neither name nor number is plain."""
    is_name = is_name & ~is_number
    return np.stack([is_name, is_number, ~is_name & ~is_number, is_focus])


def _pairs(
    sequence: list[str], order: list[str], stops: frozenset[str]
) -> tuple[tuple[int, int], ...]:
    number = {text: n for n, text in enumerate(order)}
    found = {
        (number[one], number[other]): None
        for one, other in pairwise(sequence)
        if not (one in stops and other in stops)
    }
    return tuple(found)
