"""A command run on a pseudo-terminal, driven by waiting for what it shows."""

import os
import pty
import re
import select
import subprocess
import sys
import termios
from pathlib import Path
from typing import Self

from tests.bot.calling import environment

__all__ = ["Screen"]

# Nothing that is waited for takes longer than this many seconds.
PATIENCE = 30.0
# Sequences that move the cursor, colour and clear.
STEERING = re.compile(r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07]*\x07|[=>78])")
# prompt_toolkit asks where the cursor is; a terminal answers.
WHERE, HERE = b"\x1b[6n", b"\x1b[1;1R"


class Screen:
    """One process whose input, output and error output are a terminal of 200 columns.

    Args:
        argv: the words behind `python -m bot`.
    """

    def __init__(self, *argv: str | Path) -> None:
        self._terminal, inside = pty.openpty()
        termios.tcsetwinsize(inside, (50, 200))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", *argv],
            stdin=inside,
            stdout=inside,
            stderr=inside,
            env=environment() | {"TERM": "xterm"},
            start_new_session=True,
        )
        os.close(inside)
        self._raw = ""
        self._n_seen = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        """Let no process outlive its test."""
        self.process.kill()
        self.process.wait(PATIENCE)
        os.close(self._terminal)

    @property
    def text(self) -> str:
        """Everything shown so far, without what steers the terminal."""
        return STEERING.sub("", self._raw)

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._terminal, keys.encode())

    def wait_for(self, wanted: str) -> None:
        """Read until a text is shown behind the one that was waited for before."""
        while (at := self.text.find(wanted, self._n_seen)) < 0:
            assert self._read(), f"it ended without {wanted!r}: {self.text}"
        self._n_seen = at + len(wanted)

    def wait_for_end(self) -> int:
        """Read until the process ends; return its exit code."""
        while self._read():
            pass
        return self.process.wait(PATIENCE)

    def _read(self) -> bool:
        """Read what is there next; false at the end."""
        ready, _, _ = select.select([self._terminal], [], [], PATIENCE)
        assert ready, f"nothing is shown for {PATIENCE} seconds: {self.text}"
        try:
            piece = os.read(self._terminal, 1 << 16)
        except OSError:  # Linux's word for a terminal that nobody has open any more
            return False
        if WHERE in piece:
            os.write(self._terminal, HERE)
        self._raw += piece.decode("utf-8", "replace")
        return bool(piece)
