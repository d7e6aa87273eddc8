"""Points for the question's words, pairs and pieces in and around a candidate."""

import numpy as np

from retrieval.ranking.view import Floats, View, once, present

__all__ = [
    "local_paragraph",
    "local_sentence",
    "paragraph_pairs",
    "paragraph_pieces",
    "pieces",
    "pieces_after",
    "pieces_before",
    "points_after",
    "points_before",
    "title_pieces",
]

# BM25's k1 and b of a sentence and of a paragraph, as in the fields of the first stage.
SENTENCE = (0.4, 0.4)
PARAGRAPH = (0.6, 0.75)


def local_sentence(view: View) -> Floats:
    """The sentence's words, with rarity taken within the document."""
    length = view.sentence.n_terms / view.means["sentence terms"]
    return _points(view.sentence.words, length, view.rarity.in_sentences, SENTENCE)


def local_paragraph(view: View) -> Floats:
    """The paragraph's words, with rarity taken within the document."""
    length = view.around.n_terms / view.means["paragraph terms"]
    return _points(view.around.words, length, view.rarity.in_paragraphs, PARAGRAPH)


def paragraph_pairs(view: View) -> Floats:
    """Neighbours in the question that are neighbours in the paragraph."""
    length = view.around.n_pairs / view.means["paragraph pairs"]
    return _points(view.around.pairs, length, view.rarity.pairs, PARAGRAPH)


def pieces(view: View) -> Floats:
    """Pieces of the question's words in the sentence."""
    return np.asarray(near_pieces(view)[0])


def pieces_before(view: View) -> Floats:
    """Pieces of the question's words in the sentence before."""
    return np.asarray(near_pieces(view)[1] * view.has_beside[0])


def pieces_after(view: View) -> Floats:
    """Pieces of the question's words in the sentence after."""
    return np.asarray(near_pieces(view)[2] * view.has_beside[1])


@once
def near_pieces(view: View) -> Floats:
    """Pieces of the question's words in the sentence, the one before and the one after: (3, n)."""
    length = view.near.n_pieces / view.means["sentence pieces"]
    return _points(view.near.pieces, length, view.rarity.pieces, SENTENCE)


def paragraph_pieces(view: View) -> Floats:
    """Pieces of the question's words in the paragraph."""
    length = view.around.n_pieces / view.means["paragraph pieces"]
    return _points(view.around.pieces, length, view.rarity.pieces, PARAGRAPH)


def title_pieces(view: View) -> Floats:
    """Share of the question's pieces that the title holds, by rarity."""
    return present(view.title.pieces) @ view.rarity.pieces / piece_mass(view)


@once
def piece_mass(view: View) -> float:
    """Sum of the rarity of the question's pieces, above 0."""
    return max(float(view.rarity.pieces.sum()), 1e-6)


def points_before(view: View) -> Floats:
    """Sentence points of the sentence before, over the question's idf."""
    return np.asarray(points_beside(view)[0])


def points_after(view: View) -> Floats:
    """Sentence points of the sentence after, over the question's idf."""
    return np.asarray(points_beside(view)[1])


@once
def points_beside(view: View) -> Floats:
    """Sentence points of the sentence before and of the one after, over the question's idf: (2, n).

    Nothing where the document has none.
    """
    beside = view.near[1:]
    length = beside.n_terms / view.means["sentence terms"]
    points = _points(beside.words, length, view.wanted.weight, SENTENCE)
    return np.asarray(points * view.has_beside / view.wanted.mass, np.float32)


def _points(counts: Floats, length: Floats, weight: Floats, shape: tuple[float, float]) -> Floats:
    """Sum weight tf / (tf + k1 (1 - b + b length)) over columns, length relative to the mean."""
    k1, b = shape
    norm = k1 * (1 - b + b * length)[..., None]
    return np.asarray((weight * counts / (counts + norm + 1e-9)).sum(axis=-1), np.float32)
