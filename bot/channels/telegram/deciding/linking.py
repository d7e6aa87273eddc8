"""Links to the bot that carry a question or name a document, in the 64 characters Telegram gives.

A short text is carried whole; a long one is kept under a key, and the link carries the key:

    q_<text in base64url><2 characters of check>      d_... likewise, for a document's id
    q_-<22 characters of key><2 characters of check>

The key is made for one chat, with a secret: whoever has a text cannot tell whether others keep it.

No text begins with "-" in base64url, since no UTF-8 begins with a byte from F8 to FB.
"""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, Protocol

__all__ = [
    "LONGEST_PARAMETER",
    "BrokenLink",
    "Linked",
    "LinkedDocument",
    "LinkedQuestion",
    "Texts",
    "link",
    "linked",
    "to_document",
    "to_question",
    "whole",
]

# Telegram's limit for a start parameter, in characters of A-Z, a-z, 0-9, "_" and "-".
LONGEST_PARAMETER = 64
# Twelve bits: of 4,096 damaged links one is taken for another text.
CHECK_LENGTH = 2
# What is left for the text: 60 characters of base64 carry 45 bytes.
LONGEST_BODY = LONGEST_PARAMETER - len("q_") - CHECK_LENGTH
KEPT = "-"
# 22 characters carry 16 bytes: enough that nobody guesses one, and no two texts share one.
KEY_BYTES = 16

Kind = Literal["q", "d"]
LINK = re.compile(rf"([qd])_([A-Za-z0-9_-]*)([A-Za-z0-9_-]{{{CHECK_LENGTH}}})")
MEANT = ("q_", "d_")


@dataclass(frozen=True, slots=True)
class LinkedQuestion:
    """A link that asks something, whoever made it."""

    text: str

    @property
    def message(self) -> str:
        """The message that asks it: a command in it is only words, so that no link can give one."""
        return f"/ask {self.text}"


@dataclass(frozen=True, slots=True)
class LinkedDocument:
    """A link that opens a document, named by its id."""

    id: str


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A link that was damaged or made up, or whose text is no longer kept."""


Linked = LinkedQuestion | LinkedDocument | BrokenLink


class Texts(Protocol):
    """Keeps the texts that are too long for a link."""

    def digest(self, text: bytes) -> bytes:
        """Return 16 bytes or more that only these links can tell from a text."""
        ...

    def keep(self, key: str, text: str, chat: int) -> None:
        """Keep a text under a key, for a chat; 0 stands for no chat."""
        ...

    def find(self, key: str) -> str | None:
        """Return the text under a key, or None where there is none."""
        ...


def to_question(text: str, chat: int, texts: Texts) -> str:
    """Return the start parameter that asks a question.

    Parameters
    ----------
    text
        the question; halves of characters in it become U+FFFD.
    chat
        whose question it is, so that it can be forgotten with the chat's others.
    texts
        keeps a question of more than 45 bytes of UTF-8.
    """
    return _parameter("q", text, chat, texts)


def to_document(document: str, texts: Texts) -> str:
    """Return the start parameter that opens a document, named by its id."""
    return _parameter("d", document, 0, texts)


def link(username: str, parameter: str) -> str:
    """Return the web address that starts the bot with a parameter.

    >>> link("quoth_bot", "help")
    'https://t.me/quoth_bot?start=help'
    """
    return f"https://t.me/{username}?start={parameter}"


def linked(parameter: str, texts: Texts) -> Linked | None:
    """Return where a start parameter leads, or None for one that is no link of this kind.

    Parameters
    ----------
    parameter
        what follows /start.
    texts
        what long texts were kept in.
    """
    if not parameter.startswith(MEANT):
        return None
    found = LINK.fullmatch(parameter)
    text = _text(*found.groups(), texts=texts) if found else None
    if text is None:
        return BrokenLink()
    return LinkedQuestion(text) if parameter.startswith("q") else LinkedDocument(text)


def whole(text: str) -> str:
    r"""Show halves of surrogate pairs, which UTF-8 does not have, as U+FFFD.

    >>> whole("a\ud83d") == "a\ufffd", whole("😀")
    (True, '😀')
    """
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _parameter(kind: Kind, text: str, chat: int, texts: Texts) -> str:
    sound = whole(text)
    body = _encoded(sound.encode())
    if len(body) > LONGEST_BODY:
        key = _encoded(texts.digest(f"{kind} {chat} {sound}".encode())[:KEY_BYTES])
        texts.keep(f"{kind}{key}", sound, chat)
        body = KEPT + key
    return f"{kind}_{body}{_check(kind, body)}"


def _text(kind: str, body: str, check: str, *, texts: Texts) -> str | None:
    """Return the text that a link carries or names; None for a link that nobody was given."""
    if check != _check(kind, body):
        return None
    if body.startswith(KEPT):
        return texts.find(kind + body.removeprefix(KEPT))
    try:
        text = urlsafe_b64decode(body + "=" * (-len(body) % 4)).decode()
    except ValueError:
        return None
    return text if _encoded(text.encode()) == body else None


def _encoded(content: bytes) -> str:
    return urlsafe_b64encode(content).decode().rstrip("=")


def _check(kind: str, body: str) -> str:
    return _encoded(sha256(f"{kind}_{body}".encode()).digest())[:CHECK_LENGTH]
