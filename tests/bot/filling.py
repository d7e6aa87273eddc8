"""Rows for any table of the database, whatever columns it has."""

from bot.database import Database

__all__ = ["insert", "tables"]


def tables(database: Database) -> dict[str, dict[str, str]]:
    """Return the name of each table with its columns and their types."""
    names = database.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    )
    return {
        str(name): {
            str(column): str(kind)
            for _, column, kind, *_ in database.rows(f"PRAGMA table_info({name})")
        }
        for (name,) in names
    }


def insert(database: Database, table: str, **values: object) -> None:
    """Insert a row, with something empty wherever no value is given."""
    empty = {"INTEGER": 0, "REAL": 0.0, "TEXT": "", "BLOB": b""}
    columns = tables(database)[table]
    row = {name: values.get(name, empty[kind]) for name, kind in columns.items()}
    assert set(values) <= set(columns)
    marks = ", ".join("?" * len(row))
    database.rows(
        f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})",  # noqa: S608 - names of ours
        *row.values(),
    )
