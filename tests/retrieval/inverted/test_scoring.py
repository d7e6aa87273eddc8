"""The points of passages are worked out by hand, and do not depend on what is asked for besides."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.fields import Field, Fields
from retrieval.inverted.points import Points, Some, Wanted, joined
from tests.retrieval.inverted.corpora import QUESTIONS, SEEDS, grown, large
from tests.retrieval.inverted.making import Made, Text, line, made_of

# A term that occurs n times gives n / (n + 1) of its idf.
PLAIN = Field(weight=1.0, saturation=1.0, length_penalty=0.0)
NOTHING = replace(PLAIN, weight=0.0)
SENTENCES = Fields(PLAIN, NOTHING, NOTHING, NOTHING)
SOME = settings(max_examples=30, deadline=None)


def weighed(made: Made, idf: float = 2.0, title_idf: float = 4.0) -> Wanted:
    """Ask for every term at the same rarity."""
    n_terms = len(made.vocabulary)
    return Wanted(np.arange(n_terms), np.full(n_terms, idf), np.full(n_terms, title_idf))


def columns(points: Points) -> list[list[float]]:
    return [getattr(points, name).tolist() for name in Points.__slots__]


def test_four_fields_add_up() -> None:
    lines = (line("ash ash bay"), line("elm")), (line("ash"),)
    made = made_of([Text(lines, title=("ash",))], Fields(PLAIN, PLAIN, PLAIN, PLAIN))
    ash = replace(
        weighed(made), terms=np.array([0]), idf=np.array([2.0]), title_idf=np.array([4.0])
    )

    points = made.points(ash)

    # Twice in the sentence: 2/3 of 2. Paragraphs hold it twice and once, the document three times:
    # 3/4 of 2. The title: 1/2 of 4.
    assert points.passages.tolist() == [0, 1, 2]
    assert points.sentence.tolist() == pytest.approx([4 / 3, 0, 1])
    assert points.paragraph.tolist() == pytest.approx([4 / 3, 4 / 3, 1])
    assert points.document.tolist() == pytest.approx([1.5, 1.5, 1.5])
    assert points.title.tolist() == pytest.approx([2, 2, 2])
    assert points.total.tolist() == pytest.approx([8 / 3 + 3.5, 4 / 3 + 3.5, 5.5])


def test_a_long_sentence_gives_a_term_less() -> None:
    half = Field(weight=2.0, saturation=1.0, length_penalty=0.5)
    lines = line("ash"), line("ash bay"), line("elm fern dune")
    made = made_of([Text((lines,))], replace(SENTENCES, sentence=half))

    points = made.points(weighed(made, idf=1.0))

    # Lengths 1, 2, 3; mean 2; k1 (1 - b + b length / mean) = 0.75, 1, 1.25: each term gives
    # 2 / 1.75 = 8/7, 2 / 2 = 1, 2 / 2.25 = 8/9.
    assert points.total.tolist() == pytest.approx([8 / 7, 2, 8 / 3])


def test_a_question_keeps_three_tenths_and_lends_half_to_the_sentence_behind_it() -> None:
    made = made_of([Text(((line("ash ash?"), line("bay"), line("elm")),))], SENTENCES)

    points = made.points(weighed(made, idf=6.0))

    # Own points: 4, 3, 3.
    assert points.total.tolist() == pytest.approx([4 * 0.3, 3 + 4 * 0.5, 3])
    assert points.sentence.tolist() == pytest.approx([4, 3, 3])


def test_a_question_without_an_answer_in_its_paragraph_keeps_its_points() -> None:
    lines = (line("ash?"),), (line("bay?"), line("elm?"), line("")), (line("fern"),)
    made = made_of([Text(lines)], SENTENCES)

    points = made.points(weighed(made))

    # Each gives 1. ash, last of its paragraph, keeps it; bay is followed by a question, elm by an
    # answer without a word, fern by nobody.
    assert points.total.tolist() == pytest.approx([1, 1, 0.3, 0.5, 1])


def test_a_floor_leaves_out_what_is_below_it_and_nothing_else() -> None:
    lines = line("ash"), line("ash ash"), line("ash ash ash")
    made = made_of([Text((lines,))], SENTENCES)

    points = made.points(weighed(made, idf=1.0), floor=2 / 3)

    # 1/2, 2/3 and 3/4.
    assert points.passages.tolist() == [1, 2]


def test_passages_without_points_are_left_out_whatever_the_floor() -> None:
    made = made_of([Text(((line("ash"), line("bay")),))], SENTENCES)

    assert made.points(made.wanted("ash")).passages.tolist() == [0]


def test_a_part_of_a_long_document_takes_the_place_of_the_document() -> None:
    # A hundred paragraphs are cut into two parts; only the first sentence holds the rare word.
    fields = Fields(NOTHING, NOTHING, PLAIN, NOTHING)
    made = made_of([Text(((line("elm"),), *((line("ash"),),) * 99))], fields)
    part_first = made.scorer.passages.part_first.tolist()

    points = made.points(made.wanted("elm"))

    assert len(part_first) == 3
    assert points.passages.tolist() == list(range(part_first[1]))


@SOME
@given(QUESTIONS, st.sets(st.integers(0, 199), max_size=30), st.floats(0, 5))
def test_some_sections_have_the_points_they_have_among_all(
    question: list[str], chosen: set[int], floor: float
) -> None:
    made, wanted = large(), large().wanted(*question)
    everything = made.points(wanted, floor)
    mine = np.isin(made.scorer.passages.section_of(everything.passages), sorted(chosen))

    some = made.scorer.points(wanted, Some(np.array(sorted(chosen), np.int64), floor))

    assert columns(some) == columns(everything[np.flatnonzero(mine)])


@settings(max_examples=15, deadline=None)
@given(SEEDS, QUESTIONS)
def test_fields_add_up_to_the_total_where_nobody_asks(seed: int, question: list[str]) -> None:
    made = made_of(grown(seed, 6))
    points = made.points(made.wanted(*question))
    near_questions = np.convolve(made.scorer.passages.asks, [1, 1])[:-1].astype(np.bool_)

    total = points.sentence + points.paragraph + points.document + points.title

    calm = ~near_questions[points.passages]
    assert points.total[calm].tolist() == pytest.approx(total[calm].tolist())


def test_no_sections_have_no_points() -> None:
    nowhere = Some(np.empty(0, np.int64), 0.0)

    found = large().scorer.points(large().wanted("ash"), nowhere)

    assert columns(found) == [[]] * len(Points.__slots__)


@given(st.sampled_from(["ash", "zinc"]))
def test_points_are_float64_whatever_is_found(term: str) -> None:
    points = large().points(large().wanted(term))

    assert {getattr(points, name).dtype for name in Points.__slots__[1:]} == {np.dtype(np.float64)}


def test_joined_points_stand_one_after_the_other() -> None:
    points = large().points(large().wanted("ash"))

    assert columns(joined([points[:3], points[3:]])) == columns(points)
