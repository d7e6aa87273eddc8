"""Two sentences say the same when nothing makes another statement of one."""

import pytest

from bot.differing.contents import content
from bot.differing.goals import goal
from bot.differing.sameness import are_same


def same(question: str, one: str, other: str) -> bool:
    wanted = goal(question)
    first, second = (content(text, (), wanted.modifiers) for text in (one, other))
    return are_same(wanted, first, second, is_strict=False)


def test_a_paraphrase_says_the_same() -> None:
    assert same("How much is the bus fare?", "The bus fare is set.", "Riders now pay it.")


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        ("When does the pool open?", "The pool opens.", "The sauna opens."),
        ("How many days of leave?", "Staff get annual leave.", "Staff get sick leave."),
        ("Who chairs the board?", "She chairs the board.", "She is vice chair of the board."),
        ("Is the dam mended?", "The dam is mended.", "The road across the dam is mended."),
        ("When does season four end?", "Season four ends.", "Season five ends."),
        ("What did Kim say of the tax?", "Kim said the tax falls.", "Park said the tax falls."),
    ],
)
def test_another_subject_is_another_statement(question: str, one: str, other: str) -> None:
    assert not same(question, one, other)
