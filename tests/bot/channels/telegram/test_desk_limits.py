"""What a desk with quotas lets in, and what it says of the rest."""

from pathlib import Path

import pytest

from bot import phrases
from bot.access import Access
from bot.answering import Answerer
from bot.channels.telegram.deciding.desk import Desk
from bot.channels.telegram.deciding.moves import Moves
from bot.channels.telegram.deciding.senders import Sender
from bot.conversation import Conversation
from bot.database import Database
from bot.history import MemoryHistories
from bot.phrases.limits import TOO_MANY_OPEN, over
from bot.quotas import Quotas, rules
from bot.replies import Reply, say

OWNER, ADA, BOB, GROUP = 41, 42, 43, -500
NOW = 1_700_000_000.0
QUESTION = "What does a return ticket for the ferry cost?"


@pytest.fixture
def desk(answerer: Answerer, tmp_path: Path) -> Desk:
    """A desk that lets each user ask once a minute; its time stands still."""
    database = Database(tmp_path / "quoth.db")
    access = Access(frozenset({OWNER, ADA, GROUP}), frozenset({OWNER}), database)
    conversation = Conversation(answerer, MemoryHistories())
    quotas = Quotas(rules(1, 0, 0))
    return Desk(access, conversation, Moves(database), quotas=quotas, clock=lambda: NOW)


def private(user: int) -> Sender:
    return Sender(user, user, None, is_private=True)


def in_group(user: int | None) -> Sender:
    return Sender(GROUP, user, None, is_private=False)


def refusal(scope: str, most: int, wait: float = 60.0) -> Reply:
    return say(over(scope, most, 60.0, wait))


def test_one_question_too_many_is_told_once_and_then_met_with_silence(desk: Desk) -> None:
    answers = [desk.reply(private(ADA), QUESTION) for _ in range(4)]

    assert answers[0] is not None
    assert answers[1:] == [refusal("user", 1), None, None]


def test_commands_count_by_themselves(desk: Desk) -> None:
    desk.reply(private(ADA), QUESTION)

    answers = [desk.reply(private(ADA), text) for text in ("/help", None, "/start")]

    assert answers == [say(phrases.HELP), say(phrases.TEXT_ONLY), refusal("user", 2)]


@pytest.mark.parametrize(
    "text",
    [
        f"/ask {QUESTION}",
        f"/ASK {QUESTION}",
        f"\u3000/ask {QUESTION}",
        f"/asof 2024-01-01 {QUESTION}",
        "/timeline ferry",
    ],
)
def test_a_command_that_asks_counts_as_a_question(desk: Desk, text: str) -> None:
    desk.reply(private(ADA), QUESTION)

    assert desk.reply(private(ADA), text) == refusal("user", 1)


def test_a_group_is_told_once_whoever_asks_too_much(desk: Desk) -> None:
    for user in (ADA, BOB):
        desk.reply(in_group(user), QUESTION)

    answers = [desk.reply(in_group(user), QUESTION) for user in (ADA, BOB, None)]

    assert answers == [refusal("user", 1), None, None]


def test_an_administrator_asks_without_limits(desk: Desk) -> None:
    answers = [desk.reply(private(OWNER), "/help") for _ in range(5)]

    assert answers == [say(phrases.HELP)] * 5


def test_what_waited_for_the_bot_counts_from_when_it_was_written(desk: Desk) -> None:
    asked = [desk.reply(private(ADA), QUESTION, NOW - ago) for ago in (180, 120, 110, 60)]

    # The third is ten seconds after the second, and has fifty to wait.
    limited = refusal("user", 1, 50.0)
    assert [reply == limited for reply in asked] == [False, False, True, False]
    assert None not in asked


def test_a_time_that_is_yet_to_come_is_now(desk: Desk) -> None:
    desk.reply(private(ADA), QUESTION, NOW + 1e9)

    assert desk.reply(private(ADA), QUESTION, NOW + 2e9) == refusal("user", 1)


def test_what_nobody_asked_the_bot_is_counted_and_refused_in_silence(desk: Desk) -> None:
    for _ in range(2):
        desk.unasked(in_group(ADA), QUESTION)

    # Two unasked questions are what a group may have; a command is still told of nothing.
    assert desk.unasked(in_group(BOB), QUESTION) is None
    assert desk.reply(in_group(BOB), "/help") == say(phrases.HELP)


def test_that_messages_are_left_out_is_told_once_and_only_to_those_who_may_ask(desk: Desk) -> None:
    told = [desk.crowded(sender) for sender in (private(ADA), private(ADA), private(BOB))]

    assert told == [say(TOO_MANY_OPEN), None, None]


def test_a_second_look_at_the_same_message_costs_nothing_and_says_the_same(desk: Desk) -> None:
    first, again = (desk.reply(private(ADA), QUESTION, of=1) for _ in range(2))
    refused = [desk.reply(private(ADA), QUESTION, of=2) for _ in range(2)]

    assert None not in (first, again)
    assert refused == [refusal("user", 1)] * 2
    assert refusal("user", 1) not in (first, again)


def test_who_writes_in_the_name_of_a_channel_has_the_limits_of_a_user(desk: Desk) -> None:
    channel = Sender(GROUP, None, None, is_private=False, behalf=-900)

    answers = [desk.reply(channel, QUESTION) for _ in range(2)]

    assert answers[1] == refusal("user", 1)
    assert desk.reply(in_group(BOB), QUESTION) not in (None, refusal("user", 1))
