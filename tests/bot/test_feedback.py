"""What people say of answers: one opinion of a turn and a user, the last one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.database import Database
from bot.feedback import Feedback, MemoryFeedback, Opinion, Opinions
from bot.history import Turn
from bot.proof.claims import claim
from bot.stored_histories import json_of
from tests.bot.test_answers import quote

TURN = Turn("When?", "when", "g-000001", (claim(quote("a", 1)),), number=7)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path / "quoth.db")
    yield opened
    opened.close()


@pytest.fixture(params=["memory", "stored"])
def feedback(request: pytest.FixtureRequest, database: Database) -> Opinions:
    return MemoryFeedback() if request.param == "memory" else Feedback(database)


def test_an_opinion_takes_the_place_of_the_users_earlier_one(feedback: Opinions) -> None:
    feedback.give("a", TURN, Opinion("not helpful", user=1))
    feedback.give("a", TURN, Opinion("outdated", user=1))
    feedback.give("a", TURN, Opinion("helpful", user=2))

    assert feedback.counts() == {"helpful": 1, "outdated": 1}


def test_what_is_forgotten_is_of_one_chat(feedback: Opinions) -> None:
    feedback.give("a", TURN, Opinion("wrong"))
    feedback.give("b", TURN, Opinion("helpful"))

    feedback.forget("a")

    assert feedback.counts() == {"helpful": 1}


def test_an_opinion_is_kept_with_what_it_is_about(database: Database) -> None:
    feedback = Feedback(database, lambda: 12.5)

    feedback.give("a", TURN, Opinion("outdated", "the fare has changed", 42))

    assert database.rows("SELECT * FROM feedback") == [
        (
            *("a", 7, 42, 12.5, "When?", "when", "g-000001"),
            *(json_of(TURN.quotes), "outdated", "the fare has changed"),
        )
    ]
