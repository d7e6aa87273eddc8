"""Runs over sources, and analysers during which something happens."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

from corpus.originals import OriginalStore
from retrieval.building import tasks
from retrieval.building.analysed import Analysed
from retrieval.building.analysing import analyse
from retrieval.building.cutting import TASK_BYTES
from retrieval.building.spool import Spool
from retrieval.building.tasks import Task
from retrieval.ledger import Entry, Ledger
from retrieval.library import Identity
from retrieval.reading import Analyser, Reading

__all__ = ["Runs", "analysed_then", "noted", "say_nothing", "skipped"]


def say_nothing(what: str, done: int, total: int) -> None:
    """Stand in for a progress bar that nobody looks at."""


def analysed(given: Iterable[Task], n_bytes: int) -> Iterator[tuple[Task, Analysed]]:
    """Analyse tasks one after the other in this process."""
    for task in given:
        yield task, analyse(tasks.read(task))


def analysed_then(meddle: Callable[[], object]) -> Analyser:
    """Return an analyser during which something happens after each task was read."""

    def analyser(given: Iterable[Task], n_bytes: int) -> Iterator[tuple[Task, Analysed]]:
        for task, batch in analysed(given, n_bytes):
            meddle()
            yield task, batch

    return analyser


class Runs:
    """Starts runs that share a store of originals and a ledger.

    Attributes:
        ledger: what the runs note.
        originals: where they keep what they read.
    """

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.ledger = Ledger()
        self.originals = OriginalStore(folder / "originals")
        self._folder = folder
        self._stack = stack
        self._n_runs = 0

    def start(
        self,
        before: Iterable[Identity] = (),
        *,
        analyser: Analyser = analysed,
        task_bytes: int = TASK_BYTES,
    ) -> Reading:
        self._n_runs += 1
        folder = self._folder / f"spool-{self._n_runs}"
        folder.mkdir()
        spool = self._stack.enter_context(closing(Spool(folder)))
        return Reading(
            self.originals, self.ledger, [*before], spool, analyser, task_bytes=task_bytes
        )


def noted(runs: Runs) -> dict[str, Entry]:
    return {f: entry for files in runs.ledger.sources.values() for f, entry in files.items()}


def skipped(run: Reading) -> list[tuple[str, str]]:
    return [(one.name, one.reason) for one in run.summary.skipped]
