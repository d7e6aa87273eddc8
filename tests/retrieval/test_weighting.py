"""Rarity is worked out by hand, and keeps the bounds it promises."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.weighting import idf


def test_idf_is_worked_out_by_hand() -> None:
    held = np.array([1, 2, 3])

    weights = idf(held, 3)

    # ln(1 + 2.5/1.5) = ln 2.6667, ln(1 + 1.5/2.5) = ln 1.6, ln(1 + 0.5/3.5) = ln 1.142857
    assert weights.tolist() == pytest.approx([0.980829, 0.470004, 0.133531], abs=1e-6)
    assert weights.dtype == np.float32


@given(st.integers(0, 10**6).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_idf_is_above_zero_even_for_a_term_that_every_unit_holds(case: tuple[int, int]) -> None:
    held, n_units = case

    assert idf(np.array([held]), n_units)[0] > 0


@given(st.integers(1, 10**5))
def test_a_rarer_term_never_weighs_less(n_units: int) -> None:
    held = np.linspace(0, n_units, 20).astype(np.int64)

    assert (np.diff(idf(held, n_units)) <= 0).all()
