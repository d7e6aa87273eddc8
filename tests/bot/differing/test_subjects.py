"""Titles and sentences tell which subject is meant."""

import pytest

from bot.differing.statements import Statement
from bot.differing.subjects import are_other_subjects


@pytest.mark.parametrize(
    ("question", "one", "other", "expected"),
    [
        ("What is the toll?", "Corrie bridge", "Tarff bridge", True),
        ("What is the toll?", "Corrie bridge", "Corrie bridge", False),
        ("What is the toll?", "Library rules", "House rules and fees", False),
        ("What is the toll?", "Meeting of March", "Meeting of April", False),
        ("What is the toll at Tarff?", "Corrie bridge", "Tarff bridge", True),
        ("What is the toll at Tarff?", "Corrie bridge", "", False),
    ],
)
def test_one_name_alone_tells_titles_apart(
    question: str, one: str, other: str, expected: bool
) -> None:
    sides = [Statement("a", None, "The toll rose.", title) for title in (one, other)]

    assert are_other_subjects(question, *sides) is expected
