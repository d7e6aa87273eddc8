"""The entities Telegram finds by itself in what people write."""

import re
from collections.abc import Iterator

from .refusals import Json
from .text import utf16_length

__all__ = ["detect_entities", "written"]

PATTERN = re.compile(
    r"(?P<url>https?://[^\s<>\"]*[^\s<>\".,;:!?()\[\]])"
    r"|(?<![\w/@])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/])"
    r"|(?<![\w@])(?P<mention>@[A-Za-z][A-Za-z0-9_]{2,31})(?!\w)"
)


def written(text: str, name: str = "text") -> Json:
    """Return a text, or a caption, as the part of a Message that carries it."""
    if not text:
        return {}
    entities = detect_entities(text)
    marks = "entities" if name == "text" else f"{name}_entities"
    return {name: text} | ({marks: entities} if entities else {})


def detect_entities(text: str) -> list[Json]:
    """Return the commands, mentions and addresses, in the order of the text."""
    return list(_detect(text))


def _detect(text: str) -> Iterator[Json]:
    for match in PATTERN.finditer(text):
        yield {
            "type": match.lastgroup,
            "offset": utf16_length(text[: match.start()]),
            "length": utf16_length(match.group()),
        }
