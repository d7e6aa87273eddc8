"""Waiting for something to become true without asking again and again on a clock."""

import asyncio
from collections.abc import Callable

__all__ = ["Pulse"]


class Pulse:
    """Beats whenever the state around it changes, and wakes whoever waits for a condition."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def beat(self) -> None:
        """Let every waiting condition be looked at again."""
        for future in self._waiting:
            if not future.done():
                future.set_result(None)
        self._waiting = set()

    async def next(self) -> None:
        """Wait for the next beat."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            await future
        finally:
            self._waiting.discard(future)

    async def until(self, is_true: Callable[[], bool], *, timeout: float) -> bool:  # noqa: ASYNC109 -- a verdict, not an error, ends the wait
        """Wait until the condition holds, at most `timeout` seconds; tell whether it does."""
        try:
            async with asyncio.timeout(timeout):
                while not is_true():
                    await self.next()
        except TimeoutError:
            return is_true()
        return True

    async def until_quiet(self, count: Callable[[], int], *, seconds: float) -> None:
        """Wait until the count has stayed the same for so many seconds."""
        while await self._moves(count, seconds):
            pass

    async def _moves(self, count: Callable[[], int], seconds: float) -> bool:
        seen = count()
        return await self.until(lambda: count() != seen, timeout=seconds)
