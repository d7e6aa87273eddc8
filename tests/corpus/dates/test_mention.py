"""One date as found."""

from datetime import date

from corpus.dates import DateMention


def test_a_mention_shows_its_days_in_iso_form() -> None:
    friday = DateMention(3, 9, date(2019, 11, 15), date(2019, 11, 15), "day")

    assert friday.iso == "2019-11-15"


def test_a_mention_of_years_shows_years() -> None:
    colonial = DateMention(0, 7, date(1910, 1, 1), date(1945, 12, 31), "period")

    assert colonial.iso == "1910/1945"
