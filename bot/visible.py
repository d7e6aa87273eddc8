"""Text of a document as it may be shown: nothing in it can steer the screen or hide words."""

import re

__all__ = ["SPACES", "STEERING", "visible", "visible_line"]

# White space that terminals and Telegram treat each in their own way.
SPACES = re.compile(r"[\t\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
# Control characters, marks that reverse the direction of text, halves of characters, and
# invisible tags.
STEERING = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
    r"\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    r"""Show odd white space as a space and steering characters as U+FFFD, one for one.

    >>> visible("paid\x1b[2J\tin full\r\n")
    'paid�[2J in full \n'
    """
    return STEERING.sub("\ufffd", SPACES.sub(" ", text))


def visible_line(text: str) -> str:
    r"""Show a text on one line, one for one: a line break too is a space.

    >>> visible_line("a.txt\nskipped b.txt")
    'a.txt skipped b.txt'
    """
    return visible(text).replace("\n", " ")
