"""Passages in sections of at most 64: the blocks of the inverted index.

A section holds whole documents. One that is longer is cut into parts, of even size and at paragraph
borders where it has them near; a part takes the place of the document then. Nothing that is counted
together, paragraph, part or question with its answer, crosses the border of a section.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

__all__ = ["SIZE", "parts", "sections"]

SIZE = 64
# How far from its place a cut may go to meet a paragraph border.
REACH = 16


def parts(first: NDArray[np.integer], first_of_paragraph: NDArray[np.integer]) -> NDArray[np.int64]:
    """Return (n_parts + 1,) the first passage of each part.

    Parameters
    ----------
    first
        (n_documents + 1,) first passage of each document.
    first_of_paragraph
        (n_paragraphs + 1,) first passage of each paragraph.
    """
    firsts = np.asarray(first, np.int64)
    long = np.flatnonzero(np.diff(firsts) > SIZE)
    cuts = [
        cut
        for document in long.tolist()
        for cut in _cuts(firsts[document], firsts[document + 1], first_of_paragraph)
    ]
    return np.unique(np.concatenate((firsts, np.array(cuts, np.int64))))


def sections(first_of_part: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return (n_sections + 1,) the first passage of each section: parts packed as they come."""
    return np.array([*_packed(first_of_part.tolist())], np.int64)


def _cuts(start: int, end: int, borders: NDArray[np.integer]) -> Iterator[int]:
    """Yield where to cut a document into parts of about even size."""
    inside = borders[np.searchsorted(borders, start) : np.searchsorted(borders, end)]
    while end - start > SIZE:
        n_parts = -(-(end - start) // (SIZE - REACH // 2))
        wanted = start + (end - start) // max(n_parts, 2)
        near = inside[(inside > max(start, wanted - REACH)) & (inside <= start + SIZE)]
        near = near[near < wanted + REACH]
        start = int(near[np.argmin(np.abs(near - wanted))]) if len(near) else int(wanted)
        yield start


def _packed(starts: Sequence[int]) -> Iterator[int]:
    begin = starts[0]
    yield begin
    for start, end in pairwise(starts):
        if end - begin > SIZE:
            begin = start
            yield begin
    if len(starts) > 1:
        yield starts[-1]
