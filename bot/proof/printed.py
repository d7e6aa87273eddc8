"""Quotes found again in a text in which they are shown, each by the citation below it.

The text may be what the terminal printed, with `| ` before the lines of a quote, or a message that
was copied or forwarded: a paragraph of quoted words, and its citation on the next line.

    | A return ticket for the ferry costs 18 crowns.
      Ferry Kestrel sails again, 2021-09-14, Coast Desk, sentence 3
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.proof.lines import read_lines
from bot.proof.shown import shown_words
from bot.replies import cite

__all__ = ["Page", "Printed"]

NUMBERS = re.compile(r"(?P<first>[1-9]\d{0,8})(?:-(?P<last>[1-9]\d{0,8}))?(?P<more>;?)")
# Which days the words of a quote mean, as told in front of its citation.
DATED = re.compile(r"(?:\[[^\]]{1,200} = [^\]]{1,40}\] )*")
# A citation that a narrow window wrapped takes a few lines. One that stands on the line of its
# quote, or behind the days that the words mean, begins a few words back.
MOST_LINES = 6
MOST_WORDS = 60


@dataclass(frozen=True, slots=True)
class Printed:
    """A citation in a text.

    Attributes:
        at: its word "sentence", counted through the text from 0.
        first: the first sentence that it names, from 0.
        last: the last one.
        line: what it says of the document, as far as its own line tells.
        heads: all that it may say of the document, the longest first, with the word at which that
            begins, from 0.
    """

    at: int
    first: int
    last: int
    line: str
    heads: tuple[tuple[str, int], ...]

    def named(self, title: str) -> str:
        """Name a quote by a title and the sentences, from 1."""
        return cite(title, None, "", [self.first, self.last])


class Page:
    """A text read for quotes.

    Attributes:
        printed: the citations in it, in order.

    Parameters
    ----------
    text
        may hold anything else around its quotes.
    """

    def __init__(self, text: str) -> None:
        self._words: list[str] = []
        self._line_of: list[int] = []
        self._starts: list[int] = []
        self._lines = list(read_lines(text))
        for number, line in enumerate(self._lines):
            self._starts.append(len(self._words))
            self._words += line.words
            self._line_of += [number] * len(line.words)
        openings = zip(self._lines, self._starts, strict=True)
        self._openings = {start for line, start in openings if line.opens and line.words}
        self.printed = tuple(self._find())

    def quote(self, text: str, at: int) -> range | None:
        """Return the words of a quote of exactly this text right above the citation at a word."""
        barless = (word for line in read_lines(text) for word in line.words)
        for words in (shown_words(text), list(barless)):
            for end in self._ends(at):
                start = end - len(words)
                if words and start in self._openings and self._words[start:end] == words:
                    return range(start, end)
        return None

    def _ends(self, at: int) -> Iterator[int]:
        """Yield where the quote may end: the days that its words mean may be told behind it."""
        yield at
        if at and self._words[at - 1].endswith("]"):
            for start in range(at - 1, max(at - MOST_WORDS, 0), -1):
                if self._words[start].startswith("[") and "=" in self._words[start:at]:
                    yield start

    def _find(self) -> Iterator[Printed]:
        """Find the citations; those of copies, behind "the same in", are left out."""
        n_copies, end_of_copies = 0, 0
        for at in range(1, len(self._words) - 1):
            numbers = self._numbers(at)
            if numbers is None or self._is_proof(at):
                continue
            if n_copies and at < end_of_copies:
                n_copies = n_copies - 1 if numbers["more"] else 0
                continue
            if not numbers["more"] and self._ends_line(at + 1):
                yield self._printed(at, numbers)
            elif numbers["more"] and (n_copies := self._n_copies(at + 2)):
                end_of_copies = self._paragraph_end(self._line_of[at])
                yield self._printed(at, numbers)

    def _numbers(self, at: int) -> re.Match[str] | None:
        """Read "sentence 3" behind a comma, in a paragraph and in no barred line."""
        if self._words[at] not in ("sentence", "sentences") or self._words[at - 1][-1] != ",":
            return None
        lines = self._lines[self._line_of[at - 1] : self._line_of[at + 1] + 1]
        if any(line.kind in ("blank", "barred") for line in lines):
            return None
        return NUMBERS.fullmatch(self._words[at + 1])

    def _is_proof(self, at: int) -> bool:
        """Say whether this is a line of what `/verify` says: a digest follows, no quote leads."""
        line = self._lines[self._line_of[at]]
        return line.opens and self._words[at + 2 : at + 3] == ["sha256"]

    def _ends_line(self, at: int) -> bool:
        return at + 1 == len(self._words) or self._line_of[at + 1] > self._line_of[at]

    def _n_copies(self, at: int) -> int:
        """Return how many copies are cited from a word on; 0 where that says something else."""
        words = self._words[at : at + 5]
        says = words[:3] == ["the", "same", "in"] and words[4:] in (["other:"], ["others:"])
        return int(words[3]) if says and re.fullmatch(r"\d{1,9}", words[3]) else 0

    def _paragraph_end(self, number: int) -> int:
        """Return the first word behind the paragraph of a line."""
        while number < len(self._lines) and self._lines[number].kind != "blank":
            number += 1
        return self._starts[number] if number < len(self._lines) else len(self._words)

    def _printed(self, at: int, numbers: re.Match[str]) -> Printed:
        first = int(numbers["first"])
        line = self._head(self._starts[self._line_of[at - 1]], at)
        heads = tuple((self._head(start, at), start) for start in sorted(self._heads(at)))
        last = int(numbers["last"] or first)
        return Printed(at, first - 1, last - 1, line[len(_dated(line)) :], heads)

    def _head(self, start: int, at: int) -> str:
        return " ".join(self._words[start:at])[:-1]

    def _heads(self, at: int) -> set[int]:
        """Return the words at which a citation may begin."""
        own = self._line_of[at - 1]
        starts = set(range(max(self._starts[own], at - MOST_WORDS), at))
        for number in range(own, max(own - MOST_LINES, -1), -1):
            line, start = self._lines[number], self._starts[number]
            if line.kind in ("blank", "barred"):
                break
            behind = (n for n, word in enumerate(line.words, start + 1) if word[-1] == "]")
            starts |= {start, *behind}
        return {start for start in starts if start < at}


def _dated(line: str) -> str:
    """Return the days told in front of a citation; empty where none are."""
    found = DATED.match(line)
    return found[0] if found else ""
