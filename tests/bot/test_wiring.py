"""The parts are put together over the right folders."""

from pathlib import Path

import pytest

from bot import wiring
from bot.home import Home
from bot.questions import Question


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
