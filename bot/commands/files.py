"""Files that a command is given, where `-` is the input or the output."""

import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from bot.errors import BadInput

__all__ = ["open_input", "open_output", "read_text"]

DASH = Path("-")


def read_text(path: Path) -> str:
    """Return a file's text, or the whole input for `-`.

    Raises
    ------
    BadInput
        the file is not UTF-8.
    """
    try:
        return sys.stdin.read() if path == DASH else path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"{path}: not UTF-8 text", "give a file that Quoth wrote") from error


@contextmanager
def open_input(path: Path) -> Iterator[TextIO]:
    """Open a file to read, or the input for `-`; bytes that are no UTF-8 are read as U+FFFD.

    A byte order mark in front of a file is no part of its first line.
    """
    if path == DASH:
        yield sys.stdin
    else:
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            yield file


@contextmanager
def open_output(path: Path | None) -> Iterator[TextIO]:
    r"""Open a file to write, or the output for `-` and for none.

    The file takes its place at the end; until then, and on any error, an earlier one stays.

    Half a surrogate pair is written as JSON escapes it, `\ud800`.
    """
    if path is None or path == DASH:
        yield sys.stdout
    elif path.exists() and not path.is_file():
        # A device or a pipe is written to, never replaced.
        with path.open("w", encoding="utf-8", errors="backslashreplace") as file:
            yield file
    else:
        with _replacing(path) as file:
            yield file


@contextmanager
def _replacing(path: Path) -> Iterator[TextIO]:
    """Write beside a file and rename at the end; where a link stands, its target is replaced."""
    target = path.resolve()
    aside = target.with_name(f".quoth-{secrets.token_hex(8)}")
    try:
        with aside.open("x", encoding="utf-8", errors="backslashreplace") as file:
            if target.exists():
                target.open("r+b").close()  # a file that may not be written is not replaced
                shutil.copymode(target, aside)
            yield file
        aside.replace(target)
    except OSError as error:
        if error.filename in (str(aside), aside):
            error.filename = str(path)
        raise
    finally:
        aside.unlink(missing_ok=True)
