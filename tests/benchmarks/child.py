"""What a process of its own does for one engine: `python -m tests.benchmarks.child TASK ...`.

`build` and `first` do one thing and print one line of JSON. `search` opens the index, then reads
commands, a line each: `check` answers every question and prints the hits, `round` prints how long
each answer took.
"""

import json
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.engines import LIMIT, Hit, Searcher, engine
from tests.benchmarks.prepared import Corpus, Question

__all__ = ["main"]


def main(argv: Sequence[str]) -> None:
    """Do what the parent asks for."""
    task, name, corpus, folder, *rest = argv
    if task == "build":
        _print(_build(name, Corpus(Path(corpus)), Path(folder)))
    elif task == "first":
        opened = engine(name).open(Path(folder))
        _print(opened.search(json.loads(rest[0]), LIMIT))
    else:
        _serve(engine(name).open(Path(folder)), Corpus(Path(corpus)).questions(), float(rest[0]))


def _build(name: str, corpus: Corpus, folder: Path) -> dict[str, object]:
    built = engine(name)
    wall, cpu = time.perf_counter(), time.process_time()
    built.build(corpus, folder)
    return {
        "wall_seconds": time.perf_counter() - wall,
        "cpu_seconds": time.process_time() - cpu,
        "peak_bytes": _peak(),
        "is_exact": built.is_exact,
        "version": built.version,
    }


def _peak() -> int:
    """Return the most bytes that this process has had resident."""
    status = Path("/proc/self/status")
    if status.exists():
        # The usage below begins with the memory of the process that started this one.
        lines = status.read_text(encoding="ascii").splitlines()
        return 1024 * next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used if sys.platform == "darwin" else used * 1024


def _serve(opened: Searcher, questions: Sequence[Question], budget: float) -> None:
    for command in sys.stdin:
        hits, nanoseconds = _ask(opened, questions, budget)
        _print(hits if command.strip() == "check" else nanoseconds)


def _ask(
    opened: Searcher, questions: Sequence[Question], budget: float
) -> tuple[list[list[Hit]], list[int]]:
    """Ask from the first question on until all are asked or the seconds are used up."""
    hits: list[list[Hit]] = []
    nanoseconds: list[int] = []
    end = time.perf_counter() + budget
    for question in questions:
        start = time.perf_counter_ns()
        hits.append(opened.search(question.terms, LIMIT))
        nanoseconds.append(time.perf_counter_ns() - start)
        if time.perf_counter() > end:
            break
    return hits, nanoseconds


def _print(value: object) -> None:
    print(json.dumps(value), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
