"""Which of many equal days is meant."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates.choosing import choose_day_of_year, choose_month, choose_weekday
from corpus.dates.tense import Direction
from tests.corpus.dates.reading import THURSDAY

PAST, FUTURE, UNKNOWN = Direction.PAST, Direction.FUTURE, Direction.UNKNOWN
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("weekday", "way", "chosen"),
    [
        (4, PAST, date(2019, 11, 8)),
        (4, FUTURE, date(2019, 11, 15)),
        (3, PAST, THURSDAY),
        (3, FUTURE, THURSDAY),
        (2, UNKNOWN, date(2019, 11, 13)),
        (4, UNKNOWN, date(2019, 11, 15)),
        (0, UNKNOWN, None),
    ],
)
def test_a_weekday_is_the_last_or_the_coming_one(
    weekday: int, way: Direction, chosen: date | None
) -> None:
    assert choose_weekday(weekday, THURSDAY, way) == chosen


@given(st.integers(0, 6), DAYS, st.sampled_from([PAST, FUTURE]))
def test_a_weekday_lies_within_six_days_on_its_side(
    weekday: int, today: date, way: Direction
) -> None:
    chosen = choose_weekday(weekday, today, way)

    assert chosen is not None
    assert chosen.weekday() == weekday
    away = chosen - today if way is FUTURE else today - chosen
    assert timedelta(0) <= away <= timedelta(days=6)


@pytest.mark.parametrize(
    ("month", "day", "way", "chosen"),
    [
        (11, 23, UNKNOWN, date(2019, 11, 23)),
        # Nine days ahead is near: the verb may be another one's.
        (11, 23, PAST, date(2019, 11, 23)),
        # 28 days ahead is not.
        (12, 12, PAST, date(2018, 12, 12)),
        (3, 1, FUTURE, date(2020, 3, 1)),
        (3, 1, PAST, date(2019, 3, 1)),
        (3, 1, UNKNOWN, None),
        # 365 days ahead less 31: news would say "next year".
        (10, 14, FUTURE, None),
        (2, 29, FUTURE, date(2020, 2, 29)),
    ],
)
def test_a_day_of_the_year_is_near_or_on_the_side_of_the_verb(
    month: int, day: int, way: Direction, chosen: date | None
) -> None:
    assert choose_day_of_year(month, day, THURSDAY, way) == chosen


def test_a_day_that_no_year_has_is_refused() -> None:
    with pytest.raises(ValueError, match="no day 30 in month 2"):
        choose_day_of_year(2, 30, THURSDAY, PAST)


@pytest.mark.parametrize(
    ("number", "way", "first"),
    [
        (8, PAST, date(2019, 8, 1)),
        (11, PAST, date(2019, 11, 1)),
        (12, PAST, date(2018, 12, 1)),
        (12, FUTURE, date(2019, 12, 1)),
        (9, UNKNOWN, date(2019, 9, 1)),
        (2, UNKNOWN, date(2020, 2, 1)),
    ],
)
def test_a_month_is_the_last_or_the_coming_one(number: int, way: Direction, first: date) -> None:
    chosen = choose_month(number, THURSDAY, way)

    assert chosen is not None
    assert chosen.first == first


def test_without_a_verb_a_month_half_a_year_away_is_unsure() -> None:
    assert choose_month(5, THURSDAY, UNKNOWN) is None
