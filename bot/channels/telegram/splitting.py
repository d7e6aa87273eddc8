"""A long text cut into messages that Telegram accepts."""

import re
from itertools import pairwise

__all__ = ["LONGEST_MESSAGE", "split", "units"]

# Telegram's limit for one message, in UTF-16 code units.
LONGEST_MESSAGE = 4096

# Where to cut, the best first: after a paragraph, a line, a sentence, a word.
BORDERS = (
    re.compile(r"\n\n+"),
    re.compile(r"\n"),
    re.compile(r"[.!?。！？]['\"”’)\]]*\s*"),
    re.compile(r"\s+"),
)


def units(text: str) -> int:
    """Return the length of a text in UTF-16 code units.

    >>> units("a"), units("한"), units("😀")
    (1, 1, 2)
    """
    return len(text) + sum(character > "\uffff" for character in text)


def split(text: str, limit: int = LONGEST_MESSAGE) -> list[tuple[int, int]]:
    """Return the spans of messages: they follow on each other and cover the text.

    Args:
        text: what to send.
        limit: longest message in UTF-16 code units, 2 or more.

    >>> split("One two. Three four.", limit=12)
    [(0, 9), (9, 20)]
    """
    cuts = [0]
    while units(text[cuts[-1] :]) > limit:
        cuts.append(_cut(text, cuts[-1], limit))
    cuts.append(len(text))
    return list(pairwise(cuts))


def _cut(text: str, start: int, limit: int) -> int:
    """Return the end of the longest piece that ends at the best kind of border there is."""
    end = _reach(text, start, limit)
    for border in BORDERS:
        ends = [match.end() for match in border.finditer(text, start, end)]
        # A piece that is mostly empty is worse than a cut at a lesser border.
        if ends and ends[-1] - start > (end - start) // 2:
            return ends[-1]
    return end


def _reach(text: str, start: int, limit: int) -> int:
    """Return how far a piece can go."""
    used, end = 0, start
    while end < len(text) and (used := used + units(text[end])) <= limit:
        end += 1
    return end
