"""What a timeline is."""

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from bot.timeline.events import Event
from retrieval.hits import Hit

EVENT = Event(date(2021, 9, 6), date(2021, 9, 6), "day", "2021-09-06", 3, 9, Hit(1, 0, 1, 2.0))


def test_an_event_is_told_by_one_sentence_unless_others_are_given() -> None:
    assert EVENT.also == ()


def test_an_event_never_changes() -> None:
    with pytest.raises(FrozenInstanceError):
        EVENT.start = 0  # type: ignore[misc]
