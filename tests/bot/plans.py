"""How SQLite goes about the queries of some work."""

from collections.abc import Callable

from bot.database import Database

__all__ = ["plans"]


def plans(database: Database, work: Callable[[], object]) -> list[str]:
    """Return the steps that go through a table or an index, of every query that some work makes."""
    made: list[str] = []
    with database.transaction() as connection:
        connection.set_trace_callback(made.append)
        work()
        connection.set_trace_callback(None)
    queries = [sql for sql in made if sql.startswith("SELECT")]
    steps = [row[-1] for sql in queries for row in database.rows(f"EXPLAIN QUERY PLAN {sql}")]
    return [str(step) for step in steps if str(step).startswith(("SCAN", "SEARCH"))]
