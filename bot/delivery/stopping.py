"""The wish to stop, which ends every pause."""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

__all__ = ["Stop", "Stopped"]

Result = TypeVar("Result")


class Stopped(Exception):
    """The process is to end, and what waits is left as it stands in the database."""


class Stop:
    """Pauses that end when the process is to stop.

    Parameters
    ----------
    event
        is set when the process is to stop.
    """

    def __init__(self, event: asyncio.Event) -> None:
        self._event = event

    @property
    def is_wanted(self) -> bool:
        """Whether the process is to stop."""
        return self._event.is_set()

    async def wait(self) -> None:
        """Wait until the process is to stop."""
        await self._event.wait()

    async def pause(self, seconds: float) -> None:
        """Wait some seconds; none or less is no wait at all.

        Raises
        ------
        Stopped
            The process is to stop before they are over.
        """
        if seconds <= 0:
            return
        try:
            async with asyncio.timeout(seconds):
                await self._event.wait()
        except TimeoutError:
            return
        raise Stopped

    async def outrun(self, work: Awaitable[Result]) -> Result:
        """Return what comes of something that may take long, and end it when the process stops.

        Raises
        ------
        Stopped
            The process is to stop before it is done.
        """
        doing, ending = asyncio.ensure_future(work), asyncio.ensure_future(self._event.wait())
        try:
            await asyncio.wait([doing, ending], return_when=asyncio.FIRST_COMPLETED)
            if doing.done():
                return doing.result()
            raise Stopped
        finally:
            doing.cancel()
            ending.cancel()
