"""What is being answered, noted beside the database for when the process ends in the middle."""

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["AtWork"]

WIDTH = 20


class AtWork:
    """A file with the number of what is being answered, or nothing.

    It is written without waiting for the disk: it need only outlive the process, not the machine.
    Where it cannot be written, there is nothing noted, and no more harm than that.

    Parameters
    ----------
    database
        the file of the database, beside which it stands.
    """

    def __init__(self, database: Path) -> None:
        self._file = database.with_name(f"{database.name}-at-work")

    @contextmanager
    def on(self, update_id: int) -> Iterator[None]:
        """Note that something is being answered until the block ends."""
        self._write(str(update_id))
        try:
            yield
        finally:
            self._write("")

    def left(self) -> int | None:
        """Return what the last process ended in the middle of, once, or None."""
        try:
            noted = self._file.read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            return None
        self._write("")
        return int(noted) if noted.isdecimal() else None

    def _write(self, text: str) -> None:
        with contextlib.suppress(OSError):
            number = os.open(self._file, os.O_WRONLY | os.O_CREAT, 0o600)
            try:
                os.pwrite(number, f"{text:<{WIDTH}}".encode(), 0)
            finally:
                os.close(number)
