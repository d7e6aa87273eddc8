"""The command that tells in numbers how the bot is doing."""

import datetime
import time
from collections.abc import Callable, Mapping

from bot.administering.administration import Command
from bot.database import Database
from bot.feedback import Verdict
from bot.phrases import administering
from bot.replies import Reply, say
from retrieval.index import Index

__all__ = ["stats"]

# Days of "lately".
WEEK = datetime.timedelta(days=7)

_OUTCOMES = "SELECT is_answered, count(*) FROM turns WHERE asked_at >= ? GROUP BY is_answered"
# The plus keeps SQLite from going through all turns by their chats.
_CHATS = "SELECT DISTINCT +chat FROM turns WHERE asked_at >= ?"


def stats(
    database: Database,
    index: Callable[[], Index],
    feedback: Callable[[], Mapping[Verdict, int]],
    *,
    clock: Callable[[], float] = time.time,
) -> dict[str, Command]:
    """Return the command `stats`.

    Questions are counted in the conversations that are kept: what is forgotten does not count.

    Parameters
    ----------
    database
        keeps the conversations.
    index
        gives what the home's own documents are searched in now.
    feedback
        counts what people said of answers, by verdict.
    clock
        seconds since 1970.
    """
    started = clock()

    def command(by: int, rest: str) -> Reply:
        now = clock()
        midnight = _midnight(now)
        week = now - WEEK.total_seconds()
        current = index()
        lines = [
            administering.asked("today", *_outcomes(database, midnight)),
            administering.asked("in 7 days", *_outcomes(database, week)),
            administering.chats(_n_chats(database, week)),
            administering.holds(current.name, current.library.n_documents, len(current.passages)),
            administering.feedback(feedback().items()),
            administering.up(datetime.timedelta(seconds=int(now - started))),
        ]
        return say("\n".join(lines))

    return {"stats": command}


def _midnight(now: float) -> float:
    day = datetime.datetime.fromtimestamp(now, datetime.UTC).date()
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC).timestamp()


def _outcomes(database: Database, since: float) -> tuple[int, int]:
    """Count the questions answered and declined since a time."""
    found = {bool(is_answered): int(str(n)) for is_answered, n in database.rows(_OUTCOMES, since)}
    return found.get(True, 0), found.get(False, 0)


def _n_chats(database: Database, since: float) -> int:
    """Count the chats that asked since a time; the topics of a forum are one chat."""
    keys = [str(key) for (key,) in database.rows(_CHATS, since)]
    return len({tuple(key.split(":")[:2]) for key in keys})
