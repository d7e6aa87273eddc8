"""Numbers of chats and users as they are typed."""

from hypothesis import given
from hypothesis import strategies as st

from bot.administering.numbers import read_number


@given(st.integers(min_value=-(10**18) + 1, max_value=10**18 - 1).filter(bool))
def test_a_number_is_read_back(number: int) -> None:
    assert read_number(str(number)) == number


@given(st.text())
def test_whatever_is_read_fits_into_64_bits_and_is_not_0(text: str) -> None:
    found = read_number(text)

    assert found is None or 0 < abs(found) < 2**63
