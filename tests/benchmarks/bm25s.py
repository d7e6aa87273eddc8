"""bm25s: every score computed when the index is built, and added up over all sentences."""

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import bm25s

from tests.benchmarks.engines import K1, B, Hit
from tests.benchmarks.prepared import Corpus

__all__ = ["Bm25sNumba", "Bm25sNumpy"]


class _Bm25s:
    """The library with one of its backends for searching."""

    is_exact = True
    version = version("bm25s")

    def __init__(self, backend: str) -> None:
        self._backend = backend

    def build(self, corpus: Corpus, folder: Path) -> None:
        """Number the terms, as the library's tokenizer does, then weigh and save them."""
        numbers: dict[str, int] = {}
        sentences = [
            [numbers.setdefault(term, len(numbers)) for term in sentence.split()]
            for sentence in corpus.sentences()
        ]
        index = bm25s.BM25(k1=K1, b=B, method="lucene", backend=self._backend)
        index.index((sentences, numbers), show_progress=False)
        index.save(folder, show_progress=False)

    def open(self, folder: Path) -> "_Opened":
        """Map the arrays into memory."""
        return _Opened(folder, self._backend)


class Bm25sNumpy(_Bm25s):
    """With numpy alone."""

    def __init__(self) -> None:
        super().__init__("numpy")


class Bm25sNumba(_Bm25s):
    """With kernels compiled by numba."""

    def __init__(self) -> None:
        super().__init__("numba")


class _Opened:
    def __init__(self, folder: Path, backend: str) -> None:
        self._index = bm25s.BM25.load(folder, mmap=True, show_progress=False)
        self._backend = backend

    def search(self, terms: Sequence[str], limit: int) -> list[Hit]:
        found, scores = self._index.retrieve(
            [list(terms)],
            k=limit,
            show_progress=False,
            n_threads=0,
            backend_selection=self._backend,
        )
        # It fills up with sentences that hold none of the terms.
        pairs = zip(found[0].tolist(), scores[0].tolist(), strict=True)
        return [(number, score) for number, score in pairs if score > 0]
