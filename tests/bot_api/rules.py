"""The place where faults are put between a request and its answer."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Protocol

from .refusals import Json, Refusal

__all__ = ["FloodRule", "Proceed", "Reply", "Request", "Rule"]


@dataclass(frozen=True, slots=True)
class Request:
    """A checked request: the method's name and its parameters."""

    method: str
    parameters: Json


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as it goes over the wire.

    Attributes
    ----------
    body
        The bytes sent, JSON unless a fault says otherwise.
    is_dropped
        Whether the connection is closed instead, without a byte of the answer.
    is_cut
        Whether the connection is closed in the middle of the body.

    """

    status: int
    body: bytes
    is_dropped: bool = False
    is_cut: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether the caller gets to read all of it."""
        return not (self.is_dropped or self.is_cut)

    @classmethod
    def of(cls, result: object) -> "Reply":
        """Return the answer that carries a result."""
        return cls(200, json.dumps({"ok": True, "result": result}).encode())

    @classmethod
    def refusing(cls, refusal: Refusal) -> "Reply":
        """Return the answer that carries a refusal."""
        return cls(refusal.code, json.dumps(refusal.as_json()).encode())

    @classmethod
    def dropped(cls) -> "Reply":
        """Return no answer at all."""
        return cls(0, b"", is_dropped=True)


Proceed = Callable[[Request], Awaitable[Reply]]


class Rule(Protocol):
    """Stands between a request and what would happen to it.

    A rule may wait, answer in the method's place, let the method run and answer something else, or
    pass the request on to `proceed`. The first rule in the list is the outermost.
    """

    async def answer(self, request: Request, proceed: Proceed) -> Reply:
        """Answer a request."""
        ...


@dataclass(slots=True)
class FloodRule:
    """Answers the next `n_left` calls of a method with 429.

    Attributes
    ----------
    retry_after
        Seconds the bot is told to wait.
    chat_id
        The only chat concerned; None for all.

    """

    method: str
    retry_after: int
    n_left: int = 1
    chat_id: int | None = None
    refused: list[Request] = field(default_factory=list)

    async def answer(self, request: Request, proceed: Proceed) -> Reply:
        """Refuse a call it is about; let others pass."""
        is_meant = self.chat_id in (None, request.parameters.get("chat_id"))
        if self.n_left == 0 or request.method != self.method or not is_meant:
            return await proceed(request)
        self.n_left -= 1
        self.refused.append(request)
        why = f"Too Many Requests: retry after {self.retry_after}"
        parameters = {"retry_after": self.retry_after}
        return Reply.refusing(Refusal(429, why, parameters=parameters, is_fault=False))
