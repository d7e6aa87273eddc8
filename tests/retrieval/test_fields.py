"""The fields are fit to be added up and stored side by side."""

from typing import get_args

from retrieval.fields import FIELDS, Name, Unit


def test_every_field_has_a_name_of_its_own() -> None:
    assert sorted(field.name for field in FIELDS) == sorted(get_args(Name))


def test_every_unit_is_matched() -> None:
    assert {field.unit for field in FIELDS} == set(get_args(Unit))


def test_constants_are_in_the_range_that_their_formula_allows() -> None:
    assert all(field.weight > 0 and field.saturation > 0 for field in FIELDS)
    assert all(0 <= field.length_penalty <= 1 for field in FIELDS)
