"""A text with entities broken into lines that are no wider than the room there is for them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from tests.bot_api.refusals import Json

from .widths import width

__all__ = ["Line", "Look", "Run", "fitted", "lines"]

QUOTES = frozenset({"blockquote", "expandable_blockquote"})
MONOSPACE = frozenset({"code", "pre"})
LINKS = frozenset({"text_link", "url", "mention", "text_mention", "bot_command"})
WORD = re.compile(r"\s+|\S+")

Look = frozenset[str]


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that look alike.

    Attributes:
        look: of "bold", "italic", "code" and "link" those that hold.
    """

    text: str
    look: Look = frozenset()

    def width(self, size: float) -> float:
        """Return how wide it is in pixels, in a font of that size."""
        is_bold, is_monospace = "bold" in self.look, "code" in self.look
        return width(self.text, size, is_bold=is_bold, is_monospace=is_monospace)


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is drawn.

    Attributes:
        runs: from left to right; none for an empty line.
        is_quote: whether it stands in a block quotation.
    """

    runs: tuple[Run, ...]
    is_quote: bool = False

    def width(self, size: float) -> float:
        """Return how wide it is in pixels, in a font of that size."""
        return sum(run.width(size) for run in self.runs)


Letter = tuple[str, Look]


def lines(text: str, entities: Sequence[Json], size: float, room: float) -> list[Line]:
    """Break a text where its lines end, and between words where a line is too wide.

    Parameters
    ----------
    text
        what to break.
    entities
        how stretches of it look, in UTF-16 code units.
    size
        of the font in pixels.
    room
        for a line, in pixels.
    """
    letters = _letters(text, entities)
    found = []
    for is_end, group in groupby(letters, key=lambda letter: letter[0] == "\n"):
        several = list(group)
        if is_end:
            found += [Line(())] * (len(several) - 1)
            continue
        is_quote = "quote" in several[0][1]
        found += [Line(_runs(part), is_quote) for part in _wrapped(several, size, room)]
    return found


def fitted(text: str, size: float, room: float) -> str:
    """Return a text on one line, cut with an ellipsis where it is too wide."""
    line = " ".join(text.split())
    if width(line, size) <= room:
        return line
    while line and width(f"{line}…", size) > room:
        line = line[:-1]
    return f"{line.rstrip()}…"


def _letters(text: str, entities: Sequence[Json]) -> list[Letter]:
    """Pair each letter with how it looks."""
    spans = [(e["offset"], e["offset"] + e["length"], _look(e["type"])) for e in entities]
    found: list[Letter] = []
    place = 0
    for letter in text:
        looks = {look for start, end, look in spans if look and start <= place < end}
        found.append((letter, frozenset(looks)))
        place += 1 + (letter > "\uffff")
    return found


def _look(kind: str) -> str:
    """Name what an entity does to letters; what does nothing in a picture has no name."""
    if kind in QUOTES:
        return "quote"
    if kind in MONOSPACE:
        return "code"
    if kind in LINKS:
        return "link"
    return kind if kind in {"bold", "italic"} else ""


def _wrapped(letters: Sequence[Letter], size: float, room: float) -> Iterator[list[Letter]]:
    """Yield the lines of a paragraph; white space where one is broken is left out."""
    line: list[Letter] = []
    for word in _words(letters, size, room):
        if line and _width([*line, *word], size) > room and not word[0][0].isspace():
            yield _trimmed(line)
            line = []
        line += word
    yield _trimmed(line)


def _words(letters: Sequence[Letter], size: float, room: float) -> Iterator[list[Letter]]:
    """Yield words and the white space between them; a word wider than a line comes in pieces."""
    text = "".join(letter for letter, _ in letters)
    for found in WORD.finditer(text):
        word: list[Letter] = []
        for letter in letters[found.start() : found.end()]:
            if word and _width([*word, letter], size) > room:
                yield word
                word = []
            word.append(letter)
        yield word


def _width(letters: Sequence[Letter], size: float) -> float:
    return Line(_runs(letters)).width(size)


def _trimmed(line: list[Letter]) -> list[Letter]:
    while line and line[-1][0].isspace():
        line = line[:-1]
    return line


def _runs(letters: Sequence[Letter]) -> tuple[Run, ...]:
    """Put letters that look alike together; the quotation itself is a look of the line."""
    alike = groupby(letters, key=lambda letter: letter[1] - {"quote"})
    return tuple(Run("".join(text for text, _ in group), look) for look, group in alike)
