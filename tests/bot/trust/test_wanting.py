"""Whether a sentence holds the kind of thing asked for."""

import pytest

from bot.trust.wanting import wanting
from tests.bot.trust.making import english


@pytest.mark.parametrize(
    ("question", "kind", "holding", "lacking"),
    [
        ("When did the ferry sink?", "time", "It sank in 1904.", "It sank near the pier."),
        ("Who kept the light?", "person", "It was kept by Mara.", "It was kept by a woman."),
        ("Where is the quay?", "place", "It is in Oslo.", "It is by the sea."),
        ("How many boats sail?", "number", "There are 12 boats.", "There are boats."),
        ("Why did it sink?", "reason", "It sank because of ice.", "It sank at night."),
    ],
)
def test_the_kind_that_is_asked_for_is_held_or_lacking(
    question: str, kind: str, holding: str, lacking: str
) -> None:
    found = [
        wanting(english(question), english(text))[f"holds {kind}"] for text in (holding, lacking)
    ]

    assert found == [1.0, -1.0]


def test_other_kinds_than_the_one_asked_for_say_nothing() -> None:
    found = wanting(english("When did it sink?"), english("In 1904, because of Mara."))

    assert [name for name, value in found.items() if value] == ["holds time"]


def test_a_name_of_the_question_is_no_answer() -> None:
    found = wanting(english("Who is Mara Lind?"), english("That is Mara Lind."))

    assert found["holds person"] == -1.0
