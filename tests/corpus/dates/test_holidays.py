"""Days with a name."""

from datetime import date

import pytest

from tests.corpus.dates.reading import read


@pytest.mark.parametrize(
    ("text", "shown", "iso"),
    [
        ("It must be ready by Christmas.", "Christmas", "2019-12-25"),
        ("It will open on New Year’s Day.", "New Year’s Day", "2020-01-01"),
        ("It opened on Valentine's Day.", "Valentine's Day", "2019-02-14"),
    ],
)
def test_a_holiday_is_the_nearest_one_by_the_verb(text: str, shown: str, iso: str) -> None:
    assert read(text) == [(shown, iso)]


@pytest.mark.parametrize(
    "text", ["The Christmas tree fell.", "They meet every Christmas Eve.", "After Christmas sales"]
)
def test_seasons_and_recurring_holidays_are_left_out(text: str) -> None:
    assert read(text, date(2019, 12, 20)) == []
