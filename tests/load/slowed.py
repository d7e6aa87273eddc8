"""Quoth with a conversation that takes its time, until SIGUSR1 makes it quick again.

`python -m tests.load.slowed SECONDS`
"""

import os
import signal
import sys
import time
from types import FrameType

from bot.command_line import main as quoth
from bot.conversation import Conversation
from bot.replies import Reply

__all__ = ["main"]


def main(seconds: float) -> int:
    """Run the bot, each reply delayed by so many seconds."""
    pauses = [seconds]
    reply = Conversation.reply

    def delayed(conversation: Conversation, chat: str, message: str) -> Reply:
        time.sleep(pauses[0])
        return reply(conversation, chat, message)

    def hurry(number: int, frame: FrameType | None) -> None:
        pauses[0] = 0.0

    signal.signal(signal.SIGUSR1, hurry)
    Conversation.reply = delayed  # type: ignore[method-assign, assignment]  # seen as a method
    return quoth(["telegram"], os.environ)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1])))
