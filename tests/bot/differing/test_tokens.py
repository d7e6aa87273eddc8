"""Sentences are cut into words, numbers and signs at known places."""

from hypothesis import given
from hypothesis import strategies as st

from bot.differing.tokens import is_content, tokens


@given(text=st.text(max_size=80))
def test_tokens_stand_in_order_and_do_not_overlap(text: str) -> None:
    ends = [0]
    for token in tokens(text):
        assert ends[-1] <= token.start < token.end <= len(text)
        ends.append(token.end)


def test_thousands_are_one_number_and_an_ending_is_apart() -> None:
    assert [token.text for token in tokens("Kim's 1,200.5 won")] == ["kim", "'s", "1,200.5", "won"]


def test_stop_words_and_light_words_are_no_content() -> None:
    content = [
        token.text for token in tokens("The toll is now paid at the bridge") if is_content(token)
    ]

    assert content == ["toll", "paid", "bridge"]
