"""A long text cut into messages that Telegram accepts."""

import re
import unicodedata
from itertools import pairwise

__all__ = ["LONGEST_MESSAGE", "split", "units"]

# Telegram's limit for one message, in UTF-16 code units.
LONGEST_MESSAGE = 4096

CLOSING = "”’)]」』）】》"
# Where to cut, the best first: after a paragraph, a line, a sentence, a word.
BORDERS = (
    re.compile(r"\n\n+"),
    re.compile(r"\n"),
    re.compile(rf"[.!?。！？]['\"{re.escape(CLOSING)}]*\s*"),
    re.compile(r"\s+"),
)
JOINER = "\u200d"
SKIN_TONES = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"


def units(text: str) -> int:
    """Return the length of a text in UTF-16 code units.

    >>> units("a"), units("한"), units("😀")
    (1, 1, 2)
    """
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def split(text: str, limit: int = LONGEST_MESSAGE) -> list[tuple[int, int]]:
    """Return the spans of messages: they follow on each other and cover the text.

    Parameters
    ----------
    text
        what to send.
    limit
        longest message in UTF-16 code units, 2 or more.

    >>> split("One two. Three four.", limit=12)
    [(0, 9), (9, 20)]
    """
    cuts = [0]
    while (reach := _reach(text, cuts[-1], limit)) < len(text):
        cuts.append(_cut(text, cuts[-1], reach))
    cuts.append(len(text))
    return list(pairwise(cuts))


def _reach(text: str, start: int, limit: int) -> int:
    """Return how far a piece can go."""
    if 2 * (len(text) - start) <= limit:  # fits, whatever its characters
        return len(text)
    used, end = 0, start
    while end < len(text) and (used := used + units(text[end])) <= limit:
        end += 1
    return end


def _cut(text: str, start: int, reach: int) -> int:
    """Return the end of the longest piece that ends at the best kind of border there is."""
    for border in BORDERS:
        ends = (match.end() for match in border.finditer(text, start, reach))
        last = max((end for end in ends if _is_between(text, end)), default=start)
        # A piece that is mostly empty is worse than a cut at a lesser border.
        if last - start > (reach - start) // 2:
            return last
    return next((end for end in range(reach, start, -1) if _is_between(text, end)), reach)


def _is_between(text: str, place: int) -> bool:
    """Say whether a cut parts no character as people see it, and no closing mark from its text."""
    before, after = text[place - 1], text[place]
    return not (
        before == JOINER
        or after == JOINER
        or after in SKIN_TONES
        or after in CLOSING
        or unicodedata.category(after).startswith("M")
    )
