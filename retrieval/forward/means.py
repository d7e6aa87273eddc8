"""Mean lengths of sentences and paragraphs, for BM25's penalty of long ones."""

import numpy as np

from retrieval.storage import Stored

__all__ = ["MEANS", "means"]

MEANS = (
    "sentence terms",
    "sentence pieces",
    "paragraph terms",
    "paragraph pairs",
    "paragraph pieces",
)


def means(forward: Stored, n_terms: int, n_passages: int, n_paragraphs: int) -> dict[str, float]:
    """Count words that are no stop words, pairs, and pieces, over all passages.

    Parameters
    ----------
    forward
        what `forward.pack` made.
    n_terms
        number of terms in the index.
    n_passages, n_paragraphs
        what to divide by; 1 stands in for 0.

    Returns
    -------
    dict
        a mean, above 0, for each of `MEANS`.
    """
    arrays = forward.arrays
    offsets = arrays["row_offsets"][: n_passages + 1]
    words = arrays["row_words"][: offsets[-1]]
    is_stop = arrays["word_terms"][words] >= n_terms
    row = np.repeat(np.arange(n_passages), np.diff(offsets))
    is_pair = (row[1:] == row[:-1]) & ~(is_stop[1:] & is_stop[:-1])
    n_pieces = np.diff(arrays["word_piece_offsets"])[words].sum()
    totals = {"terms": (~is_stop).sum(), "pairs": is_pair.sum(), "pieces": n_pieces}
    units = {"sentence": n_passages, "paragraph": n_paragraphs}
    mean = {
        f"{unit} {what}": float(total) / max(n, 1)
        for unit, n in units.items()
        for what, total in totals.items()
    }
    return {name: mean[name] or 1.0 for name in MEANS}
