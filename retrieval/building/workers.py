"""Tasks spread over processes, their batches in the order of the tasks."""

import os
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import BinaryIO, Self, cast

from retrieval.building import analysed, tasks
from retrieval.building.analysed import Analysed
from retrieval.building.analysing import analyse
from retrieval.building.tasks import Task
from retrieval.errors import RetrievalError
from retrieval.forward.forms import Forms

__all__ = ["Workers"]

Process = subprocess.Popen[bytes]

# Below this, starting processes takes longer than they save.
WORTH_BYTES = 8 << 20

# Batches that may wait for each process: enough to keep it busy, few enough for memory.
AHEAD = 2


class Workers:
    """Processes that analyse tasks, started when there is enough to do for them.

    Parameters
    ----------
    n_processes
        how many; as many as can run at the same time unless told.
    worth_bytes
        from how much there is to read they are used.
    """

    def __init__(self, n_processes: int | None = None, *, worth_bytes: int = WORTH_BYTES) -> None:
        self._n_processes = n_processes or len(os.sched_getaffinity(0))
        self._worth_bytes = worth_bytes
        self._started: list[Process] = []
        self._idle: SimpleQueue[_Worker] = SimpleQueue()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes, whatever they do."""
        self._kill()
        for process in self._started:
            process.communicate()

    def analysed(self, given: Iterable[Task], n_bytes: int) -> Iterator[tuple[Task, Analysed]]:
        """Yield each task with its batch, in the order of the tasks.

        Parameters
        ----------
        given
            the tasks.
        n_bytes
            how much there is to read: little is read in this process.

        Raises
        ------
        RetrievalError
            a process ended before its work was done.
        """
        if self._n_processes == 1 or n_bytes < self._worth_bytes:
            yield from _here(given)
            return
        if not self._started:
            self._start()
        threads = ThreadPoolExecutor(self._n_processes)
        try:
            yield from self._spread(given, threads)
        except BaseException:
            self._kill()  # no thread waits for a batch that nobody wants any more
            raise
        finally:
            threads.shutdown(cancel_futures=True)

    def _spread(
        self, given: Iterable[Task], threads: ThreadPoolExecutor
    ) -> Iterator[tuple[Task, Analysed]]:
        waiting: deque[tuple[Task, Future[Analysed]]] = deque()
        for task in given:
            waiting.append((task, threads.submit(self._run, task)))
            if len(waiting) > AHEAD * self._n_processes:
                first, future = waiting.popleft()
                yield first, future.result()
        for first, future in waiting:
            yield first, future.result()

    def _run(self, task: Task) -> Analysed:
        worker = self._idle.get()
        try:
            batch = worker.answer(task)
        except (OSError, ValueError) as error:
            raise RetrievalError("a process that reads documents broke off: index again") from error
        finally:
            self._idle.put(worker)
        if batch is None:
            raise RetrievalError("a process that reads documents has ended: index again")
        return batch

    def _kill(self) -> None:
        for process in self._started:
            process.kill()

    def _start(self) -> None:
        root = str(Path(__file__).parents[2])
        path = os.pathsep.join([root, *filter(None, [os.environ.get("PYTHONPATH")])])
        for _ in range(self._n_processes):
            process = subprocess.Popen(
                # -P: nothing is imported from the folder that this process happens to run in.
                [sys.executable, "-P", "-m", "retrieval.building.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=os.environ | {"PYTHONPATH": path, "OMP_NUM_THREADS": "1"},
                process_group=0,  # Ctrl-C is for this process only, which ends the others
            )
            self._started.append(process)
            self._idle.put(_Worker(process))


class _Worker:
    """A process that analyses, and the forms that it has told of so far."""

    def __init__(self, process: Process) -> None:
        self._source = cast(BinaryIO, process.stdin)
        self._target = cast(BinaryIO, process.stdout)
        self._told: list[str] = []

    def answer(self, task: Task) -> Analysed | None:
        """Have a task analysed; None from a process that has ended."""
        self._source.write(tasks.dump(task))
        self._source.flush()
        batch = analysed.load(self._target, self._told)
        if batch:
            self._told = batch.keys
        return batch


def _here(given: Iterable[Task]) -> Iterator[tuple[Task, Analysed]]:
    """Analyse tasks in this process."""
    forms = Forms()
    for task in given:
        yield task, analyse(tasks.read(task), forms)
        if forms.is_full:
            forms = Forms()
