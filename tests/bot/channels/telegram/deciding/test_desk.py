import datetime
from pathlib import Path

import pytest

from bot import phrases
from bot.access import Access
from bot.answering import Answerer
from bot.assignments import Assignments
from bot.channels.telegram.deciding.desk import Desk
from bot.channels.telegram.deciding.moves import Moves
from bot.channels.telegram.deciding.senders import Sender
from bot.conversation import Conversation
from bot.corpora import Corpora
from bot.database import Database
from bot.history import MemoryHistories
from bot.phrases import administering
from bot.replies import Reply, say

OWNER, ADA, GROUP, ANONYMOUS = 41, 42, -500, 1087968824
DENIED = say(phrases.not_allowed(ADA))


class Office:
    """A desk, and the day it believes it is."""

    def __init__(self, answerer: Answerer, database: Database) -> None:
        self.day = datetime.date(2024, 5, 1)
        self.database = database
        self._answerer = answerer
        self.histories = MemoryHistories()

    def open(self, chats: frozenset[int], admins: frozenset[int]) -> tuple[Desk, Access]:
        access = Access(chats, admins, self.database)
        conversation = Conversation(self._answerer, self.histories)
        return Desk(access, conversation, Moves(self.database), today=lambda: self.day), access

    def desk(self, chats: frozenset[int] = frozenset(), *admins: int) -> Desk:
        return self.open(chats, frozenset(admins))[0]


@pytest.fixture
def office(answerer: Answerer, tmp_path: Path) -> Office:
    return Office(answerer, Database(tmp_path / "quoth.db"))


def private(user: int) -> Sender:
    return Sender(user, user, None, is_private=True)


def in_group(user: int | None, topic: int | None = None) -> Sender:
    return Sender(GROUP, user, topic, is_private=False)


def first(reply: Reply | None) -> str:
    assert reply is not None
    return reply.parts[0].text


def test_who_may_not_ask_is_told_so_in_private_once_a_day(office: Office) -> None:
    desk = office.desk(frozenset(), OWNER)

    asked = [desk.reply(private(ADA), text) for text in ("when", "/help", "/open", None, "when")]
    other = desk.reply(private(ADA + 1), "when")
    office.day += datetime.timedelta(days=1)
    tomorrow = [desk.reply(private(ADA), None), desk.reply(private(ADA), "when")]

    assert asked == [DENIED, None, None, None, None]
    assert other == say(phrases.not_allowed(ADA + 1))
    assert tomorrow == [DENIED, None]


@pytest.mark.parametrize("text", ["when", "/ask when", "/help", "/start CODE", "/open", None])
def test_a_group_that_may_not_ask_hears_nothing(office: Office, text: str | None) -> None:
    desk = office.desk(frozenset({ADA}), OWNER)

    assert desk.reply(in_group(OWNER), text) is None
    assert desk.reply(in_group(None), text) is None


def test_a_group_is_allowed_by_its_number_whoever_asks(office: Office) -> None:
    desk = office.desk(frozenset({GROUP}), OWNER)

    assert desk.reply(in_group(ADA), "/help") == say(phrases.HELP)
    assert desk.reply(in_group(None), "/help") == say(phrases.HELP)
    assert desk.reply(in_group(None), None) is None


def test_whoever_writes_in_the_name_of_a_chat_has_no_rights_of_a_user(office: Office) -> None:
    desk = office.desk(frozenset(), ANONYMOUS)

    assert not desk.may_ask(in_group(None))
    assert desk.reply(Sender(ANONYMOUS, None, None, is_private=True), "/open") == say(
        phrases.not_allowed(ANONYMOUS)
    )


def test_the_first_to_bring_the_code_becomes_the_owner(office: Office) -> None:
    desk, access = office.open(frozenset(), frozenset())
    code = access.pairing_code

    wrong = desk.reply(private(ADA), "/start ABC")
    in_public = desk.reply(in_group(OWNER), f"/start {code}")
    right = desk.reply(private(OWNER), f"/start {code} ")
    late = desk.reply(private(ADA), f"/start {code}")

    assert (wrong, in_public, right, late) == (DENIED, None, say(phrases.PAIRED), None)
    assert access.pairing_code is None
    assert desk.reply(private(OWNER), "/help") == say(phrases.HELP)


def test_the_owner_stays_the_owner_after_a_restart(office: Office) -> None:
    desk, access = office.open(frozenset(), frozenset())
    desk.reply(private(OWNER), f"/start {access.pairing_code}")

    again, access = office.open(frozenset(), frozenset())

    assert access.pairing_code is None
    assert again.may_ask(private(OWNER))
    assert not again.may_ask(private(ADA))


def test_the_owner_opens_the_bot_to_everybody_and_closes_it_again(office: Office) -> None:
    desk = office.desk(frozenset(), OWNER)

    opened = desk.reply(private(OWNER), "/open")
    asked = desk.reply(private(ADA), "/help")
    refused = desk.reply(private(ADA), "/close")
    closed = desk.reply(private(OWNER), "/close")

    assert (opened, asked) == (say(phrases.OPENED), say(phrases.HELP))
    assert refused == say(phrases.NOT_ADMIN)
    assert closed == say(phrases.CLOSED)
    assert desk.reply(private(ADA), "/help") == DENIED
    assert desk.reply(in_group(OWNER), "/open") is None


def test_a_wrong_code_from_somebody_who_may_ask_is_a_greeting(office: Office) -> None:
    desk = office.desk(frozenset({ADA}))

    assert desk.reply(private(ADA), "/start ABC") == say(phrases.GREETING)


def test_a_chat_that_moved_keeps_its_access_and_its_conversation(office: Office) -> None:
    desk = office.desk(frozenset({GROUP}))
    desk.reply(in_group(ADA), "When did the ferry Kestrel resume its crossings?")

    needs_entry = desk.move(GROUP, -1001)
    moved = Sender(-1001, ADA, None, is_private=False)

    assert needs_entry
    assert first(desk.reply(moved, "and what does a return ticket for it cost?")) == (
        "Understood as: and what does a return ticket for it cost? Kestrel"
    )


def test_a_move_needs_no_entry_where_the_settings_name_no_number(office: Office) -> None:
    assert not office.desk().move(GROUP, -1001)
    assert not office.desk(frozenset({GROUP, -1001})).move(GROUP, -1001)


def test_a_command_of_administrators_is_run_in_private_alone(office: Office) -> None:
    desk, access = office.open(frozenset({GROUP, ADA}), frozenset({OWNER}))

    replies = [
        desk.reply(sender, "/allow 77")
        for sender in (private(ADA), in_group(OWNER), private(OWNER))
    ]

    assert replies == [say(phrases.NOT_ADMIN), None, say(administering.allowed(77))]
    assert access.listed("allowed") == [77]


def test_words_passed_on_are_no_command_of_an_administrator(office: Office) -> None:
    desk, access = office.open(frozenset(), frozenset({OWNER}))
    passed_on = Sender(OWNER, OWNER, None, is_private=True, is_own=False)

    assert desk.reply(passed_on, "/allow 77") == say(phrases.NOT_ADMIN)
    assert access.listed("allowed") == []


def test_who_is_denied_may_not_ask_in_a_group_that_may(office: Office) -> None:
    desk = office.desk(frozenset({GROUP}), OWNER)

    desk.reply(private(OWNER), f"/deny {ADA}")

    assert desk.reply(in_group(ADA), "/help") is None
    assert desk.reply(in_group(OWNER), "/help") == say(phrases.HELP)


def test_a_group_that_moved_may_ask_where_the_settings_name_one_of_its_numbers(
    office: Office,
) -> None:
    desk = office.desk(frozenset({-1001}), OWNER)
    desk.move(GROUP, -1001)
    moved = Sender(-1001, ADA, None, is_private=False)
    before = desk.reply(moved, "/help")

    desk.reply(private(OWNER), "/deny -1001")

    assert (before, desk.reply(moved, "/help")) == (say(phrases.HELP), None)
    assert desk.reply(in_group(ADA), "/help") is None


def test_a_forum_and_its_topics_ask_the_collection_of_the_chat(
    office: Office, answerer: Answerer
) -> None:
    assignments = Assignments(office.database, lambda chat: None)
    assignments.assign(GROUP, "apart", OWNER)
    own, apart = (Conversation(answerer, MemoryHistories()) for _ in range(2))
    desk = Desk(
        Access(frozenset({GROUP, ADA}), frozenset(), office.database),
        own,
        Moves(office.database),
        corpora=Corpora(own, assignments, lambda name: apart),
    )

    for sender in (in_group(ADA, 7), in_group(ADA), private(ADA)):
        desk.reply(sender, "When did the ferry Kestrel resume its crossings?")

    # What was said in one of the two is unknown to the other.
    in_own = [own.reply(f"telegram:{chat}", "/sources") for chat in (GROUP, f"{GROUP}:7", ADA)]
    in_apart = [apart.reply(f"telegram:{chat}", "/sources") for chat in (GROUP, f"{GROUP}:7", ADA)]
    nothing = say(phrases.NO_ANSWER_YET)
    assert [reply == nothing for reply in in_own] == [True, True, False]
    assert [reply == nothing for reply in in_apart] == [False, False, True]
