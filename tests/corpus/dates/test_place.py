"""What stands around an expression."""

from datetime import date

import pytest

from corpus.dates.periods import day
from corpus.dates.place import Found, Place, Reading


def _place(text: str, shown: str, previous: Found | None = None) -> Place:
    start = text.index(shown)
    return Place(text, start, start + len(shown), None, previous)


def test_only_the_nearest_characters_are_shown() -> None:
    place = _place("They met on Friday in Ulm.", "Friday")

    assert (place.before(3), place.after(3)) == ("on ", " in")


def test_the_day_of_publication_is_asked_for_in_vain_when_unknown() -> None:
    with pytest.raises(ValueError, match="unknown"):
        _ = _place("They met on Friday.", "Friday").today


@pytest.mark.parametrize(
    ("text", "follows"), [("Monday and Friday", True), ("Monday, or on Friday", False)]
)
def test_a_date_follows_another_behind_a_comma_or_an_and(text: str, follows: bool) -> None:
    first = Found(0, 6, Reading(day(date(2019, 11, 11))))

    assert _place(text, "Friday", first).follows() is follows


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("In 2015, it opened in March.", True),
        ("Last year they left in March.", True),
        ("It closed in 2015. It opened in March.", False),
        ("It opened in March.", False),
    ],
)
def test_another_year_counts_within_its_sentence(text: str, is_told: bool) -> None:
    assert _place(text, "March").tells_of_another_year() is is_told
