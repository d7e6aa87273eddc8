"""Every transcript holds word for word, in the conversation and in a terminal of its own."""

from collections.abc import Callable

import pytest

from bot import wiring
from bot.home import Home
from tests.bot.calling import Result, quoth
from tests.transcripts import NAMES, read_transcript, run_transcript
from tests.transcripts.rewrite import replayed


def test_there_are_transcripts_of_every_kind_of_reply() -> None:
    names = set(NAMES)

    kinds = {"answer", "refusal", "follow_up", "behind_an_answer", "commands", "unicode", "bundled"}
    assert kinds <= names


@pytest.mark.parametrize("name", NAMES)
def test_the_terminal_says_what_the_transcript_says(
    name: str, home_of: Callable[[str], Home]
) -> None:
    transcript = read_transcript(name)
    home = home_of(transcript.corpus)

    result = quoth("chat", "--home", home.path, stdin=transcript.typed().encode())

    assert result == Result(0, transcript.screen(), "")


@pytest.mark.parametrize("name", NAMES)
async def test_a_conversation_says_what_the_transcript_says(
    name: str, home_of: Callable[[str], Home]
) -> None:
    transcript = read_transcript(name)
    conversation = wiring.conversation(home_of(transcript.corpus))

    async def say(message: str) -> str:
        return conversation.reply("a chat", message).plain()

    await run_transcript(transcript, say)


@pytest.mark.parametrize("name", NAMES)
def test_rewriting_a_transcript_that_holds_changes_nothing(
    name: str, home_of: Callable[[str], Home]
) -> None:
    before = read_transcript(name)
    conversation = wiring.conversation(home_of(before.corpus))

    after = replayed(before, conversation)

    assert after.text() == before.text()


async def test_a_reply_that_differs_is_reported() -> None:
    transcript = read_transcript("answer")

    async def say(message: str) -> str:
        return "something else"

    with pytest.raises(AssertionError):
        await run_transcript(transcript, say)
