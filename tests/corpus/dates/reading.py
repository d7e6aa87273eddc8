"""What the grammar reads, as surface and ISO form."""

from datetime import date

from corpus.dates import find_dates

__all__ = ["THURSDAY", "read"]

THURSDAY = date(2019, 11, 14)


def read(text: str, published: date | None = THURSDAY) -> list[tuple[str, str]]:
    """Return surface and ISO form of each date of a text."""
    return [(text[d.start : d.end], d.iso) for d in find_dates(text, published)]
