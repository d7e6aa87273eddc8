"""One process at a time works with a database: a second would answer everything again."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.errors import DatabaseUnusable

__all__ = ["held"]

# Seconds to wait for a process that is about to end, and between two looks.
PATIENCE, LOOK = 15.0, 0.2


@contextmanager
def held(database: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold a database until the block ends, or the process does, however that comes.

    Parameters
    ----------
    database
        the file; another one beside it is locked.
    patience
        seconds to wait for whoever holds it.

    Raises
    ------
    DatabaseUnusable
        Somebody else holds it, or nothing can be written there.
    """
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
        number = os.open(database.with_name(f"{database.name}-held"), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise DatabaseUnusable(database, str(error)) from error
    try:
        if not _locked(number, patience):
            problem = "another Quoth works with it"
            raise DatabaseUnusable(database, problem, "stop that one first")
        yield
    finally:
        os.close(number)


def _locked(number: int, patience: float) -> bool:
    end = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            if time.monotonic() >= end:
                return False
            time.sleep(LOOK)
        else:
            return True
