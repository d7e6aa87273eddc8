"""Numbers written in digits or in English words, as places among a sentence's tokens."""

import re
from dataclasses import dataclass

from bot.differing.tokens import Token
from bot.pieces.amounts import NUMBER, digits

__all__ = ["Numeral", "numerals"]

HALF = 0.5
# Written against a sum of money: "$3m", "$2bn".
LETTERS = {"k": 1e3, "m": 1e6, "bn": 1e9, "mln": 1e6}
WRITTEN = re.compile(
    rf"(?<![\w.])(?:(?P<half>half)(?= of| the)|(?P<number>{NUMBER})"
    r"(?:(?P<letters>(?<=\d)(?:bn|mln|[km]))(?!\w)|(?!\w)))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written.

    Attributes:
        value: what it amounts to.
        first: its first token, from 0.
        behind: the token behind its last one.
        is_word: true when it does not begin with a digit.
    """

    value: float
    first: int
    behind: int
    is_word: bool


def numerals(text: str, sequence: tuple[Token, ...]) -> list[Numeral]:
    """Return the numbers of a sentence in order.

    >>> from bot.differing.tokens import tokens
    >>> text = "Half of the 1.2 million came in twenty-five trains."
    >>> [number.value for number in numerals(text, tokens(text))]
    [0.5, 1200000.0, 25.0]
    """
    places = {token.start: n for n, token in enumerate(sequence)}
    found = []
    for match in WRITTEN.finditer(text):
        first = places.get(match.start())
        if first is None:
            continue
        behind = first + 1
        while behind < len(sequence) and sequence[behind].start < match.end():
            behind += 1
        is_word = not match[0][0].isdigit()
        found.append(Numeral(_value(match), first, behind, is_word))
    return found


def _value(match: re.Match[str]) -> float:
    if match["half"]:
        return HALF
    return float(digits(match["number"])) * LETTERS.get((match["letters"] or "").lower(), 1.0)
