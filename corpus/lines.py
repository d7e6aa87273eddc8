"""Stretches of whole lines in a file, and the numbers of its lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

__all__ = ["MAX_LINE", "Lines", "cut_lines", "line_numbers"]

MAX_LINE = 1 << 28
"""Longest line in bytes (256 MiB)."""

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Lines:
    """Some lines of a file.

    Attributes:
        start: first byte.
        end: one past the last byte.
        first: number of the first line, from 1.
    """

    start: int
    end: int
    first: int


def cut_lines(file: BinaryIO, size: int, *, longest: int = MAX_LINE) -> Iterator[Lines]:
    """Cut an open file into stretches of whole lines.

    Parameters
    ----------
    file
        Stands at its first byte.
    size
        Bytes of a stretch, to which the rest of its last line is added; at most `longest`.
    longest
        Bytes of the longest line; a longer one ends the last stretch, as it ends the reading.
    """
    start, first = 0, 1
    while chunk := file.read(size):
        rest = b"" if chunk.endswith(b"\n") else file.readline(longest + 1)
        end = start + len(chunk) + len(rest)
        yield Lines(start, end, first)
        if rest and len(chunk) - (chunk.rfind(b"\n") + 1) + len(rest) > longest:
            return
        first += chunk.count(b"\n") + rest.endswith(b"\n")
        start = end


def line_numbers(file: BinaryIO, places: Sequence[int]) -> list[int]:
    """Return the number, from 1, of the line that each of some bytes stands in, in one pass.

    Parameters
    ----------
    file
        Stands at its first byte.
    places
        Of the bytes, from 0, ascending.
    """
    numbers, at, number = [], 0, 1
    for place in places:
        while at < place and (chunk := file.read(min(place - at, _CHUNK))):
            number += chunk.count(b"\n")
            at += len(chunk)
        numbers.append(number)
    return numbers
