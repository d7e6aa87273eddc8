"""A rule of the grammar, and the place in a text at which it is tried."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from corpus.dates.periods import Period

__all__ = ["Cycle", "Found", "Place", "Reading", "Rule"]

Cycle = Literal["none", "week", "year"]

_REACH = 48
# Another year is being spoken of, in the same sentence.
_OTHER_YEAR = re.compile(
    r"\b(?:[Ii]n (?:1\d|20)\d\d|[Ll]ast year|[Nn]ext year|years? (?:later|earlier|before|ago))\b"
    r"(?:[^.;!?]|\.(?! [A-Z])){0,100}\Z"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule takes an expression to mean.

    Attributes:
        period: the days meant.
        cycle: after which time the same words come again: "year" for "Nov. 14", "week" for
            "Friday", "none" for "Nov. 14, 2019".
    """

    period: Period
    cycle: Cycle = "none"


@dataclass(frozen=True, slots=True)
class Found:
    """An expression that was read.

    Attributes:
        start: first character in the text, from 0.
        end: the character behind the last one.
        reading: its meaning.
    """

    start: int
    end: int
    reading: Reading


@dataclass(frozen=True, slots=True)
class Place:
    """An expression and what stands around it.

    Attributes:
        text: the whole text.
        start: first character of the expression, from 0.
        end: the character behind its last one.
        published: day of publication, where known.
        previous: the expression read before this one.
    """

    text: str
    start: int
    end: int
    published: date | None
    previous: Found | None

    @property
    def today(self) -> date:
        """The day of publication; ValueError when it is unknown, as nothing floating has a date."""
        if self.published is None:
            raise ValueError("the day of publication is unknown")
        return self.published

    def before(self, n_characters: int = _REACH) -> str:
        """Return at most this many characters in front."""
        return self.text[max(0, self.start - n_characters) : self.start]

    def after(self, n_characters: int = _REACH) -> str:
        """Return at most this many characters behind."""
        return self.text[self.end : self.end + n_characters]

    def tells_of_another_year(self) -> bool:
        """Say whether a date without a year here would belong to a year the sentence names."""
        return _OTHER_YEAR.search(self.before(120)) is not None

    def follows(self) -> bool:
        """Say whether only a comma or an "and" stands between the last expression and this one."""
        if self.previous is None or self.start - self.previous.end > len(", and "):
            return False
        return self.text[self.previous.end : self.start] in {", ", " and ", " or ", ", and "}


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of expression.

    Attributes:
        name: an identifier, unique in the grammar.
        pattern: a regular expression that matches in bounded time and length.
        read: gives the meaning of a match; None when unsure. A ValueError says that no such day
            exists, as in "Feb. 30".
    """

    name: str
    pattern: str
    read: Callable[[re.Match[str], Place], Reading | None]
