"""Amounts of the measure that is asked for."""

import pytest

from bot.answers import Highlight
from bot.pieces.fitting import fitting

SHARE = Highlight(0, 4, "number", "40 %")
SUM = Highlight(10, 12, "number", "9 $")
TIME = Highlight(20, 27, "number", "3 weeks")
COUNT = Highlight(30, 31, "number", "7")
ALL = (SHARE, SUM, TIME, COUNT)


@pytest.mark.parametrize(
    ("question", "fits"),
    [
        ("What percentage of the crew is ill?", (SHARE,)),
        ("How much money was lost?", (SUM,)),
        ("How much did the tower cost?", (SUM,)),
        ("How long did the strike last?", (TIME,)),
        ("How many weeks did the strike last?", (TIME,)),
        ("How many dogs are there?", ALL),
        ("How long is the quay?", ALL),
    ],
)
def test_a_question_that_names_a_measure_gets_only_that(
    question: str, fits: tuple[Highlight, ...]
) -> None:
    assert fitting(ALL, question) == fits


def test_without_an_amount_of_that_measure_all_stay() -> None:
    assert fitting((COUNT, SUM), "What percentage of the crew is ill?") == (COUNT, SUM)
