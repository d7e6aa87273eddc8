"""What Telegram takes out of a text, taken out here before the text is measured and marked."""

import unicodedata

__all__ = ["cleaned", "is_blank"]

# Telegram drops the ring above, the double line below and the line above, wherever they stand.
DROPPED = frozenset("\u030a\u0333\u033f")
RING = "\u030a"
# Letters and symbols that have no ink; Telegram refuses a message of nothing else.
INKLESS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc")


def cleaned(text: str) -> tuple[str, list[int]]:
    r"""Return a text as Telegram keeps it, and the place in it of each character that was given.

    A letter followed by a ring becomes the one character for both, so that its ring stays.

    Parameters
    ----------
    text
        as `bot.visible` leaves it.

    Returns
    -------
    The text, and for each character, and for the end, its place from 0.

    >>> cleaned("A\u030amal")
    ('Åmal', [0, 1, 1, 2, 3, 4])
    """
    if DROPPED.isdisjoint(text):
        return text, list(range(len(text) + 1))
    kept: list[str] = []
    places: list[int] = []
    for character in text:
        places.append(len(kept))
        if character not in DROPPED:
            kept.append(character)
        elif kept and character == RING:
            kept[-1] = _with_ring(kept[-1])
    return "".join(kept), [*places, len(kept)]


def is_blank(text: str) -> bool:
    r"""Say whether nothing of a text would be seen.

    >>> is_blank("\u200b \u2800"), is_blank("a\u200b")
    (True, False)
    """
    return all(
        character.isspace() or character in INKLESS or unicodedata.category(character) == "Cf"
        for character in text
    )


def _with_ring(letter: str) -> str:
    """Return the letter with a ring as one character, or the letter where there is none."""
    composed = unicodedata.normalize("NFC", letter + RING)
    return composed if len(composed) == 1 else letter
