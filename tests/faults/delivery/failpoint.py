"""Runs a bot whose answering fails at certain words: `python -m ...failpoint quoth` or `stock`.

The words stand for defects that tests did not find: an exception, always or twice; a question that
takes long; one that ends the process; one that takes for ever, with and without letting other
threads run.
"""

import os
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from bot import wiring, wiring_telegram
from bot.channels.telegram.life import health
from bot.command_line import main as run_quoth
from bot.conversation import Conversation
from bot.replies import Reply
from tests.faults.delivery import stock

__all__ = [
    "DEADLY",
    "ENDLESS",
    "FAILING",
    "HOLDING",
    "SLOW",
    "SLOW_SECONDS",
    "STUCK",
    "TWICE",
    "Failing",
]

FAILING: Final = "shipwreck"
TWICE: Final = "flotsam"
SLOW: Final = "doldrums"
DEADLY: Final = "maelstrom"
ENDLESS: Final = "whirlpool"
HOLDING: Final = "undertow"
SLOW_SECONDS: Final = 1.0
# Seconds after which an answer takes too long; a minute in a bot that people use.
STUCK: Final = 2.5
# It is tried in 2^60 ways, and meanwhile no other thread of Python runs.
PATTERN, TEXT = re.compile(r"(a+)+$"), "a" * 60 + "b"
# What the system says of a process that a segmentation fault ends.
CODE: Final = 139


@dataclass(frozen=True, slots=True)
class Hasty(health.Patiences):
    """The patience of a programme that has little time."""

    stuck: float = STUCK


class Failing(Conversation):
    """A conversation with defects."""

    _seen: ClassVar[Counter[str]] = Counter()

    def reply(self, chat: str, message: str, **given: Any) -> Reply:
        """Fail as the message says, or answer."""
        self._seen[message] += 1
        if FAILING in message or (TWICE in message and self._seen[message] <= 2):
            raise RuntimeError("a defect")
        if SLOW in message:
            time.sleep(SLOW_SECONDS)
        if DEADLY in message:
            os._exit(CODE)
        if ENDLESS in message:
            while True:
                time.sleep(0.01)
        if HOLDING in message:
            PATTERN.match(TEXT)
        return super().reply(chat, message, **given)


if __name__ == "__main__":
    for place in (wiring, wiring_telegram):
        setattr(place, "Conversation", Failing)  # noqa: B010 - the two places that name the class
    setattr(health, "Patiences", Hasty)  # noqa: B010 - nobody else says how patient it is
    if sys.argv[1] == "quoth":
        raise SystemExit(run_quoth(["telegram"], os.environ))
    stock.main(os.environ)
