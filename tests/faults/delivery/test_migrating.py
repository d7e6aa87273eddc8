"""R26: a database of each past version is brought up to date, or left as it was by a kill."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from importlib import resources
from pathlib import Path

import pytest

from bot.database import Database
from tests.bot.calling import ROOT, environment
from tests.faults.shim import Shim, compiler

NAMES = sorted(
    entry.name
    for entry in resources.files("bot.migrations").iterdir()
    if entry.name.endswith(".sql")
)
NEWEST = len(NAMES)
PAST = range(1, NEWEST)
# The version that keeps what is received.
DELIVERY = 3
OPEN = "import sys, pathlib, bot.database; bot.database.Database(pathlib.Path(sys.argv[1])).close()"
# How many kills to spread over one migration.
N_KILLS = 3


def made(file: Path, version: int) -> Path:
    """Make a database as that version left it, with an owner and, where it can, a question."""
    folder = resources.files("bot.migrations")
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        for name in NAMES[:version]:
            connection.executescript((folder / name).read_text())
        connection.execute(f"PRAGMA user_version = {version}")
        connection.execute("INSERT INTO access VALUES ('owner', 8)")
        if version >= DELIVERY:
            connection.execute(
                "INSERT INTO inbox (update_id, lane, raw, received_at, state)"
                " VALUES (5, '7', '{}', 1.0, 'new')"
            )
    return file


def kept(database: Database) -> list[object]:
    """Return the version, who owns the bot, and what waits."""
    names = ("PRAGMA user_version", "SELECT id FROM access", "SELECT update_id FROM inbox")
    return [database.rows(sql) for sql in names]


def expected(version: int) -> list[object]:
    return [[(NEWEST,)], [(8,)], [(5,)] if version >= DELIVERY else []]


def opened(file: Path, environ: dict[str, str]) -> int:
    """Open a database in a process of its own, and return its exit code."""
    return subprocess.run(
        [sys.executable, "-c", OPEN, str(file)],
        env={**environment(), **environ},
        cwd=ROOT,
        check=False,
        start_new_session=True,
    ).returncode


@pytest.mark.parametrize("version", PAST)
def test_each_past_version_is_brought_up_to_date_with_all_it_holds(
    tmp_path: Path, version: int
) -> None:
    file = made(tmp_path / "quoth.db", version)

    with closing(Database(file)) as database:
        found = kept(database)

    assert found == expected(version)


@pytest.mark.parametrize("version", PAST)
def test_a_kill_in_the_middle_of_it_leaves_all_to_the_next_start(
    tmp_path: Path, version: int
) -> None:
    if (found := compiler()) is None:
        pytest.skip("no C compiler")
    shim, folders = Shim(tmp_path, found), [tmp_path / f"home {n}" for n in range(N_KILLS + 1)]
    for folder in folders:
        folder.mkdir()
        made(folder / "quoth.db", version)
    opened(folders[0] / "quoth.db", shim.environ(folders[0], at=0, how="once", error=0))
    n_calls = shim.record().n_calls

    codes, rows = [], []
    for n, folder in enumerate(folders[1:]):
        at = 1 + n * (n_calls - 1) // (N_KILLS - 1)
        codes.append(opened(folder / "quoth.db", shim.environ(folder, at=at, how="kill", error=0)))
        with closing(Database(folder / "quoth.db")) as database:
            rows.append(kept(database))

    assert codes == [-9] * N_KILLS
    assert rows == [expected(version)] * N_KILLS
