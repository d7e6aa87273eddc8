"""A country or a town at large holds other places."""

import pytest

from bot.differing.places import is_wide


@pytest.mark.parametrize(
    ("words", "is_proper", "expected"),
    [("south korea", True, True), ("cape town", True, False), ("town", False, True)],
)
def test_wide_places_are_known(words: str, is_proper: bool, expected: bool) -> None:
    assert is_wide(frozenset(words.split()), is_proper=is_proper) is expected
