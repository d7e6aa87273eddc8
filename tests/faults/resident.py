"""A process that runs one command after another and outlives what they meet, as the bot does."""

import json
import select
import subprocess
import sys
import traceback
from contextlib import suppress
from types import TracebackType

from tests.bot.calling import Result, call, environment

__all__ = ["Resident"]

# Seconds after which a command hangs.
PATIENCE = 60
RAISED = 70


class Resident:
    """Runs commands in one child process; starts another where a command has killed it.

    Attributes:
        deaths: how the children ended that a command has killed; negative: the signal's number.
    """

    def __init__(self) -> None:
        self.deaths: list[int] = []
        self._child = self._start()

    def __enter__(self) -> "Resident":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    @property
    def pid(self) -> int:
        """The number of the child process."""
        return self._child.pid

    def run(self, *argv: object) -> Result:
        """Run a command; where the child dies of it, the code is the one it died with.

        A command that raises what the command line does not expect has the code 70.
        """
        request = json.dumps([str(word) for word in argv])
        pipe_in, pipe_out = self._child.stdin, self._child.stdout
        if pipe_in is None or pipe_out is None:
            raise RuntimeError("the child has no pipes")
        with suppress(BrokenPipeError):
            pipe_in.write(request + "\n")
            pipe_in.flush()
        answered = select.select([pipe_out], [], [], PATIENCE)[0]
        line = pipe_out.readline() if answered else ""
        if line:
            return Result(*json.loads(line))
        return self._bury()

    def _bury(self) -> Result:
        self._end()
        code = self._child.returncode
        self.deaths.append(code)
        self._child = self._start()
        return Result(code, "", f"the process ended with {code}")

    def _end(self) -> None:
        self._child.kill()
        with suppress(BrokenPipeError):
            self._child.communicate()

    def _start(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "tests.faults.resident"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment(),
            encoding="utf-8",
        )


def _serve() -> None:
    for line in sys.stdin:
        result = _run(json.loads(line))
        print(json.dumps([result.code, result.out, result.err]), flush=True)


def _run(argv: list[str]) -> Result:
    try:
        return call(*argv)
    except Exception:
        return Result(RAISED, "", traceback.format_exc())


if __name__ == "__main__":
    _serve()
