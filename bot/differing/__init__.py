"""Whether sentences of different documents say the same thing with other values."""

from bot.differing.comparing import difference
from bot.differing.relating import relation
from bot.differing.statements import Difference, Span, Statement

__all__ = ["Difference", "Span", "Statement", "difference", "relation"]
