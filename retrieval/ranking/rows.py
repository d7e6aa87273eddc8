"""Rows of words with a question's words, pairs and pieces found in them."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.forward.kinds import kinds
from retrieval.forward.tables import STOPS
from retrieval.forward.texts import Forward
from retrieval.ragged import numbered, offsets

__all__ = ["Rows", "read_rows"]

Floats = NDArray[np.float32]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Rows:
    """Some rows of words, with the question's words found in them.

    Attributes:
        rows: (n_rows,) ascending numbers of passages, then of titles.
        row: (n_tokens,) position in `rows` of each word.
        starts: (n_rows + 1,) where the words of each row begin.
        kinds: (n_tokens,) uint8 kind of each word, by `forward.kinds.KINDS`.
        hit: (n_tokens,) position of the question's word, -1 for another word.
        stop: (n_tokens,) number of the stop word, below 0 for another word.
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
    starts: Places
    kinds: NDArray[np.uint8]
    hit: Places
    stop: NDArray[np.int32]
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
    form, row = forward.read(numbers)
    starts = offsets(np.bincount(row, minlength=n_rows))
    term, word = forward.terms[form], forward.words[form]
    hit = _find(term, terms, n_terms + len(STOPS))
    is_stop = term >= n_terms
    is_pair = (row[1:] == row[:-1]) & ~(is_stop[1:] & is_stop[:-1])
    found = np.flatnonzero(hit >= 0)
    return Rows(
        rows=np.asarray(numbers, np.int64),
        row=row,
        starts=starts,
        kinds=kinds(form, starts[:-1], forward.kinds),
        hit=hit,
        stop=term - np.int32(n_terms),
        counts=_table(row[found], hit[found], (n_rows, len(terms))),
        pairs=_pairs(row, hit, found, pairs, n_rows),
        pieces=forward.pieces.counts(word, row, n_rows, pieces),
        n_words=np.diff(starts).astype(np.float32),
        n_terms=_lengths(row[~is_stop], n_rows),
        n_pairs=_lengths(row[1:][is_pair], n_rows),
        n_pieces=forward.pieces.lengths(word, row, n_rows),
    )


def _find(term: NDArray[np.int32], wanted: Places, n: int) -> Places:
    """Return the position of each of n terms among the wanted ones, -1 for any other."""
    known = np.flatnonzero(wanted >= 0)
    # One more than there are terms, so that a word without a term, -1, finds the empty last place.
    return np.append(-1, known)[numbered(wanted[known], n + 1)[term]]


def _pairs(
    row: Places, hit: Places, found: Places, pairs: tuple[tuple[int, int], ...], n_rows: int
) -> Floats:
    """Count the question's pairs: (n_rows, n_pairs)."""
    if not pairs:
        return np.zeros((n_rows, 0), np.float32)
    first = found[:-1][(np.diff(found) == 1) & (np.diff(row[found]) == 0)]
    one, other = np.array(pairs).T
    base = int(max(one.max(), other.max(), hit.max(initial=0))) + 1
    wanted, both = one * base + other, hit[first] * base + hit[first + 1]
    order = np.argsort(wanted)
    place = np.searchsorted(wanted, both, sorter=order)
    column = order[np.minimum(place, len(pairs) - 1)]
    held = wanted[column] == both
    return _table(row[first[held]], column[held], (n_rows, len(pairs)))


def _table(row: Places, column: Places, shape: tuple[int, int]) -> Floats:
    """Count rows and columns that meet."""
    flat = np.bincount(row * shape[1] + column, minlength=math.prod(shape))
    return flat.reshape(shape).astype(np.float32)


def _lengths(row: Places, n_rows: int) -> Floats:
    return np.bincount(row, minlength=n_rows).astype(np.float32)
