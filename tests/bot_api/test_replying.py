"""A reply and its quote refer to what is there."""

import pytest

from . import BotApi, Person
from .conftest import Client
from .refusals import Json


async def test_a_reply_needs_its_message_or_leave_to_go_without(ask: Client, ada: Person) -> None:
    post = ada.says("so")

    async def send(message_id: int, **more: object) -> Json:
        reply = {"message_id": message_id, **more}
        return await ask("sendMessage", chat_id=ada.user_id, text="a", reply_parameters=reply)

    refused = await send(post.message_id + 1)
    alone = await send(post.message_id + 1, allow_sending_without_reply=True)
    tied = await send(post.message_id)
    ada.deletes(post)
    too_late = await send(post.message_id)

    assert refused["description"] == "Bad Request: message to be replied not found"
    assert "reply_to_message" not in alone["result"]
    assert tied["result"]["reply_to_message"]["text"] == "so"
    assert not too_late["ok"]


async def test_a_message_of_another_chat_is_no_message_of_this_one(
    server: BotApi, ask: Client, ada: Person
) -> None:
    group = server.world.supergroup("Room")
    for _ in range(3):
        ada.says("filler", chat=group)  # supergroups count by themselves: 1, 2, 3
    last = ada.says("there", chat=group)
    reply: Json = {"message_id": last.message_id}

    assert last.message_id not in ada.chat.posts
    await ask.refusal("sendMessage", chat_id=ada.user_id, text="a", reply_parameters=reply)
    external = await ask.result(
        "sendMessage",
        chat_id=ada.user_id,
        text="a",
        reply_parameters=reply | {"chat_id": group.chat_id},
    )
    assert external["external_reply"]["message_id"] == last.message_id


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ({"quote": "So it is"}, {"quote": "so it is"}),
        ({"quote": "it is", "quote_position": 4}, {"quote": "it is", "quote_position": 6}),
        ({"quote": ""}, {"quote": "😀"}),
        ({"quote": "z" * 1025}, {"quote": "z" * 1024}),
        ({"quote": "z", "quote_position": -1}, {"quote": "z"}),
        ({"quote_position": 0}, {}),
        ({"quote": "so", "quote_parse_mode": "HTML"}, {"quote": "so"}),
        (
            {"quote": "so", "quote_entities": [{"type": "bold", "offset": 0, "length": 3}]},
            {"quote": "so", "quote_entities": [{"type": "bold", "offset": 0, "length": 2}]},
        ),
    ],
)
async def test_a_quote_stands_in_the_message_it_is_taken_from(
    ask: Client, ada: Person, wrong: Json, right: Json
) -> None:
    post = ada.says("😀 so it is " + "z" * 1025)  # units: 😀 0-1, so 3-4, it 6-7

    async def send(extra: Json) -> Json:
        reply = {"message_id": post.message_id, **extra}
        return await ask("sendMessage", chat_id=ada.user_id, text="a", reply_parameters=reply)

    assert not (await send(wrong))["ok"]
    assert (await send(right))["ok"]
