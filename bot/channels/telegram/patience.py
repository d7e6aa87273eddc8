"""Longer and longer pauses between attempts, cut short when the bot is told to stop."""

import asyncio

__all__ = ["Patience"]

# Seconds: the first pause, and what doubling it may lead to.
FIRST, LONGEST = 1.0, 30.0


class Patience:
    """Waits between attempts.

    Parameters
    ----------
    stopping
        ends every pause.
    """

    def __init__(self, stopping: asyncio.Event) -> None:
        self._stopping = stopping
        self.pause = FIRST

    async def wait(self) -> None:
        """Wait, the next time twice as long."""
        pause, self.pause = self.pause, min(2 * self.pause, LONGEST)
        try:
            await asyncio.wait_for(self._stopping.wait(), pause)
        except TimeoutError:
            return

    def renew(self) -> None:
        """Begin with the first pause again: an attempt went well."""
        self.pause = FIRST
