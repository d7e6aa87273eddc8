"""The index is brought up to date by another process, and what went wrong is one line."""

from pathlib import Path

from bot.documents.checking import Refused
from bot.documents.indexing import Updated, bring_up_to_date
from tests.bot.documents.homes import Shelf


def test_a_source_is_read_and_the_counts_come_back(shelf: Shelf, tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "rain.txt").write_text("It rains. It snows.")
    (source / "empty.txt").write_text("")

    found = bring_up_to_date(shelf.home, [source])

    reason = "empty.txt: is empty; write something in it or remove it"
    assert found == Updated("g-000001", 1, 2, (), 0, 1, (reason,))


def test_a_source_that_is_not_there_is_one_line(shelf: Shelf, tmp_path: Path) -> None:
    found = bring_up_to_date(shelf.home, [tmp_path / "none"])

    assert found == Refused(f"{tmp_path / 'none'}: no such file or folder: check the path")


def test_afresh_takes_up_what_changed_below_every_source(shelf: Shelf, tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "rain.txt").write_text("It rains.")
    shelf.index(source)
    (source / "snow.txt").write_text("It snows.")

    found = bring_up_to_date(shelf.home, afresh=True)

    assert found == Updated("g-000002", 2, 2, (), 0, 0, ())
