"""Numbers that measure nothing are left out."""

import pytest

from bot.differing.quantities import quantities


@pytest.mark.parametrize(
    "text",
    [
        "Velden won 3-1.", "Karin Holm, 28, won.", "It is kept in Room 204.", "It was in 2019.",
        "It began on Nov. 3.", "The 30-year-old won.", "Three of them were children.",
        "It opens at 9 a.m.", "One was lost.", "Ward 3 is closed.",
    ],
)  # fmt: skip
def test_a_number_that_measures_nothing_is_no_amount(text: str) -> None:
    assert quantities(text) == ()


def test_a_capital_in_front_hides_no_amount() -> None:
    assert [amount.value for amount in quantities("In Minsk 40 people were held.")] == [40.0]
