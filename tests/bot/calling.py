"""The command line called as a user does: in a process of its own, or in this one for speed."""

import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from bot.command_line import main

__all__ = ["ROOT", "Result", "call", "environment", "quoth"]

ROOT = Path(__file__).parents[2]
# A process that takes longer than this many seconds hangs.
PATIENCE = 60


@dataclass(frozen=True, slots=True)
class Result:
    """What a command came to.

    Attributes:
        code: the exit code.
        out: what it printed.
        err: what it printed to the error output.
    """

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The printed lines."""
        return self.out.splitlines()


def call(*argv: object, environ: Mapping[str, str] | None = None) -> Result:
    """Run a command in this process."""
    with redirect_stdout(StringIO()) as out, redirect_stderr(StringIO()) as err:
        try:
            code = main([str(word) for word in argv], environ or {})
        except SystemExit as stop:
            code = int(stop.code or 0)
    return Result(code, out.getvalue(), err.getvalue())


def quoth(*argv: object, stdin: bytes = b"", cwd: Path | None = None) -> Result:
    """Run a command in a process of its own, with no terminal and no settings."""
    command = [sys.executable, "-m", "bot", *(str(word) for word in argv)]
    run = subprocess.run(
        command,
        input=stdin,
        capture_output=True,
        env=environment(),
        timeout=PATIENCE,
        check=False,
        cwd=cwd,
    )
    return Result(run.returncode, run.stdout.decode(), run.stderr.decode())


def environment() -> dict[str, str]:
    """Return this process's environment without settings of Quoth."""
    given = {name: value for name, value in os.environ.items() if not name.startswith("QUOTH_")}
    return given | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8:strict"}
