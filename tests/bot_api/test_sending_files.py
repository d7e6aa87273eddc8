"""What files the bot may send, where, and in reply to what."""

import json

import pytest

from . import BotApi, Person
from .conftest import Client
from .refusals import Json

NAME, CONTENT = "talk.md", b"# When?\n\xf0\x9f\x98\x80"


async def sent(ask: Client, *, content: bytes = CONTENT, name: str = NAME, **rest: object) -> Json:
    """Upload a file as a bot does, and return the body of the answer."""
    form = {
        key: value if isinstance(value, str) else json.dumps(value) for key, value in rest.items()
    }
    url = f"{ask.server.url}/bot{ask.server.token}/sendDocument"
    answer = await ask.http.post(
        url, data=form, files={"document": (name, content, "text/markdown")}
    )
    body: Json = answer.json()
    assert answer.status_code == body.get("error_code", 200)
    return body


async def refusal(ask: Client, **given: object) -> str:
    body = await sent(ask, **given)  # type: ignore[arg-type]
    assert not body["ok"], body
    return str(body["description"]).removeprefix("Bad Request: ")


async def test_an_uploaded_file_stands_in_the_chat_and_can_be_fetched(
    server: BotApi, ask: Client, ada: Person
) -> None:
    body = await sent(ask, chat_id=ada.user_id)

    (post,) = ada.chat.messages
    document = post.payload["document"]
    described = await ask.result("getFile", file_id=document["file_id"])
    fetched = await ask.http.get(f"{server.url}/file/bot{server.token}/{described['file_path']}")
    assert body["result"] == post.payload
    assert (document["file_name"], document["file_size"]) == (NAME, len(CONTENT))
    assert fetched.content == CONTENT
    assert server.refused == []


async def test_an_empty_file_is_refused(server: BotApi, ask: Client, ada: Person) -> None:
    said = await refusal(ask, chat_id=ada.user_id, content=b"")

    assert said == "file must be non-empty"
    assert ada.chat.messages == []
    assert [call.method for call in server.faults] == ["sendDocument"]


async def test_a_file_is_uploaded_and_not_named(ask: Client, ada: Person) -> None:
    theirs = ada.sends_document("a.txt", b"bytes").payload["document"]["file_id"]

    known = await ask.refusal("sendDocument", chat_id=ada.user_id, document=theirs)
    unknown = await ask.refusal("sendDocument", chat_id=ada.user_id, document="file-000009")
    none = await ask.refusal("sendDocument", chat_id=ada.user_id)

    assert known == "files are uploaded here, each time"
    assert unknown == "invalid file_id"
    assert none == 'field "document" is missing'


async def test_a_file_goes_into_its_topic(server: BotApi, ask: Client) -> None:
    forum = server.world.supergroup("Forum", is_forum=True)
    topic = forum.topic("Trade")

    body = await sent(ask, chat_id=forum.chat_id, message_thread_id=topic.thread_id)
    missing = await refusal(ask, chat_id=forum.chat_id, message_thread_id=99)

    assert body["result"]["message_thread_id"] == topic.thread_id
    assert body["result"]["is_topic_message"]
    assert missing == "message thread not found"


async def test_a_file_replies_to_a_message(ask: Client, ada: Person) -> None:
    theirs = ada.says("/export")
    gone = {"message_id": 999}

    body = await sent(ask, chat_id=ada.user_id, reply_parameters={"message_id": theirs.message_id})
    alone = await sent(
        ask,
        chat_id=ada.user_id,
        reply_parameters=gone | {"allow_sending_without_reply": True},
    )

    assert body["result"]["reply_to_message"]["text"] == "/export"
    assert "reply_to_message" not in alone["result"]
    assert await refusal(ask, chat_id=ada.user_id, reply_parameters=gone) == (
        "message to be replied not found"
    )


async def test_a_caption_and_buttons_obey_the_rules_of_messages(ask: Client, ada: Person) -> None:
    bold = {"type": "bold", "offset": 0, "length": 3}
    markup = {"inline_keyboard": [[{"text": "More", "callback_data": "more"}]]}

    body = await sent(
        ask,
        chat_id=ada.user_id,
        caption="a 😀",
        caption_entities=[bold | {"length": 1}],
        reply_markup=markup,
    )
    # "a 😀" has 2 + 2 units: 3 end in the middle of the emoji.
    split = await refusal(ask, chat_id=ada.user_id, caption="a 😀", caption_entities=[bold])
    long = await refusal(ask, chat_id=ada.user_id, caption="a" * 1025)
    parsed = await refusal(ask, chat_id=ada.user_id, caption="a", parse_mode="HTML")

    kept = {name: body["result"][name] for name in ("caption", "caption_entities", "reply_markup")}
    assert kept == {
        "caption": "a 😀",
        "caption_entities": [bold | {"length": 1}],
        "reply_markup": markup,
    }
    assert "surrogate" in split
    assert long == "message is too long"
    assert "parse_mode" in parsed


@pytest.mark.parametrize(
    "wrong", [{"business_connection_id": "1"}, {"documents": "x"}, {"chat_id": 1}]
)
async def test_a_file_goes_nowhere_unknown_and_with_nothing_unknown(
    ask: Client, ada: Person, wrong: Json
) -> None:
    assert await refusal(ask, **({"chat_id": ada.user_id} | wrong))
    assert ada.chat.messages == []


async def test_a_chat_that_shut_the_bot_out_gets_no_file(ask: Client, ada: Person) -> None:
    ada.blocks_bot()

    body = await sent(ask, chat_id=ada.user_id)

    assert body["error_code"] == 403
