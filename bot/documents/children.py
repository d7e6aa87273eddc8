"""A process that does one piece of work: bytes in, a line of JSON out, ended when it overstays."""

import json
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Literal

__all__ = ["Broken", "never", "run"]

# What went wrong with a process: it took too long, said too much, ended without a result, or was
# not wanted any more.
Broken = Literal["time", "output", "crash", "over"]

# Seconds between two looks whether a process is still wanted.
LOOK = 0.2
# Bytes of a result; the names of twenty documents and what was wrong with twenty more fit in.
LARGEST_RESULT = 64 << 10
ROOT = str(Path(__file__).parents[2])
# -I takes nothing from the environment or the folder it runs in: where the project is, is told.
START = (
    "import runpy, sys; sys.path.insert(0, sys.argv[1]); "
    "runpy.run_module(sys.argv[2], run_name='__main__')"
)


def never() -> bool:
    """Say that it is not over."""
    return False


def run(
    module: str,
    given: bytes,
    *,
    seconds: float,
    environ: Mapping[str, str],
    is_over: Callable[[], bool] = never,
) -> Mapping[str, Any] | Broken:
    """Run a module in a process and a session of its own, in an empty folder.

    Parameters
    ----------
    module
        read as `__main__`; it reads its standard input and prints one object of JSON.
    given
        its input.
    seconds
        how long it may take, at most; its whole session is killed then.
    environ
        its environment, nothing else.
    is_over
        says whether to break off; its whole session is killed then, or never begun.

    Returns
    -------
    What it printed, or what went wrong.
    """
    if is_over():
        return "over"
    with tempfile.TemporaryDirectory(prefix="quoth-") as folder, tempfile.TemporaryFile() as source:
        source.write(given)
        source.seek(0)
        process = subprocess.Popen(  # noqa: S603 - a module of this project, and no shell
            [sys.executable, "-I", "-B", "-c", START, ROOT, module],
            stdin=source,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=dict(environ),
            cwd=folder,
            start_new_session=True,
        )
        try:
            end = time.monotonic() + seconds
            said = _hear(process.stdout, end, is_over) if process.stdout else b""
        finally:
            _end(process)
    return said if isinstance(said, str) else _result(said)


def _hear(output: IO[bytes], deadline: float, is_over: Callable[[], bool]) -> bytes | Broken:
    """Return everything that is said until the output is closed."""
    said = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(output, selectors.EVENT_READ)
        while True:
            left = deadline - time.monotonic()
            if left <= 0 or is_over():
                return "time" if left <= 0 else "over"
            if not selector.select(min(left, LOOK)):
                continue
            piece = os.read(output.fileno(), LARGEST_RESULT)
            said += piece
            if len(said) > LARGEST_RESULT:
                return "output"
            if not piece:
                return bytes(said)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill whatever is left of a session."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def _result(said: bytes) -> Mapping[str, Any] | Broken:
    try:
        result = json.loads(said)
    except (ValueError, RecursionError):
        return "crash"
    return result if isinstance(result, dict) else "crash"
