"""When a sentence says something happens: its dates and periods, resolved against its document."""

from corpus.dates.finding import find_dates
from corpus.dates.mention import DateMention

__all__ = ["DateMention", "find_dates"]
