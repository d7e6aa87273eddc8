"""Four-letter pieces of words: they catch what stems miss, as in colonize and colonization."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval import vocabulary
from retrieval.ragged import offsets, smallest, spans
from retrieval.stopwords import STOP_WORDS
from retrieval.storage import Stored
from retrieval.vocabulary import Vocabulary

__all__ = ["Pieces", "pack", "pieces"]

LENGTH = 4
# No letter, and before all letters.
FILLER = "\0"

Numbers = NDArray[np.integer[Any]]
Places = NDArray[np.int64]
Floats = NDArray[np.float32]


def pieces(word: str) -> list[str]:
    """Return the pieces of a padded word; none for a stop word.

    >>> pieces("pact"), pieces("the")
    (['_pac', 'pact', 'act_'], [])
    """
    if word in STOP_WORDS:
        return []
    padded = f"_{word}_"
    return [padded[n : n + LENGTH] for n in range(max(1, len(padded) - LENGTH + 1))]


def pack(words: Sequence[str]) -> Stored:
    """Lay out each word's pieces; the empty word has none."""
    # A word of one letter is filled up to a whole piece.
    padded = [
        f"_{word}_".ljust(LENGTH, FILLER) if word and word not in STOP_WORDS else ""
        for word in words
    ]
    sizes = np.array([*map(len, padded)], np.int64)
    n_pieces = np.maximum(sizes - (LENGTH - 1), 0)
    begin = offsets(sizes)[:-1]
    listed, flat = _distinct("".join(padded), spans(begin, begin + n_pieces)[0])
    arrays = {
        "word_pieces": smallest(flat),
        "word_piece_offsets": smallest(offsets(n_pieces)),
    }
    packed = vocabulary.pack(listed, "piece")
    return Stored({**packed.arrays, **arrays}, packed.blobs, {})


def _distinct(text: str, places: Places) -> tuple[list[str], Places]:
    """Return the pieces that begin at some places of a text, sorted, and (n,) which begins where.

    Pieces are sorted as pairs of pairs of characters: four do not fit in one number.
    """
    characters = np.frombuffer(text.encode("utf-32-le"), np.uint32).astype(np.int64)
    _, pairs = np.unique(characters[:-1] << 32 | characters[1:], return_inverse=True)
    fours = pairs[places] << 32 | pairs[places + 2]
    _, first, number = np.unique(fours, return_index=True, return_inverse=True)
    listed = [text[at : at + LENGTH].rstrip(FILLER) for at in places[first].tolist()]
    return listed, number


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of an index's words.

    Attributes:
        of_words: piece numbers, word after word.
        offsets: (n_words + 1,) where the pieces of each word begin.
        idf: (n_pieces,) float32.
        names: their vocabulary.
    """

    of_words: Numbers
    offsets: Numbers
    idf: Floats
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

    def of_question(self, words: Iterable[str]) -> Places:
        """Return the numbers of a question's pieces that the index holds, ascending."""
        found = {self.names.number(piece) for word in words for piece in pieces(word)}
        return np.array(sorted(n for n in found if n is not None), np.int64)
