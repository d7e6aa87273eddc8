"""What a programme is: something done to a rig, on a scale."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.faults.delivery.rig import Rig

__all__ = ["Body", "Size"]


@dataclass(frozen=True, slots=True)
class Size:
    """How much of everything.

    Attributes:
        n_cycles: how often to start and end the bot.
        n_questions: how many questions to ask where each may be hit.
        n_waiting: how many questions wait at the start where that is the point.
        is_long: whether what takes minutes is tried.
    """

    n_cycles: int
    n_questions: int
    n_waiting: int
    is_long: bool


Body = Callable[[Rig, Size], Awaitable[None]]
