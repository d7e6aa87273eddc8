"""How common words are in general, for corpora too small to tell.

In a single article every word occurs about once, so that "said" would weigh as much as "GSOMIA".
Each index is therefore counted as if it held some sentences of general text as well.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from retrieval.weighting import idf

__all__ = ["Background", "background"]

# Sentences of general text that are added to the count; of no weight in a large corpus.
N_GENERAL = 300


@dataclass(frozen=True, slots=True)
class Background:
    """Shares of general sentences that hold a term.

    Attributes:
        n_sentences: sentences that an index is counted as having on top of its own.
        shares: by term, 0 to 1; a term that is not listed is too rare to count.
    """

    n_sentences: int
    shares: dict[str, float]

    def idf(self, holders: NDArray[np.integer], terms: list[str], n: int) -> NDArray[np.float32]:
        """Weigh terms by rarity among an index's sentences and the general ones.

        Parameters
        ----------
        holders
            (n_terms,) number of the index's sentences that hold each term.
        terms
            the terms, in the same order.
        n
            number of the index's sentences.

        Returns
        -------
        (n_terms,) float32, above zero.
        """
        general = np.array([self.shares.get(term, 0.0) for term in terms]) * self.n_sentences
        return idf(holders + general, n + self.n_sentences)


@cache
def background(language: str) -> Background:
    """Return what is known of a language; nothing for one without a table."""
    if language not in ("en", "und"):
        return Background(0, {})
    table = json.loads(resources.files("retrieval").joinpath("background-en.json").read_text())
    shares = {term: count / table["sentences"] for term, count in table["terms"].items()}
    return Background(N_GENERAL, shares)
