"""The fields are fit to be added up and stored."""

import json
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.fields import FIELDS, Field, Fields, Name

NUMBERS = st.floats(0, 4)
FIELD = st.builds(Field, NUMBERS, NUMBERS, st.floats(0, 1))


def test_every_field_has_a_name() -> None:
    assert Fields.__slots__ == get_args(Name)


def test_constants_are_in_the_range_that_their_formula_allows() -> None:
    fields = [getattr(FIELDS, name) for name in Fields.__slots__]

    assert all(field.weight > 0 and field.saturation > 0 for field in fields)
    assert all(0 <= field.length_penalty <= 1 for field in fields)


def test_a_norm_grows_with_the_length() -> None:
    base, slope = Field(weight=2.0, saturation=1.0, length_penalty=0.5).norm(2.0)

    # k1 (1 - b + b length / mean) of 1, 2 and 3 terms, mean 2.
    assert [base + slope * n for n in (1, 2, 3)] == [0.75, 1.0, 1.25]


@pytest.mark.parametrize("mean", [0.0, 0.5, 1.0])
def test_units_of_less_than_a_term_are_counted_as_having_one(mean: float) -> None:
    assert Field(weight=1.0, saturation=1.0, length_penalty=0.5).norm(mean) == (0.5, 0.5)


@given(st.builds(Fields, FIELD, FIELD, FIELD, FIELD))
def test_fields_are_read_as_they_were_written(fields: Fields) -> None:
    assert Fields.parse(json.loads(json.dumps(fields.as_json()))) == fields
