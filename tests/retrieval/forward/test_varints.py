"""Numbers come back from their bytes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.forward.varints import LIMIT, decode, encode, last_bytes

NUMBERS = st.lists(st.integers(0, LIMIT - 1) | st.integers(0, 300))


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, [0]),
        (127, [127]),
        # 1 * 128 + 0.
        (128, [129, 0]),
        (16_383, [255, 127]),
        (16_384, [129, 128, 0]),
        (2_097_151, [255, 255, 127]),
        (2_097_152, [129, 128, 128, 0]),
        (LIMIT - 1, [255, 255, 255, 127]),
    ],
)
def test_a_number_takes_a_byte_for_each_seven_bits(number: int, expected: list[int]) -> None:
    encoded, sizes = encode(np.array([number]))

    assert encoded.tolist() == expected
    assert sizes.tolist() == [len(expected)]


@given(NUMBERS, st.sampled_from([np.int32, np.int64, np.uint32]))
def test_numbers_come_back_in_their_order(
    numbers: list[int], dtype: type[np.int32 | np.int64 | np.uint32]
) -> None:
    encoded, sizes = encode(np.array(numbers, dtype))

    assert decode(encoded).tolist() == numbers
    assert sizes.sum() == len(encoded)


@given(NUMBERS, NUMBERS)
def test_bytes_of_two_rows_may_be_read_at_once(one: list[int], other: list[int]) -> None:
    rows = [encode(np.array(numbers, np.int64))[0] for numbers in (one, other)]

    assert decode(np.concatenate(rows)).tolist() == one + other


@given(NUMBERS)
def test_the_last_byte_of_each_number_is_told(numbers: list[int]) -> None:
    encoded, sizes = encode(np.array(numbers, np.int64))

    assert last_bytes(encoded).tolist() == (np.cumsum(sizes) - 1).tolist()
