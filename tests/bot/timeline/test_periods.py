"""A topic taken apart into what it is about and a period."""

from datetime import date

import pytest

from bot.timeline.periods import Asked, read_topic, without_periods

EARLIEST, LATEST = date.min, date.max
TOPICS = {
    "the pact": Asked("the pact"),
    "the pact in 2019": Asked("the pact", date(2019, 1, 1), date(2019, 12, 31)),
    "the 2018 rulings": Asked("rulings", date(2018, 1, 1), date(2018, 12, 31)),
    "the pact since August 2019": Asked("the pact", date(2019, 8, 1), LATEST),
    "the pact after 2020": Asked("the pact", date(2021, 1, 1), LATEST),
    "the pact before 2018": Asked("the pact", EARLIEST, date(2017, 12, 31)),
    "the pact until 2018": Asked("the pact", EARLIEST, date(2018, 12, 31)),
    "the pact between 2016 and 2019": Asked("the pact", date(2016, 1, 1), date(2019, 12, 31)),
}


@pytest.mark.parametrize(("topic", "asked"), TOPICS.items())
def test_a_period_is_told_from_the_topic(topic: str, asked: Asked) -> None:
    assert read_topic(topic, None) == asked


def test_last_year_is_told_from_the_day_of_asking() -> None:
    assert read_topic("the pact last year", date(2019, 11, 14)) == Asked(
        "the pact", date(2018, 1, 1), date(2018, 12, 31)
    )


def test_without_a_day_of_asking_last_year_names_no_period() -> None:
    assert read_topic("the pact last year", None) == Asked("the pact")


def test_a_topic_of_a_period_alone_stays_as_it_is() -> None:
    assert read_topic("August 2019", None) == Asked("August 2019")


def test_dates_go_with_the_prepositions_in_front_of_them() -> None:
    assert without_periods("what Lind said on May 2, 2019 in Ellen") == "what Lind said in Ellen"


def test_a_period_covers_days_that_touch_it() -> None:
    asked = Asked("the pact", date(2019, 3, 1), date(2019, 3, 31))

    assert asked.covers(date(2019, 3, 31), date(2019, 4, 2))
    assert asked.covers(date(2019, 1, 1), date(2019, 12, 31))
    assert not asked.covers(date(2019, 4, 1), date(2019, 4, 1))
