"""How wide text is, without a font: a table of what common sans-serif letters take."""

import unicodedata

__all__ = ["width"]

# Thousandths of the font's size, as in the fonts that most browsers take for "sans-serif".
GROUPS = {
    191: "'",
    222: "ijl‘’",
    278: " !,./:;I[]\\ft",
    334: "()-`r{}|“”",
    389: "*",
    500: "Jcksvxyz^",
    556: '"#$0123456789?_Labdeghnopqu–«»',
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "@—…",
}
WIDTHS = {letter: thousandths for thousandths, letters in GROUPS.items() for letter in letters}
# What is not in the table: letters with accents go by the letter, all else by its kind.
WIDE, OTHER, MONOSPACE = 1000, 600, 600
BOLD = 1.07


def width(text: str, size: float, *, is_bold: bool = False, is_monospace: bool = False) -> float:
    """Return how wide a text is in pixels.

    Parameters
    ----------
    text
        one line of it.
    size
        of the font in pixels.
    is_bold
        whether its letters are bold, which are a little wider.
    is_monospace
        whether each of its letters takes the same.

    >>> width("ij", 10.0), width("ij", 10.0, is_monospace=True)
    (4.44, 12.0)
    """
    thousandths = sum(_of(character, is_monospace=is_monospace) for character in text)
    return thousandths * size * (BOLD if is_bold else 1.0) / 1000


def _of(character: str, *, is_monospace: bool) -> int:
    known = WIDTHS.get(unicodedata.normalize("NFD", character)[0])
    if known is not None:
        return MONOSPACE if is_monospace else known
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Mn"}:
        return 0
    return WIDE if unicodedata.east_asian_width(character) in {"W", "F"} else OTHER
