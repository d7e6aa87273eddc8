"""Calls to Telegram, and what came of each: done, not done, or nobody knows."""

import datetime
from dataclasses import replace
from typing import Any

import httpx
import structlog
from telegram import InputFile
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.channels.telegram.api.calling import LONGEST_CALL, Api
from bot.channels.telegram.api.signs import Typing
from bot.channels.telegram.life.health import Health
from bot.delivery.values import Call, Doubtful, Gone, Moved, Outcome, Postponed, Rejected, Sent

__all__ = ["TelegramCourier", "outcome_of"]

# Errors of the connection that came before anything was sent.
UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)
SEND = "sendMessage"
# The calls that make a new message each time.
SENDING = frozenset({SEND, "sendDocument"})
EDIT = "editMessageText"
# Where a message goes. An edit has it only for the case that the message is no more, and is made
# without it.
PLACE = ("reply_parameters", "message_thread_id")
# Seconds during which nothing is sent after the token was refused.
REFUSED_PAUSE = 5.0

log = structlog.stdlib.get_logger()


class TelegramCourier:
    """Makes calls to the Bot API.

    Parameters
    ----------
    api
        makes them.
    health
        is told how they go.
    typing
        what a message of ours ends.
    """

    def __init__(self, api: Api, health: Health, typing: Typing) -> None:
        self._api = api
        self._health = health
        self._typing = typing

    async def carry(self, call: Call) -> Outcome:
        """Make one call."""
        if call.method == SEND:
            await self._typing.settle(call.chat, call.payload.get("message_thread_id"))
        try:
            result = await self._api.call(call.method, _parameters(call), LONGEST_CALL)
        except TelegramError as error:
            outcome = outcome_of(error)
            return outcome if call.method in SENDING else _of_change(outcome, call)
        except Exception as error:
            # A fault in a library says nothing about how far the call came.
            log.exception("call failed")
            return Doubtful(repr(error))
        self._health.good()
        return Sent(result.get("message_id") if isinstance(result, dict) else None)


def _parameters(call: Call) -> dict[str, Any]:
    """Return what a call is made with; the content of a file goes beside the rest."""
    parameters = {"chat_id": call.chat, **call.payload} if call.chat else dict(call.payload)
    if call.method == EDIT:
        parameters = {name: parameters[name] for name in parameters if name not in PLACE}
    file = parameters.get("document")
    if isinstance(file, dict):
        parameters["document"] = InputFile(file["content"].encode(), file["name"])
    return parameters


def outcome_of(error: TelegramError) -> Outcome:
    """Say what became of a call that failed.

    Telegram answers no call twice alike: only what is known not to have been carried out is free
    to be made again.
    """
    reason = str(error)
    match error:
        case RetryAfter():
            return Postponed(reason, _seconds(error), "chat")
        case ChatMigrated():
            return Moved(error.new_chat_id)
        case Forbidden():
            return Rejected(reason, may_tell=False)
        case InvalidToken():
            return Postponed("the token is refused", REFUSED_PAUSE, "all")
        case BadRequest():
            return Rejected(reason, may_tell=True, may_be_plain="entit" in reason.lower())
        case Conflict():
            return Postponed(reason)
        case TimedOut() | NetworkError():
            return _of_network(error, reason)
    return Doubtful(reason)


def _of_change(outcome: Outcome, call: Call) -> Outcome:
    """Say what became of a call that sends nothing new.

    There is nobody to tell where a message is gone or a button has waited too long, and what
    follows it can be done all the same. An edit that knows its place becomes a new message.
    """
    match outcome:
        case Rejected(reason=reason) if "not modified" in reason:
            return Sent(None)
        case Rejected(may_tell=True, may_be_plain=False) if _knows_its_place(call):
            content = {name: call.payload[name] for name in call.payload if name != "message_id"}
            return Gone(call.payload["message_id"], SEND, content)
        case Rejected():
            return replace(outcome, may_tell=False, ends_answer=False)
    return outcome


def _knows_its_place(call: Call) -> bool:
    return call.method == EDIT and any(name in call.payload for name in PLACE)


def _of_network(error: NetworkError, reason: str) -> Outcome:
    if isinstance(error.__cause__, UNSENT):
        return Postponed(reason)
    # A 429 that does not say how long.
    if reason.startswith("Too Many Requests"):
        return Postponed(reason, None, "chat")
    return Doubtful(reason)


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, datetime.timedelta) else float(wait)
