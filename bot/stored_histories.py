"""Histories that survive a restart."""

import datetime
import json
import time
from collections.abc import Callable
from dataclasses import asdict

from bot.database import Database
from bot.forgetting import StoredForgetter
from bot.history import LONGEST_CHAT, LONGEST_HISTORY, ChatKey, State, Turn, utc
from bot.proof.claims import Claim, parse_claim

__all__ = ["StoredHistories", "claims_of", "json_of"]

COLUMNS = "question, understood, generation, quotes, as_of, is_answered, number, asked_at"
CURRENT = (
    f"SELECT {COLUMNS} FROM turns WHERE chat = ?1 AND number >"  # noqa: S608 - fixed names
    " coalesce((SELECT begins FROM states WHERE chat = ?1), 0) ORDER BY number DESC LIMIT ?2"
)
ONE = f"SELECT {COLUMNS} FROM turns WHERE number = ? AND chat = ?"  # noqa: S608 - fixed names
ADD = (
    f"INSERT INTO turns (chat, {COLUMNS})"  # noqa: S608 - fixed names
    " VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?) RETURNING number"
)
# Empty, and so nothing goes, where there are no more turns than may be kept.
TRIM = (
    "DELETE FROM turns WHERE chat = ?1 AND number <="
    " (SELECT number FROM turns WHERE chat = ?1 ORDER BY number DESC LIMIT 1 OFFSET ?2)"
)
KEEP = (
    "INSERT INTO states (chat, as_of, topic, page, used_at) VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT (chat) DO UPDATE SET as_of = excluded.as_of, topic = excluded.topic,"
    " page = excluded.page, used_at = excluded.used_at"
)
BEGIN = (
    "INSERT OR REPLACE INTO states (chat, as_of, topic, page, used_at, begins)"
    " VALUES (?1, NULL, '', 1, ?2,"
    " coalesce((SELECT max(number) FROM turns WHERE chat = ?1), 0))"
)


class StoredHistories:
    """Keeps the turns of each chat, and what it has set, in the database.

    Parameters
    ----------
    database
        where they are kept.
    clock
        seconds since 1970.
    """

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    def turns(self, chat: ChatKey) -> list[Turn]:
        """Return the last turns of a conversation, oldest first."""
        return self._current(chat, LONGEST_HISTORY)

    def conversation(self, chat: ChatKey) -> list[Turn]:
        """Return all turns of a conversation, oldest first."""
        return self._current(chat, LONGEST_CHAT)

    def turn(self, chat: ChatKey, number: int) -> Turn | None:
        """Return a turn of a chat."""
        rows = self._database.rows(ONE, number, chat)
        return _turn(*rows[0]) if rows else None

    def add(self, chat: ChatKey, turn: Turn) -> int:
        """Append a turn, let the oldest go when there are too many, and return its number."""
        with self._database.transaction():
            ((number,),) = self._database.rows(
                ADD,
                chat,
                turn.question,
                turn.understood,
                turn.generation,
                json_of(turn.quotes),
                None if turn.as_of is None else turn.as_of.isoformat(),
                turn.is_answered,
                self._clock(),
            )
            self._database.rows(TRIM, chat, LONGEST_CHAT)
        return int(str(number))

    def begin(self, chat: ChatKey) -> None:
        """Begin a new conversation, for which nothing holds."""
        with self._database.transaction():
            self._database.rows(BEGIN, chat, self._clock())

    def state(self, chat: ChatKey) -> State:
        """Return what holds for a chat."""
        rows = self._database.rows("SELECT as_of, topic, page FROM states WHERE chat = ?", chat)
        for day, topic, page in rows:
            return State(_day(day), str(topic), int(str(page)))
        return State()

    def keep(self, chat: ChatKey, state: State) -> None:
        """Let something hold for a chat."""
        day = None if state.as_of is None else state.as_of.isoformat()
        with self._database.transaction():
            self._database.rows(KEEP, chat, day, state.topic, state.page, self._clock())

    def forget(self, chat: ChatKey) -> None:
        """Delete everything of a chat, whatever keeps it in the database."""
        StoredForgetter(self._database).forget(chat)

    def _current(self, chat: ChatKey, most: int) -> list[Turn]:
        rows = self._database.rows(CURRENT, chat, most)
        return [_turn(*row) for row in reversed(rows)]


def json_of(claims: tuple[Claim, ...]) -> str:
    """Write claims as they are stored."""
    return json.dumps([asdict(claim) for claim in claims])


def claims_of(stored: object) -> tuple[Claim, ...]:
    """Read what `json_of` wrote."""
    return tuple(parse_claim(fields) for fields in json.loads(str(stored)))


def _turn(*row: object) -> Turn:
    question, understood, generation, quotes, as_of, is_answered, number, asked_at = row
    return Turn(
        str(question),
        str(understood),
        str(generation),
        claims_of(quotes),
        _day(as_of),
        bool(is_answered),
        int(str(number)),
        utc(float(str(asked_at))),
    )


def _day(stored: object) -> datetime.date | None:
    return None if stored is None else datetime.date.fromisoformat(str(stored))
