"""scikit-learn: counts of `CountVectorizer` turned to weights, and a product of sparse matrices."""

import json
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer

from tests.benchmarks.engines import K1, B, Hit
from tests.benchmarks.prepared import Corpus

__all__ = ["Matrix", "weigh"]

ARRAYS = ("data", "indices", "indptr")


class Matrix:
    """A row a term, a column a sentence: a question adds up the rows of its terms."""

    is_exact = True
    version = version("scikit-learn")

    def build(self, corpus: Corpus, folder: Path) -> None:
        """Count, weigh, turn round and save."""
        vectorizer = CountVectorizer(analyzer=str.split, dtype=np.float32)
        counts = vectorizer.fit_transform(corpus.sentences())
        counts.data = weigh(counts)
        weights = counts.T.tocsr()
        for name in ARRAYS:
            np.save(folder / f"{name}.npy", getattr(weights, name))
        rows = {term: int(row) for term, row in vectorizer.vocabulary_.items()}
        known = {"rows": rows, "n_sentences": weights.shape[1]}
        (folder / "vocabulary.json").write_text(json.dumps(known), encoding="utf-8")

    def open(self, folder: Path) -> "_Opened":
        """Map the arrays into memory and read the vocabulary."""
        return _Opened(folder)


def weigh(counts: csr_matrix) -> NDArray[np.float32]:
    """Return the BM25 weight of every count.

    Parameters
    ----------
    counts
        (n_sentences, n_terms), how often a sentence holds a term.

    Returns
    -------
    (n_counts,) float32
        In the order of `counts.data`.
    """
    n_sentences, n_terms = counts.shape
    holding = np.bincount(counts.indices, minlength=n_terms)
    idf = np.log1p((n_sentences - holding + 0.5) / (holding + 0.5)).astype(np.float32)
    lengths = np.asarray(counts.sum(axis=1), dtype=np.float64).ravel()
    norms = (K1 * (1 - B + B * lengths / lengths.mean())).astype(np.float32)
    weights = counts.data / (counts.data + np.repeat(norms, np.diff(counts.indptr)))
    weights *= idf[counts.indices]
    return np.asarray(weights, np.float32)


class _Opened:
    def __init__(self, folder: Path) -> None:
        known = json.loads((folder / "vocabulary.json").read_text(encoding="utf-8"))
        self._rows: dict[str, int] = known["rows"]
        arrays = tuple(np.load(folder / f"{name}.npy", mmap_mode="r") for name in ARRAYS)
        self._weights = csr_matrix(arrays, shape=(len(self._rows), known["n_sentences"]))

    def search(self, terms: Sequence[str], limit: int) -> list[Hit]:
        rows = [self._rows[term] for term in terms if term in self._rows]
        wanted = (np.ones(len(rows), np.float32), rows, [0, len(rows)])
        found = csr_matrix(wanted, shape=(1, len(self._rows))) @ self._weights
        scores = found.data
        best = np.arange(len(scores))
        if len(scores) > limit:
            best = np.argpartition(-scores, limit)[:limit]
        best = best[np.argsort(-scores[best], kind="stable")]
        return list(zip(found.indices[best].tolist(), scores[best].tolist(), strict=True))
