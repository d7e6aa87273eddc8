"""A chat as SVG: bubbles with block quotations, files and buttons, and what is shown between."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import groupby

from .lines import Line, Run, fitted, lines
from .said import Said
from .shapes import (
    BUTTON_HEIGHT,
    FILE_HEIGHT,
    FONT,
    HEAD_HEIGHT,
    INDENT,
    INK,
    QUOTE_EDGES,
    SMALL_FONT,
    SPACE,
    block,
    box,
    file_line,
    file_width,
    head,
    height,
    row,
    row_width,
    small,
    visible,
)
from .widths import width

__all__ = ["WIDTH", "draw_chat"]

# Sizes are in pixels.
WIDTH = 560
MARGIN = 14
WIDEST_BUBBLE = 460
NARROWEST_BUBBLE = 60
PADDING = 11
GAP = 8
RADIUS = 11
NOTICE_HEIGHT, CAPTION_HEIGHT = 28, 20

BEHIND = "#dfe7ec"
OF_BOT, OF_PERSON = "#ffffff", "#e4f6d4"
NOTICE, NOTICE_INK, CAPTION_INK = "#3d4b57", "#ffffff", "#51626f"
FAMILY = "Helvetica, Arial, sans-serif"
NAME = frozenset({"bold", "link"})
EDITED = Line((Run("edited", frozenset({"italic"})),))

# How high a section of a bubble is, how wide it would be, and what draws it at a place.
Section = tuple[int, float, Callable[[float, int, float], Iterable[str]]]


def draw_chat(messages: Sequence[Said], title: str = "A chat") -> str:
    """Draw messages one below the other, those of the bot on the left.

    The same messages give the same picture to the byte. Lines have the widths of a table, so that
    any font of the reader's fits.

    Parameters
    ----------
    messages
        from the first to the last.
    title
        what those hear who cannot see the picture.
    """
    elements: list[str] = []
    top = MARGIN
    for message in messages:
        drawn, bottom = _drawn(message, top)
        elements += drawn
        top = bottom + GAP
    high = top - GAP + MARGIN
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{high}"'
        f' viewBox="0 0 {WIDTH} {high}" role="img" font-family="{FAMILY}"'
        f' font-size="{FONT:.0f}" fill="{INK}">'
    )
    named = f"<title>{visible(title)}</title>"
    return "\n".join([opening, named, box(0, 0, WIDTH, high, BEHIND), *elements, "</svg>", ""])


def _drawn(message: Said, top: int) -> tuple[list[str], int]:
    """Draw what is said; return it, and where it ends."""
    if message.kind == "message":
        return _bubble(message, top)
    text = fitted(message.text, SMALL_FONT, WIDTH - 4 * MARGIN)
    if message.kind == "caption":
        return [small(text, WIDTH / 2, top + 14, CAPTION_INK)], top + CAPTION_HEIGHT
    wide = width(text, SMALL_FONT) + 3 * MARGIN
    ground = box((WIDTH - wide) / 2, top, wide, NOTICE_HEIGHT, NOTICE, NOTICE_HEIGHT // 2)
    return [ground, small(text, WIDTH / 2, top + 18, NOTICE_INK)], top + NOTICE_HEIGHT


def _bubble(message: Said, top: int) -> tuple[list[str], int]:
    """Draw a bubble and its buttons; return them, and where they end."""
    sections = _sections(message)
    wide = _bubble_width(message, sections)
    left = MARGIN if message.is_from_bot else WIDTH - MARGIN - wide
    high = sum(section[0] for section in sections) + SPACE * (len(sections) - 1)
    bottom = top + 2 * PADDING + high
    colour = OF_BOT if message.is_from_bot else OF_PERSON
    drawn = [box(left, top, wide, bottom - top, colour, RADIUS)]
    place = top + PADDING
    for tall, _, draw in sections:
        drawn += draw(left + PADDING, place, wide - 2 * PADDING)
        place += tall + SPACE
    for texts in message.rows:
        drawn += row(texts, left, bottom + SPACE, wide)
        bottom += SPACE + BUTTON_HEIGHT
    return drawn, bottom


def _sections(message: Said) -> list[Section]:
    """Return what stands in a bubble, from the name of its speaker to the sign of an edit."""
    room = WIDEST_BUBBLE - 2 * PADDING - QUOTE_EDGES
    sections = []
    if message.speaker:
        sections.append(_text([Line((Run(fitted(message.speaker, FONT, room / 1.07), NAME),))]))
    if earlier := fitted(message.answers, SMALL_FONT, room):
        inside = width(earlier, SMALL_FONT) + INDENT
        sections.append((HEAD_HEIGHT, inside, partial(head, earlier)))
    if message.file is not None:
        drawing = partial(file_line, message.file)
        sections.append((FILE_HEIGHT, file_width(message.file), drawing))
    if laid := lines(message.text, message.entities, FONT, room):
        sections.append(_text(laid))
    if message.is_edited:
        sections.append(_text([EDITED]))
    return sections or [_text([Line(())])]


def _text(laid: Sequence[Line]) -> Section:
    """Return lines as a section, the lines of one quotation on one ground."""
    blocks = [list(group) for _, group in groupby(laid, key=lambda line: line.is_quote)]
    wide = max(line.width(FONT) + QUOTE_EDGES * line.is_quote for line in laid)
    return sum(map(height, blocks)), wide, partial(_blocks, blocks)


def _blocks(blocks: Sequence[Sequence[Line]], left: float, top: int, wide: float) -> Iterable[str]:
    for each in blocks:
        yield from block(each, left, top, wide)
        top += height(each)


def _bubble_width(message: Said, sections: Sequence[Section]) -> int:
    """Return how wide a bubble has to be for what stands in it and its buttons."""
    inside = max(section[1] for section in sections)
    wanted = max(inside + 2 * PADDING, *map(row_width, message.rows), NARROWEST_BUBBLE)
    return min(int(wanted) + 1, WIDEST_BUBBLE)
