"""How often rows of words hold a question's words, pairs and pieces."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.forward.texts import Forward
from retrieval.ragged import offsets
from retrieval.ranking.sought import Sought
from retrieval.ranking.text import Text

__all__ = ["Counts", "Rows", "rows"]

Floats = NDArray[np.float32]
Places = NDArray[np.int64]
Numbers = NDArray[np.integer]

# Lengths come first in a table: words, terms, pairs, pieces.
N_LENGTHS = 4


@dataclass(frozen=True, slots=True)
class Counts:
    """What stretches of text hold of a question, and how long they are.

    Attributes:
        words: (..., n_words) occurrences of the question's words.
        pairs: (..., n_pairs) occurrences of the question's pairs.
        pieces: (..., n_pieces) occurrences of the pieces of the question's words.
        n_words: (...) words.
        n_terms: (...) words that are no stop words.
        n_pairs: (...) pairs that are not of two stop words.
        n_pieces: (...) pieces.
    """

    words: Floats
    pairs: Floats
    pieces: Floats
    n_words: Floats
    n_terms: Floats
    n_pairs: Floats
    n_pieces: Floats

    def __getitem__(self, place: int | slice) -> "Counts":
        """Return what some of the stretches hold."""
        return Counts(*(getattr(self, name)[place] for name in self.__slots__))


@dataclass(frozen=True, slots=True)
class Rows:
    """Some rows of words, with the question's words counted in them.

    Attributes:
        numbers: (n_rows,) ascending numbers of passages, then of titles.
        table: (n_rows, n_columns) float32 lengths, then occurrences of words, pairs and pieces.
        borders: columns of the table at which pairs and pieces begin.
    """

    numbers: Places
    table: Floats
    borders: tuple[int, int]

    def at(self, numbers: Numbers) -> Places:
        """Return the positions of passages or titles that are among the rows."""
        return np.searchsorted(self.numbers, numbers)

    def of(self, numbers: Numbers) -> Counts:
        """Return what is counted in passages or titles (...), one by one."""
        return self._counts(self.table[self.at(numbers)])

    def between(self, begin: Numbers, end: Numbers, chosen: Places) -> Counts:
        """Return what is counted from one passage to before another, taken together.

        Parameters
        ----------
        begin, end
            (n,) ascending; of stretches that are among the rows. Titles stand behind all passages,
            so that a row stands at every end.
        chosen
            (m,) which of the stretches to return, in this order.
        """
        edges = self.at(np.stack([begin, end], axis=1).ravel())
        # Every other sum is of rows between two stretches.
        return self._counts(np.add.reduceat(self.table, edges, axis=0)[::2][chosen])

    def _counts(self, table: Floats) -> Counts:
        pairs, pieces = self.borders
        return Counts(
            table[..., N_LENGTHS:pairs],
            table[..., pairs:pieces],
            table[..., pieces:],
            *(table[..., length] for length in range(N_LENGTHS)),
        )


def rows(text: Text, sought: Sought, forward: Forward) -> Rows:
    """Count a question's words, pairs and pieces in the rows of a text."""
    n_pieces, pieces = _pieces(text, sought, forward)
    columns = (*_lengths(text), n_pieces[:, None], *_words_and_pairs(text, sought), pieces)
    pairs_at = N_LENGTHS + sought.n_words
    return Rows(
        numbers=text.numbers,
        table=np.concatenate(columns, axis=1, dtype=np.float32),
        borders=(pairs_at, pairs_at + sought.n_pairs),
    )


def _lengths(text: Text) -> Iterator[Places]:
    """Yield (n_rows, 1) numbers of words, of terms and of pairs."""
    is_stop = text.stop >= 0
    is_pair = (text.row[1:] == text.row[:-1]) & ~(is_stop[1:] & is_stop[:-1])
    yield np.diff(text.starts)[:, None]
    for counted in (~is_stop, np.append(False, is_pair)):
        yield np.diff(offsets(counted.view(np.uint8))[text.starts])[:, None]


def _words_and_pairs(text: Text, sought: Sought) -> tuple[Places, Places]:
    """Count the question's words and its pairs: (n_rows, n_words) and (n_rows, n_pairs)."""
    found = np.flatnonzero(text.hit >= 0)
    row, word = text.row[found], text.hit[found]
    beside = np.flatnonzero((found[1:] - found[:-1] == 1) & (row[1:] == row[:-1]))
    pair = sought.pair_of[word[beside], word[beside + 1]]
    is_pair = pair >= 0
    return (
        _table(row, word, (len(text), sought.n_words)),
        _table(row[beside][is_pair], pair[is_pair], (len(text), sought.n_pairs)),
    )


def _pieces(text: Text, sought: Sought, forward: Forward) -> tuple[Places, Places]:
    """Count all pieces, and the question's: (n_rows,) and (n_rows, n_pieces)."""
    word, starts = forward.words.take(text.form), forward.pieces.offsets
    begin = starts[:-1].take(word).astype(np.int64)
    ends = offsets(starts[1:].take(word) - begin)
    # Pieces are numbered through the text here: the shift leads to those of the word.
    entry = np.repeat(begin - ends[:-1], np.diff(ends))
    entry += np.arange(len(entry))
    place = sought.place_of_piece.take(forward.pieces.of_words.take(entry))
    found = np.flatnonzero(place > 0)
    first = ends[text.starts]
    row = np.searchsorted(first, found, "right") - 1
    shape = (len(text), sought.n_pieces)
    return np.diff(first), _table(row, place[found] - np.int64(1), shape)


def _table(row: Places, column: Places, shape: tuple[int, int]) -> Places:
    """Count rows and columns that meet."""
    return np.bincount(row * shape[1] + column, minlength=math.prod(shape)).reshape(shape)
