"""Four-letter pieces of words: they catch what stems miss, as in colonize and colonization."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval import vocabulary
from retrieval.forward.ragged import entries
from retrieval.stopwords import STOP_WORDS
from retrieval.storage import Stored
from retrieval.vocabulary import Vocabulary
from retrieval.weighting import idf

__all__ = ["Pieces", "pack", "pieces"]

LENGTH = 4
# Passages to count at once: enough for speed, little for memory.
CHUNK = 4096


def pieces(word: str) -> list[str]:
    """Return the pieces of a padded word; none for a stop word.

    >>> pieces("pact"), pieces("the")
    (['_pac', 'pact', 'act_'], [])
    """
    if word in STOP_WORDS:
        return []
    padded = f"_{word}_"
    return [padded[n : n + LENGTH] for n in range(max(1, len(padded) - LENGTH + 1))]


def pack(names: Sequence[str], flat: NDArray[np.int32], offsets: NDArray[np.int64]) -> Stored:
    """Lay out each word's pieces, and how rare a piece is among the passages.

    Parameters
    ----------
    names
        the words, by number.
    flat
        word numbers, passage after passage.
    offsets
        (n_passages + 1,) where the words of each passage begin.
    """
    by_word = [pieces(name) for name in names]
    listed = sorted({piece for row in by_word for piece in row})
    numbers = {piece: number for number, piece in enumerate(listed)}
    ids = np.array([numbers[piece] for row in by_word for piece in row], np.int32)
    lengths = np.array([len(row) for row in by_word], np.int64)
    starts = np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths)))
    holders = _holders(ids, starts, flat, offsets, len(listed))
    packed = vocabulary.pack(listed, "piece")
    arrays: dict[str, NDArray[Any]] = {
        "word_pieces": ids,
        "word_piece_offsets": starts,
        "piece_idf": idf(holders, len(offsets) - 1),
    }
    return Stored({**packed.arrays, **arrays}, packed.blobs, {})


def _holders(
    ids: NDArray[np.int32],
    starts: NDArray[np.int64],
    flat: NDArray[np.int32],
    offsets: NDArray[np.int64],
    n_pieces: int,
) -> NDArray[np.int64]:
    """Count the passages that hold each piece."""
    counts = np.zeros(n_pieces, np.int64)
    for first in range(0, len(offsets) - 1, CHUNK):
        last = min(first + CHUNK, len(offsets) - 1)
        row = np.repeat(np.arange(last - first), np.diff(offsets[first : last + 1]))
        entry, word = entries(starts, flat[offsets[first] : offsets[last]])
        held = np.unique(row[word] * np.int64(n_pieces) + ids[entry])
        counts += np.bincount(held % n_pieces, minlength=n_pieces) if n_pieces else 0
    return counts


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of an index's words.

    Attributes:
        of_words: int32 piece numbers, word after word.
        offsets: (n_words + 1,) int64 where the pieces of each word begin.
        idf: (n_pieces,) float32.
        names: their vocabulary.
    """

    of_words: NDArray[np.int32]
    offsets: NDArray[np.int64]
    idf: NDArray[np.float32]
    names: Vocabulary

    @classmethod
    def open(cls, stored: Stored) -> "Pieces":
        """Read them from a generation."""
        arrays = stored.arrays
        return cls(
            of_words=arrays["word_pieces"],
            offsets=arrays["word_piece_offsets"],
            idf=arrays["piece_idf"],
            names=Vocabulary(stored, "piece"),
        )

    def of_question(self, words: Iterable[str]) -> NDArray[np.int64]:
        """Return the numbers of a question's pieces that the index holds, ascending."""
        found = {self.names.number(piece) for word in words for piece in pieces(word)}
        return np.array(sorted(n for n in found if n is not None), np.int64)

    def counts(
        self,
        words: NDArray[np.int32],
        row: NDArray[np.int64],
        n_rows: int,
        wanted: NDArray[np.int64],
    ) -> NDArray[np.float32]:
        """Count a question's pieces in rows of words.

        Parameters
        ----------
        words
            (n,) word numbers.
        row
            (n,) the row, from 0, that each word stands in, ascending.
        n_rows
            number of rows.
        wanted
            (n_wanted,) piece numbers, ascending.

        Returns
        -------
        (n_rows, n_wanted) float32.
        """
        if not len(wanted):
            return np.zeros((n_rows, 0), np.float32)
        distinct, which = np.unique(words, return_inverse=True)
        entry, word = entries(self.offsets, distinct)
        piece = self.of_words[entry]
        place = np.minimum(np.searchsorted(wanted, piece), len(wanted) - 1)
        hit = wanted[place] == piece
        size = (len(distinct), len(wanted))
        flat = np.bincount(word[hit] * len(wanted) + place[hit], minlength=size[0] * size[1])
        of_word = flat.reshape(size).astype(np.float32)
        holding = np.flatnonzero((of_word.max(axis=1) > 0)[which])
        total = np.zeros((n_rows, len(wanted)), np.float32)
        if len(holding):
            starts = np.flatnonzero(np.diff(row[holding], prepend=-1))
            sums = np.add.reduceat(of_word[which[holding]], starts, axis=0)
            total[row[holding][starts]] = sums
        return total

    def lengths(
        self, words: NDArray[np.int32], row: NDArray[np.int64], n_rows: int
    ) -> NDArray[np.float32]:
        """Return (n_rows,) number of pieces in each row of words."""
        sizes = self.offsets[words + 1] - self.offsets[words]
        return np.bincount(row, sizes, n_rows).astype(np.float32)
