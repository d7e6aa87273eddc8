"""What a chat chooses for itself."""

from typing import Final, Literal

from bot.database import Database

__all__ = ["DEFAULTS", "GROUPS_ONLY", "Choice", "Preferences"]

Choice = Literal["buttons", "sure"]

# buttons: whether answers have buttons; sure: whether questions in a group that nobody asks the bot
# are answered where the answer is sure.
DEFAULTS: Final[dict[Choice, bool]] = {"buttons": True, "sure": False}
GROUPS_ONLY: Final = frozenset[Choice]({"sure"})


class Preferences:
    """Rows by chat and choice; every method runs within a transaction.

    Parameters
    ----------
    database
        where they are.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def is_on(self, chat: int, choice: Choice) -> bool:
        """Say how a chat chooses."""
        rows = self._database.rows(
            "SELECT is_on FROM choices WHERE chat = ? AND name = ?", chat, choice
        )
        return bool(rows[0][0]) if rows else DEFAULTS[choice]

    def flip(self, chat: int, choice: Choice) -> None:
        """Let a chat choose the other way."""
        self._database.rows(
            "INSERT OR REPLACE INTO choices (chat, name, is_on) VALUES (?, ?, ?)",
            chat,
            choice,
            not self.is_on(chat, choice),
        )

    def standing(self, chat: int, *, is_private: bool) -> dict[Choice, bool]:
        """Return how a chat chooses, for each choice that it has."""
        names = [name for name in DEFAULTS if not (is_private and name in GROUPS_ONLY)]
        return {name: self.is_on(chat, name) for name in names}
