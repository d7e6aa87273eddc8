"""A message as it is drawn: who says what, how that looks, and the buttons under it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tests.bot_api import Post
from tests.bot_api.refusals import Json

__all__ = ["File", "Kind", "Said", "caption", "notice", "offered", "said"]

# message: a bubble; notice: what Telegram shows for a moment over the chat; caption: what the
# person does, which is no message.
Kind = Literal["message", "notice", "caption"]
START = "/start"


@dataclass(frozen=True, slots=True)
class File:
    """A file that is sent.

    Attributes:
        name: as its sender calls it.
        n_bytes: how large it is.
    """

    name: str
    n_bytes: int


@dataclass(frozen=True, slots=True)
class Said:
    """A message of a chat.

    Attributes:
        text: what it says.
        entities: how stretches of it look, as the Bot API has them, in UTF-16 code units.
        rows: the texts of the buttons under it, row by row.
        is_from_bot: whether the bot said it.
        answers: the text that it is a reply to; empty where it is none.
        speaker: who says it, in a chat of several; empty in one of two.
        file: what is sent with it.
        is_edited: whether its writer said something else before.
        kind: how it is drawn.
    """

    text: str
    entities: Sequence[Json] = ()
    rows: Sequence[Sequence[str]] = ()
    is_from_bot: bool = True
    answers: str = ""
    speaker: str = ""
    file: File | None = None
    is_edited: bool = False
    kind: Kind = "message"


def said(post: Post) -> Said:
    """Return a message of the server's as it is drawn.

    The start of a link carries what it leads to, which Telegram shows to nobody.
    """
    payload = post.payload
    return Said(
        _shown(post.text),
        post.entities,
        [[button.text for button in row] for row in post.rows],
        post.is_from_bot,
        answers=_shown(_answered(post)),
        speaker="" if post.chat.kind == "private" else str(payload["from"]["first_name"]),
        file=_file(payload.get("document")),
        is_edited=not post.is_from_bot and "edit_date" in payload,
    )


def offered(result: Json) -> Said:
    """Return an inline result as the message that it becomes when somebody chooses it."""
    content = result["input_message_content"]
    keyboard = result.get("reply_markup", {}).get("inline_keyboard", [])
    rows = [[str(button["text"]) for button in row] for row in keyboard]
    return Said(content["message_text"], content.get("entities", []), rows, is_from_bot=False)


def notice(text: str) -> Said:
    """Return what Telegram shows for a moment after the press of a button."""
    return Said(text, kind="notice")


def caption(text: str) -> Said:
    """Return what is done in the chat between two messages."""
    return Said(text, kind="caption")


def _answered(post: Post) -> str:
    """Return the text that a message is a reply to, as it is now."""
    number = post.payload.get("reply_to_message", {}).get("message_id")
    return post.chat.posts[number].text if number in post.chat.posts else ""


def _shown(text: str) -> str:
    return START if text.startswith(f"{START} ") else text


def _file(document: Json | None) -> File | None:
    return File(str(document["file_name"]), int(document["file_size"])) if document else None
