"""When who asks what: fixed before a run begins, whatever the bot then does."""

import heapq
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = ["Arrival", "merged", "poisson"]


@dataclass(frozen=True, slots=True)
class Arrival:
    """One question.

    Attributes:
        at: seconds from the beginning of the run.
        chat: number of the chat, from 0.
        text: the question.
    """

    at: float
    chat: int
    text: str


def poisson(
    rate: float, seconds: float, *, chats: Sequence[int], texts: Sequence[str], seed: int
) -> list[Arrival]:
    """Draw a Poisson process: gaps are exponential, chats and texts are drawn evenly.

    Parameters
    ----------
    rate
        questions a second, all chats together, on average.
    seconds
        length of the run; the last question comes before its end.
    chats
        numbers of the chats that ask.
    texts
        the questions they ask.
    seed
        of every random choice.

    Examples
    --------
    >>> drawn = poisson(5, 1_000, chats=[0, 1], texts=["why?"], seed=1)
    >>> 4_800 < len(drawn) < 5_200
    True
    """
    chance = random.Random(seed)  # noqa: S311 - the same load every time
    drawn: list[Arrival] = []
    at = chance.expovariate(rate)
    while at < seconds:
        drawn.append(Arrival(at, chance.choice(chats), chance.choice(texts)))
        at += chance.expovariate(rate)
    return drawn


def merged(*schedules: Iterable[Arrival]) -> list[Arrival]:
    """Put schedules together, each in order, into one in order."""
    return list(heapq.merge(*schedules, key=lambda arrival: arrival.at))
