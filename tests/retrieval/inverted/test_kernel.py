"""The compiled engine gives what numpy's gives, to the bit."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.fields import FIELDS
from retrieval.inverted.points import Points, Some, Wanted
from retrieval.inverted.search import Engine, search
from tests.retrieval.inverted.compiled import engines, large_engines
from tests.retrieval.inverted.corpora import CORPORA, QUESTIONS, SEEDS, grown, large
from tests.retrieval.inverted.laws import ALL, assert_bounded, everything, found, pairs
from tests.retrieval.inverted.making import Made, Text, line, made_of

SOME = settings(max_examples=25, deadline=None)
FEW = settings(max_examples=15, deadline=None)
LIMITS = st.sampled_from([0, 1, 2, 5, 30, 200])


def bits(points: Points) -> list[bytes]:
    """Return the columns of points as bytes: equal only if they are equal to the bit."""
    assert all(getattr(points, name).dtype.itemsize == 8 for name in Points.__slots__)
    return [getattr(points, name).tobytes() for name in Points.__slots__]


def everywhere(engine: Engine, made: Made, wanted: Wanted, floor: float = 0.0) -> list[bytes]:
    return bits(engine.points(wanted, made.everything(floor)))


def assert_alike(made: Made, question: list[str], limit: int = 3) -> None:
    """Compare points of everything, points above a floor, and what a search finds."""
    (fast, plain), wanted = engines(made), made.wanted(*question)
    passages = made.scorer.passages
    first, second = (search(engine, passages, wanted, limit) for engine in (fast, plain))
    floor = float(second.total.min(initial=9.0))

    assert everywhere(fast, made, wanted) == everywhere(plain, made, wanted)
    assert everywhere(fast, made, wanted, floor) == everywhere(plain, made, wanted, floor)
    assert bits(first) == bits(second)
    assert pairs(first) == everything(made, question)[:limit]


def assert_bounds_alike(fast: Engine, plain: Engine, wanted: Wanted, limit: int) -> None:
    """Check that the compiled bounds are no wider than numpy's, and the floors almost equal."""
    one, other = fast.bounds(wanted, limit), plain.bounds(wanted, limit)
    is_within = other.most >= other.floor
    assert (one.most.dtype, one.most.shape) == (other.most.dtype, other.most.shape)
    assert (one.most <= other.most * (1 + 1e-5))[is_within & (other.most > 0)].all()
    assert abs(one.floor - other.floor) <= 1e-4 * other.floor


@SOME
@given(CORPORA, QUESTIONS, st.integers(1, 9))
def test_few_documents_have_the_same_points(
    texts: list[Text], question: list[str], limit: int
) -> None:
    assert_alike(made_of(texts), question, limit)


@FEW
@given(SEEDS, QUESTIONS, st.integers(1, 99))
def test_long_documents_have_the_same_points(seed: int, question: list[str], limit: int) -> None:
    assert_alike(made_of(grown(seed, 12)), question, limit)


@FEW
@given(QUESTIONS)
def test_more_passages_than_are_found_at_once_have_the_same_points(question: list[str]) -> None:
    fast, plain = large_engines()
    wanted = large().wanted(*question)

    assert everywhere(fast, large(), wanted) == everywhere(plain, large(), wanted)


@SOME
@given(QUESTIONS, st.sets(st.integers(0, 199), max_size=30), st.floats(0, 9))
def test_some_sections_above_a_floor_have_the_same_points(
    question: list[str], chosen: set[int], floor: float
) -> None:
    some = Some(np.array(sorted(chosen), np.int64), floor)
    wanted = large().wanted(*question)

    fast, plain = (bits(engine.points(wanted, some)) for engine in large_engines())

    assert fast == plain


@SOME
@given(QUESTIONS, st.integers(1, 400), st.none() | st.sets(st.integers(0, 169)))
def test_a_search_returns_the_same_to_the_bit_for_every_limit_and_scope(
    question: list[str], limit: int, chosen: set[int] | None
) -> None:
    passages, wanted = large().scorer.passages, large().wanted(*question)
    scope = None if chosen is None else passages.of_documents(chosen)

    fast, plain = (search(engine, passages, wanted, limit, scope) for engine in large_engines())

    assert bits(fast) == bits(plain)
    assert pairs(fast) == everything(large(), question, scope)[:limit]


def test_a_search_for_more_than_there_is_finds_everything() -> None:
    fast, _ = large_engines()

    best = found(fast, large(), ["ash", "grove"], ALL)

    assert best == everything(large(), ["ash", "grove"])


@SOME
@given(CORPORA, QUESTIONS, LIMITS)
def test_no_passage_has_more_points_than_its_bound(
    texts: list[Text], question: list[str], limit: int
) -> None:
    made = made_of(texts)
    fast, plain = engines(made)

    assert_bounded(fast, made, question, limit)
    assert_bounds_alike(fast, plain, made.wanted(*question), limit)


@FEW
@given(SEEDS, QUESTIONS, LIMITS)
def test_no_passage_of_a_long_document_has_more_points_than_its_bound(
    seed: int, question: list[str], limit: int
) -> None:
    made = made_of(grown(seed, 12))
    fast, plain = engines(made)

    assert_bounded(fast, made, question, limit)
    assert_bounds_alike(fast, plain, made.wanted(*question), limit)


@SOME
@given(QUESTIONS, st.integers(0, 400))
def test_no_passage_of_many_has_more_points_than_its_bound(question: list[str], limit: int) -> None:
    fast, plain = large_engines()

    assert_bounded(fast, large(), question, limit)
    assert_bounds_alike(fast, plain, large().wanted(*question), limit)


def test_counts_that_have_a_list_of_their_own_are_read() -> None:
    often = line("ash " * 4), line("ash " * 300), line("bay ash ash ash")

    assert_alike(made_of([Text((often, often[::-1]), ("ash",) * 5)]), ["ash", "bay"])


def test_a_field_without_weight_gives_nothing() -> None:
    fields = replace(FIELDS, title=replace(FIELDS.title, weight=0.0))
    made = made_of(grown(3, 5), fields)

    assert_alike(made, ["ash", "dune"])
