"""Faults of the way between a bot and the API: what goes wrong, how often, and for which calls.

A `Fault` decides which calls are met; what happens to them is an `Act`. Acts that answer something
else than the truth may let the method run first: then the bot cannot tell that it did.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace

from .refusals import Json, Refusal
from .rules import Proceed, Reply, Request

__all__ = ["Act", "Fault", "dropped", "half", "hung", "late", "page", "refused"]

Act = Callable[[Request, Proceed], Awaitable[Reply]]

# Seconds that stand for ever.
EVER = 3600.0


@dataclass(slots=True)
class Fault:
    """Lets something happen to calls of a method.

    Attributes
    ----------
    act
        What happens.
    n_left
        How many calls are still to be met; None for any number.
    chat_id
        The only chat concerned; None for all.
    share, chance
        The share of the calls concerned that is met, and the source of that decision.
    met
        The calls that were met.

    """

    method: str
    act: Act
    n_left: int | None = 1
    chat_id: int | None = None
    share: float = 1.0
    chance: random.Random = field(default_factory=lambda: random.Random(0))  # noqa: S311
    met: list[Request] = field(default_factory=list)

    async def answer(self, request: Request, proceed: Proceed) -> Reply:
        """Let it happen to a call that is met; let others pass."""
        if not self._meets(request):
            return await proceed(request)
        if self.n_left is not None:
            self.n_left -= 1
        self.met.append(request)
        return await self.act(request, proceed)

    def _meets(self, request: Request) -> bool:
        is_meant = self.chat_id in (None, request.parameters.get("chat_id"))
        if self.n_left == 0 or request.method != self.method or not is_meant:
            return False
        return self.share == 1.0 or self.chance.random() < self.share


def late(seconds: float) -> Act:
    """Carry the call out after so many seconds."""

    async def act(request: Request, proceed: Proceed) -> Reply:
        await asyncio.sleep(seconds)
        return await proceed(request)

    return act


def hung(*, applied: bool = False) -> Act:
    """Never answer."""

    async def act(request: Request, proceed: Proceed) -> Reply:
        if applied:
            await proceed(request)
        await asyncio.sleep(EVER)
        return Reply.dropped()

    return act


def dropped(*, applied: bool = False) -> Act:
    """Close the connection without a byte of an answer."""
    return _instead(Reply.dropped(), applied)


def refused(
    code: int, description: str, *, parameters: Json | None = None, applied: bool = False
) -> Act:
    """Answer with an error in Telegram's shape, with or without parameters."""
    refusal = Refusal(code, description, parameters=parameters, is_fault=False)
    return _instead(Reply.refusing(refusal), applied)


def page(status: int, *, applied: bool = False) -> Act:
    """Answer with a web page, as a proxy does."""
    return _instead(Reply(status, b"<html><h1>Out of order</h1></html>"), applied)


def half(*, applied: bool = True) -> Act:
    """Announce an answer and close the connection in the middle of it."""

    async def act(request: Request, proceed: Proceed) -> Reply:
        reply = await proceed(request) if applied else Reply.of([])
        return replace(reply, is_cut=True)

    return act


def _instead(reply: Reply, applied: bool) -> Act:
    async def act(request: Request, proceed: Proceed) -> Reply:
        if applied:
            await proceed(request)
        return reply

    return act
