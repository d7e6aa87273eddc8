"""What of a text can be told when it is shown, copied and pasted: its words, white space aside."""

import datetime
import unicodedata

from bot.replies import cite
from bot.visible import visible

__all__ = ["cited_head", "shown", "shown_words"]

# Telegram leaves these marks out: lines above and below, and a ring that makes no character with
# the letter before it.
LINES = str.maketrans("", "", "\u0333\u033f")
RING = str.maketrans("", "", "\u030a")


def shown(text: str) -> str:
    r"""Return a text as every channel shows it; canonically equal texts become the same.

    >>> shown("paid\x1b[2J\tin A\u030amal")
    'paid�[2J in Åmal'
    """
    if text.isascii() and text.isprintable():
        return text
    seen = visible(text)
    for marks in (LINES, RING):
        seen = unicodedata.normalize("NFC", seen.translate(marks))
    return seen


def shown_words(text: str) -> list[str]:
    r"""Return the words of a shown text: lines may have been wrapped and ends cut off.

    >>> shown_words("Kestrel\r\n  sails again. ")
    ['Kestrel', 'sails', 'again.']
    """
    return shown(text).split()


def cited_head(title: str, document: str, day: datetime.date | None, source: str) -> str:
    """Return how every citation of a document opens, up to the number of the sentence.

    >>> cited_head("", "fees.txt", datetime.date(2016, 11, 23), "Quoth Desk")
    'fees.txt, 2016-11-23, Quoth Desk'
    """
    citation = cite(title.strip() or document, day, source, [0])
    return " ".join(shown_words(citation.removesuffix(", sentence 1")))
