"""A chat as SVG: bubbles, block quotations with a bar, bold and italic words, buttons."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from .lines import Line, Run, fitted, lines
from .said import Said
from .widths import width

__all__ = ["WIDTH", "draw_chat"]

# Sizes are in pixels.
WIDTH = 560
MARGIN = 14
WIDEST_BUBBLE = 440
NARROWEST_BUBBLE = 60
PADDING = 11
GAP = 8
RADIUS = 11
FONT = 14.0
LINE = 19
BASE = 14
# A quotation is set in by its bar and the space behind it.
INDENT = 12
BAR = 3
QUOTE_EDGE = 4
BUTTON_HEIGHT = 32
SPACE = 4
BUTTON_FONT = 13.0

BEHIND = "#dfe7ec"
OF_BOT, OF_PERSON = "#ffffff", "#e4f6d4"
INK, LINK_INK, BUTTON_INK = "#17212b", "#1c6aa8", "#1c4d73"
QUOTE, QUOTE_BAR = "#eaf3fa", "#3a8fd0"
BUTTON = "#c9d9e4"
FAMILY = "Helvetica, Arial, sans-serif"
# What XML cannot hold.
BARRED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


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
        drawn, bottom = _message(message, top)
        elements += drawn
        top = bottom + GAP
    height = top - GAP + MARGIN
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}"'
        f' viewBox="0 0 {WIDTH} {height}" role="img" font-family="{FAMILY}"'
        f' font-size="{FONT:.0f}" fill="{INK}">'
    )
    named = f"<title>{_text(title)}</title>"
    return "\n".join([head, named, _box(0, 0, WIDTH, height, BEHIND), *elements, "</svg>", ""])


def _message(message: Said, top: int) -> tuple[list[str], int]:
    """Draw a bubble and its buttons; return them, and where they end."""
    room = WIDEST_BUBBLE - 2 * PADDING
    laid = lines(message.text, message.entities, FONT, room - INDENT)
    head = fitted(message.answers, FONT, room - INDENT)
    above = [Line((Run(head),), is_quote=True)] if head else []
    blocks = [*_blocks(above), *_blocks(laid)]
    wide = _bubble_width(message, [*above, *laid])
    left = MARGIN if message.is_from_bot else WIDTH - MARGIN - wide
    bottom = top + 2 * PADDING + sum(map(_height, blocks)) + (SPACE if above else 0)
    colour = OF_BOT if message.is_from_bot else OF_PERSON
    drawn = [_box(left, top, wide, bottom - top, colour, RADIUS)]
    place = top + PADDING
    for number, block in enumerate(blocks):
        drawn += _block(block, left + PADDING, place, wide - 2 * PADDING)
        place += _height(block) + (SPACE if above and number == 0 else 0)
    for row in message.rows:
        drawn += _row(row, left, bottom + SPACE, wide)
        bottom += SPACE + BUTTON_HEIGHT
    return drawn, bottom


def _bubble_width(message: Said, laid: Sequence[Line]) -> int:
    """Return how wide a bubble has to be for its lines and its buttons."""
    text = max((line.width(FONT) + INDENT * line.is_quote for line in laid), default=0.0)
    rows = (
        max((width(text, BUTTON_FONT) for text in row), default=0.0) * len(row) + 20 * len(row)
        for row in message.rows
    )
    wanted = max(text + 2 * PADDING, *rows, NARROWEST_BUBBLE)
    return min(int(wanted) + 1, WIDEST_BUBBLE)


def _blocks(laid: Sequence[Line]) -> list[list[Line]]:
    """Put the lines of one quotation together, and those between quotations."""
    return [list(group) for _, group in groupby(laid, key=lambda line: line.is_quote)]


def _height(block: Sequence[Line]) -> int:
    return LINE * len(block) + 2 * QUOTE_EDGE * block[0].is_quote


def _block(block: Sequence[Line], left: int, top: int, wide: int) -> Iterator[str]:
    """Draw lines, those of a quotation on a ground of its own with a bar."""
    edge = 0
    if block[0].is_quote:
        yield _box(left, top, wide, _height(block), QUOTE, BAR)
        yield _box(left, top, BAR, _height(block), QUOTE_BAR, 1)
        left, edge = left + INDENT, QUOTE_EDGE
    for number, line in enumerate(block):
        yield from _line(line, left, top + edge + LINE * number + BASE)


def _line(line: Line, left: float, base: int) -> Iterator[str]:
    """Draw each run at its place: not all readers give a line of several runs its width."""
    for run in line.runs:
        wide = run.width(FONT)
        if not run.text.isspace():
            yield _run(run, left, base, wide)
        left += wide


def _run(run: Run, left: float, base: int, wide: float) -> str:
    looks = {
        "bold": ' font-weight="bold"',
        "italic": ' font-style="italic"',
        "code": ' font-family="monospace"',
        "link": f' fill="{LINK_INK}"',
    }
    given = "".join(looks[look] for look in looks if look in run.look)
    size = f'x="{left:.1f}" y="{base}" textLength="{wide:.1f}" lengthAdjust="spacingAndGlyphs"'
    return f'<text {size} xml:space="preserve"{given}>{_text(run.text)}</text>'


def _row(row: Sequence[str], left: int, top: int, wide: int) -> Iterator[str]:
    """Draw a row of buttons of the same width."""
    each = (wide - SPACE * (len(row) - 1)) / len(row)
    for number, text in enumerate(row):
        start = left + (each + SPACE) * number
        label = fitted(text, BUTTON_FONT, each - 2 * SPACE)
        middle, base = start + each / 2, top + BUTTON_HEIGHT / 2 + 4.5
        yield _box(start, top, each, BUTTON_HEIGHT, BUTTON, 7)
        yield (
            f'<text x="{middle:.1f}" y="{base:.1f}" text-anchor="middle"'
            f' font-size="{BUTTON_FONT:.0f}" fill="{BUTTON_INK}">{_text(label)}</text>'
        )


def _box(left: float, top: float, wide: float, high: float, colour: str, radius: int = 0) -> str:
    size = f'x="{left:.1f}" y="{top:.1f}" width="{wide:.1f}" height="{high:.1f}"'
    return f'<rect {size} rx="{radius}" fill="{colour}"/>'


def _text(text: str) -> str:
    return escape(BARRED.sub("\ufffd", text))
