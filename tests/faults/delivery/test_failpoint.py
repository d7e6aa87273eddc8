"""The planted defects are there, and spare every other question."""

from pathlib import Path

import pytest

from bot import wiring
from bot.history import MemoryHistories
from bot.home import Home
from tests.faults.delivery.failpoint import FAILING, TWICE, Failing

QUESTION = "When does the treaty of Brenholm expire?"


@pytest.fixture
def talk(home: Path) -> Failing:
    return Failing(wiring.answerer(Home(home)), MemoryHistories())


def test_a_question_without_the_words_is_answered(talk: Failing) -> None:
    assert "The treaty of Brenholm expires on March 3." in talk.reply("a", QUESTION).plain()


def test_one_word_fails_for_ever(talk: Failing) -> None:
    for _ in range(4):
        with pytest.raises(RuntimeError, match="a defect"):
            talk.reply("a", f"{QUESTION} {FAILING}")


def test_another_fails_twice(talk: Failing) -> None:
    for _ in range(2):
        with pytest.raises(RuntimeError, match="a defect"):
            talk.reply("a", f"{QUESTION} {TWICE}")

    assert talk.reply("a", f"{QUESTION} {TWICE}").plain()


def test_wherever_the_bot_is_put_together_it_has_them() -> None:
    naming = [path.name for path in Path(wiring.__file__).parent.glob("*.py") if _names(path)]

    # `failpoint` plants its defects in these two.
    assert sorted(naming) == ["wiring.py", "wiring_telegram.py"]


def _names(path: Path) -> bool:
    return "Conversation(" in path.read_text() and path.name != "conversation.py"
