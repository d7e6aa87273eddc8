"""When the next message may go: so many a second to a chat, to a group and overall."""

import asyncio
import heapq
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.delivery.stopping import Stop, Stopped

__all__ = ["Limits", "Pace"]

# Chats about which nothing needs to be remembered any more are forgotten past that number.
MOST_CHATS = 10_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What the other side allows.

    Attributes:
        chat: messages a second to one chat.
        burst: how many of them may go at once.
        group: messages a minute to one group.
        overall: messages a second to all chats together.
    """

    chat: float = 1.0
    burst: int = 3
    group: int = 20
    overall: float = 28.0


@dataclass(slots=True)
class _Chat:
    """When a chat is free again, in seconds on the monotonic clock."""

    # The moment at which its bursts would be used up, had they gone evenly.
    even: float = 0.0
    # Whose messages of the last minute these moments are.
    minute: deque[float] = field(default_factory=deque)
    halted_until: float = 0.0


class Pace:
    """Lets messages go as fast as they may, answers before notices.

    Parameters
    ----------
    limits
        what is allowed, or None for everything; a halt counts all the same.
    stop
        ends the waits.
    clock
        seconds, never set back.
    """

    def __init__(
        self, limits: Limits | None, stop: Stop, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._limits = limits
        self._stop = stop
        self._clock = clock
        self._chats: dict[int, _Chat] = {}
        self._halted_until = 0.0
        self._even = 0.0
        self._queue: list[tuple[bool, int, asyncio.Future[None]]] = []
        self._n_queued = 0
        self._timer: asyncio.TimerHandle | None = None

    async def turn(self, chat: int, *, is_notice: bool = False) -> None:
        """Wait until a message may go to a chat, and count it as gone.

        Raises
        ------
        Stopped
            The process is to stop before that.
        """
        await self._stop.pause(self.reserve(chat) - self._clock())
        while (wait := self._halt_of(chat) - self._clock()) > 0:
            await self._stop.pause(wait)
        if self._limits is not None:
            await self._overall(is_notice)

    def reserve(self, chat: int) -> float:
        """Count a message to a chat as gone, and return the moment at which it may go."""
        now = self._clock()
        if self._limits is None:
            return now
        state = self._state(chat)
        state.even = max(state.even, now) + 1 / self._limits.chat
        at = max(now, state.even - self._limits.burst / self._limits.chat)
        if chat < 0:  # groups have negative ids
            state.minute.append(at)
            if len(state.minute) > self._limits.group:
                at = max(at, state.minute.popleft() + 60)
                state.minute[-1] = at
        return at

    def halt(self, chat: int, seconds: float) -> None:
        """Let a chat wait; where another one has to wait too, let everybody."""
        now = self._clock()
        others = any(c.halted_until > now for key, c in self._chats.items() if key != chat)
        self._state(chat).halted_until = now + seconds
        if others:
            self.halt_all(seconds)

    def halt_all(self, seconds: float) -> None:
        """Let everybody wait."""
        self._halted_until = max(self._halted_until, self._clock() + seconds)

    def close(self) -> None:
        """End every wait: the process is to stop."""
        for _, _, future in self._queue:
            if not future.done():
                future.set_exception(Stopped())
        self._queue.clear()
        if self._timer is not None:
            self._timer.cancel()

    def _halt_of(self, chat: int) -> float:
        own = self._chats[chat].halted_until if chat in self._chats else 0.0
        return max(own, self._halted_until)

    def _state(self, chat: int) -> _Chat:
        if chat not in self._chats and len(self._chats) >= MOST_CHATS:
            now = self._clock()
            self._chats = {
                key: state
                for key, state in self._chats.items()
                if max(state.even, state.halted_until, *state.minute, 0.0) + 60 > now
            }
        return self._chats.setdefault(chat, _Chat())

    async def _overall(self, is_notice: bool) -> None:
        """Wait for the turn among all chats."""
        future = asyncio.get_running_loop().create_future()
        self._n_queued += 1
        heapq.heappush(self._queue, (is_notice, self._n_queued, future))
        self._let_go()
        if not future.done() and self._stop.is_wanted:
            raise Stopped
        await future

    def _let_go(self) -> None:
        """Let those go whose turn has come, and come back for the others."""
        if self._limits is None:
            return
        gap = 1 / self._limits.overall
        while self._queue:
            now = self._clock()
            # Two may go at once, so that a late timer costs nothing.
            if (wait := max(self._even, now) - gap - now) > 0:
                self._come_back(wait)
                return
            _, _, future = heapq.heappop(self._queue)
            if not future.done():
                self._even = max(self._even, now) + gap
                future.set_result(None)

    def _come_back(self, seconds: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(seconds, self._let_go)
