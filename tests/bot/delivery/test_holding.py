"""One process at a time works with a database."""

from pathlib import Path

import pytest

from bot.delivery.holding import held
from bot.errors import DatabaseUnusable


def test_a_second_one_is_refused_with_the_remedy(tmp_path: Path) -> None:
    file = tmp_path / "new folder" / "quoth.db"

    with held(file), pytest.raises(DatabaseUnusable) as caught, held(file, patience=0.0):
        pass

    assert str(caught.value) == f"{file}: another Quoth works with it: stop that one first"


def test_the_next_one_follows_the_end_of_the_first(tmp_path: Path) -> None:
    file, entered = tmp_path / "quoth.db", list[int]()

    for number in range(2):
        with held(file, patience=0.0):
            entered.append(number)

    assert entered == [0, 1]


def test_a_failure_within_lets_go(tmp_path: Path) -> None:
    file = tmp_path / "quoth.db"

    with pytest.raises(ValueError, match="within"), held(file):
        raise ValueError("within")

    with held(file, patience=0.0):
        assert file.with_name("quoth.db-held").exists()


def test_where_nothing_can_be_written_it_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(DatabaseUnusable) as caught, held(tmp_path / "file" / "quoth.db"):
        pass

    assert "\n" not in str(caught.value)
