"""Work on many things at once, its results in the order of the things."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import starmap
from typing import TypeVar, TypeVarTuple

__all__ = ["abreast"]

Ts = TypeVarTuple("Ts")
R = TypeVar("R")

# Stretches are worked on by numpy, which leaves other threads their turn; more than two at once
# take more memory than they save time.
MOST_THREADS = 2


def abreast(
    work: Callable[[*Ts], R],
    things: Iterable[tuple[*Ts]],
    n_threads: int | None = None,
) -> Iterator[R]:
    """Yield what work makes of each thing, in their order, a little ahead of whoever takes it.

    Parameters
    ----------
    work
        called in threads, with the parts of a thing; it may change nothing that others see.
    things
        taken in this thread, no earlier than needed.
    n_threads
        how many threads work; as many as can run at the same time, up to `MOST_THREADS`, unless
        told.
    """
    n_threads = n_threads or min(MOST_THREADS, len(os.sched_getaffinity(0)))
    if n_threads == 1:
        yield from starmap(work, things)
        return
    waiting: deque[Future[R]] = deque()
    with ThreadPoolExecutor(n_threads) as threads:
        try:
            for thing in things:
                waiting.append(threads.submit(work, *thing))
                if len(waiting) == n_threads:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            threads.shutdown(cancel_futures=True)
