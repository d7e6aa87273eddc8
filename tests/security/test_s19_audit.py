"""S19: what is changed in the audit log is found, and the first bad entry is named.

Laws of the chain: tests/bot/audit/test_chain.py; the command: tests/bot/commands/test_audit.py.
"""

import datetime
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.audit.chain import BEGINNING, Head, seal
from bot.audit.recording import record, user
from bot.database import Database
from tests.bot.audit.calling import call

N_ENTRIES = 30
NOON = datetime.datetime(2024, 5, 1, 12, tzinfo=datetime.UTC)
COLUMNS = ("at", "actor", "action", "detail", "digest")


def _setting(n: int, change: str) -> str:
    return f"UPDATE audit SET {change} WHERE number = {n};"  # noqa: S608 - our own texts


def _removing(n: int) -> str:
    return f"DELETE FROM audit WHERE number = {n};"  # noqa: S608 - our own texts


# Each with the number of the entry that must be named.
CHANGES = [(_setting(n, f"{name} = {name} || 'x'"), n) for name in COLUMNS for n in (1, 2, 15, 30)]
REMOVALS = [(_removing(n), n) for n in (1, 15, 29)]
MOVES = [
    ("UPDATE audit SET number = -number; UPDATE audit SET number = 31 + number", 1),
    (_setting(7, "number = 99") + _setting(8, "number = 7") + _setting(99, "number = 8"), 7),
    (_setting(30, "number = 31"), 30),
    ("INSERT INTO audit SELECT 31, at, actor, action, detail, digest FROM audit LIMIT 1", 31),
    (_setting(4, "digest = (SELECT digest FROM audit WHERE number = 3)"), 4),
    ("UPDATE audit SET at = '' WHERE number > 20", 21),
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Head]:
    """A database with thirty entries, and its head."""
    database = Database(tmp_path_factory.mktemp("audit") / "quoth.db")
    with database.transaction() as connection:
        for n in range(N_ENTRIES):
            head = record(connection, user(n), "denied", f"/open in chat {n}", at=NOON)
    database.close()
    return database.file, head


@pytest.fixture
def copy(whole: tuple[Path, Head], tmp_path: Path) -> Path:
    """A database of its own."""
    return Path(shutil.copy(whole[0], tmp_path / "quoth.db"))


def damage(file: Path, statements: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(statements)


def test_a_log_that_nobody_touched_holds(whole: tuple[Path, Head]) -> None:
    file, head = whole

    assert call(file.parent, "verify", "--head", str(head)) == (
        0,
        f"30 entries hold, head {head}\n",
    )


@pytest.mark.parametrize(("statements", "first"), CHANGES + REMOVALS + MOVES)
def test_every_planted_damage_is_found_and_the_first_bad_entry_named(
    copy: Path, statements: str, first: int
) -> None:
    damage(copy, statements)

    code, out = call(copy.parent, "verify")

    assert code == 1
    assert out.startswith(f"entry {first}: ")


@pytest.mark.parametrize("statements", ["DELETE FROM audit WHERE number > 20", "DELETE FROM audit"])
def test_an_end_that_is_cut_off_is_found_by_the_head_in_the_log_lines(
    whole: tuple[Path, Head], copy: Path, statements: str
) -> None:
    damage(copy, statements)

    assert call(copy.parent, "verify")[0] == 0
    assert call(copy.parent, "verify", "--head", str(whole[1]))[0] == 1


def test_a_log_sealed_anew_is_found_by_the_head_in_the_log_lines(
    whole: tuple[Path, Head], copy: Path
) -> None:
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.execute("UPDATE audit SET actor = 'telegram:999' WHERE number = 5")
        before = BEGINNING
        for row in connection.execute("SELECT * FROM audit ORDER BY number").fetchall():
            before = seal(before, *row[:5])
            connection.execute("UPDATE audit SET digest = ? WHERE number = ?", (before, row[0]))

    assert call(copy.parent, "verify")[0] == 0
    assert call(copy.parent, "verify", "--head", str(whole[1])) == (
        1,
        "entry 30: it is not the one that was seen earlier\n",
    )
