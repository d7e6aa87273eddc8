"""A transcript driven through a channel, message by message."""

from collections.abc import Awaitable, Callable

from tests.transcripts.transcript import Transcript

__all__ = ["Say", "run_transcript"]

# Sends one message and returns the plain text of its reply.
Say = Callable[[str], Awaitable[str]]


async def run_transcript(transcript: Transcript, say: Say) -> None:
    """Say every message of a transcript in turn, then compare the whole conversation.

    Raises:
        AssertionError: a reply is not the one in the transcript.
    """
    heard = [(each.typed, await say(each.typed)) for each in transcript.exchanges]
    assert heard == [(each.typed, each.plain) for each in transcript.exchanges]
