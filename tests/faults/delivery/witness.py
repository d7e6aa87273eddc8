"""What the server saw of every message: when it came, whether it stood, what the bot was told."""

import time
from dataclasses import dataclass, field, replace

from tests.bot_api import Proceed, Reply, Request
from tests.faults.delivery.history import Sending

__all__ = ["Witness"]


@dataclass(slots=True)
class Witness:
    """Two rules, outside and inside of all faults.

    Attributes:
        answered: chats and numbers of the messages that have an answer.
        outer: goes first in the list of rules.
        inner: goes last.
    """

    answered: set[tuple[int, int | None]] = field(default_factory=set)
    _seen: list[Sending] = field(default_factory=list)
    _places: dict[int, int] = field(default_factory=dict)
    outer: "_Outer" = field(init=False)
    inner: "_Inner" = field(init=False)

    def __post_init__(self) -> None:
        self.outer, self.inner = _Outer(self), _Inner(self)

    @property
    def sendings(self) -> tuple[Sending, ...]:
        """Everything there was to see so far, in the order in which it came."""
        return tuple(self._seen)

    def arrived(self, request: Request) -> None:
        given = request.parameters
        answers = given.get("reply_parameters", {}).get("message_id")
        self._places[id(request)] = len(self._seen)
        now = time.monotonic()
        self._seen.append(Sending(given["chat_id"], answers, given["text"], now, None, None))

    def applied(self, request: Request) -> None:
        place = self._places[id(request)]
        sending = replace(self._seen[place], applied=time.monotonic())
        self._seen[place] = sending
        self.answered.add((sending.chat, sending.answers))

    def told(self, request: Request) -> None:
        place = self._places.pop(id(request))
        self._seen[place] = replace(self._seen[place], told=time.monotonic())


@dataclass(frozen=True, slots=True)
class _Outer:
    witness: Witness

    async def answer(self, request: Request, proceed: Proceed) -> Reply:
        if request.method != "sendMessage":
            return await proceed(request)
        self.witness.arrived(request)
        reply = await proceed(request)
        if reply.status == 200 and reply.is_whole:
            self.witness.told(request)
        return reply


@dataclass(frozen=True, slots=True)
class _Inner:
    witness: Witness

    async def answer(self, request: Request, proceed: Proceed) -> Reply:
        reply = await proceed(request)
        if request.method == "sendMessage" and reply.status == 200:
            self.witness.applied(request)
        return reply
