"""Sentences that tell the same event, brought together."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.timeline.dating import When
from bot.timeline.gathering import Told
from bot.timeline.likeness import Words, likeness

__all__ = ["Dated", "merge"]

# How alike sentences must be that name the same day, the same longer stretch, or one that holds
# the other. On one day a topic seldom sees two things, and hardly ever are two planned for it.
SAME_DAY = 0.12
SAME_PLAN = 0.03
SAME_STRETCH = 0.3
WITHIN = 0.2
# One that looks forward and one that looks back tell different things, as plans do not hold.
UNLIKE_TENSE = 0.28
# What looks back from so many days on at a stretch as short as a month hardly means another event
# than the one known from that time.
A_MONTH = 31
LOOKS_BACK = 45
LOOKING_BACK = 0.02
# How alike a sentence must be to two groups of the same days to bring them together.
BRIDGING = 0.4
# How well a sentence joins another at the least, if it does.
LEAST = 1e-6


@dataclass(frozen=True, slots=True)
class Dated:
    """A sentence, when its event happened, and the words that tell it."""

    told: Told
    when: When
    words: Words


def merge(dated: Iterable[Dated]) -> list[list[Dated]]:
    """Return groups of sentences that tell the same event; the first one has the finest date.

    Two tell the same event when the days of one lie within those of the other, and they are alike
    in words. A third joins that is like one of them.

    Parameters
    ----------
    dated
        best first.
    """
    groups: list[list[Dated]] = []
    for one in sorted(dated, key=_n_days):
        fits = [_fit(one, group) for group in groups]
        best = max(range(len(groups)), key=fits.__getitem__, default=-1)
        if best < 0 or not fits[best]:
            groups.append([one])
        else:
            groups[best].append(one)
            groups = _bridged(groups, fits, best)
    return groups


def _bridged(groups: list[list[Dated]], fits: list[float], best: int) -> list[list[Dated]]:
    """Bring the best group for a sentence together with others of its days that it fits too."""
    joining = [
        group
        for n, group in enumerate(groups)
        if n != best and fits[n] >= BRIDGING and _same_days(group[0], groups[best][0])
    ]
    for group in joining:
        groups[best].extend(group)
        group.clear()
    return [group for group in groups if group]


def _n_days(one: Dated) -> int:
    return (one.when.last - one.when.first).days


def _same_days(one: Dated, other: Dated) -> bool:
    return _holds(one.when, other.when) and _holds(other.when, one.when)


def _fit(one: Dated, group: list[Dated]) -> float:
    """Return how well a sentence joins a group, 0 where it does not."""
    if not _holds(one.when, group[0].when):
        return 0.0
    return max(_excess(one, other) for other in group)


def _holds(when: When, other: When) -> bool:
    return when.first <= other.first and other.last <= when.last


def _excess(one: Dated, other: Dated) -> float:
    if not _holds(one.when, other.when):
        return 0.0
    alike = likeness(one.words, other.words)
    return max(alike, LEAST) if alike >= _needed(one, other.when) else 0.0


def _needed(one: Dated, other: When) -> float:
    """Return how alike two must be to tell the same event."""
    when, published = one.when, one.told.published
    if when.is_ahead != other.is_ahead:
        return UNLIKE_TENSE
    n_days = _n_days(one)
    is_same = (when.first, when.last) == (other.first, other.last)
    if published is not None and n_days <= A_MONTH and (published - when.last).days >= LOOKS_BACK:
        return 0.0 if is_same else LOOKING_BACK
    if not is_same:
        return WITHIN
    if n_days:
        return SAME_STRETCH
    return SAME_PLAN if when.is_ahead else SAME_DAY
