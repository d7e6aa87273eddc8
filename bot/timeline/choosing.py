"""Which of the sentences that tell an event tells it best."""

import re
from collections.abc import Sequence

from bot.timeline.events import Event
from bot.timeline.merging import Dated

__all__ = ["event_of"]

# Words of a sentence that is too short to say much, or too long to say one thing.
SHORT, LONG = 7, 45
# Days after an event in which its reports are first-hand.
SOON = 7
# A sentence that opens so needs the one before it.
_LEANS = re.compile(
    r"[\"“(]?(?:He|She|It|They|This|That|These|Those|His|Her|Its|Their|There|But|And|So|Then"
    r"|The (?:two|former|latter|same|day|move|other)|On (?:that|the same) day)\b"
)
# Points for what the sentence says of the topic, for a first-hand report, and for having seen the
# event; against leaning, and against an awkward length; a point of the ranking is worth so much.
ABOUT, FIRST_HAND, SEEN, LEANING, AWKWARD, RANKED = 2.0, 0.5, 1.5, 2.0, 1.0, 0.3


def event_of(group: Sequence[Dated]) -> Event:
    """Return the event that sentences tell, quoted in the best that name its finest date.

    Parameters
    ----------
    group
        as `merging.merge` returns it; one sentence at least.
    """
    finest = group[0].when
    ordered = sorted(group, key=_worth, reverse=True)
    best = next(one for one in ordered if _same_days(one, group[0]))
    when, rest = best.when, (one for one in ordered if one is not best)
    return Event(
        first=finest.first,
        last=finest.last,
        grain=when.grain,
        label=when.label,
        start=when.start,
        end=when.end,
        hit=best.told.hit,
        also=tuple(one.told.hit for one in rest),
    )


def _same_days(one: Dated, other: Dated) -> bool:
    return (one.when.first, one.when.last) == (other.when.first, other.when.last)


def _worth(one: Dated) -> float:
    """Return how well a sentence tells its event: of the topic, by itself, soon after it."""
    told, when = one.told, one.when
    n_words = len(told.text.split())
    worth = RANKED * told.hit.score + ABOUT * told.share - when.doubt
    if told.published is not None and 0 <= (told.published - when.last).days < SOON:
        worth += FIRST_HAND
    if not when.is_ahead:
        worth += SEEN
    if _LEANS.match(told.text):
        worth -= LEANING
    return worth if SHORT <= n_words <= LONG else worth - AWKWARD
