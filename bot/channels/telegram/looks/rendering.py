"""Replies as Telegram messages: text beside entities, so that nothing in a quote is markup."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.channels.telegram.looks.cleaning import cleaned, is_blank
from bot.channels.telegram.looks.splitting import LONGEST_MESSAGE, split, units
from bot.replies import Kind, Part, Reply
from bot.visible import visible

__all__ = ["MOST_ENTITIES", "Entity", "Message", "render"]

# Telegram keeps the first hundred entities of a message and drops the rest.
MOST_ENTITIES = 100

Look = Literal["blockquote", "italic", "bold"]

LOOKS: dict[Kind, Look] = {
    "date": "bold",
    "quote": "blockquote",
    "citation": "italic",
    "note": "italic",
}


@dataclass(frozen=True, slots=True)
class Entity:
    """How a stretch of a message looks.

    Attributes:
        look: Telegram's name of it.
        offset: first UTF-16 code unit, from 0.
        length: number of UTF-16 code units.
    """

    look: Look
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Message:
    """One message to send.

    Attributes:
        text: 1 to 4,096 UTF-16 code units, something of it visible, no white space at its ends.
        entities: outer before inner; at most 100.
    """

    text: str
    entities: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    """A look and the characters it is for."""

    look: Look
    start: int
    end: int


def render(reply: Reply, limit: int = LONGEST_MESSAGE) -> list[Message]:
    """Lay a reply out as messages, cut at paragraphs and sentences where it is too long.

    The texts of the messages, joined, are the reply's plain text as far as it can be seen.
    """
    text, places = cleaned(visible(reply.plain()))
    marks = [_Mark(mark.look, places[mark.start], places[mark.end]) for mark in _marks(reply)]
    messages = (_message(text, span, marks) for span in split(text, limit))
    return [message for message in messages if not is_blank(message.text)]


def _marks(reply: Reply) -> Iterator[_Mark]:
    """Yield the marks of each part at its place in the reply's plain text."""
    place = 0
    for group in reply.groups():
        for part in group:
            yield from _marks_of(part, place)
            place += len(part.text) + 1
        place += 1


def _marks_of(part: Part, place: int) -> Iterator[_Mark]:
    if part.kind in LOOKS:
        yield _Mark(LOOKS[part.kind], place, place + len(part.text))
    for highlight in part.highlights:
        yield _Mark("bold", place + highlight.start, place + highlight.end)


def _message(text: str, span: tuple[int, int], marks: Sequence[_Mark]) -> Message:
    """Cut one message out, without the white space at its ends, which Telegram drops."""
    piece = text[slice(*span)]
    start = span[0] + len(piece) - len(piece.lstrip())
    end = start + len(piece.strip())
    entities = [entity for mark in marks if (entity := _entity(text, start, end, mark))]
    # Quotes and citations matter more than the words in bold.
    entities.sort(key=lambda entity: entity.look == "bold")
    kept = sorted(entities[:MOST_ENTITIES], key=lambda entity: (entity.offset, -entity.length))
    return Message(text[start:end], tuple(kept))


def _entity(text: str, start: int, end: int, mark: _Mark) -> Entity | None:
    """Clip a mark to a message, and off white space, which an entity must not begin or end with."""
    first, last = max(mark.start, start), min(mark.end, end)
    piece = text[first:last]
    stripped = piece.strip()
    if not stripped:
        return None
    first += len(piece) - len(piece.lstrip())
    return Entity(mark.look, units(text[start:first]), units(stripped))
