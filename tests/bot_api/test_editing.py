"""What was said can be changed, taken back and reacted to."""

import pytest

from . import BotApi, Person, Post
from .conftest import Client

MARKUP = {"inline_keyboard": [[{"text": "More", "callback_data": "more"}]]}


@pytest.fixture
async def post(ask: Client, ada: Person) -> Post:
    """A message of the bot with a keyboard."""
    await ask.result("sendMessage", chat_id=ada.user_id, text="one", reply_markup=MARKUP)
    return ada.chat.messages[0]


async def test_an_edit_replaces_text_and_keyboard_and_keeps_the_number(
    ask: Client, ada: Person, post: Post
) -> None:
    await ask.result("editMessageText", chat_id=ada.user_id, message_id=post.message_id, text="two")

    assert ada.chat.messages == [post]
    assert (post.text, post.buttons) == ("two", [])
    assert [version["text"] for version in post.versions] == ["one"]


async def test_an_edit_that_changes_nothing_is_refused(
    ask: Client, ada: Person, post: Post
) -> None:
    where = {"chat_id": ada.user_id, "message_id": post.message_id}

    why = await ask.refusal("editMessageText", **where, text="one", reply_markup=MARKUP)

    assert why.startswith("message is not modified")
    bold = [{"type": "bold", "offset": 0, "length": 3}]
    await ask.result("editMessageText", **where, text="one", entities=bold, reply_markup=MARKUP)


async def test_a_keyboard_can_be_changed_alone_and_taken_away(
    ask: Client, ada: Person, post: Post
) -> None:
    where = {"chat_id": ada.user_id, "message_id": post.message_id}

    assert "not modified" in await ask.refusal(
        "editMessageReplyMarkup", **where, reply_markup=MARKUP
    )
    await ask.result("editMessageReplyMarkup", **where)

    assert (post.text, post.buttons) == ("one", [])
    assert "not modified" in await ask.refusal("editMessageReplyMarkup", **where)


async def test_only_the_bots_own_messages_that_are_there_can_be_edited(
    ask: Client, ada: Person, post: Post
) -> None:
    theirs = ada.says("mine")

    async def refusal(**where: object) -> str:
        return await ask.refusal("editMessageText", text="two", **where)

    assert await refusal(chat_id=ada.user_id, message_id=99) == "message to edit not found"
    assert await refusal(chat_id=ada.user_id, message_id=theirs.message_id) == (
        "message can't be edited"
    )
    assert await refusal() == "message identifier is not specified"
    assert await refusal(inline_message_id="none") == "MESSAGE_ID_INVALID"
    assert "has no chat_id" in await refusal(inline_message_id="none", chat_id=1)


async def test_an_edit_obeys_the_rules_of_sending(ask: Client, ada: Person, post: Post) -> None:
    where = {"chat_id": ada.user_id, "message_id": post.message_id}

    assert await ask.refusal("editMessageText", **where, text="a" * 4097) == "message is too long"
    assert "entity" in await ask.refusal(
        "editMessageText", **where, text="a", entities=[{"type": "bold", "offset": 0, "length": 2}]
    )


async def test_a_deleted_message_is_gone_for_good(ask: Client, ada: Person, post: Post) -> None:
    where = {"chat_id": ada.user_id, "message_id": post.message_id}

    await ask.result("deleteMessage", **where)

    assert ada.chat.messages == []
    assert await ask.refusal("deleteMessage", **where) == "message to delete not found"
    assert await ask.refusal("editMessageText", **where, text="a") == "message to edit not found"


async def test_messages_of_others_in_a_group_are_for_administrators_to_delete(
    server: BotApi, ask: Client, ada: Person
) -> None:
    group = server.world.group("Room")
    theirs = ada.says("hello", chat=group)
    where = {"chat_id": group.chat_id, "message_id": theirs.message_id}

    assert await ask.refusal("deleteMessage", **where) == "message can't be deleted"
    ada.adds_bot(group, status="administrator")
    await ask.result("deleteMessage", **where)


async def test_one_known_emoji_is_a_reaction(ask: Client, ada: Person) -> None:
    theirs = ada.says("hello")
    where = {"chat_id": ada.user_id, "message_id": theirs.message_id}
    thumb, axe = {"type": "emoji", "emoji": "👍"}, {"type": "emoji", "emoji": "🪓"}

    assert await ask.refusal("setMessageReaction", **where, reaction=[axe]) == "REACTION_INVALID"
    assert "MANY" in await ask.refusal("setMessageReaction", **where, reaction=[thumb, thumb])
    await ask.result("setMessageReaction", **where, reaction=[thumb])

    assert theirs.reactions == [thumb]
