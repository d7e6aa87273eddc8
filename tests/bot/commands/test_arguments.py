"""Arguments that several commands share."""

import argparse
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands.arguments import add_scope, day


@given(st.dates())
def test_a_day_is_read_as_it_is_written(date: datetime.date) -> None:
    assert day(date.isoformat()) == date


@pytest.mark.parametrize("text", ["", "2019-14-01", "2019-02-29", "yesterday", "14.11.2019"])
def test_anything_else_is_no_day(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="is not a day such as 2019-11-14"):
        day(text)


def test_documents_add_up_and_are_none_at_first() -> None:
    parser = argparse.ArgumentParser()
    add_scope(parser)

    given_none = parser.parse_args([])
    given_two = parser.parse_args(["--document", "a", "--document", "b", "--as-of", "2019-05-02"])

    assert (given_none.document, given_none.as_of) == (None, None)
    assert (given_two.document, given_two.as_of) == (["a", "b"], datetime.date(2019, 5, 2))
