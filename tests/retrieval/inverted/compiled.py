"""Compiled engines of test indexes, all of the same types: each new type compiles for seconds."""

from functools import cache
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from retrieval.inverted.engines import Numpy
from retrieval.inverted.points import Lengths
from retrieval.inverted.postings import Postings
from retrieval.inverted.scoring import Scorer
from retrieval.inverted.search import Engine
from retrieval.passages import Passages
from tests.retrieval.inverted.corpora import large
from tests.retrieval.inverted.making import Made

pytest.importorskip("numba", reason="numba comes with the extra `fast`")

from retrieval.inverted.kernel import MOST_ENTRIES, Compiled

__all__ = ["compiled", "engines", "large_engines"]


def compiled(made: Made, most_entries: int = MOST_ENTRIES) -> Compiled:
    """Return the compiled engine of an index."""
    return Compiled(_uniform(made), most_entries=most_entries)


def engines(made: Made) -> tuple[Engine, Engine]:
    """Return the compiled engine and numpy's, of the same arrays."""
    scorer = _uniform(made)
    return Compiled(scorer), Numpy(scorer)


@cache
def large_engines() -> tuple[Engine, Engine]:
    """Return both engines of the large index."""
    return engines(large())


def _uniform(made: Made) -> Scorer:
    """Return a scorer whose arrays have the same types whatever they hold, and are read-only."""
    scorer = made.scorer
    postings = Postings(**{n: _same(getattr(scorer.postings, n)) for n in Postings.__slots__})
    units = "first paragraph_first part_first section_first asks day".split()
    passages = Passages(**{n: _same(getattr(scorer.passages, n)) for n in units})
    lengths = Lengths(**{n: _same(getattr(scorer.lengths, n)) for n in Lengths.__slots__})
    return Scorer(postings, passages, lengths, scorer.fields, made.means)


def _same(array: NDArray[Any]) -> NDArray[Any]:
    """Return the array, as uint32 where its type depends on what it holds."""
    is_fixed = array.dtype in (np.bool_, np.float32, np.int32)
    copy = array.astype(array.dtype if is_fixed else np.uint32)
    copy.flags.writeable = False
    return copy
