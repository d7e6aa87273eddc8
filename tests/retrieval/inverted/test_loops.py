"""The compiled loops, worked out by hand."""

from bisect import bisect_left
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.fields import Field, Fields
from retrieval.inverted.bounds import Bounds
from retrieval.inverted.points import Points, Some, Wanted
from tests.retrieval.inverted.compiled import compiled
from tests.retrieval.inverted.making import Line, Made, Text, line, made_of

pytest.importorskip("numba", reason="numba comes with the extra `fast`")

from retrieval.inverted.loops.bound import WINDOW
from retrieval.inverted.loops.lists import find

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


def scored(made: Made, floor: float = 0.0, **idf: float) -> Points:
    return compiled(made).points(weighed(made, **idf), made.everything(floor))


def bounded(made: Made, limit: int, **idf: float) -> Bounds:
    return compiled(made).bounds(weighed(made, **idf), limit)


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


def test_a_floor_is_reached_by_what_equals_it() -> None:
    made = made_of([Text(((line("ash"), line("ash ash"), line("ash ash ash ash")),))], SENTENCES)

    points = scored(made, floor=8.0, ash=12.0)

    # 12 times 1/2, 2/3 and 4/5.
    assert points.passages.tolist() == [1, 2]
    assert points.total.tolist() == pytest.approx([8, 9.6])


def test_sections_are_scored_from_wherever_the_first_is() -> None:
    made = made_of([apart("ash"), apart("bay", "ash"), apart("ash ash")], SENTENCES)

    points = compiled(made).points(weighed(made, ash=6.0), Some(np.array([1, 2]), 0.0))

    assert points.passages.tolist() == [41, 80]
    assert points.total.tolist() == pytest.approx([3, 4])


def test_the_bound_of_a_section_is_the_most_of_any_of_its_eighths() -> None:
    fields = Fields(PLAIN, PLAIN, NOTHING, NOTHING)
    # One sentence of the first holds both words; the second has them in its eighths 0 and 1.
    made = made_of([apart("ash bay"), apart(*["ash", *[""] * 7, "bay"]), apart("elm")], fields)

    found = bounded(made, 0, ash=4.0, bay=6.0)

    # The sentence gives 2 and 3; of the idf that the lists were made with, paragraphs give half.
    ash, bay = (float(made.idf[made.vocabulary.index(word)]) / 2 for word in ("ash", "bay"))
    assert found.most.tolist() == pytest.approx([5 + ash + bay, 3 + bay, 0], rel=1e-4)
    assert found.floor == 0


def test_where_somebody_asks_an_answer_may_gain_half_and_a_question_keeps_three_tenths() -> None:
    made = made_of([apart("ash", "ash?")], SENTENCES)

    found = bounded(made, 1, ash=4.0)

    assert found.most.tolist() == pytest.approx([2 * 1.5], rel=1e-4)
    assert found.floor == pytest.approx(2 * 0.3, rel=1e-4)


def test_a_bound_counts_a_term_as_often_as_it_stands_there() -> None:
    made = made_of([apart("ash " * n) for n in (1, 2, 3, 4, 9)], SENTENCES)

    found = bounded(made, 0, ash=60.0)

    # 60 times 1/2, 2/3, 3/4, 4/5 and 9/10.
    assert found.most.tolist() == pytest.approx([30, 40, 45, 48, 54], rel=1e-4)


def test_bounds_below_the_best_so_far_are_nothing() -> None:
    made = made_of([apart("ash"), apart("ash ash"), apart("ash"), apart("ash ash ash")], SENTENCES)

    found = bounded(made, 1, ash=12.0)

    # 6, 8, 6 and 9: the third cannot be the best any more when it is looked at.
    assert found.most.tolist() == pytest.approx([6, 8, 0, 9], rel=1e-4)
    assert found.floor == pytest.approx(9, rel=1e-4)


def test_the_floor_is_what_the_last_wanted_has_wherever_it_stands() -> None:
    texts = [apart("ash" if n % 7 else "ash ash") for n in range(2 * WINDOW + 3)]
    made = made_of(texts, SENTENCES)
    n_twice = len(range(0, len(texts), 7))

    floors = [bounded(made, n, ash=12.0).floor for n in (n_twice, n_twice + 1, len(texts) + 1)]

    # 12 times 2/3 and 1/2; there are not as many passages as the last wants.
    assert floors == pytest.approx([8, 6, 0], rel=1e-4)
