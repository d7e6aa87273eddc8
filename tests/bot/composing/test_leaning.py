"""A sentence that leans on the one before it brings it along."""

import pytest

from bot.composing.leaning import lead_in
from tests.retrieval.making import document


@pytest.mark.parametrize(
    "second",
    ["He signed it.", "His trip begins today.", "“They left,” she said.", "These are rare.",
     "THE LATTER won."],
)  # fmt: skip
def test_a_sentence_that_opens_with_what_stands_for_something_leans(second: str) -> None:
    assert lead_in(document("a", f"Mara Lind arrived. | {second}"), 1) == 0


@pytest.mark.parametrize("second", ["Mara left.", "Italy won.", "Hers-Brook is a village.", "7."])
def test_a_sentence_that_names_what_it_is_about_stands_by_itself(second: str) -> None:
    # "Hers-Brook" is a name, but only its first part can be seen: it is taken for a pronoun.
    expected = 0 if second.startswith("Hers") else None

    assert lead_in(document("a", f"Mara Lind arrived. | {second}"), 1) == expected


def test_the_sentence_before_may_stand_in_the_paragraph_before() -> None:
    assert lead_in(document("a", "Mara Lind arrived.", "She waved."), 1) == 0


def test_the_first_sentence_and_one_in_another_language_bring_nothing() -> None:
    assert lead_in(document("a", "He arrived. | He waved."), 0) is None
    assert lead_in(document("a", "Es kommt. | Her damit.", language="de"), 1) is None
