"""A message as it is drawn: what it says, how that looks, and the buttons under it."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.bot_api import Post
from tests.bot_api.refusals import Json

__all__ = ["Said", "offered", "said"]


@dataclass(frozen=True, slots=True)
class Said:
    """A message of a chat.

    Attributes:
        text: what it says.
        entities: how stretches of it look, as the Bot API has them, in UTF-16 code units.
        rows: the texts of the buttons under it, row by row.
        is_from_bot: whether the bot said it.
        answers: the text that it is a reply to; empty where it is none.
    """

    text: str
    entities: Sequence[Json] = ()
    rows: Sequence[Sequence[str]] = ()
    is_from_bot: bool = True
    answers: str = ""


def said(post: Post) -> Said:
    """Return a message of the server's as it is drawn."""
    earlier = post.payload.get("reply_to_message", {})
    rows = [[button.text for button in row] for row in post.rows]
    answers = str(earlier.get("text", ""))
    return Said(post.text, post.entities, rows, post.is_from_bot, answers)


def offered(result: Json) -> Said:
    """Return an inline result as the message that it becomes when somebody chooses it."""
    content = result["input_message_content"]
    keyboard = result.get("reply_markup", {}).get("inline_keyboard", [])
    rows = [[str(button["text"]) for button in row] for row in keyboard]
    return Said(content["message_text"], content.get("entities", []), rows, is_from_bot=False)
