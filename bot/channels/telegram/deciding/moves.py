"""The older numbers of groups that became supergroups: everything is kept under the oldest."""

from bot.database import Database

__all__ = ["Moves"]


class Moves:
    """Finds the oldest number of a chat, also after a restart.

    Parameters
    ----------
    database
        where the numbers are kept.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        rows = database.rows("SELECT new, old FROM moves")
        self._old = {int(str(new)): int(str(old)) for new, old in rows}

    def settled(self, chat: int) -> int:
        """Return the number that a chat was first known under."""
        return self._old.get(chat, chat)

    def names(self, chat: int) -> list[int]:
        """Return every number of a chat, the oldest first."""
        oldest = self.settled(chat)
        return [oldest, *(new for new, old in self._old.items() if old == oldest)]

    def move(self, old: int, new: int) -> None:
        """Treat a chat's new number as its old one."""
        oldest = self.settled(old)
        if oldest == new:
            return
        self._database.rows("INSERT OR REPLACE INTO moves (new, old) VALUES (?, ?)", new, oldest)
        self._old[new] = oldest
