"""Files that a command is given, where `-` is the input or the output."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

__all__ = ["open_input", "open_output", "read_text"]

DASH = Path("-")


def read_text(path: Path) -> str:
    """Return a file's text, or the whole input for `-`."""
    return sys.stdin.read() if path == DASH else path.read_text(encoding="utf-8")


@contextmanager
def open_input(path: Path) -> Iterator[TextIO]:
    """Open a file to read, or the input for `-`; bytes that are no UTF-8 are read as U+FFFD."""
    if path == DASH:
        yield sys.stdin
    else:
        with path.open(encoding="utf-8", errors="replace") as file:
            yield file


@contextmanager
def open_output(path: Path | None) -> Iterator[TextIO]:
    """Open a file to write, or the output for `-` and for none."""
    if path is None or path == DASH:
        yield sys.stdout
    else:
        with path.open("w", encoding="utf-8") as file:
            yield file
