"""Longer and longer pauses between attempts, cut short when the bot is told to stop."""

from bot.delivery.stopping import Stop

__all__ = ["Patience"]

# Seconds: the first pause, and what doubling it may lead to.
FIRST, LONGEST = 1.0, 30.0


class Patience:
    """Waits between attempts.

    Parameters
    ----------
    stop
        ends every pause.
    """

    def __init__(self, stop: Stop) -> None:
        self._stop = stop
        self.pause = FIRST

    async def wait(self) -> None:
        """Wait, the next time twice as long.

        Raises
        ------
        Stopped
            The bot is told to stop.
        """
        pause, self.pause = self.pause, min(2 * self.pause, LONGEST)
        await self._stop.pause(pause)

    def renew(self) -> None:
        """Begin with the first pause again: an attempt went well."""
        self.pause = FIRST
