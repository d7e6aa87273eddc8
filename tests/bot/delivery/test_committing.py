import asyncio
import sqlite3
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from bot.database import Database
from bot.delivery.committing import GroupCommit, NotStored
from bot.delivery.stopping import Stop, Stopped


class Counting(Database):
    """A database that counts its commits."""

    def __init__(self, file: Path) -> None:
        super().__init__(file)
        self.commits: list[str] = []
        self._connection.set_trace_callback(self._note)

    def _note(self, statement: str) -> None:
        if statement == "COMMIT":
            self.commits.append(statement)


@pytest.fixture
def database(tmp_path: Path) -> Counting:
    return Counting(tmp_path / "quoth.db")


@pytest.fixture
async def commits(database: Counting) -> AsyncIterator[GroupCommit]:
    with ThreadPoolExecutor(max_workers=1) as executor:
        yield GroupCommit(database, executor, Stop(asyncio.Event()))
    database.close()


def owners(database: Database) -> list[tuple[object, ...]]:
    return database.rows("SELECT id FROM access ORDER BY id")


def add(database: Database, number: int) -> int:
    with database.transaction() as connection:
        connection.execute("INSERT INTO access VALUES ('owner', ?)", (number,))
    return number


async def test_what_comes_together_is_committed_together(
    database: Counting, commits: GroupCommit
) -> None:
    works = [commits.do(lambda n=n: add(database, n)) for n in range(50)]  # type: ignore[misc]

    assert await asyncio.gather(*works) == list(range(50))
    assert owners(database) == [(n,) for n in range(50)]
    # The tasks start one after the other, so that all of them find one batch, or two.
    assert len(database.commits) <= 2


async def test_work_that_fails_takes_nothing_else_with_it(
    database: Counting, commits: GroupCommit
) -> None:
    def fail() -> None:
        add(database, 7)
        raise ValueError("a fault of the work")

    results = await asyncio.gather(
        commits.do(lambda: add(database, 1)),
        commits.do(fail),
        commits.do(lambda: add(database, 2)),
        return_exceptions=True,
    )

    assert [type(result) for result in results] == [int, ValueError, int]
    assert owners(database) == [(1,), (2,)]


async def test_quick_work_goes_before_slow_work(database: Counting, commits: GroupCommit) -> None:
    order = list[str]()

    await asyncio.gather(
        commits.do(lambda: order.append("slow"), slow=True),
        commits.do(lambda: order.append("quick")),
    )

    assert order == ["quick", "slow"]


async def test_what_cannot_be_stored_is_said_and_stored_when_it_can_be(
    database: Counting, commits: GroupCommit
) -> None:
    database.rows("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(database.file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(NotStored):
            await commits.do(lambda: add(database, 1))
        insisting = asyncio.ensure_future(commits.insist(lambda: add(database, 2)))
        with pytest.raises(NotStored):
            await commits.do(lambda: add(database, 3))
        other.execute("ROLLBACK")

    await asyncio.wait_for(insisting, 5)

    assert owners(database) == [(2,)]


async def test_whoever_insists_gives_up_at_the_stop(database: Counting) -> None:
    stopping = asyncio.Event()
    database.rows("PRAGMA query_only = 1")  # nothing can be written
    with ThreadPoolExecutor(max_workers=1) as executor:
        commits = GroupCommit(database, executor, Stop(stopping))
        insisting = asyncio.ensure_future(commits.insist(lambda: add(database, 1)))
        stopping.set()

        with pytest.raises(Stopped):
            await insisting
    database.close()
