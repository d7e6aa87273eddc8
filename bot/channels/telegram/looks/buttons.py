"""What a button carries: what it does, to which answer, for whom and until when, signed."""

import base64
import hashlib
import hmac
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, get_args

__all__ = ["LIFE", "Action", "Forged", "Press", "Signer", "Stale"]

# Their order is what buttons carry: append only.
Action = Literal[
    "answer",
    "context",
    "why",
    "verify",
    "sources",
    "page",
    "helpful",
    "unhelpful",
    "wrong",
    "incomplete",
    "outdated",
    "not asked",
    "buttons",
    "sure",
]
ACTIONS: Final[tuple[Action, ...]] = get_args(Action)
# Seconds after which a button does nothing any more.
LIFE = 7 * 86_400
# Action, page, update, and the minute since 1970 at which it ends; network byte order.
FORM = struct.Struct(">BHqI")
# Bytes of the digest. With them a button is 32 characters of the 64 that it may have, and 72 bits
# cannot be guessed at sixty presses a minute.
N_DIGEST = 9


class Forged(Exception):
    """It was not made for whoever presses it, or not by this bot."""


class Stale(Exception):
    """It is too old."""


@dataclass(frozen=True, slots=True)
class Press:
    """What a button does.

    Attributes:
        action: names it.
        of: the update whose answer it belongs to; 0 for none.
        page: of what it shows, from 1; 0 where there are no pages.
    """

    action: Action
    of: int = 0
    page: int = 0


class Signer:
    """Makes the data of buttons, and reads them again.

    Parameters
    ----------
    key
        32 random bytes that nobody else knows.
    clock
        seconds since 1970.
    """

    def __init__(self, key: bytes, clock: Callable[[], float] = time.time) -> None:
        self._key = key
        self._clock = clock

    def sign(self, press: Press, chat: int, user: int) -> str:
        """Return the data of a button in a chat that only one user may press.

        Examples
        --------
        >>> signer = Signer(bytes(32), clock=lambda: 0.0)
        >>> signer.read(signer.sign(Press("why", of=500001), 7, 42), 7, 42)
        Press(action='why', of=500001, page=0)
        >>> len(signer.sign(Press("why", of=500001), 7, 42))
        32
        """
        end = int(self._clock() + LIFE) // 60
        body = FORM.pack(ACTIONS.index(press.action), press.page, press.of, end)
        return base64.urlsafe_b64encode(body + self._digest(body, chat, user)).decode()

    def read(self, data: str, chat: int, user: int) -> Press:
        """Return what a pressed button does.

        Raises
        ------
        Forged
            It is not this user's, not of this chat, or not this bot's.
        Stale
            It is too old.
        """
        try:
            signed = base64.b64decode(data.encode(), altchars=b"-_", validate=True)
        except ValueError:
            raise Forged from None
        body, digest = signed[: FORM.size], signed[FORM.size :]
        if not hmac.compare_digest(digest, self._digest(body, chat, user)):
            raise Forged
        action, page, of, end = FORM.unpack(body)
        if self._clock() > 60 * end:
            raise Stale
        return Press(ACTIONS[action], of, page)

    def _digest(self, body: bytes, chat: int, user: int) -> bytes:
        text = f"{chat} {user} ".encode() + body
        return hmac.digest(self._key, text, hashlib.sha256)[:N_DIGEST]
