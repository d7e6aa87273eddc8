"""Rows of words as an index keeps them, with the question's words marked."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.forward.texts import Forward
from retrieval.ragged import offsets
from retrieval.ranking.sought import Sought

__all__ = ["Text", "read_text"]

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Text:
    """Some rows, word by word.

    Attributes:
        numbers: (n_rows,) ascending numbers of passages, then of titles.
        row: (n_tokens,) position in `numbers` of each word.
        starts: (n_rows + 1,) where the words of each row begin.
        form: (n_tokens,) number of each word's form.
        hit: (n_tokens,) position of the question's word, -1 for another word.
        stop: (n_tokens,) number of the stop word, below 0 for another word.
    """

    numbers: Places
    row: Places
    starts: Places
    form: NDArray[np.int32]
    hit: Places
    stop: NDArray[np.int32]

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.numbers)


def read_text(forward: Forward, numbers: Places, sought: Sought) -> Text:
    """Read rows of words.

    Parameters
    ----------
    forward
        the index's rows.
    numbers
        rows to read, ascending.
    sought
        the question.
    """
    form, row = forward.read(numbers)
    term = forward.terms.take(form)
    return Text(
        numbers=numbers,
        row=row,
        starts=offsets(np.bincount(row, minlength=len(numbers))),
        form=form,
        hit=sought.hits(term),
        stop=term - np.int32(sought.n_terms),
    )
