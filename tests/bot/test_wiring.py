"""The parts are put together over the right folders."""

from pathlib import Path

import pytest

from bot import wiring
from bot.home import Home
from bot.questions import Question
from tests.retrieval.disks import make_read_only, small_disk


def test_the_home_given_goes_before_the_setting() -> None:
    environ = {"QUOTH_HOME": "/setting"}

    homes = wiring.home("/given", environ), wiring.home(None, environ)

    assert homes == (Home(Path("/given")), Home(Path("/setting")))


def test_a_tilde_is_the_home_of_the_user() -> None:
    assert wiring.home("~/q", {}) == Home(Path.home() / "q")


def test_without_own_documents_the_bundled_ones_answer_and_with_them_they_do_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = Home(tmp_path / "home")
    (tmp_path / "own.txt").write_text("The tower is forty metres tall.")
    text = "When does GSOMIA expire?"

    first, told = wiring.answerer(home), capsys.readouterr()
    second, told_again = wiring.answerer(home), capsys.readouterr()
    bundled = first.answer(Question(text), text)
    wiring.indexer(home).update([tmp_path / "own.txt"])
    own = wiring.answerer(home)

    assert told.err == "indexing the bundled corpus (once)\n"
    assert (told.out, told_again.out, told_again.err) == ("", "", "")
    assert second.index.name == first.index.name
    assert "gsomia" in bundled.ranked[0].document.lower()
    assert own.index.library.n_documents == 1
    assert own.answer(Question(text), text).ranked == ()


def test_where_the_bundled_index_cannot_be_brought_up_to_date_the_one_there_answers(
    tmp_path: Path,
) -> None:
    home = Home(tmp_path)
    name = wiring.answerer(home).index.name
    (home.bundled.index / "build.lock").unlink()
    (home.bundled.index / "build.lock").mkdir()

    assert wiring.answerer(home).index.name == name


def test_where_the_bundled_corpus_cannot_be_indexed_the_reason_is_told(tmp_path: Path) -> None:
    (tmp_path / "bundled").write_text("A file in the place of a folder.")

    with pytest.raises(NotADirectoryError):
        wiring.answerer(Home(tmp_path))


def test_a_home_that_cannot_be_written_to_answers(tmp_path: Path) -> None:
    text = "When does GSOMIA expire?"
    with small_disk(tmp_path / "disk", "64m") as disk:
        before = wiring.answerer(Home(disk)).answer(Question(text), text)
        make_read_only(disk)

        after = wiring.answerer(Home(disk)).answer(Question(text), text)

    assert after == before
