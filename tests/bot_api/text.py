"""Text counted as Telegram counts it: in UTF-16 code units, from 0."""

__all__ = ["is_unicode", "occurs_at", "utf16_find", "utf16_length", "utf16_slice"]


def utf16_length(text: str) -> int:
    """Return the number of UTF-16 code units.

    >>> utf16_length("a😀")
    3
    """
    return len(text) + sum(ord(character) > 0xFFFF for character in text)


def utf16_slice(text: str, offset: int, length: int) -> str:
    """Return `length` units from `offset` on; a cut surrogate pair raises `UnicodeDecodeError`.

    >>> utf16_slice("a😀b", 1, 2)
    '😀'
    """
    units = text.encode("utf-16-le")
    return units[2 * offset : 2 * (offset + length)].decode("utf-16-le")


def utf16_find(text: str, part: str) -> int:
    """Return the offset of the first occurrence in UTF-16 units, or -1.

    >>> utf16_find("😀 so", "so")
    3
    """
    index = text.find(part)
    return index if index < 0 else utf16_length(text[:index])


def occurs_at(text: str, part: str, offset: int) -> bool:
    """Tell whether `part` stands at the offset given in UTF-16 units."""
    units = text.encode("utf-16-le")
    return offset >= 0 and units[2 * offset :].startswith(part.encode("utf-16-le"))


def is_unicode(text: str) -> bool:
    """Tell whether the text is free of lone surrogates and of NUL."""
    return not any("\ud800" <= character <= "\udfff" or character == "\0" for character in text)
