"""The compiled engine gives what numpy's gives, to the bit."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.fields import FIELDS
from retrieval.inverted.points import Points, Wanted
from retrieval.inverted.search import Engine, search
from tests.retrieval.inverted.compiled import compiled, engines, large_engines
from tests.retrieval.inverted.corpora import CORPORA, QUESTIONS, SEEDS, WORDS, grown, large
from tests.retrieval.inverted.laws import ALL, everything, found, pairs
from tests.retrieval.inverted.making import Made, Text, line, made_of

pytest.importorskip("numba", reason="numba comes with the extra `fast`")

from retrieval.inverted.loops.bound import MOST_TERMS

SOME = settings(max_examples=25, deadline=None)
FEW = settings(max_examples=15, deadline=None)


def bits(points: Points) -> list[bytes]:
    """Return the columns of points as bytes: equal only if they are equal to the bit."""
    assert all(getattr(points, name).dtype.itemsize == 8 for name in Points.__slots__)
    return [getattr(points, name).tobytes() for name in Points.__slots__]


def everywhere(engine: Engine, made: Made, wanted: Wanted) -> list[bytes]:
    """Return all that has points, by passage."""
    points = engine.candidates(wanted, ALL, None)
    return bits(points[np.argsort(points.passages)])


def assert_alike(made: Made, question: list[str], limit: int = 3) -> None:
    """Compare points of everything, and what a search finds."""
    (fast, plain), wanted = engines(made), made.wanted(*question)
    passages = made.scorer.passages
    first, second = (search(engine, passages, wanted, limit) for engine in (fast, plain))

    assert everywhere(fast, made, wanted) == bits(made.points(wanted))
    assert everywhere(plain, made, wanted) == bits(made.points(wanted))
    assert bits(first) == bits(second)
    assert pairs(first) == everything(made, question)[:limit]


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


@pytest.mark.parametrize("limit", [1, 3, 200])
def test_a_question_of_more_terms_than_lanes_have_room_for_is_answered(limit: int) -> None:
    words = [f"w{n}" for n in range(MOST_TERMS + 1)]
    lines = [line(" ".join((*words[n::40], words[n - 1]))) for n in range(40)]
    made = made_of([Text((tuple(lines[n:]),)) for n in range(3)])

    assert_alike(made, words, limit)


def test_what_was_kept_of_terms_may_be_forgotten_between_questions() -> None:
    forgetful, (_, plain) = compiled(large(), most_entries=0), large_engines()

    for word in [*WORDS, *WORDS]:
        wanted = large().wanted(word)
        assert everywhere(forgetful, large(), wanted) == everywhere(plain, large(), wanted)


def test_terms_are_worked_out_by_threads_that_search_at_the_same_time() -> None:
    fast, plain = engines(large())
    passages, questions = large().scorer.passages, [large().wanted(word) for word in WORDS] * 4

    with ThreadPoolExecutor(4) as pool:
        found = [*pool.map(lambda wanted: search(fast, passages, wanted, 5), questions)]

    expected = [search(plain, passages, wanted, 5) for wanted in questions]
    assert [*map(bits, found)] == [*map(bits, expected)]


def test_counts_that_have_a_list_of_their_own_are_read() -> None:
    often = line("ash " * 4), line("ash " * 300), line("bay ash ash ash")

    assert_alike(made_of([Text((often, often[::-1]), ("ash",) * 5)]), ["ash", "bay"])


def test_a_field_without_weight_gives_nothing() -> None:
    fields = replace(FIELDS, title=replace(FIELDS.title, weight=0.0))
    made = made_of(grown(3, 5), fields)

    assert_alike(made, ["ash", "dune"])
