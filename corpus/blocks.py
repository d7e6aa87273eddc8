"""A text falls into blocks: paragraphs, headings, list items and lines that say nothing.

A blank line ends a block. Lines that follow each other without one are joined when they look
wrapped, as mail and older text files are, and are blocks of their own when they do not, as in news
where each line is a paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

__all__ = ["Block", "Kind", "ends_sentence", "is_mark", "split_blocks"]

Kind = Literal["paragraph", "heading", "item", "mark"]

# Widths of wrapped text in characters: shorter lines are lists or verse, longer ones paragraphs.
_NARROWEST, _WIDEST = 45, 100
# A wrapped line fills at least this part of the width.
_FILLED = 0.6

# A heading is short: in words, in characters, and in characters of a script without spaces.
_HEADING_WORDS, _HEADING_LENGTH, _HEADING_UNSPACED = 12, 80, 30
# No line longer than this is looked at as anything but a paragraph.
_MARK_LENGTH = 200

_END = re.compile(r"[.!?…。！？｡؟۔।॥։።]['\"’”»›)\]}」』）】*_]*\s*\Z")
_MARKER = re.compile(
    r"[ \t]*(?:[-*+•‣⁃▪◦●○■□–—·][ \t]+|\(?\d{1,3}[.)][ \t]+|\(?(?:[a-z]|[ivx]{2,4})\)[ \t]+)(?=\S)"
)
_LABELLED = re.compile(r"\w: \S")
_MARK = re.compile(
    r"[<(\[]?[^\s@]+@[^\s@]+\.[^\s@]+"  # an e-mail address
    r"|(?:https?://|www\.)\S+"
    r"|\([A-Z0-9][A-Z0-9 .:/-]*\)"  # (END), (LEAD), (2nd LD) in capitals
    r"|-\s*(?:\d+|END|MORE)\s*-"
    r"|[\W_]*"  # rules and ornaments
)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that is read as one.

    Attributes:
        start: first character in the whole text, from 0; past the marker of a list item.
        end: one past the last character.
        kind: "mark" stands for lines that hold no prose: addresses, `(END)`, rules.
    """

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


def split_blocks(text: str, start: int = 0) -> Iterator[Block]:
    """Yield the blocks of `text` from character `start` on, in order, none empty."""
    for group in _groups(text, start):
        width = max(len(line.text) for line in group)
        first = 0
        for number in range(1, len(group) + 1):
            if number == len(group) or not _is_wrapped(group[number - 1], group[number], width):
                yield _block(text, group[first:number])
                first = number


def ends_sentence(text: str) -> bool:
    """Say whether a text closes with the mark that ends a sentence, in any script."""
    return _END.search(text, max(0, len(text) - 16)) is not None


def is_mark(line: str) -> bool:
    """Say whether a line holds no prose: an address, `(END)`, a rule."""
    return len(line) <= _MARK_LENGTH and _MARK.fullmatch(line.strip()) is not None


def _groups(text: str, start: int) -> Iterator[list[_Line]]:
    """Yield runs of lines that no blank line parts."""
    group: list[_Line] = []
    at = start
    for raw in text[start:].splitlines(keepends=True):
        shown = raw.rstrip()
        if shown:
            group.append(_Line(at, at + len(shown), shown))
        elif group:
            yield group
            group = []
        at += len(raw)
    if group:
        yield group


def _is_wrapped(line: _Line, following: _Line, width: int) -> bool:
    """Say whether a line breaks only because the next word did not fit in the width."""
    if not _NARROWEST <= width <= _WIDEST or is_mark(line.text) or is_mark(following.text):
        return False
    if _MARKER.match(following.text):
        return False
    if ends_sentence(line.text):
        word = following.text.split(maxsplit=1)[0]
        return len(line.text) + 1 + len(word) > width
    return len(line.text) >= _FILLED * width or following.text.lstrip()[0].islower()


def _block(text: str, lines: list[_Line]) -> Block:
    first, last = lines[0], lines[-1]
    start = first.start + len(first.text) - len(first.text.lstrip())
    if len(lines) == 1 and is_mark(first.text):
        return Block(start, last.end, "mark")
    marker = _MARKER.match(first.text)
    if marker:
        return Block(first.start + marker.end(), last.end, "item")
    if len(lines) == 1 and _is_heading(first.text):
        return Block(start, last.end, "heading")
    return Block(start, last.end, "paragraph")


def _is_heading(line: str) -> bool:
    shown = line.strip()
    if len(shown) > _HEADING_LENGTH or ends_sentence(shown) or _LABELLED.search(shown):
        return False
    n_words = len(shown.split())
    return n_words <= _HEADING_WORDS and (n_words > 1 or len(shown) <= _HEADING_UNSPACED)
