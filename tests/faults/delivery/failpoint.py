"""Runs a bot whose answering fails at certain words: `python -m ...failpoint quoth` or `stock`.

The words stand for defects that tests did not find: an exception, always or twice; a question that
takes long; one that ends the process.
"""

import os
import sys
import time
from collections import Counter
from typing import ClassVar, Final

from bot import wiring
from bot.command_line import main as run_quoth
from bot.conversation import Conversation
from bot.replies import Reply
from tests.faults.delivery import stock

__all__ = ["DEADLY", "FAILING", "SLOW", "SLOW_SECONDS", "TWICE", "Failing"]

FAILING: Final = "shipwreck"
TWICE: Final = "flotsam"
SLOW: Final = "doldrums"
DEADLY: Final = "maelstrom"
SLOW_SECONDS: Final = 2.0
# What the system says of a process that a segmentation fault ends.
CODE: Final = 139


class Failing(Conversation):
    """A conversation with defects."""

    _seen: ClassVar[Counter[str]] = Counter()

    def reply(self, chat: str, message: str) -> Reply:
        """Fail as the message says, or answer."""
        self._seen[message] += 1
        if FAILING in message or (TWICE in message and self._seen[message] <= 2):
            raise RuntimeError("a defect")
        if SLOW in message:
            time.sleep(SLOW_SECONDS)
        if DEADLY in message:
            os._exit(CODE)
        return super().reply(chat, message)


if __name__ == "__main__":
    setattr(wiring, "Conversation", Failing)  # noqa: B010 - the one place that names the class
    if sys.argv[1] == "quoth":
        raise SystemExit(run_quoth(["telegram"], os.environ))
    stock.main(os.environ)
