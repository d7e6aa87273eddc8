"""Quoth's own index as an engine: of one field, to be compared, and of four, as it is in earnest.

The terms are given to the building of the index as words that stand for themselves, in documents of
twenty sentences.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np

import bot
from retrieval import storage
from retrieval.building.analysed import Analysed
from retrieval.building.assembling import assemble
from retrieval.building.spool import Spool
from retrieval.fields import FIELDS, Field, Fields
from retrieval.hits import Query, QueryTerm
from retrieval.index import Index
from retrieval.inverted.engines import Numpy
from retrieval.inverted.scoring import Scorer
from retrieval.inverted.search import Engine, search
from retrieval.library import Identity
from tests.benchmarks.engines import K1, B, Hit
from tests.benchmarks.prepared import Corpus

__all__ = ["QuothFields", "QuothNumba", "QuothNumpy"]

SENTENCES = 20
DOCUMENTS = 2000
NO_FIELD = Field(0.0, 1.0, 0.5)
ONE_FIELD = Fields(Field(1.0, K1, B), NO_FIELD, NO_FIELD, NO_FIELD)
# A language that nothing is known of: no stems, no stop words, no general rarity.
LANGUAGE = "xx"


class _Quoth(ABC):
    """An index of some fields, searched by one of the kernels."""

    is_exact = True
    version = bot.__version__
    fields = ONE_FIELD

    def build(self, corpus: Corpus, folder: Path) -> None:
        """Put the terms aside in batches, and lay out their index."""
        spooled, index = folder / "spool", folder / "index"
        spooled.mkdir()
        index.mkdir()
        spool = Spool(spooled)
        for batch in _batches(corpus.sentences()):
            spool.add(batch)
        spool.close()
        order = np.arange(len(spool.documents))
        assemble(spool, order, storage.Writer(index), self.fields, lambda done, total: None)
        for path in spooled.iterdir():
            path.unlink()

    def open(self, folder: Path) -> "_Opened":
        """Check the files, map them, and make the kernel ready."""
        index = Index("benchmark", storage.read(folder / "index"))
        return _Opened(index, self.kernel(index.scorer))

    @abstractmethod
    def kernel(self, scorer: Scorer) -> Engine:
        """Return what does the inner loops."""


class QuothNumpy(_Quoth):
    """One field, by numpy."""

    def kernel(self, scorer: Scorer) -> Engine:
        """Return what does the inner loops."""
        return Numpy(scorer)


class QuothNumba(_Quoth):
    """One field, by numba."""

    def kernel(self, scorer: Scorer) -> Engine:
        """Return what does the inner loops."""
        from retrieval.inverted.kernel import Compiled

        return Compiled(scorer)


class QuothFields(QuothNumba):
    """Four fields, by numba: the search that answers begin with."""

    is_exact = False
    fields = FIELDS


class _Opened:
    def __init__(self, index: Index, engine: Engine) -> None:
        self._index, self._engine = index, engine

    def search(self, terms: Sequence[str], limit: int) -> list[Hit]:
        """Return the best sentences."""
        asked = Query("", tuple(QueryTerm(term, term) for term in terms), LANGUAGE)
        found = search(self._engine, self._index.passages, self._index.wanted(asked), limit)
        return list(zip(found.passages.tolist(), found.total.tolist(), strict=True))


def _batches(sentences: Iterator[str]) -> Iterator[Analysed]:
    n_documents = 0
    while lines := list(islice(sentences, SENTENCES * DOCUMENTS)):
        batch = _batch(lines, n_documents)
        n_documents += len(batch.documents)
        yield batch


def _batch(lines: Sequence[str], n_before: int) -> Analysed:
    numbers: dict[str, int] = {}
    rows = [[numbers.setdefault(term, len(numbers)) for term in line.split()] for line in lines]
    n_documents = -(-len(lines) // SENTENCES)
    sizes = np.full(n_documents, SENTENCES)
    sizes[-1] = len(lines) - SENTENCES * (n_documents - 1)
    opens = np.zeros(len(lines), np.uint8)
    opens[::SENTENCES] = 1
    nothing, per_line = np.zeros(n_documents, np.int64), np.zeros(len(lines), np.int64)
    names = (f"{n_before + number:09d}" for number in range(n_documents))
    return Analysed(
        documents=[Identity(name, "", 0, 0, "jsonl") for name in names],
        languages=[LANGUAGE] * n_documents,
        keys=[f"{LANGUAGE}\t0\tn\t{term}" for term in numbers],
        skipped=[],
        arrays={
            "n_sentences": sizes,
            "start": per_line,
            "end": per_line,
            "opens": opens,
            "asks": per_line.astype(np.uint8),
            "marks": per_line.astype(np.uint8),
            "forms": np.array([number for row in rows for number in row], np.int32),
            "row_size": np.array([len(row) for row in rows]),
            "title_forms": np.empty(0, np.int32),
            "records": np.empty(0, np.uint8),
            "texts": np.empty(0, np.uint8),
            **dict.fromkeys(("day", "record_size", "text_size", "title_size"), nothing),
        },
    )
