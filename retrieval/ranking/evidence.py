"""What a candidate holds that could be the answer: years, names, reasons."""

import numpy as np

from retrieval.forward.kinds import KINDS
from retrieval.forward.marks import MARKS
from retrieval.ranking.view import Floats, View

__all__ = ["evidence"]

# The bit and the kind of each mark.
BITS = np.array([1 << bit for bit in range(len(MARKS))], np.uint8)
OF_MARKS = np.array([KINDS.index(mark) for mark in MARKS])


def evidence(view: View) -> Floats:
    """Return (n, n_kinds) 1 where the sentence holds a word of a kind that the question does not.

    Marks, such as a percent sign, count wherever they stand.
    """
    sentences = view.sentences
    is_new = sentences.hit < 0
    found = np.zeros((len(view), len(KINDS)), np.float32)
    found[sentences.candidate[is_new], sentences.kinds[is_new]] = 1
    row, mark = np.nonzero(view.marks[:, None] & BITS)
    found[row, OF_MARKS[mark]] = 1
    return found
