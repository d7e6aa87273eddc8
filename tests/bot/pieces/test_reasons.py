"""The part of a sentence that says why."""

import pytest

from bot.pieces.reasons import reasons
from bot.pieces.sentence import cut


def found(text: str) -> list[str]:
    return [piece.value for piece in reasons(cut(text))]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("It closed because the roof leaked.", ["because the roof leaked"]),
        ("It closed due to snow, but the quay is open.", ["due to snow"]),
        ("Because of snow, it closed.", ["Because of snow"]),
        ("It closed (owing to snow) at noon.", ["owing to snow"]),
        ("It closed since they had no coal; nobody came.", ["since they had no coal"]),
        ("It has been closed since 1998.", []),
        ("It closed at noon.", []),
    ],
)
def test_a_reason_goes_from_its_first_word_to_the_end_of_the_clause(
    text: str, clauses: list[str]
) -> None:
    assert found(text) == clauses


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("To save coal, they closed it.", ["To save coal"]),
        ("They closed it to save coal.", ["to save coal"]),
        ("They closed it, to burn less coal.", ["to burn less coal"]),
        ("They went to the quay.", []),
        ("They asked her to come because of snow.", ["because of snow"]),
    ],
)
def test_an_aim_serves_where_no_reason_is_told(text: str, clauses: list[str]) -> None:
    assert found(text) == clauses
