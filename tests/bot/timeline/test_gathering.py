"""Which sentences are about a topic."""

from datetime import date

import pytest

from bot.timeline.gathering import gather
from retrieval.hits import Scope
from tests.bot.timeline.tunnel import Opened


def texts(reports: Opened, topic: str, scope: Scope | None = None) -> set[str]:
    found = gather(reports.index, reports.ranker, reports.query(topic), scope)
    return {one.text for one in found}


def test_sentences_about_the_topic_that_may_be_dated_are_gathered(reports: Opened) -> None:
    found = texts(reports, "Lune tunnel")

    assert "The council voted for the Lune tunnel in March 2021." in found
    assert "Digging of the Lune tunnel began on Monday." in found


@pytest.mark.parametrize(
    "text",
    [
        "The mayor was ill.",  # says nothing of it
        "The Lune tunnel will cost 40 million crowns.",  # no date
        "When will the Lune tunnel open?",  # a question
        "The bank was planted in 1950.",  # only the title names it
    ],
)
def test_other_sentences_are_left_out(text: str, reports: Opened) -> None:
    assert text not in texts(reports, "Lune tunnel")


def test_the_first_sentence_of_news_says_so_and_knows_its_day(reports: Opened) -> None:
    found = gather(reports.index, reports.ranker, reports.query("last wall"), None)

    assert [(one.opens_news, one.published, one.share) for one in found] == [
        (True, date(2022, 5, 20), 1.0)
    ]


def test_a_scope_holds(reports: Opened) -> None:
    found = texts(reports, "Lune tunnel", Scope(frozenset({"start.txt"})))

    assert found == {"Digging of the Lune tunnel began on Monday."}


def test_a_topic_that_stands_nowhere_gathers_nothing(reports: Opened) -> None:
    assert texts(reports, "zeppelin") == set()
