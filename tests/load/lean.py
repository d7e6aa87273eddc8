"""A Bot API server that checks nothing, so that it is never what a load run measures.

It keeps what matters to a bot under load: getUpdates holds a call until there is an update and
forgets what an offset confirms, sendMessage numbers messages, and too many of them get 429.
The full server in `tests/bot_api` checks every call, and takes about ten times as long for one.
"""

import asyncio
import json
from collections import Counter, deque
from collections.abc import Callable
from typing import Any, Final

from tests.load.ceilings import Ceilings
from tests.load.connection import Respond
from tests.load.ledger import Ledger

__all__ = ["FIRST_CHAT", "TOKEN", "LeanTelegram"]

TOKEN: Final = f"700000001:{'T' * 35}"
FIRST_UPDATE: Final = 500_000
FIRST_CHAT: Final = 10_000
MOST_UPDATES: Final = 100
BOT: Final = {"id": 700000001, "is_bot": True, "first_name": "Quoth", "username": "quoth_test_bot"}
# An answer as good as any to methods that matter to no figure.
RESULTS: Final[dict[str, Any]] = {
    "getme": BOT,
    "getmycommands": [],
    "getmydescription": {"description": ""},
    "getmyshortdescription": {"short_description": ""},
    "getwebhookinfo": {"url": "", "has_custom_certificate": False, "pending_update_count": 0},
}


class LeanTelegram:
    """The server's state.

    Attributes:
        ledger: where questions and answers are written down.
        n_before: questions that older ledgers hold; message ids count on from them.
        calls: how many there were of each method, in lower case.
        n_confirmed: updates the bot has confirmed.
        pending: updates it has not, as JSON, oldest first.

    Parameters
    ----------
    ledger
        where questions and answers are written down.
    clock
        seconds, as the ledger has them.
    ceilings
        refuse messages; None lets everything pass.
    """

    def __init__(
        self, ledger: Ledger, clock: Callable[[], float], ceilings: Ceilings | None = None
    ) -> None:
        self.calls: Counter[str] = Counter()
        self.n_confirmed = 0
        self.pending: deque[bytes] = deque()
        self.ledger = ledger
        self.n_before = 0
        self._clock = clock
        self._ceilings = ceilings
        self._n_sent = 0
        self._poll: Respond | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._limit = MOST_UPDATES

    def ask(self, chat: int, text: str, at: float) -> int:
        """Let a chat ask; `at` is when the question is due. Return its number."""
        number = self.n_before + self.ledger.ask(chat, at)
        user = FIRST_CHAT + chat
        message = {
            "message_id": number,
            "date": 1_900_000_000,
            "chat": {"id": user, "type": "private", "first_name": "P"},
            "from": {"id": user, "is_bot": False, "first_name": "P", "language_code": "en"},
            "text": text,
        }
        update = {"update_id": FIRST_UPDATE + number, "message": message}
        self.pending.append(json.dumps(update).encode())
        if self._poll is not None:
            self._end_poll()
        return number

    def begin(self, ledger: Ledger, ceilings: Ceilings | None) -> None:
        """Write into a new ledger from now on, with all counts at nothing."""
        self.n_before += len(self.ledger)
        self.ledger = ledger
        self.calls = Counter()
        self._ceilings = ceilings

    def call(self, method: str, parameters: dict[str, str], body: bytes, respond: Respond) -> None:
        """Answer a call of a method."""
        if body:
            parameters = parameters | json.loads(body)
        name = method.lower()
        self.calls[name] += 1
        if name == "getupdates":
            self._get_updates(parameters, respond)
        elif name in ("sendmessage", "editmessagetext"):
            self._send_message(parameters, respond)
        else:
            _accept(respond, RESULTS.get(name, True))

    def _get_updates(self, parameters: dict[str, Any], respond: Respond) -> None:
        self._end_poll()
        self._confirm(int(parameters.get("offset", 0)))
        self._limit = int(parameters.get("limit", MOST_UPDATES))
        self._poll = respond
        seconds = float(parameters.get("timeout", 0))
        if self.pending or seconds == 0:
            self._end_poll()
        else:
            self._timer = asyncio.get_running_loop().call_later(seconds, self._end_poll)

    def _confirm(self, offset: int) -> None:
        """Forget the updates below the offset; their ids follow on each other without a gap."""
        while self.pending and FIRST_UPDATE + self.n_confirmed + 1 < offset:
            self.pending.popleft()
            self.n_confirmed += 1

    def _end_poll(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        respond, self._poll, self._timer = self._poll, None, None
        if respond is not None:
            n_updates = min(self._limit, len(self.pending))
            updates = b",".join(self.pending[place] for place in range(n_updates))
            respond(200, b'{"ok":true,"result":[' + updates + b"]}")

    def _send_message(self, parameters: dict[str, Any], respond: Respond) -> None:
        now, chat = self._clock(), str(parameters.get("chat_id"))
        seconds = self._ceilings.admit(chat, now) if self._ceilings is not None else 0
        if seconds:
            _refuse(respond, seconds)
            return
        self._n_sent += 1
        reference = parameters.get("reply_parameters") or "{}"
        given = json.loads(reference) if isinstance(reference, str) else reference
        self.ledger.answer(int(given.get("message_id", 0)) - self.n_before, now)
        sent = {
            "message_id": 1_000_000_000 + self._n_sent,
            "date": 1_900_000_000,
            "chat": {"id": int(chat), "type": "private", "first_name": "P"},
            "from": BOT,
            "text": "...",
        }
        _accept(respond, sent)


def _accept(respond: Respond, result: object) -> None:
    respond(200, json.dumps({"ok": True, "result": result}).encode())


def _refuse(respond: Respond, seconds: int) -> None:
    refusal = {
        "ok": False,
        "error_code": 429,
        "description": f"Too Many Requests: retry after {seconds}",
        "parameters": {"retry_after": seconds},
    }
    respond(429, json.dumps(refusal).encode())
