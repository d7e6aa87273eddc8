"""From a topic to its timeline."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.timeline import MOST_EVENTS, Timeline, Undated, timeline
from retrieval.hits import Scope
from tests.bot.timeline.tunnel import Opened

VOTED = ("2021-03-01", "The council of Lunehaven voted on Monday to dig a tunnel under the Lune.")
BEGAN = ("2021-09-06", "Digging of the Lune tunnel began on Monday.")
BROKE = ("2022-05-20", "Workers broke through the last wall of the Lune tunnel.")


def shown(reports: Opened, topic: str, scope: Scope | None = None) -> list[tuple[str, str]]:
    found = timeline(reports.index, reports.ranker, topic, scope)
    assert isinstance(found, Timeline)
    return reports.shown(found.events)


def test_each_event_is_told_once_by_the_day_it_happened(reports: Opened) -> None:
    # The plan of August tells the same as the report of September, the background of 2024 the same
    # as the vote; what is washed every year, did not open, or is compared with, is no event.
    assert shown(reports, "Lune tunnel") == [VOTED, BEGAN, BROKE]


def test_other_sentences_of_an_event_are_kept_with_it(reports: Opened) -> None:
    found = timeline(reports.index, reports.ranker, "Lune tunnel")

    assert isinstance(found, Timeline)
    assert [[reports.text(hit) for hit in event.also] for event in found.events] == [
        ["The council voted for the Lune tunnel in March 2021."],
        ["Digging of the Lune tunnel is to begin on Sept. 6, the builder said on Wednesday."],
        [],
    ]


def test_the_words_of_the_date_are_marked_where_the_sentence_has_them(reports: Opened) -> None:
    found = timeline(reports.index, reports.ranker, "Lune tunnel")

    assert isinstance(found, Timeline)
    marked = [reports.text(event.hit)[event.start : event.end] for event in found.events]
    assert marked == ["Monday", "Monday", ""]


def test_a_period_leaves_out_what_lies_beyond(reports: Opened) -> None:
    assert shown(reports, "Lune tunnel in 2022") == [BROKE]
    assert shown(reports, "Lune tunnel before 2022") == [VOTED, BEGAN]


def test_a_scope_leaves_out_what_was_published_later(reports: Opened) -> None:
    scope = Scope(as_of=date(2021, 8, 31))

    plan = "Digging of the Lune tunnel is to begin on Sept. 6, the builder said on Wednesday."
    assert shown(reports, "Lune tunnel", scope) == [VOTED, ("2021-09-06", plan)]


def test_a_topic_without_a_dated_sentence_is_said_to_be_undated(reports: Opened) -> None:
    found = timeline(reports.index, reports.ranker, "old bridge arches")

    assert isinstance(found, Undated)
    assert (found.topic, found.unknown) == ("old bridge arches", ())


def test_words_that_stand_nowhere_are_named(reports: Opened) -> None:
    found = timeline(reports.index, reports.ranker, "zeppelin of Lunehaven")

    assert isinstance(found, Undated)
    assert (found.unknown, found.generation) == (("zeppelin",), reports.index.name)


@pytest.mark.parametrize("topic", ["", "the", "?!", "2019"])
def test_a_topic_that_names_nothing_is_undated(topic: str, reports: Opened) -> None:
    assert isinstance(timeline(reports.index, reports.ranker, topic), Undated)


@given(
    topic=st.lists(
        st.sampled_from("Lune tunnel council mayor digging wall bridge in 2021 2022".split()),
        min_size=1,
        max_size=4,
    ).map(" ".join)
)
def test_events_are_in_order_and_no_sentence_stands_twice(topic: str, reports: Opened) -> None:
    found = timeline(reports.index, reports.ranker, topic)

    events = found.events if isinstance(found, Timeline) else ()
    passages = [hit.passage for event in events for hit in (event.hit, *event.also)]
    assert [event.first for event in events] == sorted(event.first for event in events)
    assert len(set(passages)) == len(passages)
    assert len(events) <= MOST_EVENTS


def test_the_same_topic_gives_the_same_timeline(reports: Opened) -> None:
    first, second = (timeline(reports.index, reports.ranker, "Lune tunnel") for _ in range(2))

    assert first == second
