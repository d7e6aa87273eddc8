"""Points are worked out by hand, and keep the bounds they promise."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from retrieval.fields import Field
from retrieval.impacts import impacts
from retrieval.weighting import idf

PLAIN = Field("sentence", "sentence", weight=2.0, saturation=1.0, length_penalty=0.5)
# "Pact.", "Pact expires.", "Tokyo waits again.": columns again, expir, pact, tokyo, wait.
COUNTS = sparse.csr_array([[0, 0, 1, 0, 0], [0, 1, 1, 0, 0], [1, 0, 0, 1, 1]], dtype=np.int32)


def test_impacts_are_worked_out_by_hand() -> None:
    rarity = idf(np.array([1, 1, 2, 1, 1]), 3)

    points = impacts(COUNTS, rarity, PLAIN).toarray()

    # Lengths 1, 2, 3; mean 2; k1 (1 - b + b length / mean) = 0.75, 1, 1.25.
    # pact: 2 * 0.470004 / (1 + 0.75) and / (1 + 1); expir: 2 * 0.980829 / (1 + 1);
    # again, tokyo, wait: 2 * 0.980829 / (1 + 1.25).
    expected = [
        [0, 0, 0.537147, 0, 0],
        [0, 0.980829, 0.470004, 0, 0],
        [0.871848, 0, 0, 0.871848, 0.871848],
    ]
    assert points == pytest.approx(np.array(expected), abs=1e-6)


def test_a_second_occurrence_adds_less_than_the_first() -> None:
    counts = sparse.csr_array([[1], [2], [3]], dtype=np.int32)
    flat = Field("sentence", "sentence", weight=1.0, saturation=1.0, length_penalty=0.0)

    points = impacts(counts, np.ones(1, np.float32), flat).toarray()[:, 0]

    # tf / (tf + 1)
    assert points.tolist() == pytest.approx([1 / 2, 2 / 3, 3 / 4])


def test_no_units_give_no_points() -> None:
    nothing = sparse.csr_array((0, 0), dtype=np.int32)

    assert impacts(nothing, np.empty(0, np.float32), PLAIN).shape == (0, 0)


@given(
    st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=1, max_size=6),
    st.floats(0.1, 3),
    st.floats(0, 1),
)
def test_a_term_gives_at_most_its_idf_and_points_only_where_it_occurs(
    rows: list[list[int]], saturation: float, penalty: float
) -> None:
    counts = sparse.csr_array(np.array(rows, np.int32))
    field = Field("sentence", "sentence", 1.0, saturation, penalty)
    rarity = np.array([0.5, 1.0, 2.0], np.float32)

    points = impacts(counts, rarity, field).toarray()

    assert (points <= rarity).all()
    assert ((points > 0) == (counts.toarray() > 0)).all()
