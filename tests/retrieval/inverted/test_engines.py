"""Any engine at hand does what numpy does, and a better one is made ready while it answers."""

from threading import Thread

import numpy as np

from retrieval.inverted.bounds import Bounds, bounds
from retrieval.inverted.engines import Numpy, Warming, engine
from retrieval.inverted.points import Points, Some, Wanted
from retrieval.inverted.search import Engine, search
from tests.retrieval.inverted.corpora import large
from tests.retrieval.inverted.making import made_of


class Counted(Numpy):
    """Counts the questions whose bounds it added up."""

    n_asked = 0

    def bounds(self, wanted: Wanted, limit: int) -> Bounds:
        self.n_asked += 1
        return super().bounds(wanted, limit)


def asked(used: Engine) -> Points:
    return search(used, large().scorer.passages, large().wanted("elm", "ash"), 5)


def warmed(warming: Warming) -> None:
    """Wait until the better engine is there."""
    assert isinstance(warming.thread, Thread)
    warming.thread.join(timeout=60)


def test_numpy_scores_as_the_scorer_does() -> None:
    scorer, wanted = large().scorer, large().wanted("elm", "ash")
    some = Some(np.arange(20), 1.0)

    points = Numpy(scorer).points(wanted, some)

    expected = scorer.points(wanted, some)
    assert points.passages.tolist() == expected.passages.tolist()
    assert points.total.tolist() == expected.total.tolist()


def test_numpy_bounds_all_sections() -> None:
    scorer, wanted = large().scorer, large().wanted("elm", "ash")

    found = Numpy(scorer).bounds(wanted, 7)

    expected = bounds(scorer, wanted, 7)
    assert (found.most.tolist(), found.floor) == (expected.most.tolist(), expected.floor)


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
