"""When the thing that a sentence tells happened."""

from datetime import date

import pytest

from bot.timeline.dating import date_of
from bot.timeline.naming import Names
from tests.bot.timeline.tunnel import told

# A Tuesday.
PUBLISHED = date(2021, 9, 7)
TUNNEL = Names(frozenset({"tunnel"}), frozenset({"tunnel"}))


def label(text: str, *, opens_news: bool = False, share: float = 1.0) -> str | None:
    found = date_of(told(text, PUBLISHED, opens_news=opens_news, share=share), TUNNEL)
    return found.label if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tunnel opened on Monday.", "2021-09-06"),
        ("The tunnel opens on Nov. 5, the mayor said on Monday.", "2021-11-05"),
        ("The mayor said on Monday that the tunnel of 1904 is wet.", "2021-09-06"),
        ("The tunnel, voted for in 2019, opened on Sept. 2.", "2021-09-02"),
        ("The tunnel opened in August.", "2021-08"),
        ("Ships burnt on Sept. 1, and the tunnel was shut on Sept. 3.", "2021-09-03"),
        ("The tunnel would have opened on Sept. 2.", None),
        ("The tunnel is older than that of 1904.", None),
        ("The tunnel was dug in the 1950s.", None),
        ("The tunnel is wet.", None),
    ],
)
def test_the_finest_date_of_the_event_itself_is_chosen(text: str, expected: str | None) -> None:
    assert label(text) == expected


def test_a_date_of_a_clause_that_does_not_tell_of_the_topic_is_left_out() -> None:
    assert label("The tunnel is in use, as the bridge fell on Sept. 2.") is None
    assert label("It is dark since the tunnel was shut on Sept. 2.") == "2021-09-02"


def test_the_words_of_the_date_are_found_again_in_the_sentence() -> None:
    text = "The tunnel opened on Sept. 2."

    found = date_of(told(text, PUBLISHED), TUNNEL)

    assert found is not None
    assert text[found.start : found.end] == "Sept. 2"
    assert (found.first, found.last, found.grain) == (date(2021, 9, 2), date(2021, 9, 2), "day")


def test_news_in_the_past_tense_without_a_day_happened_on_the_day_of_the_report() -> None:
    text = "Workers broke through the last wall of the tunnel."

    found = date_of(told(text, PUBLISHED, opens_news=True), TUNNEL)

    assert found is not None
    assert (found.label, found.start, found.end) == ("2021-09-07", 0, 0)


def test_an_event_is_ahead_by_the_day_of_the_report_else_by_its_words() -> None:
    text = "The tunnel is to open on Sept. 9, 2021."

    ahead = [
        found.is_ahead
        for day in (date(2021, 9, 7), date(2021, 9, 9), date(2021, 9, 10), None)
        if (found := date_of(told(text, day), TUNNEL)) is not None
    ]

    assert ahead == [True, True, False, True]


def test_other_sentences_without_a_day_have_none() -> None:
    assert label("Workers broke through the tunnel.") is None
    assert label("Workers will break through the tunnel.", opens_news=True) is None


def test_a_sentence_that_does_not_name_the_topic_must_name_a_month_at_least() -> None:
    assert label("It was voted for in 2019.", share=0.0) is None
    assert label("It was voted for in May 2019.", share=0.0) == "2019-05"


def test_a_day_that_cannot_be_told_takes_the_place_of_one_farther_from_the_topic() -> None:
    # Sept. 11 stands for an attack, in whichever year; half a year later it is told from no year.
    text = "The quay was shut on March 2 and the tunnel on Sept. 11."

    assert date_of(told(text, date(2022, 3, 7)), TUNNEL) is None
