"""What a term adds is worked out once, and kept while there is room."""

import numpy as np
import pytest

from retrieval.fields import Field, Fields
from retrieval.inverted.impacts import Impact, Impacts
from tests.retrieval.inverted.corpora import WORDS, large
from tests.retrieval.inverted.making import Made, Text, line, made_of

# A term that occurs n times gives n / (n + 1) of its weight.
PLAIN = Field(weight=1.0, saturation=1.0, length_penalty=0.0)
NOTHING = Field(weight=0.0, saturation=1.0, length_penalty=0.0)
SENTENCES = Fields(PLAIN, NOTHING, NOTHING, NOTHING)


def section(*lines: str) -> Text:
    """Return a document of forty sentences, a section of its own; the others are empty."""
    rows = [*map(line, lines), *[line("")] * (40 - len(lines))]
    return Text(tuple((row,) for row in rows))


def added(impact: Impact, n_sections: int) -> tuple[list[list[float]], list[float]]:
    """Return what a term adds, by passage of a section and section, and beside it."""
    sums, beside = np.zeros(64 * n_sections, np.float32), np.zeros(n_sections, np.float32)
    impact.add(sums, beside)
    return sums.reshape(64, n_sections).tolist(), beside.tolist()


def impact(made: Made, word: str, weight: float) -> Impact:
    return Impacts(made.scorer).of(made.vocabulary.index(word), weight)


def test_a_term_is_added_in_the_slots_of_the_passages_that_hold_it() -> None:
    made = made_of([section("", "ash"), section("ash ash")], SENTENCES)

    sums, beside = added(impact(made, "ash", 6.0), 2)

    # 6 times 1/2 in the second passage of the first section, 2/3 in the first of the second.
    assert sums[:2] == [[0, 4], [3, 0]]
    assert not np.any(sums[2:])
    assert beside == [0, 0]


def test_a_common_term_is_kept_for_all_slots_and_adds_the_same() -> None:
    made = made_of([section("ash", "ash", "ash"), section("ash", "elm", "ash")], SENTENCES)

    common, rare = impact(made, "ash", 2.0), impact(made, "elm", 2.0)

    # Five of 128 slots are more than a 32nd, one is less.
    assert (len(common.slots), len(common.points)) == (0, 128)
    assert (rare.slots.tolist(), rare.points.tolist()) == ([1 * 2 + 1], [1.0])
    assert added(common, 2)[0][:3] == [[1, 1], [1, 0], [1, 1]]


def test_what_is_added_beside_is_what_the_lists_say_at_most() -> None:
    made = made_of([section("ash"), section("elm")], Fields(PLAIN, PLAIN, NOTHING, NOTHING))

    _, beside = added(impact(made, "ash", 6.0), 2)

    # Its paragraph gives half of the idf that the lists were made with.
    half = float(made.idf[made.vocabulary.index("ash")]) / 2
    assert beside == pytest.approx([half, 0], rel=1e-4)


def test_an_impact_is_kept_until_there_is_no_more_room() -> None:
    scorer = large().scorer
    sizes = [Impacts(scorer).of(term, 1.0).n_bytes for term in range(len(WORDS))]
    impacts = Impacts(scorer, most=sizes[0] + sizes[1])

    first = impacts.of(0, 1.0)
    second = impacts.of(1, 1.0)
    again = impacts.of(0, 1.0)
    third = impacts.of(2, 1.0)

    # The third takes the place of the second, which was not asked for again.
    assert sizes[2] <= sizes[1]
    assert again is first
    assert impacts.of(0, 1.0) is first
    assert impacts.of(2, 1.0) is third
    assert impacts.of(1, 1.0) is not second


def test_a_term_of_another_weight_is_another_impact() -> None:
    impacts = Impacts(large().scorer)

    one, other = impacts.of(3, 1.0), impacts.of(3, 2.0)

    assert other.points.tolist() == (one.points * 2).tolist()
