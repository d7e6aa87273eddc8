"""Why a sentence comes first: what adds up to its score, and what came next."""

from dataclasses import dataclass

from bot.answers import Quote

__all__ = ["Contribution", "Explanation"]


@dataclass(frozen=True, slots=True)
class Contribution:
    """One thing that adds to a score or takes from it.

    Attributes:
        name: what it is, in a fixed phrase of the ranking.
        points: how much, by natural logarithm of the odds.
    """

    name: str
    points: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """The first quote's score, taken apart.

    Attributes:
        understood: what was searched for.
        carried: what the question was given that was not typed.
        first: the sentence that comes first.
        contributions: largest first, by size; together they are `first.score`.
        runner_up: the sentence that comes next, or None.
        is_newer: whether the first leads, against its score, as the newest of several statements.
    """

    understood: str
    carried: tuple[str, ...]
    first: Quote
    contributions: tuple[Contribution, ...]
    runner_up: Quote | None
    is_newer: bool = False

    @property
    def margin(self) -> float | None:
        """By how much the first is ahead of the next; None where nothing came next."""
        return None if self.runner_up is None else self.first.score - self.runner_up.score
