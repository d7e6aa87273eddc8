from hypothesis import given
from hypothesis import strategies as st

from tests.load.flood import jain


@given(st.lists(st.integers(0, 1_000), min_size=1).filter(any))
def test_jains_index_lies_between_one_chat_getting_all_and_all_as_much(counts: list[int]) -> None:
    index = jain(counts)

    assert 1 / len(counts) - 1e-12 <= index <= 1 + 1e-12


def test_a_chat_without_any_service_lowers_the_index() -> None:
    # (4 + 4 + 0)² / (3 × (16 + 16 + 0)) = 64 / 96.
    assert jain([4, 4, 0]) == 64 / 96
