"""Which piece of a quoted sentence says what was asked for: the day, the person, the number."""

from bot.pieces.asking import kind_asked
from bot.pieces.finding import pieces
from bot.pieces.resolved import dates

__all__ = ["dates", "kind_asked", "pieces"]
