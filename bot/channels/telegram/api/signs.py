"""The sign that the bot is at work, shown where it costs nothing and can be missed."""

import asyncio
import contextlib
from collections.abc import Callable
from typing import Any, Protocol

from telegram.error import TelegramError

from bot.channels.telegram.api.calling import Api

__all__ = ["ShowTyping", "Typing"]

# Seconds that an answer waits for the sign before it; Telegram would show it after the answer.
LONGEST_SIGN = 1.0
# How many signs may be under way; more would hold up the answers.
MOST_SIGNS = 8


class ShowTyping(Protocol):
    """Shows in a chat, or a topic of it, that the bot is at work; does not wait for it."""

    def __call__(self, chat: int, topic: int | None) -> None:
        """Show it."""
        ...


class Typing:
    """Shows the sign, unless there is enough to do without it.

    Parameters
    ----------
    api
        makes the calls.
    is_busy
        says when to leave the sign out.
    """

    def __init__(self, api: Api, is_busy: Callable[[], bool]) -> None:
        self._api = api
        self._is_busy = is_busy
        self._loop = asyncio.get_running_loop()
        self._signs: dict[tuple[int, int | None], asyncio.Task[None]] = {}

    def show(self, chat: int, topic: int | None) -> None:
        """Show the sign soon; may be called in any thread."""
        self._loop.call_soon_threadsafe(self._show, chat, topic)

    async def settle(self, chat: int, topic: int | None) -> None:
        """Wait until the sign in a chat is shown, or not worth waiting for."""
        task = self._signs.get((chat, topic))
        if task is not None:
            await asyncio.wait([task], timeout=LONGEST_SIGN)
            task.cancel()

    def _show(self, chat: int, topic: int | None) -> None:
        place = (chat, topic)
        if place in self._signs or len(self._signs) >= MOST_SIGNS or self._is_busy():
            return
        task = self._loop.create_task(self._call(chat, topic))
        self._signs[place] = task
        task.add_done_callback(lambda _: self._signs.pop(place, None))

    async def _call(self, chat: int, topic: int | None) -> None:
        parameters: dict[str, Any] = {"chat_id": chat, "action": "typing"}
        if topic is not None:
            parameters["message_thread_id"] = topic
        with contextlib.suppress(TelegramError):
            await self._api.call("sendChatAction", parameters, LONGEST_SIGN)
