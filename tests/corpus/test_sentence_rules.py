"""Single rules of where sentences end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentence_rules import (
    hide_apostrophes,
    is_false_end,
    missed_ends,
    move_end,
    opens_sentence,
)


@given(st.text(st.sampled_from("s'’ aB.")))
def test_hiding_apostrophes_keeps_every_offset(block: str) -> None:
    hidden = hide_apostrophes(block)

    assert len(hidden) == len(block)
    assert hidden.replace("ʼ", "'") == block.replace("’", "'") or "’" in hidden or "'" in hidden


def test_apostrophes_in_words_are_hidden_and_quotation_marks_are_not() -> None:
    assert hide_apostrophes("Kim's dogs' owner said 'no'.") == "Kimʼs dogsʼ owner said 'no'."


@pytest.mark.parametrize(
    ("before", "after", "goes_on"),
    [
        ("It ends on Nov. ", "23 at noon.", True),
        ("It ends in Nov. ", "The rest is open.", False),
        ("He is No. ", "5 on the list.", True),
        ("He said no. ", "They left.", False),
        ("She met Gen. ", "Lee.", True),
        ("It is at 5 p.m. ", "Monday.", True),
        ("It is at 5 p.m. ", "They eat.", False),
        ("Red vs. ", "Blue is on.", True),
        ("1. ", "Open the lid.", True),
        ("It rains. ", "", False),
    ],
)
def test_a_stop_is_judged_by_its_word_and_by_what_follows(
    before: str, after: str, goes_on: bool
) -> None:
    assert is_false_end(before + after, 0, len(before)) is goes_on


def test_an_opening_mark_belongs_to_what_follows() -> None:
    block = 'Is it late? "Yes it is.'

    # 'Is it late? "' is 13 characters; the mark is the last of them.
    assert move_end(block, 0, 13) == 12


def test_the_next_number_of_a_list_belongs_to_what_follows() -> None:
    block = "1. Open the lid 2. Press the key"

    assert move_end(block, 0, 19) == 16
    assert move_end(block.replace("2.", "7."), 0, 19) == 19


def test_initials_before_a_word_that_only_opens_sentences_end_one() -> None:
    block = "He lives in the U.S. It is large."

    assert missed_ends(block, 0, len(block)) == [21]
    assert missed_ends("He left the U.S. Army.", 0, 22) == []


def test_a_capital_opens_a_sentence_and_a_small_letter_does_not() -> None:
    assert opens_sentence("“Go", 0)
    assert not opens_sentence("go", 0)
