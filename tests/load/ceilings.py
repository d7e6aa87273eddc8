"""How much Telegram takes before it answers 429, as token buckets."""

import math
from dataclasses import dataclass, field
from typing import Final

__all__ = ["Bucket", "Ceilings"]

# Telegram's published limits: messages a second to one chat, and to all chats together.
PER_CHAT: Final = 1.0
OVERALL: Final = 30.0
# Messages at once. Telegram allows short bursts and does not say how short; a bot that holds
# itself to three keeps a margin of two for the jitter of its calls.
CHAT_BURST: Final = 5.0
OVERALL_BURST: Final = 30.0


@dataclass(slots=True)
class Bucket:
    """Fills at a rate up to a size; every message takes one.

    Attributes
    ----------
    rate
        messages a second.
    size
        messages that may come at once.
    level
        messages left at second `at`.
    """

    rate: float
    size: float
    level: float
    at: float

    def lacks(self, now: float) -> float:
        """Fill up, and return the seconds until there is one."""
        self.level = min(self.size, self.level + (now - self.at) * self.rate)
        self.at = now
        return max(0.0, (1.0 - self.level) / self.rate)


@dataclass(slots=True)
class Ceilings:
    """The overall bucket, and one for each chat.

    Attributes:
        n_refused: messages that were refused.
    """

    n_refused: int = 0
    _chats: dict[str, Bucket] = field(default_factory=dict)
    _overall: Bucket = field(
        default_factory=lambda: Bucket(OVERALL, OVERALL_BURST, OVERALL_BURST, 0.0)
    )

    def admit(self, chat: str, now: float) -> int:
        """Take a message in and return 0, or refuse it and return the whole seconds to wait."""
        fresh = Bucket(PER_CHAT, CHAT_BURST, CHAT_BURST, now)
        buckets = (self._overall, self._chats.setdefault(chat, fresh))
        lacking = max(bucket.lacks(now) for bucket in buckets)
        if lacking > 0:
            self.n_refused += 1
            return math.ceil(lacking)
        for bucket in buckets:
            bucket.level -= 1.0
        return 0
