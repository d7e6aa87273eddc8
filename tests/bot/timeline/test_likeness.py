"""How alike two sentences are in what they say happened."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.timeline.likeness import likeness, words_of

WORDS = st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.1, 9), max_size=8)
TUNNEL = frozenset({"tunnel"})


def flat(stem: str) -> float:
    return 2.0


def words(text: str, date: str) -> dict[str, float]:
    start = text.index(date)
    span = (start, start + len(date))
    return dict(words_of(text, (0, len(text)), span, leaving=TUNNEL, idf=flat))


def test_words_are_stems_without_the_topic_the_date_and_what_any_report_holds() -> None:
    found = words("The tunnel flooded on Sept. 2, guards said.", "Sept. 2")

    assert found == {"flood": 2.0, "guard": 2.0}


def test_words_that_say_the_same_are_one() -> None:
    assert words("The tunnel expired on Monday.", "Monday") == words(
        "The tunnel lapsed on Monday.", "Monday"
    )


def test_a_part_beside_the_event_counts_little() -> None:
    found = words("After rain, the tunnel flooded on Monday.", "Monday")

    # Three tenths of 2 for what stands beside.
    assert found == {"flood": 2.0, "rain": pytest.approx(0.6)}


def test_another_clause_counts_little() -> None:
    text = "The tunnel flooded on Monday, and ducks came."
    start = text.index("Monday")

    found = words_of(text, (0, text.index(",")), (start, start + 6), leaving=TUNNEL, idf=flat)

    assert found == {
        "flood": 2.0,
        "duck": pytest.approx(0.6),
        "came": pytest.approx(0.6),
    }


@given(one=WORDS, other=WORDS)
def test_likeness_is_a_share_and_the_same_both_ways(
    one: dict[str, float], other: dict[str, float]
) -> None:
    alike = likeness(one, other)

    assert 0.0 <= alike <= 1.0 + 1e-9
    assert alike == pytest.approx(likeness(other, one))


@given(one=WORDS)
def test_a_sentence_is_wholly_like_itself(one: dict[str, float]) -> None:
    assert likeness(one, one) == pytest.approx(1.0 if one else 0.0)
