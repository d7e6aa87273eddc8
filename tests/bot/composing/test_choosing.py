"""One to three quotes: the best, and others that come near it and add something."""

from hypothesis import given
from hypothesis import strategies as st

from bot.answering import Answerer
from bot.composing.choosing import MOST_QUOTES, choose
from retrieval.hits import Hit

QUESTIONS = st.lists(
    st.sampled_from("lighthouse ferry ticket quay dogs tower crowns forbidden".split()),
    min_size=1,
    max_size=4,
).map(" ".join)


def hits(answerer: Answerer, text: str) -> list[Hit]:
    points = answerer.index.search(answerer.index.query(text, "en"), 20)
    return answerer.index.hits(points.passages, points.total)


@given(text=QUESTIONS)
def test_the_best_hit_leads_and_the_others_follow_in_rank(text: str, answerer: Answerer) -> None:
    found = hits(answerer, text)

    chosen = choose(answerer.index, found)

    places = [found.index(hit) for hit in chosen]
    assert places[0] == 0
    assert len(set(places)) == len(places) <= MOST_QUOTES


@given(text=QUESTIONS)
def test_a_sentence_is_not_quoted_beside_itself(text: str, answerer: Answerer) -> None:
    found = hits(answerer, text)

    chosen = choose(answerer.index, [*found[:1] * 5, *found])

    assert len({hit.passage for hit in chosen}) == len(chosen)
