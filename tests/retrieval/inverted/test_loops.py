"""The compiled loops, worked out by hand."""

from bisect import bisect_left
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from retrieval.fields import Field, Fields
from retrieval.inverted.points import Points, Wanted
from retrieval.inverted.search import search
from tests.retrieval.inverted.compiled import compiled
from tests.retrieval.inverted.laws import ALL
from tests.retrieval.inverted.making import Line, Made, Text, line, made_of

pytest.importorskip("numba", reason="numba comes with the extra `fast`")

from retrieval.inverted.loops.bound import bound
from retrieval.inverted.loops.heap import put
from retrieval.inverted.loops.lanes import missing, reaches, selecting
from retrieval.inverted.loops.lists import entry_in, find
from retrieval.inverted.loops.tops import fill

# A term that occurs n times gives n / (n + 1) of its idf.
PLAIN = Field(weight=1.0, saturation=1.0, length_penalty=0.0)
NOTHING = replace(PLAIN, weight=0.0)
SENTENCES = Fields(PLAIN, NOTHING, NOTHING, NOTHING)
NUMBERS = st.lists(st.integers(0, 99), unique=True, max_size=40).map(sorted)


def weighed(made: Made, **idf: float) -> Wanted:
    """Ask for terms, each of a given rarity in passages, and of 4 in titles."""
    wanted = made.wanted(*idf)
    rarity = [idf[made.vocabulary[number]] for number in wanted.terms.tolist()]
    return Wanted(wanted.terms, np.array(rarity), np.full(len(rarity), 4.0))


def scored(made: Made, **idf: float) -> Points:
    """Return all that has points, by passage."""
    points = compiled(made).candidates(weighed(made, **idf), ALL, None)
    return points[np.argsort(points.passages)]


def apart(*lines: str) -> Text:
    """Return a document of forty sentences in as many paragraphs, empty but for the first."""
    rows = [*map(line, lines), *[Line(())] * (40 - len(lines))]
    return Text(tuple((row,) for row in rows))


@settings(deadline=None)
@given(NUMBERS, st.integers(0, 100), st.data())
def test_a_number_is_found_from_anywhere_before_it(
    numbers: list[int], wanted: int, data: st.DataObject
) -> None:
    low = data.draw(st.integers(0, len(numbers)))
    high = data.draw(st.integers(low, len(numbers)))

    place = find(np.array(numbers, np.int64), low, high, wanted)

    assert place == bisect_left(numbers, wanted, low, high)


def test_four_fields_add_up() -> None:
    lines = (line("ash ash bay"), line("elm")), (line("ash"),)
    made = made_of([Text(lines, title=("ash",))], Fields(PLAIN, PLAIN, PLAIN, PLAIN))

    points = scored(made, ash=2.0)

    # Twice in the sentence: 2/3 of 2. Paragraphs hold it twice and once, the document three times:
    # 3/4 of 2. The title: 1/2 of 4.
    assert points.passages.tolist() == [0, 1, 2]
    assert points.sentence.tolist() == pytest.approx([4 / 3, 0, 1])
    assert points.paragraph.tolist() == pytest.approx([4 / 3, 4 / 3, 1])
    assert points.document.tolist() == pytest.approx([1.5, 1.5, 1.5])
    assert points.title.tolist() == pytest.approx([2, 2, 2])
    assert points.total.tolist() == pytest.approx([8 / 3 + 3.5, 4 / 3 + 3.5, 5.5])


def test_a_question_keeps_three_tenths_and_lends_half_to_the_answer_in_its_paragraph() -> None:
    lines = (line("ash ash?"), line("bay"), line("bay?")), (line("ash"), line("ash?"), line("bay?"))
    made = made_of([Text(lines)], SENTENCES)

    points = scored(made, ash=6.0, bay=8.0)

    # Own points: 4, 4, 4 | 3, 3, 4. Only the first question has an answer behind it: another
    # paragraph begins behind the second, and a question stands behind the third.
    assert points.total.tolist() == pytest.approx([4 * 0.3, 4 + 4 * 0.5, 4, 3, 3, 4])


@pytest.mark.parametrize("n_before", [0, 7])
@pytest.mark.parametrize(
    ("question", "answer", "points"), [("ash?", "ash ash", 5.5), ("ash ash?", "ash", 5)]
)
def test_a_section_is_not_left_out_for_what_an_answer_gains(
    n_before: int, question: str, answer: str, points: float
) -> None:
    # With eight sentences before it, an answer is in another eighth than its question.
    rows = *[Line(())] * n_before, line(question), line(answer), *[Line(())] * 30
    others = [apart("ash ash ash ash")] * 200
    made = made_of([*others, Text((rows,))], SENTENCES)

    best = search(compiled(made), made.scorer.passages, weighed(made, ash=6.0), 1)

    # Others have 4/5 of 6, more than 1/2 and 2/3 of it; the answer takes half of the question's.
    assert best.passages.tolist() == [40 * len(others) + n_before + 1]
    assert best.total.tolist() == pytest.approx([points])


def test_passages_below_the_best_so_far_are_not_taken() -> None:
    made = made_of([Text(((line("ash ash"), line("ash"), line("ash ash ash ash")),))], SENTENCES)

    points = compiled(made).candidates(weighed(made, ash=12.0), 1, None)

    # 12 times 2/3, 1/2 and 4/5.
    assert points.passages.tolist() == [0, 2]
    assert points.total.tolist() == pytest.approx([8, 9.6])


def test_other_documents_than_those_allowed_are_not_taken() -> None:
    made = made_of([Text(((line("ash"),),)), apart("ash ash"), apart("ash")], SENTENCES)
    allowed = np.array([True, False, True])

    points = compiled(made).candidates(weighed(made, ash=6.0), 5, allowed)

    assert points.passages.tolist() == [0, 41]
    assert points.total.tolist() == pytest.approx([3, 3])


def test_eighths_are_bounded_by_what_each_term_adds_at_most_there() -> None:
    # The first two sentences are in the first eighth, the ninth in the second.
    made = made_of([apart("ash bay", "bay"), apart("ash", *[""] * 7, "bay bay")], SENTENCES)

    lanes, point = lanes_of(made, ash=4.0, bay=6.0)

    # In steps of 255: 1/2 of 4 and of 6; 2/3 of 6, rounded up.
    assert lanes[:, 2:].tolist() == [[0.0] * 6] * 2
    assert (lanes[:, :2] / point).tolist() == [
        pytest.approx([5, 0], abs=0.05), pytest.approx([2, 4], abs=0.05)
    ]  # fmt: skip
    assert (lanes[:, :2] >= np.array([[5, 0], [2, 4]]) * point).all()


def lanes_of(made: Made, **idf: float) -> tuple[NDArray[np.int64], float]:
    """Return the bounds of the eighths of the sections, and how much a point is."""
    postings, wanted = made.scorer.postings, weighed(made, **idf)
    lists = (
        postings.first_entry, postings.section, postings.base, postings.start, postings.posting,
        postings.many, postings.counts,
    )  # fmt: skip
    n_entries, n_sections = len(postings.section), made.scorer.passages.n_sections
    top, held = np.zeros((2, n_entries), np.uint8)
    tops = (top, held, np.zeros(n_entries, np.uint64))
    saturation = np.array([[n / (n + 1)] * 9 for n in range(4)])
    lengths, first = made.scorer.lengths.sentence, made.scorer.passages.section_first
    fill(wanted.terms, lists, first, lengths, saturation, *tops)
    limits, sums = (
        (postings.near, postings.wide, postings.mask), np.empty((n_sections, 2), np.uint64)
    )  # fmt: skip
    scales = np.array([wanted.idf, wanted.idf * 0, wanted.idf * 0])
    point = bound(wanted.terms, scales, lists, limits, tops, selecting(), made.scorer.gains, sums)
    return sums.view(np.uint16).reshape(n_sections, 8).astype(np.int64), point


@given(st.lists(st.integers(0, 50), max_size=30), st.integers(1, 8))
def test_a_heap_keeps_the_largest(numbers: list[int], n: int) -> None:
    heap = np.zeros(n, np.int64)

    for number in numbers:
        put(number, heap) if number > heap[0] else None

    assert sorted(heap.tolist()) == sorted([*[0] * n, *numbers])[-n:]


@given(st.lists(st.integers(0, 32767), min_size=8, max_size=8), st.integers(0, 32768))
def test_lanes_are_compared_all_at_once(values: list[int], least: int) -> None:
    one, other = np.array(values, np.uint16).view(np.uint64)

    lacking = np.uint64(missing(least))

    assert reaches(one + lacking, other + lacking) == (max(values) >= least)


@given(NUMBERS, st.data())
def test_an_entry_is_found_by_its_section_from_anywhere_before_it(
    sections: list[int], data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(sections)))
    wanted = data.draw(st.integers(0, 100))

    entry = entry_in(np.array(sections, np.uint32), first, len(sections), wanted)

    assert entry == bisect_left(sections, wanted, first)
