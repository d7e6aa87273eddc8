"""The period that a topic names beside what it is about."""

import datetime
import re
from dataclasses import dataclass

__all__ = ["Asked", "read_topic", "without_periods"]

_PREPOSITION = re.compile(
    r"(?:\b(?:in|on|during|since|between|from|until|till|through|to|of|at|by|before|after|and|over|the"
    r"|early|late|around)\s+)*\Z",
    re.IGNORECASE,
)
_FRONT = re.compile(r"\b(?P<word>since|after|from|until|till|by|before)\s+\Z", re.IGNORECASE)
_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Asked:
    """A topic taken apart.

    Attributes:
        about: the topic without its period.
        first: first day of the period.
        last: last day of the period.
    """

    about: str
    first: datetime.date = datetime.date.min
    last: datetime.date = datetime.date.max

    def covers(self, first: datetime.date, last: datetime.date) -> bool:
        """Say whether some days, from first to last, touch the period."""
        return first <= self.last and self.first <= last


def read_topic(topic: str, today: datetime.date | None) -> Asked:
    """Take a topic apart into what it is about and a period.

    Parameters
    ----------
    topic
        as `asking.topic` returns it.
    today
        from which "last year" is told; None for unknown.

    >>> read_topic("the pact in 2019", None)
    Asked(about='the pact', first=datetime.date(2019, 1, 1), last=datetime.date(2019, 12, 31))
    """
    from corpus.dates import find_dates

    found = find_dates(topic, today)
    about = without_periods(topic)
    if not found or not about:
        return Asked(about or topic)
    first = min(mention.first for mention in found)
    last = max(mention.last for mention in found)
    front = _FRONT.search(topic[: found[0].start])
    return Asked(about, *_opened(front["word"].lower() if front else "", first, last))


def _opened(
    word: str, first: datetime.date, last: datetime.date
) -> tuple[datetime.date, datetime.date]:
    """Return the period that a word in front of some days makes of them."""
    match word:
        case "since":
            return first, datetime.date.max
        case "after":
            return last + _DAY, datetime.date.max
        case "until" | "till" | "by":
            return datetime.date.min, last
        case "before":
            return datetime.date.min, first - _DAY
    return first, last


def without_periods(topic: str) -> str:
    """Return a topic without its dates and the prepositions in front of them."""
    from corpus.dates import find_dates

    # Any day serves: here it matters only which words are a date.
    for mention in reversed(find_dates(topic, datetime.date(2000, 6, 15))):
        front = _PREPOSITION.sub("", topic[: mention.start])
        topic = f"{front} {topic[mention.end :]}"
    return " ".join(topic.split())
