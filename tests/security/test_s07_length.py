"""S7: no message is longer than Telegram takes, whatever the characters; nothing gets lost.

Laws for all texts: tests/bot/channels/telegram/test_splitting.py and test_rendering.py.
"""

import pytest

from bot.channels.telegram.looks.rendering import render
from bot.channels.telegram.looks.splitting import units
from bot.conversation import Conversation
from bot.replies import Part, Reply
from tests.security.hostile import LONG, check_accepted

LIMIT = 4096  # UTF-16 code units


def test_a_long_sentence_with_joined_emoji_is_quoted_whole(asked: Conversation) -> None:
    messages = check_accepted(asked, "what does the inventory of the museum list")

    assert LONG in "".join(message.text for message in messages)


@pytest.mark.parametrize("piece", ["😀", "e\u0301", "👩\u200d🚀", "한", "a b. ", "\U0001f3fd"])
@pytest.mark.parametrize("n_units", [LIMIT - 1, LIMIT, LIMIT + 1, 3 * LIMIT])
def test_texts_about_the_limit_are_cut_into_messages_within_it(piece: str, n_units: int) -> None:
    text = (piece * n_units)[: n_units // units(piece) * len(piece)]

    messages = render(Reply((Part("quote", text),)))

    assert max(units(message.text) for message in messages) <= LIMIT
    assert "".join("".join(message.text for message in messages).split()) == "".join(text.split())
    # Each message is a blockquote from its first unit to its last.
    assert all(
        [(entity.offset, entity.length) for entity in message.entities]
        == [(0, units(message.text))]
        for message in messages
    )


@pytest.mark.parametrize(
    "question", ["😀" * 2048, "e\u0301" * 2048, "why " * 1024, "\u200d" * 4096]
)
def test_the_longest_questions_get_messages_that_telegram_takes(
    asked: Conversation, question: str
) -> None:
    assert check_accepted(asked, question)
