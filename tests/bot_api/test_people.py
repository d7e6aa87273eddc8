"""What people do reaches the bot as the library can read it."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot, Message, Update

from . import BotApi, Person
from .conftest import Client
from .refusals import Json
from .stories import tell_everything


@pytest.fixture
async def bot(server: BotApi) -> AsyncIterator[Bot]:
    async with Bot(
        server.token, base_url=server.url + "/bot", base_file_url=server.url + "/file/bot"
    ) as bot:
        yield bot


def read(update: Json | None, bot: Bot) -> Update:
    assert update is not None
    return Update.de_json(update, bot)


def lost(given: object, kept: object, where: str = "") -> list[str]:
    """Return the paths of what is not kept; the library adds defaults and drops empty lists."""
    if isinstance(given, dict) and isinstance(kept, dict):
        paths = [lost(given[key], kept.get(key), f"{where}.{key}") for key in given]
        return [path for each in paths for path in each]
    if isinstance(given, list) and isinstance(kept, list) and len(given) == len(kept):
        pairs = enumerate(zip(given, kept, strict=True))
        return [path for index, pair in pairs for path in lost(*pair, f"{where}[{index}]")]
    is_left_out = given == [] and kept is None
    return [] if given == kept or is_left_out else [where]


def message(update: Json | None, bot: Bot) -> Message:
    found = read(update, bot).effective_message
    assert isinstance(found, Message)
    return found


async def test_the_library_reads_every_update_without_loss(server: BotApi, bot: Bot) -> None:
    await tell_everything(server, bot)

    updates = [queued.update for queued in server.world.updates.pending.values()]

    for update in updates:
        assert lost(update, read(update, bot).to_dict()) == []
    assert {kind for update in updates for kind in update} >= {
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "callback_query",
        "inline_query",
        "chosen_inline_result",
        "my_chat_member",
        "chat_member",
        "message_reaction",
    }


async def test_a_reply_carries_the_message_and_the_quoted_part(ada: Person, bot: Bot) -> None:
    first = ada.says("😀 it ends in May")

    reply = message(ada.says("why", reply_to=first, quote="in May").update, bot)

    assert reply.reply_to_message is not None
    assert reply.reply_to_message.text == "😀 it ends in May"
    assert reply.quote is not None
    assert (reply.quote.text, reply.quote.position) == ("in May", 11)  # 😀 counts two


async def test_a_message_in_a_topic_replies_to_its_opening(
    server: BotApi, ada: Person, bot: Bot
) -> None:
    forum = server.world.supergroup("Forum", is_forum=True)
    topic = forum.topic("Trade")

    said = message(ada.says("hello", chat=forum, topic=topic).update, bot)

    assert said.is_topic_message
    assert said.message_thread_id == topic.thread_id
    assert said.reply_to_message is not None
    assert said.reply_to_message.forum_topic_created is not None


async def test_a_reply_in_a_supergroup_carries_the_thread_it_belongs_to(
    server: BotApi, ada: Person, bot: Bot
) -> None:
    room = server.world.supergroup("Room")
    first = ada.says("one", chat=room)
    second = ada.says("two", chat=room, reply_to=first)
    third = ada.says("three", chat=room, reply_to=second)

    assert first.payload.get("message_thread_id") is None
    assert third.payload["message_thread_id"] == first.message_id
    assert not message(third.update, bot).is_topic_message


async def test_an_anonymous_administrator_hides_behind_the_group(server: BotApi, bot: Bot) -> None:
    room = server.world.supergroup("Room")

    said = message(room.anonymous_admin_says("/settings").update, bot)

    assert said.from_user is not None
    assert said.sender_chat is not None
    assert (said.from_user.id, said.sender_chat.id) == (1087968824, room.chat_id)


async def test_a_forwarded_message_names_its_origin(ada: Person, bot: Bot) -> None:
    bob = ada.world.person("Bob")
    channel = ada.world.channel("News")

    from_person = message(ada.forwards(bob.says("hello")).update, bot)
    from_channel = message(ada.forwards(channel.posts_in_channel("news")).update, bot)

    assert from_person.forward_origin is not None
    assert from_channel.forward_origin is not None
    assert from_person.forward_origin.type == "user"
    assert from_channel.forward_origin.type == "channel"


async def test_the_button_of_a_deleted_message_can_still_be_pressed(
    ask: Client, ada: Person, bot: Bot
) -> None:
    markup = {"inline_keyboard": [[{"text": "More", "callback_data": "more"}]]}
    await ask.result("sendMessage", chat_id=ada.user_id, text="a", reply_markup=markup)
    (post,) = ada.chat.messages
    ada.deletes(post)

    query = read(ada.presses(post.button("More")).update, bot).callback_query

    assert query is not None
    assert query.message is not None
    assert not query.message.is_accessible


async def test_a_file_can_be_downloaded_through_the_library(ada: Person, bot: Bot) -> None:
    post = ada.sends_document("a.txt", b"some bytes", mime_type="text/plain", caption="read")

    document = message(post.update, bot).document

    assert document is not None
    assert (document.file_name, document.mime_type) == ("a.txt", "text/plain")
    assert await (await document.get_file()).download_as_bytearray() == b"some bytes"


async def test_a_migration_is_told_in_both_chats(server: BotApi, bot: Bot) -> None:
    group = server.world.group("Room")

    successor = group.migrates()

    updates = [queued.update for queued in server.world.updates.pending.values()]
    old, new = (message(update, bot) for update in updates)
    assert (old.chat.id, old.migrate_to_chat_id) == (group.chat_id, successor.chat_id)
    assert (new.chat.id, new.migrate_from_chat_id) == (successor.chat_id, group.chat_id)


async def test_message_ids_are_shared_between_small_chats_and_own_to_large_ones(
    server: BotApi, ada: Person
) -> None:
    group, room = server.world.group("Small"), server.world.supergroup("Large")

    private = ada.says("one")
    small, large = ada.says("two", chat=group), ada.says("three", chat=room)

    assert small.message_id == private.message_id + 1
    assert large.message_id == 1


async def test_a_bot_that_is_not_in_a_chat_hears_nothing_of_it(server: BotApi, ada: Person) -> None:
    group = server.world.group("Room")
    ada.removes_bot(group)

    assert ada.says("hello", chat=group).update is None
    ada.adds_bot(group)
    assert ada.says("hello", chat=group).update is not None


@pytest.mark.parametrize(
    ("text", "is_heard"),
    [
        ("hello all", False),
        ("hello @quoth_test_bot", True),
        ("hello @somebody_else", False),
        ("/ask when", True),
        ("/ask@quoth_test_bot when", True),
        ("/ask@other_bot when", False),
    ],
)
async def test_in_privacy_mode_only_what_is_meant_for_the_bot_is_heard(
    text: str, is_heard: bool
) -> None:
    world = BotApi(privacy_mode=True).world
    person, group = world.person("Ada"), world.group("Room")

    assert (person.says(text, chat=group).update is not None) is is_heard
    assert person.says(text).update is not None
    person.adds_bot(group, status="administrator")
    assert person.says(text, chat=group).update is not None
