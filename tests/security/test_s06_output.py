"""S6: markup in a question or a document is text, and never markup, links or mentions.

Laws for all replies: tests/bot/channels/telegram/test_rendering.py.
"""

from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.telegram.looks.rendering import LOOKS, Look, render
from bot.conversation import Conversation
from bot.replies import Part, Reply
from bot.visible import visible
from tests.security.hostile import MARKUP, check_accepted
from tests.security.sources import PACKAGES, code

ALPHABET = "<>/&;ab_*[]()~`|#+-=.!{}\\\"' "
MARKED = st.text(st.sampled_from(ALPHABET), min_size=1, max_size=200).filter(str.strip)


def test_no_message_is_sent_with_a_parse_mode() -> None:
    naming = [path.name for path in code(PACKAGES) if "parse_mode" in path.read_text()]

    assert naming == []


def test_no_look_of_a_message_is_a_link_or_a_mention() -> None:
    assert set(get_args(Look)) == {"blockquote", "italic", "bold"} == set(LOOKS.values())


@settings(max_examples=100, deadline=None)
@given(MARKED)
def test_a_quote_made_of_markup_is_shown_sign_for_sign(text: str) -> None:
    (message,) = render(Reply((Part("quote", text),)))

    assert message.text == visible(text).strip()
    assert [entity.look for entity in message.entities] == ["blockquote"]


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("when did the ferry and its crew leave the quay", MARKUP[0]),
        ("what was the keeper of the lighthouse paid", MARKUP[1]),
        ("how often did the harbour close its gate", MARKUP[2]),
    ],
)
def test_a_document_of_markup_is_quoted_word_for_word(
    asked: Conversation, question: str, sentence: str
) -> None:
    (message,) = check_accepted(asked, question)

    assert sentence in message.text
    assert "<b>hostile</b>" in message.text


@pytest.mark.parametrize("question", [*MARKUP, "</b>" * 500, "<a href='tg://user?id=1'>x</a>"])
@pytest.mark.parametrize("command", ["", "/ask ", "/timeline ", "/verify ", "/asof 2019-11-14 "])
def test_a_question_of_markup_gets_messages_that_telegram_takes(
    asked: Conversation, command: str, question: str
) -> None:
    assert check_accepted(asked, f"{command}{question}")


def test_the_scan_finds_what_it_looks_for(tmp_path: Path) -> None:
    (tmp_path / "planted.py").write_text("send(parse_mode='HTML')")

    assert [path.name for path in code([tmp_path]) if "parse_mode" in path.read_text()] == [
        "planted.py"
    ]
