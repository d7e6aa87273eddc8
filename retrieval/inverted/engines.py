"""Which implementation of the search's inner loops serves: numpy's, or numba's if there is one."""

from collections.abc import Callable
from importlib.util import find_spec
from threading import Lock, Thread

import numpy as np
from numpy.typing import NDArray

from retrieval.inverted.bounds import FEW, bounds
from retrieval.inverted.impacts import Impacts
from retrieval.inverted.points import Points, Wanted
from retrieval.inverted.rounds import scored
from retrieval.inverted.scope import holding
from retrieval.inverted.scoring import Scorer
from retrieval.inverted.search import Engine

__all__ = ["Numpy", "Warming", "engine"]

# Sections from which on numba is worth its start, which takes seconds of a core.
WORTH_SECTIONS = 1000
# Questions that numpy answers before numba is made ready: a process that is asked only a few is
# done before it would be.
WARM_AFTER = 3


class Numpy:
    """Searches by numpy.

    Parameters
    ----------
    scorer
        of the generation to search.
    few
        of how many sections every term is looked up for bounds.
    """

    def __init__(self, scorer: Scorer, *, few: int = FEW) -> None:
        self._scorer = scorer
        self._impacts = Impacts(scorer)
        self._few = few

    def candidates(self, wanted: Wanted, limit: int, allowed: NDArray[np.bool_] | None) -> Points:
        """Return passages with points, the best of those allowed among them."""
        wished = limit if allowed is None else 0
        found = bounds(self._scorer, self._impacts, wanted, wished, few=self._few)
        if allowed is not None:
            found.most[~holding(self._scorer.passages, allowed)] = 0
        return scored(self._scorer, wanted, found, limit, allowed)


class Warming:
    """Answers by one engine while a better one is made ready beside it.

    Parameters
    ----------
    ready
        answers from the start.
    make
        makes the better one, which takes seconds; called in a thread of its own.
    """

    def __init__(self, ready: Engine, make: Callable[[], Engine]) -> None:
        self._engine = ready
        self._make = make
        self._n_asked = 0
        self._lock = Lock()
        self.thread: Thread | None = None

    def candidates(self, wanted: Wanted, limit: int, allowed: NDArray[np.bool_] | None) -> Points:
        """Return passages with points, the best of those allowed among them."""
        self._count()
        return self._engine.candidates(wanted, limit, allowed)

    def _count(self) -> None:
        with self._lock:
            self._n_asked += 1
            if self._n_asked != WARM_AFTER + 1:
                return
            self.thread = Thread(target=self._warm, name="warming", daemon=True)
        self.thread.start()

    def _warm(self) -> None:
        self._engine = self._make()


def engine(scorer: Scorer) -> Engine:
    """Return the quickest engine at hand."""
    numpy = Numpy(scorer)
    if scorer.passages.n_sections < WORTH_SECTIONS or not find_spec("numba"):
        return numpy
    return Warming(numpy, lambda: _compiled(scorer))


def _compiled(scorer: Scorer) -> Engine:
    from retrieval.inverted.kernel import Compiled

    return Compiled(scorer)
