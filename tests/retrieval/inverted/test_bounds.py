"""Bounds are never too low, floors never too high, and few lists are read for them."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.fields import Field, Fields
from retrieval.inverted.bounds import COMMON, LITTLE, ROOM, Bounds, Chosen, bounds, choose
from retrieval.inverted.impacts import Impacts
from retrieval.inverted.points import Wanted
from tests.retrieval.inverted.corpora import CORPORA, QUESTIONS, SEEDS, grown, large
from tests.retrieval.inverted.laws import assert_bounded
from tests.retrieval.inverted.making import Line, Made, Text, line, made_of

SOME = settings(max_examples=30, deadline=None)
FEW = settings(max_examples=15, deadline=None)
LIMITS = st.sampled_from([0, 1, 2, 5, 30, 200])
# A term that occurs n times gives n / (n + 1) of its idf.
PLAIN = Field(weight=1.0, saturation=1.0, length_penalty=0.0)
NOTHING = replace(PLAIN, weight=0.0)
SENTENCES = Fields(PLAIN, NOTHING, NOTHING, NOTHING)
# More sections than any corpus here has.
COUNTLESS = 1 << 20


def weighed(made: Made, **idf: float) -> Wanted:
    """Ask for terms, each of a given rarity in passages, none in titles."""
    wanted = made.wanted(*idf)
    rarity = [idf[made.vocabulary[number]] for number in wanted.terms.tolist()]
    return Wanted(wanted.terms, np.array(rarity), np.zeros(len(rarity)))


def chosen(made: Made, *question: str) -> tuple[list[str], Chosen]:
    """Return the terms whose lists are read, the most that others add behind them."""
    wanted = made.wanted(*question)
    found = choose(made.scorer.postings, wanted, made.scorer.passages.n_sections)
    return [made.vocabulary[n] for n in wanted.terms[found.places].tolist()], found


def scales(made: Made, *terms: str) -> list[float]:
    """Return the most that terms add anywhere."""
    postings, numbers = made.scorer.postings, [made.vocabulary.index(term) for term in terms]
    columns = postings.top_scale, postings.near_scale, postings.wide_scale
    return [sum(float(column[n]) for column in columns) for n in numbers]


def long(*first: str, asks: bool = False) -> Text:
    """Return a document of forty sentences, a section of its own; the others are empty."""
    lines = [*map(line, first), *[line("")] * (40 - len(first))]
    if asks:
        lines[-1] = Line((), asks=True)
    return Text(tuple((row,) for row in lines))


def bounded(made: Made, limit: int, **idf: float) -> Bounds:
    return bounds(made.scorer, Impacts(made.scorer), weighed(made, **idf), limit)


def bounded_by(made: Made, question: list[str], limit: int, *, few: int = COUNTLESS) -> Bounds:
    return bounds(made.scorer, Impacts(made.scorer), made.wanted(*question), limit, few=few)


def test_the_bound_of_a_section_is_that_of_its_best_sentence_and_what_stands_beside() -> None:
    fields = Fields(PLAIN, PLAIN, NOTHING, NOTHING)
    made = made_of([long("ash bay", "ash"), long("bay"), long("elm")], fields)

    found = bounded(made, 0, ash=4.0, bay=6.0)

    # 2 + 3 in the best sentence; of the idf that the lists were made with, paragraphs give half.
    ash, bay = (float(made.idf[made.vocabulary.index(word)]) / 2 for word in ("ash", "bay"))
    assert found.most.tolist() == pytest.approx([5 + ash + bay, 3 + bay, 0], rel=1e-4)
    assert found.floor == 0


def test_an_answer_may_have_half_as_much_as_a_question_on_top() -> None:
    made = made_of([long("ash"), long("ash", asks=True)], SENTENCES)

    assert bounded(made, 0, ash=4.0).most.tolist() == pytest.approx([2, 3], rel=1e-4)


def test_the_floor_is_what_the_last_wanted_has_and_less_reaches_nothing() -> None:
    made = made_of([long("ash"), long("ash ash"), long("ash ash ash"), long("")], SENTENCES)

    found = [bounded(made, limit, ash=12.0) for limit in (1, 2, 3, 4)]

    # 12 times 1/2, 2/3 and 3/4; the fourth section holds nothing.
    assert [one.floor for one in found] == pytest.approx([9, 8, 6, 0], rel=1e-4)
    expected = [[0, 0, 9, 0], [0, 8, 9, 0], [6, 8, 9, 0], [6, 8, 9, 0]]
    assert [one.most.tolist() for one in found] == [pytest.approx(x, rel=1e-4) for x in expected]


def test_where_somebody_asks_the_floor_is_what_a_question_keeps() -> None:
    made = made_of([long("ash", asks=True)], SENTENCES)

    assert bounded(made, 1, ash=4.0).floor == pytest.approx(2 * 0.3, rel=1e-4)


def test_a_section_without_a_term_of_the_question_has_a_bound_of_nothing() -> None:
    made = made_of([long("ash"), long("bay"), long("ash")])

    found = bounded_by(made, ["bay"], 0)

    assert (found.most > 0).tolist() == [False, True, False]


def test_a_common_term_that_adds_little_is_not_looked_up() -> None:
    made = large()
    ash, grove = scales(made, "ash", "grove")

    terms, found = chosen(made, "ash", "grove")

    assert ash <= LITTLE * (ash + grove)
    assert len(range(*made.scorer.postings.entries(0))) > COMMON * made.scorer.passages.n_sections
    assert terms == ["grove"]
    assert found.rest == pytest.approx(ash * ROOM)


def test_a_common_term_alone_is_looked_up() -> None:
    terms, found = chosen(large(), "ash")

    assert (terms, found.rest) == (["ash"], 0.0)


def test_a_rare_term_is_looked_up_however_little_it_adds() -> None:
    made = made_of([*[long("ash")] * 9, long("elm")])
    ash = np.array([1, 0], np.float32)
    postings = replace(made.scorer.postings, top_scale=ash, near_scale=ash, wide_scale=ash)

    found = choose(postings, made.wanted("ash", "elm"), 10)

    assert (found.places.tolist(), found.rest) == ([0, 1], 0.0)


@SOME
@given(QUESTIONS)
def test_terms_are_looked_up_by_how_much_they_add_and_together_left_out_add_little(
    question: list[str],
) -> None:
    terms, found = chosen(large(), *question)

    rest = sum(scales(large(), *set(question) - set(terms)))
    mine = scales(large(), *terms)
    assert mine == sorted(mine, reverse=True)
    assert found.rest == pytest.approx(rest * ROOM)
    assert rest <= LITTLE * (rest + sum(mine)) * ROOM


def test_what_is_not_looked_up_is_added_to_every_bound() -> None:
    made = large()
    _, found = chosen(made, "ash", "grove")

    both, grove = (
        bounded_by(made, question, 0, few=0).most for question in (["ash", "grove"], ["grove"])
    )

    assert both.tolist() == pytest.approx((grove + found.rest).tolist(), rel=1e-4)


@SOME
@given(CORPORA, QUESTIONS, LIMITS)
def test_no_passage_has_more_points_than_its_bound(
    texts: list[Text], question: list[str], limit: int
) -> None:
    made = made_of(texts)

    assert_bounded(bounded_by(made, question, limit), made, question, limit)


@FEW
@given(SEEDS, QUESTIONS, LIMITS)
def test_no_passage_of_a_long_document_has_more_points_than_its_bound(
    seed: int, question: list[str], limit: int
) -> None:
    made = made_of(grown(seed, 12))

    assert_bounded(bounded_by(made, question, limit), made, question, limit)


@SOME
@given(QUESTIONS, st.integers(0, 400))
def test_no_passage_of_many_has_more_points_than_its_bound(question: list[str], limit: int) -> None:
    for few in (0, COUNTLESS):
        assert_bounded(bounded_by(large(), question, limit, few=few), large(), question, limit)


@pytest.mark.parametrize("limit", [0, 1, 3])
def test_the_bounds_of_almost_four_thousand_terms_hold(limit: int) -> None:
    words = [f"w{n}" for n in range(3999)]
    lines = [Line((*words[n::40], words[n - 1])) for n in range(40)]
    made = made_of([Text((tuple(lines[n:]),)) for n in range(3)])

    assert_bounded(bounded_by(made, words, limit), made, words, limit)


def test_without_documents_there_is_nothing_to_bound() -> None:
    made = made_of([])

    found = bounded_by(made, ["ash"], 3)

    assert (found.most.tolist(), found.floor) == ([], 0.0)
