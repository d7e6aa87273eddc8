import pytest

from bot.channels.telegram.looks.buttons import Press
from bot.channels.telegram.looks.keyboards import LONGEST_COPY, answer
from bot.phrases import buttons as words
from bot.replies import Part, Reply


def sign(press: Press) -> str:
    return f"{press.action} {press.of} {press.page}"


def copied(citation: str) -> list[str]:
    """Return what the buttons under an answer with a citation copy."""
    reply = Reply((Part("quote", "Yes."), Part("citation", citation), Part("citation", "Other")))
    rows = answer(sign, 5, reply)["inline_keyboard"]
    return [button["copy_text"]["text"] for row in rows for button in row if "copy_text" in button]


def test_the_first_citation_can_be_copied() -> None:
    assert copied("Log, 2021-09-14, sentence 3") == ["Log, 2021-09-14, sentence 3"]


@pytest.mark.parametrize(
    ("citation", "shown"),
    [
        ("Half \ud83d of a pair", "Half \ufffd of a pair"),
        ("A\x00 title\nof \u202etwo lines", "A\ufffd title of \ufffdtwo lines"),
    ],
)
def test_a_citation_is_copied_as_it_is_shown(citation: str, shown: str) -> None:
    assert copied(citation) == [shown]


def test_one_that_is_too_long_or_shows_nothing_cannot_be_copied() -> None:
    # An emoji has 2 units.
    longest = "😀" * (LONGEST_COPY // 2)

    assert copied(longest) == [longest]
    assert copied(longest + "a") == []
    assert copied(" \u200b\u2800") == []


def test_what_stands_behind_an_answer_has_a_button_each() -> None:
    first, *_ = answer(sign, 5, Reply((Part("quote", "Yes."),)))["inline_keyboard"]

    assert {button["text"]: button["callback_data"] for button in first} == {
        words.CONTEXT: "context 5 1",
        words.SOURCES: "sources 5 1",
        words.WHY: "why 5 1",
        words.VERIFY: "verify 5 1",
    }
