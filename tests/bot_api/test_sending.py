"""What the bot may say, where, and in reply to what."""

import pytest

from . import BotApi, Person
from .conftest import Client
from .refusals import Json


async def test_what_is_said_stands_in_the_chat_as_it_was_sent(ask: Client, ada: Person) -> None:
    quote = {"type": "blockquote", "offset": 0, "length": 5}
    markup = {"inline_keyboard": [[{"text": "More", "callback_data": "more"}]]}

    await ask.result(
        "sendMessage",
        chat_id=ada.user_id,
        text="hello there",
        entities=[quote],
        reply_markup=markup,
    )

    (post,) = ada.chat.messages
    assert (post.text, post.entities, post.marked("blockquote")) == (
        "hello there",
        [quote],
        ["hello"],
    )
    assert post.button("More").callback_data == "more"


async def test_text_is_checked_before_it_is_said(ask: Client, ada: Person) -> None:
    long = await ask.refusal("sendMessage", chat_id=ada.user_id, text="a" * 4097)
    empty = await ask.refusal("sendMessage", chat_id=ada.user_id, text="")
    await ask.result("sendMessage", chat_id=ada.user_id, text="a" * 4096)

    assert (long, empty) == ("message is too long", "message text is empty")
    assert [len(post.text) for post in ada.chat.messages] == [4096]


async def test_a_parse_mode_is_refused(ask: Client, ada: Person) -> None:
    assert "parse_mode" in await ask.refusal(
        "sendMessage", chat_id=ada.user_id, text="a", parse_mode="HTML"
    )
    assert await ask.result("sendMessage", chat_id=ada.user_id, text="<b>a</b>")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ({"callback_data": "é" * 33}, {"callback_data": "é" * 32}),  # two bytes each
        ({"callback_data": ""}, {"callback_data": "a"}),
        ({}, {"switch_inline_query": ""}),
        ({"callback_data": "a", "url": "https://a.example"}, {"url": "https://a.example"}),
        ({"url": "a.example"}, {"url": "tg://resolve?domain=ada"}),
        ({"copy_text": {"text": ""}}, {"copy_text": {"text": "a" * 256}}),
        ({"callback_data": "a", "style": "pink"}, {"callback_data": "a", "style": "danger"}),
        ({"callback_data": "a", "text": " "}, {"callback_data": "a", "text": "."}),
    ],
)
async def test_a_button_does_exactly_one_thing_that_can_be_done(
    ask: Client, ada: Person, wrong: Json, right: Json
) -> None:
    def markup(button: Json) -> Json:
        return {"inline_keyboard": [[{"text": "Go"} | button]]}

    await ask.refusal("sendMessage", chat_id=ada.user_id, text="a", reply_markup=markup(wrong))
    await ask.result("sendMessage", chat_id=ada.user_id, text="a", reply_markup=markup(right))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ({"inline_keyboard": [[]]}, {"inline_keyboard": []}),
        (
            {"inline_keyboard": [[{"text": "a", "callback_data": "a"}]] * 101},
            {"inline_keyboard": [[{"text": "a", "callback_data": "a"}]] * 100},
        ),
        ({"remove_keyboard": False}, {"remove_keyboard": True}),
        (
            {"force_reply": True, "input_field_placeholder": "a" * 65},
            {"force_reply": True, "input_field_placeholder": "a" * 64},
        ),
    ],
)
async def test_a_keyboard_can_be_shown(ask: Client, ada: Person, wrong: Json, right: Json) -> None:
    await ask.refusal("sendMessage", chat_id=ada.user_id, text="a", reply_markup=wrong)
    await ask.result("sendMessage", chat_id=ada.user_id, text="a", reply_markup=right)


async def test_a_link_preview_has_a_web_address_and_one_size(ask: Client, ada: Person) -> None:
    async def refusal(preview: Json) -> str:
        return await ask.refusal(
            "sendMessage", chat_id=ada.user_id, text="a", link_preview_options=preview
        )

    assert "web address" in await refusal({"url": "a.example"})
    assert "not both" in await refusal({"prefer_small_media": True, "prefer_large_media": True})
    await ask.result(
        "sendMessage", chat_id=ada.user_id, text="a", link_preview_options={"is_disabled": True}
    )


async def test_parameters_for_accounts_that_do_not_exist_are_refused(
    ask: Client, ada: Person
) -> None:
    for name, value in {
        "business_connection_id": "1",
        "direct_messages_topic_id": 1,
        "suggested_post_parameters": {},
    }.items():
        await ask.refusal("sendMessage", chat_id=ada.user_id, text="a", **{name: value})


async def test_a_chat_action_is_a_known_one(ask: Client, ada: Person) -> None:
    await ask.refusal("sendChatAction", chat_id=ada.user_id, action="thinking")
    await ask.result("sendChatAction", chat_id=ada.user_id, action="typing")

    assert ada.chat.actions == ["typing"]


async def test_a_message_effect_is_for_private_chats(
    server: BotApi, ask: Client, ada: Person
) -> None:
    group = server.world.group("Room")

    await ask.refusal("sendMessage", chat_id=group.chat_id, text="a", message_effect_id="1")
    await ask.result("sendMessage", chat_id=ada.user_id, text="a", message_effect_id="1")


async def test_waiting_for_quiet_sees_every_message_that_came_before_it(
    ask: Client, ada: Person
) -> None:
    for text in ("one", "two"):
        await ask.result("sendMessage", chat_id=ada.user_id, text=text)

    posts = await ada.chat.until_quiet(seconds=0.05)

    assert [post.text for post in posts] == ["one", "two"]
    with pytest.raises(AssertionError, match=r"3 messages.*one"):
        await ada.chat.until(3, timeout=0.01)
