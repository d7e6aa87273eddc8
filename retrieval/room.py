"""A full or faulty disk is told of by the folder that is on it."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from retrieval.errors import RetrievalError

__all__ = ["room_in"]

# The disk, or the share of it that a user may fill.
FULL = (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def room_in(home: Path) -> Iterator[None]:
    """Tell of a full disk, and of a fault that names no file, by the folder where it is.

    Raises
    ------
    RetrievalError
        with the remedy, in place of the system's error.
    """
    try:
        yield
    except OSError as error:
        if error.errno in FULL:
            problem = f"no space left in {home}: free some and index again"
            raise RetrievalError(problem) from error
        # A broken pipe is not the disk's: whoever read what this process prints went away.
        if error.filename is not None or isinstance(error, BrokenPipeError):
            raise
        problem = f"{home}: {(error.strerror or str(error)).lower()}"
        remedy = "check its disk and the limits on it, and index again"
        raise RetrievalError(f"{problem}: {remedy}") from error
