"""A document is found by its id, else its title, else a part of either."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bot.documents.finding import Known, find, known, nearest
from retrieval.index import Index
from tests.bot.documents.homes import Shelf

RAIN = Known("press/rain.txt", "Rain in May", "1a")
SNOW = Known("press/snow.txt", "Snow in May", "2b")
MAY = Known("may", "", "3c")
ALL = [MAY, RAIN, SNOW]


def test_the_id_goes_before_the_title_and_the_title_before_a_part() -> None:
    titled = Known("other", "may", "4d")

    assert find([*ALL, titled], "may") == [MAY]
    assert find([titled, RAIN], " MAY ") == [titled]
    assert find(ALL, "rain  IN may") == [RAIN]
    assert find(ALL, "in may") == [RAIN, SNOW]
    assert find(ALL, "press/") == [RAIN, SNOW]


@given(st.text(".,;/ -\u200b", max_size=5))
def test_a_part_without_a_letter_or_a_digit_fits_nothing(wanted: str) -> None:
    assert find(ALL, wanted) == []


def test_the_nearest_are_named_by_their_id() -> None:
    assert nearest(ALL, "Rain in Mai")[0] == "press/rain.txt"
    assert nearest(ALL, "zzzz") == []
    assert nearest([], "rain") == []


def test_what_is_known_of_a_document_is_what_the_index_says(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "rain.md").write_text("# Rain in May\n\nIt rains.")
    shelf.index(tmp_path / "rain.md")

    [found] = known(Index.open(shelf.home.index).library)

    assert (found.id, found.title, len(found.sha256)) == ("rain.md", "Rain in May", 64)
