"""A timeline is laid out a page at a time, each event with its day, its quote and its source."""

import json
from pathlib import Path

import pytest

from bot import wiring
from bot.answering import Answerer
from bot.home import Home
from bot.paging import N_ON_PAGE, page_of
from bot.questions import Question
from bot.replies import Part

N_EVENTS = N_ON_PAGE + 2


@pytest.fixture(scope="module")
def launches(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    """One launch a year, one more than fit on a page."""
    folder: Path = tmp_path_factory.mktemp("launches")
    years = range(1960, 1960 + N_EVENTS)
    craft = "Altair Bellatrix Capella Deneb Electra Furud Gienah Hadar Izar Jabbah".split()
    lines = [
        {"id": str(year), "text": f"The rocket {name} left its pad on March {year - 1955}, {year}."}
        for year, name in zip(years, craft, strict=True)
    ]
    text = "".join(json.dumps(line | {"language": "en"}) + "\n" for line in lines)
    (folder / "notes.jsonl").write_text(text, encoding="utf-8")
    home = Home(folder / "home")
    wiring.indexer(home).update([folder / "notes.jsonl"])
    return wiring.answerer(home)


def dates(answerer: Answerer, number: int) -> list[str]:
    page = page_of(answerer, Question("rocket"), number)
    return [part.text for part in page.parts if part.kind == "date"] if page else []


def test_events_stand_in_the_order_of_their_days_over_the_pages(launches: Answerer) -> None:
    first, second = dates(launches, 1), dates(launches, 2)

    assert first + second == [f"{1960 + n}-03-{5 + n:02}" for n in range(N_EVENTS)]
    assert len(first) == N_ON_PAGE


def test_a_page_says_which_it_is_and_where_the_next_is(launches: Answerer) -> None:
    first, second = (page_of(launches, Question("rocket"), number) for number in (1, 2))

    assert first is not None
    assert second is not None
    assert first.parts[0] == Part("text", f"rocket: {N_EVENTS} events")
    assert first.parts[-1] == Part("note", "Page 1 of 2. /more shows the next.")
    assert second.parts[-1] == Part("note", "Page 2 of 2.")


def test_each_day_stands_beside_a_quote_with_its_citation(launches: Answerer) -> None:
    page = page_of(launches, Question("rocket"), 1)

    assert page is not None
    events = [group for group in page.groups() if group[0].kind == "date"]
    assert [[part.kind for part in group] for group in events] == [
        ["date", "quote", "citation"]
    ] * N_ON_PAGE


def test_there_is_no_page_behind_the_last_and_none_without_a_date(launches: Answerer) -> None:
    assert page_of(launches, Question("rocket"), 3) is None
    assert page_of(launches, Question("zeppelin"), 1) is None
