"""Every parameter has a name and a kind, and so has everything inside it."""

import pytest

from . import BotApi, Person
from .conftest import Client
from .refusals import Json, Refusal
from .schema import method_fields
from .shapes import Upload, check_fields

SEND: Json = {"chat_id": 1, "text": "hello"}
BUTTON: Json = {"text": "More", "callback_data": "more"}
ARTICLE: Json = {
    "type": "article",
    "id": "1",
    "title": "One",
    "input_message_content": {"message_text": "one"},
}

# (method, the accepted parameters, the same with one thing wrong, what the refusal names)
NEIGHBOURS = [
    ("sendMessage", SEND, {"chat_id": 1}, '"text" is missing'),
    ("sendMessage", SEND, SEND | {"txt": "hello"}, 'unknown field "txt"'),
    ("sendMessage", SEND, SEND | {"text": 5}, '"text" must be String'),
    ("sendMessage", SEND | {"chat_id": "@room"}, SEND | {"chat_id": 1.5}, "Integer or String"),
    ("sendMessage", SEND, SEND | {"chat_id": True}, "Integer or String"),
    ("sendMessage", SEND, SEND | {"chat_id": {"id": 1}}, "Integer or String"),
    (
        "sendMessage",
        SEND | {"message_thread_id": 2**63 - 1},
        SEND | {"message_thread_id": 2**63},
        "Integer",
    ),
    ("sendMessage", SEND | {"protect_content": True}, SEND | {"protect_content": 1}, "Boolean"),
    ("sendMessage", SEND | {"entities": []}, SEND | {"entities": {}}, "[MessageEntity]"),
    (
        "sendMessage",
        SEND | {"entities": [{"type": "bold", "offset": 0, "length": 1}]},
        SEND | {"entities": [{"type": "bold", "offset": 0}]},
        'entities[0].length" is missing',
    ),
    (
        "sendMessage",
        SEND | {"reply_markup": {"inline_keyboard": [[BUTTON]]}},
        SEND | {"reply_markup": {"inline_keyboard": [BUTTON]}},
        "inline_keyboard[0]",
    ),
    (
        "sendMessage",
        SEND | {"reply_markup": {"inline_keyboard": [[BUTTON]]}},
        SEND | {"reply_markup": {"inline_keyboard": [[BUTTON | {"data": "x"}]]}},
        'inline_keyboard[0][0].data"',
    ),
    (
        "sendMessage",
        SEND | {"reply_markup": {"force_reply": True}},
        SEND | {"reply_markup": {"force": True}},
        '"reply_markup" must be',
    ),
    (
        "sendMessage",
        SEND | {"reply_markup": {"remove_keyboard": True}},
        SEND | {"reply_markup": {"remove_keyboard": "yes"}},
        "remove_keyboard",
    ),
    (
        "sendMessage",
        SEND | {"reply_markup": {"keyboard": [[{"text": "yes"}]]}},
        SEND | {"reply_markup": {"keyboard": [["yes"]]}},
        "keyboard[0][0]",
    ),
    (
        "sendMessage",
        SEND | {"reply_parameters": {"message_id": 3, "quote": "so"}},
        SEND | {"reply_parameters": {"quote": "so"}},
        "reply_parameters.message_id",
    ),
    (
        "sendMessage",
        SEND | {"link_preview_options": {"is_disabled": True}},
        SEND | {"link_preview_options": {"disabled": True}},
        "link_preview_options.disabled",
    ),
    (
        "setMyCommands",
        {"commands": [{"command": "ask", "description": "ask"}]},
        {"commands": [{"command": "ask"}]},
        "commands[0].description",
    ),
    (
        "getMyCommands",
        {"scope": {"type": "chat", "chat_id": 1}},
        {"scope": {"type": "chat"}},
        "scope.chat_id",
    ),
    ("getMyCommands", {"scope": {"type": "default"}}, {"scope": {"type": "all"}}, '"all"'),
    (
        "setMessageReaction",
        {"chat_id": 1, "message_id": 1, "reaction": [{"type": "emoji", "emoji": "👍"}]},
        {"chat_id": 1, "message_id": 1, "reaction": ["👍"]},
        "reaction[0]",
    ),
    (
        "answerInlineQuery",
        {"inline_query_id": "1", "results": [ARTICLE]},
        {"inline_query_id": "1", "results": [ARTICLE | {"type": "gif"}]},
        '"gif"',
    ),
    (
        "answerInlineQuery",
        {"inline_query_id": "1", "results": [ARTICLE]},
        {"inline_query_id": "1", "results": [ARTICLE | {"input_message_content": {"text": ""}}]},
        "input_message_content.text",
    ),
    (
        "setWebhook",
        {"url": "", "certificate": Upload("a", b"")},
        {"url": "", "certificate": "a"},
        "InputFile",
    ),
    ("sendMessage", SEND, SEND | {"text": "\ud83d"}, "String"),
]


@pytest.mark.parametrize(("method", "right", "wrong", "named"), NEIGHBOURS)
def test_one_wrong_field_is_refused_by_its_path(
    method: str, right: Json, wrong: Json, named: str
) -> None:
    check_fields(right, method_fields(method), "")

    with pytest.raises(Refusal) as refused:
        check_fields(wrong, method_fields(method), "")

    assert named in refused.value.description


async def test_form_values_are_read_by_the_kind_of_their_field(
    server: BotApi, ask: Client, ada: Person
) -> None:
    await ask.result("sendMessage", chat_id=str(ada.user_id), text="12")

    assert await ask.refusal("deleteMessage", chat_id=ada.user_id, message_id="two") == (
        'can\'t parse "message_id" as JSON'
    )
    assert await ask.refusal("getChatAdministrators", chat_id="1", return_bots="yes")
    assert server.calls[0].parameters == {"chat_id": ada.user_id, "text": "12"}
