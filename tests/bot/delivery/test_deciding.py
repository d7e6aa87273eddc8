import re

from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.deciding import reference_of


@given(st.integers(0, 2**63 - 1))
def test_a_reference_is_short_and_always_the_same(update_id: int) -> None:
    reference = reference_of(update_id)

    assert re.fullmatch(r"[0-9a-f]{8}", reference)
    assert reference_of(update_id) == reference
