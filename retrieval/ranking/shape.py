"""Where a candidate stands, how long it is, and how its matched words lie."""

import numpy as np
from numpy.typing import NDArray

from retrieval.forward.tables import STOPS
from retrieval.ranking.view import Flags, Floats, Places, View, once

__all__ = [
    "document_length",
    "is_question",
    "length",
    "nearness",
    "opens_paragraph",
    "opens_with_pronoun",
    "order",
    "paragraph_length",
    "place",
]

# Words that may stand for what only the sentence before, or the paragraph, names.
PRONOUNS = frozenset(
    STOPS[word] for word in "he she it they his her its their this these that those such".split()
)
# By number of the stop word; the last place is of a word that is none.
IS_PRONOUN = np.array([number in PRONOUNS for number in range(len(STOPS) + 1)])


@once
def length(view: View) -> Floats:
    """Words of the sentence."""
    return view.sentence.n_words


@once
def place(view: View) -> Places:
    """Number of the sentence in its document, from 0."""
    return np.asarray(view.candidate - view.passages.first[view.document], np.int64)


def document_length(view: View) -> Places:
    """Sentences of the document, 1 or more."""
    first = view.passages.first
    return np.asarray(first[view.document + 1] - first[view.document], np.int64)


def paragraph_length(view: View) -> Places:
    """Sentences of the paragraph, 1 or more."""
    first = view.passages.paragraph_first
    return np.asarray(first[view.paragraph + 1] - first[view.paragraph], np.int64)


@once
def opens_paragraph(view: View) -> Flags:
    """Whether the sentence is the first of its paragraph."""
    return np.asarray(view.passages.paragraph_first[view.paragraph] == view.candidate)


def is_question(view: View) -> Flags:
    """Whether the sentence is a question."""
    return np.asarray(view.passages.asks[view.candidate])


@once
def opens_with_pronoun(view: View) -> Flags:
    """Whether the first word of the sentence is a pronoun or "this", "such" and the like."""
    has_words = view.sentence.n_words > 0
    opening = np.append(view.sentences.stop, -1)[view.sentences.starts[:-1]]
    return np.asarray(IS_PRONOUN[np.maximum(opening, -1)] & has_words)


def nearness(view: View) -> Floats:
    """Rarity over distance, summed over neighbouring matched words that differ.

    Of two such words the smaller idf is divided by the number of words from one to the other.
    """
    row, place, one, other = _neighbours(view)
    weight = np.minimum(view.wanted.weight[one], view.wanted.weight[other])
    return _sum(row, weight / place, len(view))


def order(view: View) -> Floats:
    """Neighbouring matched words: 1/2 for each two in the question's order, else -1/2."""
    row, _, one, other = _neighbours(view)
    return _sum(row, (view.wanted.place[other] > view.wanted.place[one]) - 0.5, len(view))


@once
def _neighbours(view: View) -> tuple[Places, Places, Places, Places]:
    """Return candidate, distance and the two words, for matched words that follow on each other.

    Stop words are passed over; two occurrences of the same word are no neighbours.
    """
    # What -1 looks up, no word of the question, weighs nothing.
    weight = np.append(view.wanted.weight, 0)
    place = np.flatnonzero(weight[view.sentences.hit] > 0)
    candidate, hit = view.sentences.candidate[place], view.sentences.hit[place]
    beside = np.flatnonzero((candidate[1:] == candidate[:-1]) & (hit[1:] != hit[:-1]))
    distance = place[beside + 1] - place[beside]
    return candidate[beside], distance, hit[beside], hit[beside + 1]


def _sum(candidate: Places, values: NDArray[np.floating], n: int) -> Floats:
    return np.bincount(candidate, values, n).astype(np.float32)
