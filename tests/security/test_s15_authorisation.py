"""S15: nobody gets rights by what can be forged; nobody has any unless they were given."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from telegram import Message, User

from bot import phrases
from bot.access import Access
from bot.audit.reading import reading
from bot.channels.telegram.deciding.addressing import addressed
from bot.channels.telegram.deciding.desk import Desk
from bot.channels.telegram.deciding.moves import Moves
from bot.channels.telegram.deciding.senders import sender_of
from bot.conversation import Conversation
from bot.database import Database
from bot.replies import Reply, say
from tests.bot_api import Person, Post
from tests.bot_api.detection import written
from tests.bot_api.world import World

BOT = User(700000001, "Quoth", is_bot=True, username="quoth_test_bot")
OPEN = f"/open@{BOT.username}"


class Office:
    """A desk for posts as Telegram delivers them, with an owner who has paired."""

    def __init__(self, file: Path, answers: Conversation) -> None:
        self.world = World(BOT.id)
        self.owner = self.world.person("Olga", username="olga")
        self.stranger = self.world.person("Sam")
        self.group = self.world.supergroup("Room")
        self.database = Database(file)
        self.access = Access(frozenset(), frozenset(), self.database)
        self.desk = Desk(self.access, answers, Moves(self.database))
        self.access.pair(self.access.pairing_code or "", self.owner.user_id)

    def hears(self, post: Post) -> Reply | None:
        message = Message.de_json(post.payload, None)
        return self.desk.reply(sender_of(message), addressed(message, BOT))

    @property
    def is_open(self) -> bool:
        return self.access.may_ask(self.stranger.user_id, self.stranger.user_id)

    @property
    def denied(self) -> list[str]:
        with reading(self.database.file) as entries:
            return [entry.actor for entry in entries if entry.action == "denied"]

    def passed_on(self, by: Person, **about: object) -> Post:
        """Send `/open` as a message that is not the sender's own."""
        content = written("/open") | about
        return self.world.publish(by.chat, content, sender={"from": by.as_json()})


@pytest.fixture
def office(tmp_path: Path, asked: Conversation) -> Iterator[Office]:
    office = Office(tmp_path / "quoth.db", asked)
    yield office
    office.database.close()


def test_the_owner_opens_in_private_and_in_own_words(office: Office) -> None:
    assert office.hears(office.owner.says("/open")) == say(phrases.OPENED)
    assert office.is_open


def test_nobody_may_ask_where_nobody_is_named(office: Office) -> None:
    reply = office.hears(office.stranger.says("when did the ferry leave"))

    assert reply == say(phrases.not_allowed(office.stranger.user_id))
    assert office.hears(office.stranger.says("/ask when", chat=office.group)) is None


def test_the_owner_has_no_more_rights_in_a_group_than_others(office: Office) -> None:
    assert office.hears(office.owner.says(OPEN, chat=office.group)) is None
    assert not office.is_open


def test_an_anonymous_administrator_of_a_group_administers_nothing(office: Office) -> None:
    assert office.hears(office.group.anonymous_admin_says(OPEN)) is None
    assert not office.is_open


def test_a_channel_that_speaks_in_a_group_administers_nothing(office: Office) -> None:
    channel = office.world.channel("News")
    linked = office.world.publish(
        office.group,
        written(OPEN) | {"is_automatic_forward": True},
        sender={
            "from": {"id": 777000, "is_bot": False, "first_name": "Telegram"},
            "sender_chat": channel.as_json(),
        },
    )
    channel_post = channel.posts_in_channel(OPEN)

    assert office.hears(linked) is None
    assert office.hears(channel_post) is None
    assert not office.is_open


def test_a_sender_chat_takes_the_rights_of_the_user_beside_it(office: Office) -> None:
    office.owner.says("hello")
    forged = office.world.publish(
        office.owner.chat,
        written("/open"),
        sender={"from": office.owner.as_json(), "sender_chat": office.group.as_json()},
    )

    office.hears(forged)

    assert not office.is_open


def test_a_command_that_the_owner_passes_on_is_not_the_owners(office: Office) -> None:
    office.owner.says("hello")
    theirs = office.stranger.says("/open")

    replies = [
        office.hears(office.owner.forwards(theirs)),
        office.hears(office.passed_on(office.owner, via_bot=office.world.bot_json())),
    ]

    assert replies == [say(phrases.NOT_ADMIN)] * 2
    assert not office.is_open


def test_the_owners_command_passed_on_by_a_stranger_is_the_strangers(office: Office) -> None:
    office.hears(office.stranger.forwards(office.owner.says("/close")))

    assert office.denied == [f"telegram:{office.stranger.user_id}"]


def test_a_user_name_gives_no_rights(office: Office) -> None:
    impostor = office.world.person("Olga", username="olga")

    office.hears(impostor.says("/open"))

    assert not office.is_open


def test_rights_that_are_taken_away_are_gone_at_the_next_command(office: Office) -> None:
    with office.database.transaction() as connection:
        connection.execute("DELETE FROM access WHERE role = 'owner'")

    office.hears(office.owner.says("/open"))

    assert not office.is_open


def test_every_attempt_that_is_denied_leaves_a_trace_and_no_words(office: Office) -> None:
    office.hears(office.stranger.says("/open my secret words"))
    office.hears(office.group.anonymous_admin_says(OPEN))
    office.hears(office.owner.says(OPEN, chat=office.group))

    assert office.denied == [
        f"telegram:{office.stranger.user_id}",
        "telegram:0",
        f"telegram:{office.owner.user_id}",
    ]
    assert not any("secret" in str(row) for row in office.database.rows("SELECT * FROM audit"))
