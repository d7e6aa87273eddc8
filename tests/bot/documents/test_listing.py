"""Every document is on one page, with what is known of it."""

import datetime
from pathlib import Path

import pytest

from bot.documents.listing import Listed, Page, page_of_documents
from bot.home import Home
from retrieval.index import Index
from tests.bot.documents.homes import Shelf, lines


@pytest.fixture
def index(shelf: Shelf, tmp_path: Path) -> Index:
    texts = {f"day {n}": "It rains. " * n for n in range(1, 6)}
    (tmp_path / "days.jsonl").write_bytes(lines(texts))
    shelf.index(tmp_path / "days.jsonl")
    return Index.open(shelf.home.index)


def test_pages_hold_each_document_once(index: Index) -> None:
    pages = [page_of_documents(index, number, n_on_page=2) for number in (1, 2, 3)]

    # Day n says that it rains n times: n sentences.
    listed = [Listed(f"day {n}", "", None, n) for n in range(1, 6)]
    assert pages == [
        Page(tuple(listed[:2]), 1, 3, 5),
        Page(tuple(listed[2:4]), 2, 3, 5),
        Page(tuple(listed[4:]), 3, 3, 5),
    ]


@pytest.mark.parametrize("number", [0, -1, 4, 10**9])
def test_a_page_that_is_not_there_is_empty(index: Index, number: int) -> None:
    assert page_of_documents(index, number, n_on_page=2) == Page((), number, 3, 5)


def test_title_and_date_are_those_of_the_document(harbour: Home) -> None:
    page = page_of_documents(Index.open(harbour.index), 1)

    assert page.n_documents == len(page.documents) == 3
    lighthouse = next(d for d in page.documents if d.id.startswith("2019-05"))
    assert lighthouse.title == "Port Ellen switches off its lighthouse"
    assert lighthouse.date == datetime.date(2019, 5, 2)
