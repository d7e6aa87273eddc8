"""Delivery of updates to the bot's own server, in order, until it says yes."""

import asyncio
import json
from collections import deque
from dataclasses import dataclass, field
from typing import Final

import httpx

from .pulse import Pulse
from .updates import Queued, UpdateQueue

__all__ = ["Delivery", "Webhook", "WebhookSettings"]

SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 -- a header's name
ANSWER_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class WebhookSettings:
    """Where updates go, and how many at once."""

    url: str
    secret_token: str | None = field(default=None, repr=False)
    max_connections: int = 40
    ip_address: str | None = None
    has_certificate: bool = False


@dataclass(frozen=True, slots=True)
class Delivery:
    """One attempt to deliver an update.

    Attributes
    ----------
    attempt
        Counted from 1.
    status
        The HTTP status of the answer; None if there was none.

    """

    update_id: int
    lane: int
    attempt: int
    status: int | None

    @property
    def is_accepted(self) -> bool:
        """Whether the bot confirmed the update."""
        return self.status is not None and 200 <= self.status < 300


@dataclass(slots=True, eq=False)
class Webhook:
    """The deliveries of one server.

    Updates of one chat go one after the other, each repeated until it is accepted; chats do not
    wait for each other, except that at most ``max_connections`` requests are open at once.

    Attributes
    ----------
    first_pause, longest_pause
        Seconds between attempts: the first, and what doubling it may lead to.

    """

    updates: UpdateQueue
    pulse: Pulse
    first_pause: float = 0.02
    longest_pause: float = 1.0
    settings: WebhookSettings | None = None
    deliveries: list[Delivery] = field(default_factory=list)
    last_error: str | None = None
    _lanes: dict[int, deque[Queued]] = field(default_factory=dict)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def start(self, settings: WebhookSettings) -> None:
        """Deliver to an address from now on, instead of the one before."""
        self._cancel()
        self.settings = settings
        self._spawn(self._serve(settings))

    def stop(self) -> None:
        """Deliver nothing more; what is not accepted yet stays in the queue."""
        self._cancel()
        self.settings = None

    async def close(self) -> None:
        """Stop and wait until the last request is out of the way."""
        tasks = list(self._tasks)
        self.stop()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _cancel(self) -> None:
        self._lanes = {}
        for task in self._tasks:
            task.cancel()

    def _spawn(self, work: "asyncio._CoroutineLike[None]") -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, settings: WebhookSettings) -> None:
        """Put each new update into its lane and see that every lane is worked on."""
        slots = asyncio.Semaphore(settings.max_connections)
        last_seen = 0
        async with httpx.AsyncClient(timeout=ANSWER_SECONDS, trust_env=False) as client:
            poster = _Poster(client, settings, slots)
            while True:
                for queued in self.updates.queued_after(last_seen):
                    last_seen = queued.serial
                    self._line_up(queued, poster)
                await self.pulse.next()

    def _line_up(self, queued: Queued, poster: "_Poster") -> None:
        if queued.lane in self._lanes:
            self._lanes[queued.lane].append(queued)
        else:
            self._lanes[queued.lane] = deque([queued])
            self._spawn(self._work_off(queued.lane, self._lanes, poster))

    async def _work_off(
        self, lane: int, lanes: dict[int, deque[Queued]], poster: "_Poster"
    ) -> None:
        """Deliver a lane's updates until none is left."""
        while lanes[lane]:
            await self._deliver(lanes[lane][0], poster)
            lanes[lane].popleft()
        del lanes[lane]

    async def _deliver(self, queued: Queued, poster: "_Poster") -> None:
        pause, attempt = self.first_pause, 1
        while queued.update_id in self.updates.pending:
            status = await poster.post(queued)
            delivery = Delivery(queued.update_id, queued.lane, attempt, status)
            self.deliveries.append(delivery)
            if delivery.is_accepted:
                self.updates.forget([queued.update_id])
                return
            self.last_error = f"Wrong response from the webhook: {status or 'no answer'}"
            self.pulse.beat()
            await asyncio.sleep(pause)
            pause, attempt = min(2 * pause, self.longest_pause), attempt + 1


@dataclass(frozen=True, slots=True)
class _Poster:
    """Posts one update once."""

    client: httpx.AsyncClient
    settings: WebhookSettings
    slots: asyncio.Semaphore

    async def post(self, queued: Queued) -> int | None:
        headers = {"Content-Type": "application/json"}
        if self.settings.secret_token is not None:
            headers[SECRET_HEADER] = self.settings.secret_token
        body = json.dumps(queued.update).encode()
        async with self.slots:
            try:
                answer = await self.client.post(self.settings.url, content=body, headers=headers)
            except httpx.HTTPError:
                return None
        return answer.status_code
