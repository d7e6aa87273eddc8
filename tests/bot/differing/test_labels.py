"""Numbers that name a thing belong to it."""

from bot.differing.labels import labels


def test_numbers_words_and_letters_name_things() -> None:
    found = [labels(text) for text in ("Ward 3 is shut.", "Season four ends.", "Reactor D runs.")]

    assert found == [{"ward": "3"}, {"season": "4"}, {"reactor": "d"}]


def test_a_year_and_an_ordinal_name_an_edition() -> None:
    assert labels("The 2019 report and the 12th congress.") == {"report": "2019", "congress": "12"}


def test_amounts_name_nothing() -> None:
    assert labels("The bridge has 4 lanes.") == {}
