"""One date in a text: where it stands, and which days it means."""

from dataclasses import dataclass
from datetime import date

from corpus.dates.periods import Grain, Period, show

__all__ = ["DateMention"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or period as written, resolved.

    Attributes:
        start: first character in the text, from 0.
        end: the character behind the last one.
        first: the first day meant.
        last: the last day meant; equal to the first for a single day.
        grain: the calendar unit meant, or "period" for any other stretch of days.
    """

    start: int
    end: int
    first: date
    last: date
    grain: Grain

    @property
    def iso(self) -> str:
        """The ISO 8601 form: "2019-11-23", "2019-11", "2019", "2019-11-14/2019-11-16"."""
        return show(Period(self.first, self.last, self.grain))
