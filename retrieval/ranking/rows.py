"""Rows of words with a question's words, pairs and pieces found in them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.forward.ragged import entries
from retrieval.forward.texts import Forward

__all__ = ["Rows", "read_rows"]

Floats = NDArray[np.float32]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Rows:
    """Some rows of words, with the question's words found in them.

    Attributes:
        rows: (n_rows,) ascending numbers of passages, then of titles.
        row: (n_tokens,) position in `rows` of each word.
        entry: (n_tokens,) place of each word in the index.
        hit: (n_tokens,) position of the question's word, -1 for another word.
        stop: (n_tokens,) number of the stop word, -1 for another word.
        counts: (n_rows, n_words) occurrences of the question's words.
        pairs: (n_rows, n_pairs) occurrences of the question's pairs.
        pieces: (n_rows, n_pieces) occurrences of the pieces of the question's words.
        n_words: (n_rows,) words.
        n_terms: (n_rows,) words that are no stop words.
        n_pairs: (n_rows,) pairs that are not of two stop words.
        n_pieces: (n_rows,) pieces.
    """

    rows: Places
    row: Places
    entry: Places
    hit: Places
    stop: Places
    counts: Floats
    pairs: Floats
    pieces: Floats
    n_words: Floats
    n_terms: Floats
    n_pairs: Floats
    n_pieces: Floats

    def at(self, numbers: NDArray[np.integer]) -> Places:
        """Return the positions in `rows` of passages or titles that are among them."""
        return np.searchsorted(self.rows, numbers)


def read_rows(
    forward: Forward,
    numbers: NDArray[np.integer],
    *,
    n_terms: int,
    terms: Places,
    pairs: tuple[tuple[int, int], ...],
    pieces: Places,
) -> Rows:
    """Read rows of words and find a question's words, pairs and pieces in them.

    Parameters
    ----------
    forward
        the index's rows.
    numbers
        rows to read, ascending.
    n_terms
        number of terms in the index; larger numbers are stop words.
    terms
        (n_words,) term number of each word of the question, -1 where the index has none.
    pairs
        the question's pairs, as positions in `terms`.
    pieces
        (n_pieces,) the question's pieces, ascending.
    """
    n_rows = len(numbers)
    entry, row = entries(forward.offsets, numbers)
    word = forward.words[entry]
    term = forward.terms[word]
    hit = _find(term, terms)
    is_stop = term >= n_terms
    follows = np.flatnonzero(row[1:] == row[:-1])
    return Rows(
        rows=np.asarray(numbers, np.int64),
        row=row,
        entry=entry,
        hit=hit,
        stop=np.where(is_stop, term - n_terms, -1).astype(np.int64),
        counts=_table(row[hit >= 0], hit[hit >= 0], n_rows, len(terms)),
        pairs=_pairs(row, hit, follows, n_rows, pairs),
        pieces=forward.pieces.counts(word, row, n_rows, pieces),
        n_words=_lengths(row, n_rows),
        n_terms=_lengths(row[~is_stop], n_rows),
        n_pairs=_lengths(row[follows[~(is_stop[follows] & is_stop[follows + 1])]], n_rows),
        n_pieces=forward.pieces.lengths(word, row, n_rows),
    )


def _find(term: NDArray[np.int32], wanted: Places) -> Places:
    """Return the position of each term among the wanted ones, -1 for any other."""
    if not len(wanted):
        return np.full(len(term), -1, np.int64)
    order = np.argsort(wanted, kind="stable")
    place = np.minimum(np.searchsorted(wanted[order], term), len(wanted) - 1)
    found = order[place]
    return np.where((wanted[found] == term) & (term >= 0), found, -1)


def _pairs(
    row: Places, hit: Places, follows: Places, n_rows: int, pairs: tuple[tuple[int, int], ...]
) -> Floats:
    """Count the question's pairs: (n_rows, n_pairs)."""
    table = np.zeros((n_rows, len(pairs)), np.float32)
    for number, (one, other) in enumerate(pairs):
        place = follows[(hit[follows] == one) & (hit[follows + 1] == other)]
        table[:, number] = _lengths(row[place], n_rows)
    return table


def _table(row: Places, column: Places, n_rows: int, n_columns: int) -> Floats:
    flat = np.bincount(row * n_columns + column, minlength=n_rows * n_columns)
    return flat.reshape(n_rows, n_columns).astype(np.float32)


def _lengths(row: Places, n_rows: int) -> Floats:
    return np.bincount(row, minlength=n_rows).astype(np.float32)
