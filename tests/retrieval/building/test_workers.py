"""However many processes share the work, the batches are those of one, in the same order."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from retrieval.building.analysing import analyse
from retrieval.building.tasks import Files, Task, read
from retrieval.building.workers import Workers
from retrieval.errors import RetrievalError
from tests.retrieval.building.making import children, spelt
from tests.retrieval.sources import put

TEXTS = (
    "The pact expires.",
    "協定が終了する。",
    "Дождь идёт. Он холодный.",
    "",
    "Evler boş. Hava soğuk.",
)
# Starts work for two processes, and interrupts its whole process group as a terminal does.
INTERRUPT = """
import os, signal, sys
from pathlib import Path
from retrieval.building.tasks import Files
from retrieval.building.workers import Workers
with Workers(2, worth_bytes=0) as workers:
    tasks = [Files(((path, "a.txt"),)) for path in sys.argv[1:] * 20]
    try:
        for number, _ in enumerate(workers.analysed(tasks, 1)):
            os.killpg(0, signal.SIGINT)
    except KeyboardInterrupt:
        print("interrupted after", number)
"""


@pytest.fixture
def tasks(tmp_path: Path) -> list[Task]:
    """Many more tasks than there are processes."""
    paths = [put(tmp_path / f"{n:02}.txt", f"{TEXTS[n % 5]} Text {n}.") for n in range(23)]
    return [Files(((str(path), path.name),)) for path in paths]


@pytest.mark.parametrize("n_processes", [2, 3])
def test_processes_give_the_batches_of_this_process(tasks: list[Task], n_processes: int) -> None:
    with Workers(n_processes, worth_bytes=0) as workers:
        found = [(task, spelt(batch)) for task, batch in workers.analysed(tasks, 1)]
        n_children = len(children())

    assert found == [(task, spelt(analyse(read(task)))) for task in tasks]
    assert (n_children, children()) == (n_processes, [])


def test_little_work_and_work_for_one_process_are_done_in_this_process(tasks: list[Task]) -> None:
    for workers, n_bytes in ((Workers(2, worth_bytes=100), 99), (Workers(1, worth_bytes=0), 1000)):
        with workers:
            found = [task for task, _ in workers.analysed(tasks, n_bytes)]

            assert (found, children()) == (tasks, [])


def test_processes_serve_one_source_after_the_other(tasks: list[Task]) -> None:
    with Workers(2, worth_bytes=0) as workers:
        first = [task for task, _ in workers.analysed(tasks[:3], 1)]
        started = children()
        second = [task for task, _ in workers.analysed(tasks[3:], 1)]

        assert (first + second, children()) == (tasks, started)


def test_a_process_that_is_killed_gives_one_clear_error(tasks: list[Task]) -> None:
    def kill_meanwhile() -> Iterator[Task]:
        for number, task in enumerate(tasks):
            if number == 8:
                os.kill(children()[0], signal.SIGKILL)
            yield task

    with Workers(2, worth_bytes=0) as workers, pytest.raises(RetrievalError) as caught:
        list(workers.analysed(kill_meanwhile(), 1))

    assert str(caught.value).startswith("a process that reads documents")
    assert str(caught.value).endswith(": index again")
    assert children() == []


def test_an_interruption_is_told_as_it_is_and_ends_the_processes(tasks: list[Task]) -> None:
    def interrupted() -> Iterator[Task]:
        yield from tasks[:8]
        raise KeyboardInterrupt

    with Workers(2, worth_bytes=0) as workers, pytest.raises(KeyboardInterrupt):
        list(workers.analysed(interrupted(), 1))

    assert children() == []


def test_whoever_stops_listening_leaves_no_process_behind(tasks: list[Task]) -> None:
    with Workers(2, worth_bytes=0) as workers:
        found = next(workers.analysed(tasks, 1))[0]

    assert (found, children()) == (tasks[0], [])


def test_an_interruption_from_a_terminal_reaches_this_process_alone(tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt", "It rains.")

    run = subprocess.run(
        [sys.executable, "-c", INTERRUPT, str(path)],
        capture_output=True,
        text=True,
        check=True,
        start_new_session=True,
    )

    assert (run.stdout, run.stderr) == ("interrupted after 0\n", "")


def test_nothing_is_imported_from_the_folder_one_happens_to_be_in(
    tasks: list[Task], tmp_path: Path
) -> None:
    (tmp_path / "numpy.py").write_text("raise SystemExit('imported from a strange folder')")
    code = (
        "import sys; from pathlib import Path; from retrieval.building.tasks import Files\n"
        "from retrieval.building.workers import Workers\n"
        "import os; os.chdir(sys.argv[1])\n"
        "with Workers(2, worth_bytes=0) as workers:\n"
        "    found = list(workers.analysed([Files((('00.txt', '00.txt'),))], 1))\n"
        "print(found[0][1].documents[0].id)"
    )

    run = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )

    assert (run.stdout, run.stderr) == ("00.txt\n", "")
