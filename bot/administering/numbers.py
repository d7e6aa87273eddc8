"""Numbers of chats and users as they are typed."""

import re
from typing import Final

__all__ = ["read_number"]

# Telegram's have at most 16 digits; 18 fit into the 64 bits of the database.
NUMBER: Final = re.compile(r"-?[1-9][0-9]{0,17}", re.ASCII)


def read_number(text: str) -> int | None:
    """Read the number of a chat or a user; None for anything else.

    >>> read_number("-1001234"), read_number("@ada"), read_number("0")
    (-1001234, None, None)
    """
    return int(text) if NUMBER.fullmatch(text) else None
