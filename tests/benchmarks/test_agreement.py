from hypothesis import given
from hypothesis import strategies as st

from tests.benchmarks.agreement import agree, n_differing
from tests.benchmarks.engines import Hit

scores = st.floats(0.01, 100)
hits = st.lists(scores, max_size=10).map(
    lambda given: [(number, score) for number, score in enumerate(sorted(given, reverse=True))]
)


@given(hits)
def test_answers_agree_with_themselves(given: list[Hit]) -> None:
    assert agree(given, given, 10)


def test_rounding_in_single_precision_is_no_difference() -> None:
    one, other = [(4, 10.0), (2, 9.0)], [(4, 10.0005), (2, 9.0)]

    # 10.0005 is 5e-5 more than 10.
    assert agree(one, other, 10)


def test_a_score_more_than_one_in_ten_thousand_away_differs() -> None:
    one, other = [(4, 10.0), (2, 9.0)], [(4, 10.002), (2, 9.0)]

    assert not agree(one, other, 10)


def test_sentences_of_the_same_score_come_in_any_order() -> None:
    one, other = [(4, 3.0), (2, 3.0), (1, 1.0)], [(2, 3.0), (4, 3.0), (1, 1.0)]

    assert agree(one, other, 3)


def test_another_sentence_of_a_score_of_its_own_differs() -> None:
    one, other = [(4, 3.0), (2, 2.0), (1, 1.0)], [(4, 3.0), (5, 2.0), (1, 1.0)]

    assert not agree(one, other, 3)


def test_ties_for_the_last_place_are_not_compared() -> None:
    one, other = [(4, 3.0), (2, 1.0), (1, 1.0)], [(4, 3.0), (7, 1.0), (8, 1.0)]

    assert agree(one, other, 3)


def test_the_last_places_are_compared_where_fewer_sentences_are_found_than_asked_for() -> None:
    one, other = [(4, 3.0), (2, 1.0), (1, 1.0)], [(4, 3.0), (7, 1.0), (8, 1.0)]

    assert not agree(one, other, 10)


def test_finding_fewer_differs() -> None:
    assert not agree([(4, 3.0), (2, 1.0)], [(4, 3.0)], 10)


def test_only_questions_that_both_answered_are_counted() -> None:
    ones: list[list[Hit]] = [[(1, 2.0)], [], [(3, 1.0)]]
    others: list[list[Hit]] = [[(1, 2.0)], [(2, 1.0)]]

    assert n_differing(ones, others, 10) == (2, 1)
