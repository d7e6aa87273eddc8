"""Any engine at hand does what numpy does, and a better one is made ready while it answers."""

from threading import Thread

import numpy as np
from numpy.typing import NDArray

from retrieval.inverted.engines import Numpy, Warming, engine
from retrieval.inverted.points import Points, Wanted
from retrieval.inverted.search import Engine, search
from tests.retrieval.inverted.corpora import large
from tests.retrieval.inverted.making import made_of


class Counted(Numpy):
    """Counts the questions."""

    n_asked = 0

    def candidates(self, wanted: Wanted, limit: int, allowed: NDArray[np.bool_] | None) -> Points:
        self.n_asked += 1
        return super().candidates(wanted, limit, allowed)


def asked(used: Engine) -> Points:
    return search(used, large().scorer.passages, large().wanted("elm", "ash"), 5)


def warmed(warming: Warming) -> None:
    """Wait until the better engine is there."""
    assert isinstance(warming.thread, Thread)
    warming.thread.join(timeout=60)


def test_numpy_finds_all_that_can_be_among_the_best_and_their_points() -> None:
    scorer, wanted = large().scorer, large().wanted("elm", "ash")
    every = large().points(wanted)

    found = Numpy(scorer).candidates(wanted, 5, None)

    least = np.sort(every.total)[-5]
    best = {(p, t) for p, t in zip(every.passages, every.total, strict=True) if t >= least}
    rows = set(zip(found.passages, found.total, strict=True))
    assert best <= rows <= set(zip(every.passages, every.total, strict=True))
    assert len(rows) < len(every.total)


def test_a_small_index_is_served_by_numpy() -> None:
    assert isinstance(engine(large().scorer), Numpy)
    assert isinstance(engine(made_of([]).scorer), Numpy)


def test_the_better_engine_is_made_only_for_a_process_that_is_asked_often() -> None:
    plain, better = Counted(large().scorer), Counted(large().scorer)
    warming = Warming(plain, lambda: better)

    for _ in range(3):
        asked(warming)

    assert warming.thread is None
    assert (plain.n_asked, better.n_asked) == (3, 0)


def test_the_better_engine_answers_once_it_is_there() -> None:
    plain, better = Counted(large().scorer), Counted(large().scorer)
    warming = Warming(plain, lambda: better)
    for _ in range(4):
        asked(warming)
    warmed(warming)
    before = plain.n_asked

    found = asked(warming)

    assert plain.n_asked == before
    assert better.n_asked > 0
    assert found.passages.tolist() == asked(plain).passages.tolist()
