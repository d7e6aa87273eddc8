"""The top is what a full sort would put first."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retrieval.top import top

# Few different values, so that there are many ties.
SCORES = st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0, 3.0]), max_size=40)


def sorted_fully(scores: list[float], precedence: list[int]) -> list[int]:
    positive = [place for place, score in enumerate(scores) if score > 0]
    return sorted(positive, key=lambda place: (-scores[place], precedence[place]))


RANKED = SCORES.flatmap(lambda s: st.tuples(st.just(s), st.permutations(range(len(s)))))


@given(RANKED, st.integers(1, 50))
def test_the_top_is_the_front_of_a_full_sort(
    ranked: tuple[list[float], list[int]], limit: int
) -> None:
    scores, precedence = ranked

    best = top(np.array(scores, np.float32), np.array(precedence, np.int32), limit)

    assert best.tolist() == sorted_fully(scores, precedence)[:limit]


def test_nothing_scored_gives_nothing() -> None:
    assert top(np.zeros(3, np.float32), np.arange(3, dtype=np.int32), 5).tolist() == []


def test_no_scores_give_nothing() -> None:
    assert top(np.empty(0, np.float32), np.empty(0, np.int32), 5).tolist() == []


def test_equal_scores_at_the_edge_are_cut_by_precedence() -> None:
    scores = np.array([1, 2, 1, 1], np.float32)
    precedence = np.array([3, 0, 1, 2], np.int32)

    # 2 first, then of the three equals those of precedence 1 and 2.
    assert top(scores, precedence, 3).tolist() == [1, 2, 3]
