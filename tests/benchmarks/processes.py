"""Engines in processes of their own, one thread each, of which one works at a time."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.benchmarks.engines import Hit
from tests.benchmarks.prepared import Corpus

__all__ = ["Built", "Searching", "build", "first_answer"]

ROOT = Path(__file__).resolve().parents[2]
ONE_THREAD = dict.fromkeys(
    (
        "MKL_NUM_THREADS",
        "NUMBA_NUM_THREADS",
        "OMP_NUM_THREADS",
        "OPENBLAS_NUM_THREADS",
        "RAYON_NUM_THREADS",
    ),
    "1",
)


@dataclass(frozen=True, slots=True)
class Built:
    """What building an index took.

    Attributes:
        wall_seconds: by the clock.
        cpu_seconds: of all threads, in user and system mode.
        peak_bytes: most resident memory of the process.
        disk_bytes: of all files of the index.
        is_exact: whether the engine's scores are comparable.
        version: of the engine's library.
    """

    wall_seconds: float
    cpu_seconds: float
    peak_bytes: int
    disk_bytes: int
    is_exact: bool
    version: str


def build(engine: str, corpus: Corpus, folder: Path) -> Built:
    """Build an engine's index into a folder, which must not exist."""
    folder.mkdir(parents=True)
    done = subprocess.run(
        _command("build", engine, corpus, folder),
        stdout=subprocess.PIPE,
        check=True,
        env=_environment(),
        cwd=ROOT,
        text=True,
    )
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    return Built(disk_bytes=size, **json.loads(done.stdout))


def first_answer(engine: str, corpus: Corpus, folder: Path, terms: Sequence[str]) -> float:
    """Return the seconds from starting a process to its end, after one question."""
    command = [*_command("first", engine, corpus, folder), json.dumps(terms)]
    start = time.perf_counter()
    subprocess.run(
        command, stdout=subprocess.DEVNULL, check=True, env=_environment(), cwd=ROOT, text=True
    )
    return time.perf_counter() - start


class Searching:
    """A process that holds an opened index; use it in a `with` statement."""

    def __init__(self, engine: str, corpus: Corpus, folder: Path, *, budget: float) -> None:
        command = [*_command("search", engine, corpus, folder), str(budget)]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=_environment(),
            cwd=ROOT,
            text=True,
        )

    def check(self) -> list[list[Hit]]:
        """Return the hits of each question, from the first, that the budget allows."""
        return [
            [(number, score) for number, score in hits] for hits in json.loads(self._say("check"))
        ]

    def round(self) -> list[float]:
        """Return the milliseconds of each answer, from the first question."""
        return [nanoseconds / 1e6 for nanoseconds in json.loads(self._say("round"))]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.communicate()

    def _say(self, command: str) -> str:
        """Return the line that answers a command."""
        into, out = self._process.stdin, self._process.stdout
        if into is None or out is None:
            raise ValueError("the process has no pipes")
        into.write(f"{command}\n")
        into.flush()
        if line := out.readline():
            return line
        raise subprocess.CalledProcessError(self._process.wait(), self._process.args)


def _command(task: str, engine: str, corpus: Corpus, folder: Path) -> list[str]:
    program = [sys.executable, "-m", "tests.benchmarks.child"]
    return [*program, task, engine, str(corpus.folder.resolve()), str(folder.resolve())]


def _environment() -> dict[str, str]:
    return {**os.environ, **ONE_THREAD}
