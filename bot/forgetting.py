"""Everything of a chat deleted: its rows, and its words in the rows that have to stay."""

import re
from typing import Final

from bot.database import Database
from bot.history import ChatKey

__all__ = ["StoredForgetter"]

# Whatever is kept under the name of the chat or of one of its topics; their names begin with the
# chat's and a colon, behind which only a semicolon comes.
BY_NAME: Final = tuple(
    f"DELETE FROM {table} WHERE chat = ?1 OR (chat > ?1 || ':' AND chat < ?1 || ';')"  # noqa: S608
    for table in ("turns", "states", "feedback")
)
# Whatever is kept under a number of the chat. Rows of the inbox and the outbox stay as numbers, so
# that what is repeated is known; the texts of the others are dropped when they are settled.
BY_NUMBER: Final = (
    "DELETE FROM shown WHERE chat = ?",
    "DELETE FROM choices WHERE chat = ?",
    "DELETE FROM links WHERE chat = ?",
    "UPDATE inbox SET raw = '' WHERE state = 'dead' AND chat = ?",
    # Answers to presses and to inline questions go to no chat, but what they answer came from one.
    (
        "UPDATE outbox SET payload = '{}' WHERE state IN ('dead', 'uncertain') AND next_at IS NULL"
        " AND (chat = ?1 OR update_id IN (SELECT update_id FROM inbox WHERE chat = ?1))"
    ),
)
NUMBERED: Final = re.compile(r"telegram:(-?[0-9]+)(?::[0-9]+)?")


class StoredForgetter:
    """Deletes what the database keeps of a chat.

    Parameters
    ----------
    database
        where everything is kept; its file is rid of it at the next purge.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def forget(self, chat: ChatKey) -> None:
        """Delete everything of a chat, with all its topics."""
        found = NUMBERED.fullmatch(chat)
        with self._database.transaction():
            for number in self._numbers(int(found[1])) if found else ():
                self._run(BY_NUMBER, number)
                self._run(BY_NAME, f"telegram:{number}")
            self._run(BY_NAME, chat)
            self._database.purge_soon()

    def _numbers(self, chat: int) -> list[int]:
        """Return every number of a chat: groups get another one when they grow."""
        rows = self._database.rows("SELECT new FROM moves WHERE old = ?", chat)
        return [chat, *(int(str(new)) for (new,) in rows)]

    def _run(self, statements: tuple[str, ...], value: object) -> None:
        for sql in statements:
            self._database.rows(sql, value)
