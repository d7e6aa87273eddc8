"""Work in threads gives what work in turn does, in the same order."""

from collections.abc import Iterator
from threading import Event, get_ident

import pytest

from retrieval.building.abreast import abreast


def added(one: int, other: int) -> int:
    return one + other


@pytest.mark.parametrize("n_threads", [1, 2, 3])
@pytest.mark.parametrize("n_things", [0, 1, 2, 7])
def test_results_come_in_the_order_of_the_things(n_threads: int, n_things: int) -> None:
    found = [*abreast(added, ((n, 10) for n in range(n_things)), n_threads)]

    assert found == [n + 10 for n in range(n_things)]


def test_two_things_are_worked_on_at_the_same_time() -> None:
    met = Event(), Event()

    def meet(mine: int) -> bool:
        met[mine].set()
        return met[1 - mine].wait(60)

    assert [*abreast(meet, [(0,), (1,)], 2)] == [True, True]


def test_things_are_taken_in_the_own_thread_and_no_earlier_than_needed() -> None:
    taken: list[tuple[int, int]] = []

    def things() -> Iterator[tuple[int, int]]:
        for n in range(9):
            taken.append((n, get_ident()))
            yield n, 0

    first = next(abreast(added, things(), 2))

    assert (first, taken) == (0, [(0, get_ident()), (1, get_ident())])


@pytest.mark.parametrize("n_threads", [1, 2])
def test_an_error_at_work_reaches_whoever_takes_the_results(n_threads: int) -> None:
    def fail(number: int) -> int:
        raise ValueError(number)

    with pytest.raises(ValueError, match="0"):
        next(abreast(fail, [(0,), (1,), (2,)], n_threads))
