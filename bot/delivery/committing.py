"""Many small pieces of work, one transaction: a disk that syncs once serves everybody."""

import asyncio
import sqlite3
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Any, TypeVar

import structlog

from bot.database import Database
from bot.delivery.stopping import Stop
from bot.errors import DatabaseUnusable

__all__ = ["GroupCommit", "NotStored", "is_trouble"]

Result = TypeVar("Result")

# Seconds after which a transaction takes up no further work, at the least and at the most: until it
# ends, nobody knows of what was sent, and a kill would have it sent again. In between it is some
# times what the last commit took, so that a slow disk does not use up the time.
SHORTEST_BATCH, LONGEST_BATCH, COMMITS_A_BATCH = 0.02, 0.1, 3.0
# Seconds: the first pause after a failure, and what doubling it may lead to.
FIRST_PAUSE, LONGEST_PAUSE = 0.25, 8.0
# What is wrong with the disk, or with who else has the file open, and no fault of the work.
TROUBLES = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
    }
)
DAMAGES = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})

log = structlog.stdlib.get_logger()


class NotStored(Exception):
    """The database took nothing of it; later it may."""


@dataclass(slots=True)
class _Work:
    run: Callable[[], Any]
    done: "asyncio.Future[Any]"
    result: Any = None
    error: Exception | None = None


class GroupCommit:
    """Runs work in the database's one thread, as much of it in a transaction as there is.

    Each piece takes effect by itself or not at all, and its result is given only once the whole
    transaction is on the disk.

    Parameters
    ----------
    database
        where it takes effect.
    executor
        one thread.
    stop
        ends the pauses of `insist`.
    """

    def __init__(self, database: Database, executor: Executor, stop: Stop) -> None:
        self._database = database
        self._executor = executor
        self._stop = stop
        self._quick: deque[_Work] = deque()
        self._slow: deque[_Work] = deque()
        self._life: asyncio.Task[None] | None = None
        # Seconds on the monotonic clock since the thread is at work, or None when it is at rest.
        self.busy_since: float | None = None
        self.damage: DatabaseUnusable | None = None
        self._commit_seconds = 0.0

    async def do(self, run: Callable[[], Result], *, slow: bool = False) -> Result:
        """Run something and return its result when it is on the disk.

        Parameters
        ----------
        run
            works on the database.
        slow
            whether it takes its time; quick work shares no transaction with it.

        Raises
        ------
        NotStored
            The disk is full, somebody else has locked the file, or the like.
        """
        work = _Work(run, asyncio.get_running_loop().create_future())
        (self._slow if slow else self._quick).append(work)
        if self._life is None:
            self._life = asyncio.create_task(self._work_off())
        result: Result = await work.done
        return result

    async def insist(self, run: Callable[[], Result], *, slow: bool = False) -> Result:
        """Run something, again and again until the database takes it.

        Raises
        ------
        Stopped
            The process ends before that.
        """
        pause = FIRST_PAUSE
        while True:
            try:
                return await self.do(run, slow=slow)
            except NotStored as error:
                log.warning("nothing can be stored", reason=str(error), next_try_in=pause)
            await self._stop.pause(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    async def _work_off(self) -> None:
        """Run batches, quick and slow in turns; while one runs, the next one gathers."""
        try:
            while self._quick or self._slow:
                for queue in (self._quick, self._slow):
                    if queue:
                        await self._run_batch(queue)
        finally:
            self._life = None

    async def _run_batch(self, queue: deque[_Work]) -> None:
        """Have some work of a queue done, and give the results out."""
        waiting = list(queue)
        self.busy_since = time.monotonic()
        try:
            loop = asyncio.get_running_loop()
            taken = await loop.run_in_executor(self._executor, self._batch, waiting)
        except Exception as error:
            taken = waiting
            for work in taken:
                work.error = error
        finally:
            self.busy_since = None
        for work in taken:
            queue.popleft()
            _settle(work)

    def _batch(self, waiting: list[_Work]) -> list[_Work]:
        """Run work in one transaction until it is time to commit; return what was taken up."""
        taken: list[_Work] = []
        length = COMMITS_A_BATCH * self._commit_seconds
        end = time.monotonic() + min(max(length, SHORTEST_BATCH), LONGEST_BATCH)
        try:
            with self._database.transaction():
                for work in waiting:
                    taken.append(work)
                    self._run(work)
                    if time.monotonic() > end:
                        break
                committing = time.monotonic()
        except sqlite3.Error as error:
            self._note(error)
            for work in taken or waiting:
                work.error = NotStored(str(error))
            return taken or waiting
        self._commit_seconds = time.monotonic() - committing
        return taken

    def _run(self, work: _Work) -> None:
        try:
            with self._database.transaction():
                work.result = work.run()
        except Exception as error:
            if is_trouble(error):
                raise
            work.error = error

    def _note(self, error: sqlite3.Error) -> None:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in DAMAGES:
            self.damage = DatabaseUnusable(self._database.file, str(error))


def is_trouble(error: BaseException) -> bool:
    """Say whether the database failed, rather than what was done with it."""
    # The low byte is the error, the rest its detail.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return isinstance(error, sqlite3.Error) and code in TROUBLES | DAMAGES


def _settle(work: _Work) -> None:
    if work.done.cancelled():
        return
    if work.error is not None:
        work.done.set_exception(work.error)
    else:
        work.done.set_result(work.result)
