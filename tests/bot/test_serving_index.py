"""A running answerer takes up each generation, and keeps one question to one of them."""

import shutil
import threading
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot import wiring
from bot.answering import Answerer
from bot.answers import Answer
from bot.documents.removing import remove
from bot.home import Home
from bot.paging import page_of
from bot.questions import Question
from bot.responding import Responder
from bot.serving_index import ServingAnswerer
from corpus.originals import OriginalStore
from retrieval.errors import IndexDamaged
from retrieval.generations import Generations
from retrieval.index import Index

TALL = "How tall is the tower?"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return tell(Home(tmp_path / "home"), tmp_path, "forty")


def tell(home: Home, folder: Path, height: str) -> Home:
    """Publish a generation in which the tower has a height."""
    (folder / "tower.txt").write_text(f"The tower is {height} metres tall.")
    wiring.indexer(home).update([folder / "tower.txt"])
    return home


def quoted(answerer: Responder) -> str:
    outcome = answerer.answer(Question(TALL), TALL)
    assert isinstance(outcome, Answer)
    return outcome.quotes[0].text


@dataclass
class Opening:
    """Opens the index of a home, unless it is told to fail; counts how often."""

    home: Home
    error: Exception | None = None
    n: int = 0
    told: list[str] = field(default_factory=list)

    def __call__(self) -> Answerer:
        self.n += 1
        if self.error:
            raise self.error
        return Answerer(Index.open(self.home.index), OriginalStore(self.home.originals), 0.1)

    def serve(self) -> ServingAnswerer:
        return ServingAnswerer([self.home.index / "CURRENT"], self, self.told.append)


def test_what_is_published_answers_the_next_question(home: Home, tmp_path: Path) -> None:
    opening = Opening(home)
    serving = opening.serve()

    first = quoted(serving)
    tell(home, tmp_path, "fifty")
    second = quoted(serving)

    assert first == "The tower is forty metres tall."
    assert second == "The tower is fifty metres tall."
    assert opening.told == ["g-000002"]


def test_without_news_nothing_is_opened_again(home: Home) -> None:
    opening = Opening(home)
    serving = opening.serve()

    for _ in range(3):
        quoted(serving)

    assert (opening.n, opening.told) == (1, [])


def test_quotes_of_a_question_come_from_the_generation_that_was_searched(
    home: Home, tmp_path: Path
) -> None:
    serving = Opening(home).serve()
    searched = serving.now()
    tell(home, tmp_path, "fifty")

    held = serving.quoter(serving.query(TALL)).quote(
        searched.ranker.rank(searched.query(TALL), 1)[0]
    )

    assert held.text == "The tower is forty metres tall."
    assert serving.index.name == "g-000002"


def test_a_generation_that_cannot_be_opened_is_told_once_and_the_earlier_one_serves(
    home: Home, tmp_path: Path
) -> None:
    opening = Opening(home)
    serving = opening.serve()
    tell(home, tmp_path, "fifty")
    opening.error = IndexDamaged(home.index, "a planted fault")

    with capture_logs() as logs:
        answers = [quoted(serving), quoted(serving)]

    assert answers == ["The tower is forty metres tall."] * 2
    assert [log["log_level"] for log in logs] == ["warning"]
    assert opening.n == 2


def test_where_the_system_lacks_what_opening_needs_it_is_tried_again(
    home: Home, tmp_path: Path
) -> None:
    opening = Opening(home)
    serving = opening.serve()
    tell(home, tmp_path, "fifty")
    opening.error = OSError("too many open files")
    with capture_logs():
        quoted(serving)

    opening.error = None

    assert quoted(serving) == "The tower is fifty metres tall."


def test_while_one_thread_opens_a_generation_the_others_answer_from_the_earlier_one(
    home: Home, tmp_path: Path
) -> None:
    begun, go_on, opening = threading.Event(), threading.Event(), Opening(home)

    def slowly() -> Answerer:
        if opening.n:
            begun.set()
            go_on.wait(60)
        return opening()

    serving = ServingAnswerer([home.index / "CURRENT"], slowly)
    tell(home, tmp_path, "fifty")
    taking_up = threading.Thread(target=serving.now)
    taking_up.start()
    begun.wait(60)

    meanwhile = quoted(serving)
    go_on.set()
    taking_up.join()

    assert meanwhile == "The tower is forty metres tall."
    assert quoted(serving) == "The tower is fifty metres tall."


def test_questions_asked_while_generations_are_published_each_get_a_whole_answer(
    home: Home, tmp_path: Path
) -> None:
    heights = ["forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    serving, done, seen = Opening(home).serve(), threading.Event(), list[tuple[str, str]]()

    def ask() -> None:
        while not done.is_set():
            outcome = serving.answer(Question(TALL), TALL)
            assert isinstance(outcome, Answer)
            seen.append((outcome.generation, outcome.quotes[0].text))

    threads = [threading.Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    for height in heights[1:]:
        tell(home, tmp_path, height)
    done.set()
    for thread in threads:
        thread.join()

    # Generation n tells the height number n, and no other.
    told = {
        f"g-{n:06d}": f"The tower is {height} metres tall." for n, height in enumerate(heights, 1)
    }
    assert seen
    assert all(told[name] == text for name, text in seen)
    assert quoted(serving) == "The tower is ninety metres tall."


def test_the_bundled_documents_answer_until_there_are_own_ones(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home, told = Home(tmp_path / "home"), list[str]()
    serving = wiring.serving_answerer(home, told.append)
    n_bundled = serving.index.library.n_documents

    tell(home, tmp_path, "forty")

    assert n_bundled > 1
    assert quoted(serving) == "The tower is forty metres tall."
    assert serving.index.library.n_documents == 1
    assert told == ["g-000001"]
    assert capsys.readouterr().err == "indexing the bundled corpus (once)\n"


def test_where_every_generation_is_gone_the_one_in_memory_serves(home: Home) -> None:
    serving = Opening(home).serve()
    shutil.rmtree(home.index)

    with capture_logs():
        assert quoted(serving) == "The tower is forty metres tall."


def test_a_page_of_a_timeline_and_the_other_views_are_those_of_an_answerer(
    harbour: Home, answerer: Answerer
) -> None:
    serving = wiring.serving_answerer(harbour)
    question = Question("lighthouse")

    pages = [page_of(each, question, 1) for each in (serving, answerer)]
    explained = [each.explain(question, "lighthouse") for each in (serving, answerer)]

    assert pages[0] == pages[1] is not None
    assert explained[0] == explained[1] is not None
    assert serving.check_forwarded("nothing quoted") == answerer.check_forwarded("nothing quoted")


def test_a_removed_document_answers_nothing_any_more(home: Home, tmp_path: Path) -> None:
    serving = Opening(home).serve()
    quoted(serving)

    remove(home, ["tower.txt"])

    assert serving.answer(Question(TALL), TALL).ranked == ()
    assert Generations(home.index).current() == "g-000002"
