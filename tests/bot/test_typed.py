import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.typed import asks, normalised, split

SPACES = st.text("\t\n \u00a0\u2003\u3000", max_size=3)


@given(SPACES, st.sampled_from(["/forget", "/FORGET", "/Forget"]), SPACES)
def test_space_around_a_command_and_its_case_change_nothing(
    before: str, name: str, after: str
) -> None:
    typed = f"{before}{name} yes{after}"

    assert split(typed) == ("/forget", "yes")
    assert normalised(typed) == "/forget yes"


@given(st.text())
def test_the_one_form_of_a_text_is_read_as_the_text(text: str) -> None:
    once = normalised(text)

    assert normalised(once) == once
    assert split(once) == split(text)
    assert asks(once) == asks(text)


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("when", True),
        ("", True),
        ("/ASK when", True),
        ("\u3000/ask\nwhen", True),
        ("/timeline mill", True),
        ("/asof 2024-01-01 when", True),
        ("/asof 2024-01-01\nwhen", True),
        ("/asof 2024-01-01", False),
        ("/asof", False),
        ("/asking when", False),
        ("/forget yes", False),
    ],
)
def test_a_command_asks_where_it_has_a_question_answered(text: str, is_asked: bool) -> None:
    assert asks(text) is is_asked
