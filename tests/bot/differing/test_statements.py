"""Statements and differences are values."""

from bot.differing.statements import Difference, Span


def test_a_span_is_a_start_an_end_and_a_value() -> None:
    assert tuple(Span(2, 4, "12")) == (2, 4, "12")


def test_equal_differences_are_equal() -> None:
    one, other = Span(0, 1, "3"), Span(0, 1, "4")

    assert Difference("number", one, other) == Difference("number", Span(0, 1, "3"), other)
