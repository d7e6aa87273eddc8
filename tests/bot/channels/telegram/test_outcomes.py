"""What became of a call, by what the library raises for it."""

import datetime

import httpx
import pytest
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

from bot.channels.telegram.api.sending import REFUSED_PAUSE, outcome_of
from bot.delivery.values import Doubtful, Moved, Outcome, Postponed, Rejected

pytestmark = pytest.mark.filterwarnings("ignore:.*`retry_after`")
PARSE = "Can't parse entities: unsupported start tag"


def caused(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        # Surely not carried out.
        (caused(NetworkError("refused"), httpx.ConnectError("")), Postponed("refused")),
        (caused(TimedOut("no connection"), httpx.ConnectTimeout("")), Postponed("no connection")),
        (caused(TimedOut("pool"), httpx.PoolTimeout("")), Postponed("pool")),
        (Conflict("Conflict: x"), Postponed("Conflict: x")),
        (NetworkError("Too Many Requests: later"),
         Postponed("Too Many Requests: later", None, "chat")),
        (InvalidToken("secret"), Postponed("the token is refused", REFUSED_PAUSE, "all")),
        (ChatMigrated(-1009), Moved(-1009)),
        (Forbidden("blocked"), Rejected("blocked", may_tell=False)),
        (BadRequest("chat not found"), Rejected("chat not found", may_tell=True)),
        (BadRequest(PARSE), Rejected(PARSE, may_tell=True, may_be_plain=True)),
        # Perhaps.
        (caused(TimedOut("read"), httpx.ReadTimeout("")), Doubtful("read")),
        (caused(TimedOut("write"), httpx.WriteTimeout("")), Doubtful("write")),
        (caused(NetworkError("broke"), httpx.ReadError("")), Doubtful("broke")),
        (caused(NetworkError("gone"), httpx.RemoteProtocolError("")), Doubtful("gone")),
        (NetworkError("Bad Gateway (502)"), Doubtful("Bad Gateway (502)")),
        (TelegramError("Invalid server response"), Doubtful("Invalid server response")),
    ],
)  # fmt: skip
def test_only_what_surely_was_not_carried_out_is_free_to_be_repeated(
    error: TelegramError, outcome: Outcome
) -> None:
    assert outcome_of(error) == outcome


@pytest.mark.parametrize("wait", [7, datetime.timedelta(seconds=7)])
def test_a_wait_that_telegram_names_is_waited(wait: int | datetime.timedelta) -> None:
    outcome = outcome_of(RetryAfter(wait))

    assert isinstance(outcome, Postponed)
    assert (outcome.seconds, outcome.halts) == (7.0, "chat")
