"""Points for the question's words, pairs and pieces in and around a candidate."""

import numpy as np

from retrieval.ranking.view import Floats, View, once, present

__all__ = [
    "local_paragraph",
    "local_sentence",
    "neighbour_pieces",
    "neighbour_points",
    "paragraph_pairs",
    "paragraph_pieces",
    "pieces",
    "title_pieces",
]

# BM25's k1 and b of a sentence and of a paragraph, as in the fields of the first stage.
SENTENCE = (0.4, 0.4)
PARAGRAPH = (0.6, 0.75)


def local_sentence(view: View) -> Floats:
    """The sentence's words, with rarity taken within the document."""
    counts, length = view.rows.counts[view.at], view.rows.n_terms[view.at]
    weight = view.rarity.in_sentences
    return _points(counts, length / view.means["sentence terms"], weight, SENTENCE)


def local_paragraph(view: View) -> Floats:
    """The paragraph's words, with rarity taken within the document."""
    counts, length = view.of_paragraph(view.rows.counts), view.of_paragraph(view.rows.n_terms)
    weight = view.rarity.in_paragraphs
    return _points(counts, length / view.means["paragraph terms"], weight, PARAGRAPH)


def paragraph_pairs(view: View) -> Floats:
    """Neighbours in the question that are neighbours in the paragraph."""
    counts, length = view.of_paragraph(view.rows.pairs), view.of_paragraph(view.rows.n_pairs)
    return _points(counts, length / view.means["paragraph pairs"], view.rarity.pairs, PARAGRAPH)


@once
def pieces(view: View) -> Floats:
    """Pieces of the question's words in the sentence."""
    return _pieces(view, view.at)


def neighbour_pieces(view: View, step: int) -> Floats:
    """Pieces of the question's words in the sentence before (-1) or after (+1)."""
    other, exists = view.neighbour(step)
    return _pieces(view, view.rows.at(other)) * exists


def paragraph_pieces(view: View) -> Floats:
    """Pieces of the question's words in the paragraph."""
    counts, length = view.of_paragraph(view.rows.pieces), view.of_paragraph(view.rows.n_pieces)
    return _points(counts, length / view.means["paragraph pieces"], view.rarity.pieces, PARAGRAPH)


def title_pieces(view: View) -> Floats:
    """Share of the question's pieces that the title holds, by rarity."""
    return present(view.rows.pieces[view.title_at]) @ view.rarity.pieces / piece_mass(view)


@once
def piece_mass(view: View) -> float:
    """Sum of the rarity of the question's pieces, above 0."""
    return max(float(view.rarity.pieces.sum()), 1e-6)


def neighbour_points(view: View, step: int) -> Floats:
    """Sentence points of the sentence before (-1) or after (+1), over the question's idf."""
    other, exists = view.neighbour(step)
    at = view.rows.at(other)
    length = view.rows.n_terms[at] / view.means["sentence terms"]
    points = _points(view.rows.counts[at], length, view.wanted.weight, SENTENCE)
    return np.asarray(points * exists / view.wanted.mass, np.float32)


def _pieces(view: View, at: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Floats:
    counts, length = view.rows.pieces[at], view.rows.n_pieces[at]
    return _points(counts, length / view.means["sentence pieces"], view.rarity.pieces, SENTENCE)


def _points(counts: Floats, length: Floats, weight: Floats, shape: tuple[float, float]) -> Floats:
    """Sum weight tf / (tf + k1 (1 - b + b length)) over columns, length relative to the mean."""
    k1, b = shape
    norm = k1 * (1 - b + b * length)[:, None]
    return np.asarray((weight * counts / (counts + norm + 1e-9)).sum(axis=1), np.float32)
