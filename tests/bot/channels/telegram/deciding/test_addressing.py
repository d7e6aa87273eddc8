import pytest
from telegram import Message, User

from bot.channels.telegram.deciding.addressing import addressed
from tests.bot_api import Chat, Person, Post
from tests.bot_api.detection import written
from tests.bot_api.world import World

BOT_ID = 700000001
NAME = "quoth_test_bot"


@pytest.fixture
def world() -> World:
    return World(BOT_ID)


@pytest.fixture
def ada(world: World) -> Person:
    return world.person("Ada")


@pytest.fixture
def group(world: World) -> Chat:
    return world.group("Room")


def asked(post: Post) -> str | None:
    """Return what the bot takes a post to ask."""
    return addressed(
        Message.de_json(post.payload, None), User(BOT_ID, "Quoth", is_bot=True, username=NAME)
    )


def said_by_bot(world: World, chat: Chat, text: str) -> Post:
    return world.store(chat, {"from": world.bot_json()}, {"text": text}, is_from_bot=True)


@pytest.mark.parametrize("text", ["when does it end", "/help", "/nonsense", "@somebody?", "/"])
def test_every_text_of_a_private_chat_is_meant_for_the_bot(ada: Person, text: str) -> None:
    assert asked(ada.says(text)) == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("/ask when does it end", "/ask when does it end"),
        (f"/ask@{NAME} when does it end", "/ask when does it end"),
        (f"/ASK@{NAME.upper()} when", "/ask when"),
        ("/ask\nwhen", "/ask when"),
        (f"/ask@{NAME}", "/ask"),
        ("/sources", "/sources"),
        (f"/start@{NAME}", "/start"),
        (f"/nonsense@{NAME}", "/nonsense"),
        (f"@{NAME} when does it end", "when does it end"),
        (f"when does it end, @{NAME.upper()}", "when does it end,"),
        (f"😀 @{NAME} 😀", "😀 😀"),
        (f"ask @{NAME}2 or @{NAME} when", f"ask @{NAME}2 or when"),
        (f"@{NAME}", ""),
        (f"/ask @{NAME} when", "/ask when"),
        (f"@{NAME} /FORGET yes", "/forget yes"),
        (f"@{NAME}\u3000/Forget\u3000yes", "/forget yes"),
    ],
)
def test_in_a_group_commands_and_mentions_are_meant_for_the_bot(
    ada: Person, group: Chat, text: str, meant: str
) -> None:
    assert asked(ada.says(text, chat=group)) == meant


@pytest.mark.parametrize(
    "text",
    [
        "when does it end",
        "/start",
        "/nonsense",
        "/ask@another_bot when",
        "please /ask when",
        "@another_bot when",
        f"mail@{NAME}",
        f"@{NAME}2 when",
    ],
)
def test_in_a_group_everything_else_is_not(ada: Person, group: Chat, text: str) -> None:
    assert asked(ada.says(text, chat=group)) is None


def test_a_reply_to_the_bot_is_meant_for_it_and_a_reply_to_others_is_not(
    world: World, ada: Person, group: Chat
) -> None:
    answer = said_by_bot(world, group, "Yes.")
    talk = ada.says("so", chat=group)

    assert asked(ada.says("and when", chat=group, reply_to=answer)) == "and when"
    assert asked(ada.says("and when", chat=group, reply_to=talk)) is None
    assert asked(ada.says("/ask@another_bot when", chat=group, reply_to=answer)) is None


def test_what_another_bot_says_is_never_meant_for_the_bot(world: World, group: Chat) -> None:
    other = {"id": 9, "is_bot": True, "first_name": "Echo", "username": "echo_bot"}

    post = world.publish(group, written(f"@{NAME} when"), sender={"from": other})

    assert asked(post) is None


def test_an_anonymous_administrator_is_no_bot(group: Chat) -> None:
    assert asked(group.anonymous_admin_says("/ask when")) == "/ask when"


def test_a_command_behind_a_space_is_a_command_in_its_one_form(ada: Person) -> None:
    assert asked(ada.says("\u3000/FORGET  yes ")) == "/forget yes"


def test_photos_and_the_like_say_nothing(ada: Person, group: Chat) -> None:
    assert asked(ada.sends_photo(caption=f"@{NAME} when")) is None
    assert asked(ada.sends_voice(chat=group)) is None


def test_half_a_character_is_shown_as_one_that_is_missing(ada: Person) -> None:
    assert asked(ada.says("caf\ud83d é")) == "caf\ufffd é"
