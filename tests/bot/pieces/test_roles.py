"""Those who are told by what they do."""

import pytest

from bot.pieces.roles import roles
from bot.pieces.sentence import cut


def shown(text: str) -> list[str]:
    sentence = cut(text)
    return [sentence.shown(*role) for role in roles(sentence)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("by the ruling party", ["ruling party"]),
        ("the state-controlled media ignored it", ["state-controlled media"]),
        ("all bright young working students", ["bright young working students"]),
        ("citizens and committees", ["citizens", "committees"]),
        ("it made the vice president ill", ["vice president"]),
        ("some local healers and shopkeepers", ["local healers", "shopkeepers"]),
        ("the papers and letters of rivers", []),
        ("the boat sank", []),
    ],
)
def test_a_role_has_the_words_that_tell_which(text: str, found: list[str]) -> None:
    assert shown(text) == found


def test_words_that_no_article_leads_are_left_out() -> None:
    assert shown("Then rain made poor farmers leave") == ["farmers"]
