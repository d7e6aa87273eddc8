"""The command that tells in numbers how the bot is doing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.administering.stats import stats
from bot.answering import Answerer
from bot.database import Database
from bot.feedback import Feedback
from bot.history import Turn
from bot.stored_histories import StoredHistories
from tests.bot.plans import plans

ADMIN = 22
# 2024-05-01 12:00 UTC, in seconds since 1970; an hour and a day in seconds.
NOON, HOUR, DAY = 1_714_564_800.0, 3_600.0, 86_400.0


class Clock:
    """A time that a test sets."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "quoth.db")
    yield database
    database.close()


def test_the_numbers_are_those_of_today_and_of_seven_days(
    database: Database, answerer: Answerer
) -> None:
    clock = Clock()
    histories = StoredHistories(database, clock)
    asked = [
        # days ago, chat, whether it was answered
        (8.0, "telegram:1", True),
        (3.0, "telegram:1", True),
        (0.6, "telegram:-5:7", False),
        (0.4, "telegram:-5:8", True),
        (0.0, "telegram:2", False),
    ]
    for days, chat, is_answered in asked:
        clock.now = NOON - days * DAY
        histories.add(chat, Turn("who", "who", "g-000001", (), is_answered=is_answered))
    clock.now = NOON
    command = stats(database, lambda: answerer.index, lambda: {"helpful": 2}, clock=clock)["stats"]
    clock.now = NOON + HOUR

    found = command(ADMIN, "").plain()

    # 0.6 days before noon is yesterday; chat -5 counts once for its two topics.
    index = answerer.index
    n_documents, n_passages = index.library.n_documents, len(index.passages)
    assert found.splitlines() == [
        "Questions today: 1 answered, 1 declined.",
        "Questions in 7 days: 2 answered, 2 declined.",
        "Chats in 7 days: 3.",
        f"Documents: {n_documents}, passages: {n_passages}, generation {index.name}.",
        "Feedback: 2 helpful.",
        "Running for 1:00:00.",
    ]


def test_the_numbers_come_from_indexes_alone(database: Database, answerer: Answerer) -> None:
    counts = Feedback(database).counts
    command = stats(database, lambda: answerer.index, counts)["stats"]

    steps = plans(database, lambda: command(ADMIN, ""))

    # Outcomes of a day and of a week, chats, verdicts.
    assert [step.split(" (")[0] for step in steps] == [
        *["SEARCH turns USING COVERING INDEX turns_by_age"] * 3,
        "SCAN feedback USING COVERING INDEX feedback_by_verdict",
    ]
