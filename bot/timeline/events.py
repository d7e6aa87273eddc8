"""What a timeline is: events with the days they fall on, and the sentences that tell of them."""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.hits import Hit

if TYPE_CHECKING:
    from corpus.dates.periods import Grain

__all__ = ["Event", "Timeline", "Undated"]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens, and the sentence that tells it best.

    Attributes:
        first: the first day it may have happened on.
        last: the last one; equal to the first for a single day.
        grain: the calendar unit that is named, or "period" for any other stretch of days.
        label: the same days in ISO 8601: "2019-11-23", "2019-11", "2019-11-14/2019-11-16".
        start: first character, in the sentence, of the words that name the days, from 0; equal to
            `end` where the sentence names none and the day of its report stands for it.
        end: one past the last.
        hit: the sentence.
        also: other sentences that tell the same, best first.
    """

    first: datetime.date
    last: datetime.date
    grain: "Grain"
    label: str
    start: int
    end: int
    hit: Hit
    also: tuple[Hit, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events of a topic.

    Attributes:
        topic: what it is about, as asked.
        events: one or more, by first day.
        generation: name of the index generation that was searched.
    """

    topic: str
    events: tuple[Event, ...]
    generation: str


@dataclass(frozen=True, slots=True)
class Undated:
    """No sentence about the topic says when something happened.

    Attributes:
        topic: as in `Timeline`.
        unknown: words of the topic that stand nowhere in the documents, as typed.
        nearest: up to three sentences about it, without an event of a known day; may be empty.
        generation: as in `Timeline`.
    """

    topic: str
    unknown: tuple[str, ...]
    nearest: tuple[Hit, ...]
    generation: str
