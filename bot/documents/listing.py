"""The documents that answers are taken from, a page at a time."""

import datetime
from dataclasses import dataclass

from retrieval.index import Index

__all__ = ["N_ON_PAGE", "Listed", "Page", "page_of_documents"]

N_ON_PAGE = 20


@dataclass(frozen=True, slots=True)
class Listed:
    """A document in a list.

    Attributes:
        id: its id.
        title: its title; empty where it has none.
        date: day of publication, or None.
        n_sentences: how many sentences it has.
    """

    id: str
    title: str
    date: datetime.date | None
    n_sentences: int


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the documents, by id.

    Attributes:
        documents: those on the page; empty where there is no such page.
        number: of the page, from 1.
        n_pages: how many pages there are, one at least.
        n_documents: how many documents there are.
    """

    documents: tuple[Listed, ...]
    number: int
    n_pages: int
    n_documents: int


def page_of_documents(index: Index, number: int, *, n_on_page: int = N_ON_PAGE) -> Page:
    """Return a page of the documents of an index.

    Parameters
    ----------
    index
        whose documents to list.
    number
        of the page, from 1.
    n_on_page
        documents on each, 1 or more.
    """
    n = index.library.n_documents
    places = range(n)[max(number - 1, 0) * n_on_page :][:n_on_page] if number > 0 else range(0)
    first = index.passages.first
    rows = zip(places, index.library.records(places), strict=True)
    return Page(
        documents=tuple(
            Listed(
                id=record["id"],
                title=record["title"],
                date=datetime.date.fromisoformat(record["date"]) if record["date"] else None,
                n_sentences=int(first[place + 1]) - int(first[place]),
            )
            for place, record in rows
        ),
        number=number,
        n_pages=max(-(-n // n_on_page), 1),
        n_documents=n,
    )
