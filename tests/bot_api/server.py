"""A Bot API server on loopback: people on one side, a bot on the other, strict in between."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from .dispatch import carry_out
from .listener import Listener
from .methods import METHODS
from .refusals import Json, Refusal, bad_request
from .rules import Proceed, Reply, Request, Rule
from .strictness import Strictness
from .webhook import Webhook
from .wire import Body, read_parameters
from .world import World

__all__ = ["BotApi", "Call"]

BOT_ID = 700000001


@dataclass(frozen=True, slots=True)
class Call:
    """A request and what came of it.

    Attributes
    ----------
    parameters
        As decoded; empty where they could not be.
    at
        Seconds on the monotonic clock when the answer was ready.
    refusal
        Why the server itself refused it; None if it did not.

    """

    method: str
    parameters: Json
    reply: Reply
    at: float
    refusal: Refusal | None = None

    @property
    def is_fault(self) -> bool:
        """Whether the request was wrong in itself."""
        return self.refusal is not None and self.refusal.is_fault


@dataclass(slots=True, eq=False)
class BotApi:
    """The server; enter it as an asynchronous context to listen on a free port of 127.0.0.1.

    Attributes
    ----------
    rules
        Faults between requests and answers, the outermost first.
    calls
        Every request in the order of the answers; a poll shows up when it ends.

    """

    strictness: Strictness = field(default_factory=Strictness)
    privacy_mode: bool = False
    clock: Callable[[], float] = time.time
    rules: list[Rule] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    token: str = f"{BOT_ID}:{'T' * 35}"
    world: World = field(init=False)
    webhook: Webhook = field(init=False)
    _listener: Listener = field(init=False)
    _is_logged_out: bool = False

    def __post_init__(self) -> None:
        self.world = World(
            BOT_ID, strictness=self.strictness, privacy_mode=self.privacy_mode, clock=self.clock
        )
        self.webhook = Webhook(self.world.updates, self.world.pulse)
        self._listener = Listener(self.respond, self.read_file)

    async def __aenter__(self) -> Self:
        self._listener.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.webhook.close()
        self.world.updates.end_polls("the end of the server")
        await self._listener.close()

    @property
    def url(self) -> str:
        """The root of the API, without a slash at the end."""
        return self._listener.url

    @property
    def refused(self) -> list[Call]:
        """The calls the server itself refused, whoever is to blame."""
        return [call for call in self.calls if call.refusal is not None]

    @property
    def faults(self) -> list[Call]:
        """The refused calls the bot is to blame for: a good bot leaves this empty."""
        return [call for call in self.calls if call.is_fault]

    def calls_of(self, method: str) -> list[Call]:
        """Return the calls of one method."""
        return [call for call in self.calls if call.method == method]

    async def until(self, is_true: Callable[[], bool], *, timeout: float = 5.0) -> None:  # noqa: ASYNC109 -- the test's patience, in seconds
        """Wait until a condition on anything the server knows holds."""
        if not await self.world.pulse.until(is_true, timeout=timeout):
            recent = [(call.method, call.reply.status) for call in self.calls[-5:]]
            raise AssertionError(f"still false after {timeout} s; the last calls: {recent}")

    async def until_confirmed(self, *, timeout: float = 5.0) -> None:  # noqa: ASYNC109 -- the test's patience, in seconds
        """Wait until the bot has confirmed every update."""
        await self.until(lambda: not self.world.updates.pending, timeout=timeout)

    async def respond(self, token: str, method: str, body: Body) -> Reply:
        """Answer a request: check it, lead it through the rules, carry it out, write it down."""
        try:
            self._check_token(token)
            request = self._read(method, body)
        except Refusal as refusal:
            return self._record(Request(method, {}), Reply.refusing(refusal), refusal)
        refusals: list[Refusal] = []
        reply = await self._pipeline(refusals)(request)
        return self._record(request, reply, refusals[0] if refusals else None)

    def _check_token(self, token: str) -> None:
        number, colon, secret = token.partition(":")
        if not (colon and number.isdigit() and len(secret) == 35):
            raise Refusal(404, "Not Found")
        if token != self.token:
            raise Refusal(401, "Unauthorized")
        if self._is_logged_out:
            raise bad_request("Logged out")

    def _read(self, method: str, body: Body) -> Request:
        known = {name.lower(): name for name in METHODS}
        name = known.get(method.lower())
        if name is None:
            raise Refusal(404, "Not Found: method not found")
        return Request(name, read_parameters(name, body))

    def _pipeline(self, refusals: list[Refusal]) -> Proceed:
        """Return what answers a request: the method, with every rule around it."""

        async def act(request: Request) -> Reply:
            try:
                return Reply.of(await self._act(request))
            except Refusal as refusal:
                refusals.append(refusal)
                return Reply.refusing(refusal)

        proceed: Proceed = act
        for rule in reversed(self.rules):
            proceed = _wrap(proceed, rule)
        return proceed

    async def _act(self, request: Request) -> object:
        result = await carry_out(self.world, self.webhook, request.method, request.parameters)
        self._is_logged_out = self._is_logged_out or request.method == "logOut"
        return result

    def _record(self, request: Request, reply: Reply, refusal: Refusal | None) -> Reply:
        call = Call(request.method, request.parameters, reply, time.monotonic(), refusal)
        self.calls.append(call)
        self.world.pulse.beat()
        return reply

    def read_file(self, token: str, path: str) -> bytes | None:
        """Return the bytes of a download, or None."""
        return self.world.files.content(path) if token == self.token else None


def _wrap(proceed: Proceed, rule: Rule) -> Proceed:
    async def answer(request: Request) -> Reply:
        return await rule.answer(request, proceed)

    return answer
