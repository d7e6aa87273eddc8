"""The elements that pictures are made of: boxes, lines of text, rows of buttons, files."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from .lines import Line, Run, fitted
from .said import File
from .widths import width

__all__ = [
    "BUTTON_HEIGHT",
    "FILE_HEIGHT",
    "FONT",
    "HEAD_HEIGHT",
    "INDENT",
    "INK",
    "LINE",
    "QUOTE",
    "QUOTE_BAR",
    "QUOTE_EDGES",
    "SMALL_FONT",
    "SPACE",
    "block",
    "box",
    "file_line",
    "file_width",
    "head",
    "height",
    "row",
    "row_width",
    "small",
    "visible",
]

# Sizes are in pixels.
FONT, SMALL_FONT = 14.0, 12.0
LINE = 19
BASE = 14
# A quotation is set in by its bar and the space behind it, and ends before its ground does.
INDENT = 12
QUOTE_EDGES = INDENT + 7
BAR = 3
QUOTE_EDGE = 4
BUTTON_HEIGHT = 32
BUTTON_EDGE = 10
SPACE = 4
BUTTON_FONT = 13.0
FILE_HEIGHT, FILE_ICON = 42, 38
HEAD_HEIGHT = 20

INK, LINK_INK, BUTTON_INK = "#17212b", "#1c6aa8", "#1c4d73"
QUOTE, QUOTE_BAR = "#eaf3fa", "#3a8fd0"
HEAD_INK, HEAD_BAR = "#6b7a86", "#a9b6c0"
BUTTON = "#c9d9e4"
# What XML cannot hold.
BARRED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def box(left: float, top: float, wide: float, high: float, colour: str, radius: int = 0) -> str:
    """Draw a rectangle with round corners."""
    size = f'x="{left:.1f}" y="{top:.1f}" width="{wide:.1f}" height="{high:.1f}"'
    return f'<rect {size} rx="{radius}" fill="{colour}"/>'


def visible(text: str) -> str:
    """Return a text as XML may hold it."""
    return escape(BARRED.sub("\ufffd", text))


def height(lines: Sequence[Line]) -> int:
    """Return how high lines are that `block` draws."""
    return LINE * len(lines) + 2 * QUOTE_EDGE * lines[0].is_quote


def block(lines: Sequence[Line], left: float, top: int, wide: float) -> Iterator[str]:
    """Draw lines, those of a quotation on a ground of its own with a bar."""
    edge = 0
    if lines[0].is_quote:
        yield box(left, top, wide, height(lines), QUOTE, BAR)
        yield box(left, top, BAR, height(lines), QUOTE_BAR, 1)
        left, edge = left + INDENT, QUOTE_EDGE
    for number, line in enumerate(lines):
        yield from _line(line, left, top + edge + LINE * number + BASE)


def head(text: str, left: float, top: int, wide: float) -> Iterator[str]:
    """Draw the start of what a message is a reply to."""
    yield box(left, top + 1, BAR - 1, HEAD_HEIGHT - 3, HEAD_BAR, 1)
    label = fitted(text, SMALL_FONT, wide - INDENT)
    size = f'x="{left + INDENT - 3:.1f}" y="{top + BASE}" font-size="{SMALL_FONT:.0f}"'
    yield f'<text {size} fill="{HEAD_INK}">{visible(label)}</text>'


def small(text: str, middle: float, base: float, colour: str, size: float = SMALL_FONT) -> str:
    """Draw a text of one line around a middle."""
    return (
        f'<text x="{middle:.1f}" y="{base:.1f}" text-anchor="middle"'
        f' font-size="{size:.0f}" fill="{colour}">{visible(text)}</text>'
    )


def row_width(texts: Sequence[str]) -> float:
    """Return how wide a row of buttons has to be, all of them as wide as the widest."""
    widest = max((width(text, BUTTON_FONT) for text in texts), default=0.0)
    return (widest + 2 * BUTTON_EDGE) * len(texts)


def row(texts: Sequence[str], left: float, top: int, wide: float) -> Iterator[str]:
    """Draw a row of buttons of the same width."""
    each = (wide - SPACE * (len(texts) - 1)) / len(texts)
    for number, text in enumerate(texts):
        start = left + (each + SPACE) * number
        label = fitted(text, BUTTON_FONT, each - 2 * SPACE)
        yield box(start, top, each, BUTTON_HEIGHT, BUTTON, 7)
        base = top + BUTTON_HEIGHT / 2 + 4.5
        yield small(label, start + each / 2, base, BUTTON_INK, BUTTON_FONT)


def file_width(file: File) -> float:
    """Return how wide a file is drawn."""
    text = max(width(file.name, FONT, is_bold=True), width(_size(file), FONT))
    return FILE_ICON + INDENT + text


def file_line(file: File, left: float, top: int, wide: float) -> Iterator[str]:
    """Draw a file as a sheet, its name and its size."""
    yield box(left, top, FILE_ICON, FILE_ICON, QUOTE_BAR, FILE_ICON // 2)
    yield box(left + 13, top + 10, 12, 18, "#ffffff", 2)
    start = left + FILE_ICON + INDENT
    name = fitted(file.name, FONT, (wide - FILE_ICON - INDENT) / 1.07)
    yield from _line(Line((Run(name, frozenset({"bold"})),)), start, top + 16)
    yield from _line(Line((Run(_size(file)),)), start, top + 34)


def _size(file: File) -> str:
    return f"{file.n_bytes:,} bytes"


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
    return f'<text {size} xml:space="preserve"{given}>{visible(run.text)}</text>'
