"""The timelines of the bundled corpus keep their quality."""

from pathlib import Path

import pytest

from tests.quality.timelines import Figures, Shown, measure, read_judged, show

# What the judgements cover; more unjudged events than this would leave the figures without meaning.
LEAST_PRECISION = 0.9
MOST_REPEATED = 0.05
MOST_UNJUDGED = 0.1
LEAST_SHOWN = 40


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Figures:
    judged = read_judged()
    topics = dict.fromkeys(one.topic for one in judged)
    return measure(show(tmp_path_factory.mktemp("home"), topics), judged)


def test_nine_in_ten_events_are_of_the_topic_and_on_their_date(figures: Figures) -> None:
    assert figures.precision >= LEAST_PRECISION, figures.wrong


def test_hardly_an_event_is_told_twice(figures: Figures) -> None:
    assert figures.repetition <= MOST_REPEATED, figures.repeated


def test_nearly_all_events_shown_are_judged_and_they_are_many(figures: Figures) -> None:
    assert figures.n_shown >= LEAST_SHOWN
    assert len(figures.unjudged) <= MOST_UNJUDGED * figures.n_shown, figures.unjudged


def test_figures_count_what_is_wrong_repeated_and_unjudged() -> None:
    right, again, wrong, unknown = (Shown("ferry", "a.txt", n, "2019-05-02") for n in range(4))
    judged = {right: "sails", again: "sails", wrong: None}

    found = measure([right, again, wrong, unknown], judged)

    assert found == Figures(4, (wrong,), (again,), (unknown,))
    # One of three judged is wrong, one of four shown repeats.
    assert found.precision == pytest.approx(2 / 3)
    assert found.repetition == 0.25


def test_judgements_name_sentences_once() -> None:
    path = Path(__file__).with_name("timelines.jsonl")

    assert len(read_judged(path)) == len(path.read_text(encoding="utf-8").splitlines())
