"""Numbers and letters that name a thing: "Room 204", "season four", "the 2019 report"."""

import re
from functools import lru_cache

from bot.differing.tokens import Token, is_content, tokens
from bot.pieces.amounts import NUMBER, digits

__all__ = ["LABELS", "labels"]

MOST_KEPT = 1024
LABELS = frozenset(
    """room platform gate version article phase line grade chapter section page number no hall
    floor terminal highway route flight channel level tier class ward unit zone model group season
    series episode part volume round stage step act apollo boeing airbus""".split()
)
IN_WORDS = re.compile(NUMBER)
YEAR = re.compile(r"1\d\d\d|20\d\d")
ORDINAL_ENDINGS = ("st", "nd", "rd", "th")


@lru_cache(maxsize=MOST_KEPT)
def labels(text: str) -> dict[str, str]:
    """Return what names a thing, by the meaning of the thing.

    >>> labels("Season four begins after the 2019 finals.")
    {'season': '4', 'final': '2019'}
    """
    sequence = tokens(text)
    found: dict[str, str] = {}
    for n, token in enumerate(sequence[:-1]):
        following = sequence[n + 1]
        if token.concept and (value := _behind(token, following)):
            found.setdefault(token.concept, value)
        if YEAR.fullmatch(token.text) and following.concept:
            found.setdefault(following.concept, token.text)
        if following.text in ORDINAL_ENDINGS and token.kind == "number" and n + 2 < len(sequence):
            found.setdefault(sequence[n + 2].concept, token.text)
    return {meaning: value for meaning, value in found.items() if meaning}


def _behind(token: Token, following: Token) -> str:
    """Return the number or the single capital behind the name of a thing, or nothing."""
    if following.kind == "number" and token.text in LABELS:
        return following.text
    if token.text not in LABELS and not (token.is_capital and is_content(token)):
        return ""
    if token.text in LABELS and IN_WORDS.fullmatch(following.text):
        return digits(following.text)
    is_letter = following.is_capital and following.end - following.start == 1
    return following.text if is_letter and following.text != "i" else ""
