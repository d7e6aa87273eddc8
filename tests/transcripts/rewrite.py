"""`python -m tests.transcripts.rewrite [NAME...]`: the replies of transcripts, written anew."""

import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from dataclasses import replace
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from bot import wiring
from bot.channels.terminal import show_reply
from bot.conversation import Conversation
from tests.transcripts.homes import make_home
from tests.transcripts.transcript import (
    FOLDER,
    NAMES,
    Exchange,
    Transcript,
    read_transcript,
)

__all__ = ["main", "replayed"]


def replayed(transcript: Transcript, conversation: Conversation) -> Transcript:
    """Return the transcript with the replies that a conversation gives now."""
    exchanges = (_exchange(conversation, each.typed) for each in transcript.exchanges)
    return replace(transcript, exchanges=tuple(exchanges))


def main(names: Sequence[str]) -> None:
    """Rewrite the transcripts of these names, or all, and name those that changed."""
    for name in names or NAMES:
        before = read_transcript(name)
        with TemporaryDirectory() as folder:
            home = make_home(before.corpus, Path(folder))
            after = replayed(before, wiring.conversation(home))
        (FOLDER / f"{name}.txt").write_text(after.text(), encoding="utf-8")
        print(f"{name}: {'as before' if after == before else 'changed'}")


def _exchange(conversation: Conversation, typed: str) -> Exchange:
    with redirect_stdout(StringIO()) as screen:
        show_reply(conversation.reply("rewrite", typed))
    return Exchange(typed, screen.getvalue().rstrip("\n"))


if __name__ == "__main__":
    main(sys.argv[1:])
