"""Who may call, and what can be called."""

import pytest

from . import BotApi, Person
from .conftest import Client
from .shapes import Upload
from .wire import Body


async def test_a_well_formed_token_of_another_bot_is_unauthorized(
    server: BotApi, ask: Client
) -> None:
    answer = await ask.http.get(f"{server.url}/bot700000002:{'T' * 35}/getMe")

    assert answer.status_code == 401
    assert answer.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}
    assert [call.is_fault for call in server.refused] == [True]


@pytest.mark.parametrize("token", ["", "700000001", "x:" + "T" * 35, "700000001:short"])
async def test_a_malformed_token_is_not_found(server: BotApi, ask: Client, token: str) -> None:
    answer = await ask.http.get(f"{server.url}/bot{token}/getMe")

    assert answer.status_code == 404
    assert answer.json() == {"ok": False, "error_code": 404, "description": "Not Found"}


async def test_the_right_token_is_let_in(server: BotApi, ask: Client) -> None:
    answer = await ask.http.get(f"{server.url}/bot{server.token}/getMe")

    assert answer.json()["result"]["id"] == server.world.bot_id
    assert server.refused == []


async def test_an_unknown_method_is_not_found(server: BotApi, ask: Client) -> None:
    body = await ask("sendMesage", chat_id=1, text="hello")

    assert body["error_code"] == 404
    assert server.faults[0].method == "sendMesage"


async def test_a_path_outside_the_api_is_not_found(server: BotApi, ask: Client) -> None:
    answer = await ask.http.get(server.url + "/elsewhere")

    assert answer.status_code == 404


async def test_form_query_json_and_multipart_say_the_same(
    server: BotApi, ask: Client, ada: Person
) -> None:
    address = f"{server.url}/bot{server.token}/sendMessage"
    given = {"chat_id": ada.user_id, "text": "7"}
    as_form = {"chat_id": str(ada.user_id), "text": "7"}

    await ask.http.post(address, data=as_form)
    await ask.http.get(address, params=as_form)
    await ask.http.post(address, json=given)
    await ask.http.post(address, files={name: (None, each) for name, each in as_form.items()})

    assert [call.parameters for call in server.calls] == [given] * 4
    assert [post.text for post in ada.chat.messages] == ["7"] * 4


async def test_a_file_may_only_come_where_one_is_asked_for(server: BotApi, ask: Client) -> None:
    upload = Body(files={"certificate": Upload("a.pem", b"...")}, values={"url": [b""]})
    misplaced = Body(files={"text": Upload("a.txt", b"...")}, values={"chat_id": [b"1"]})

    accepted = await server.respond(server.token, "setWebhook", upload)
    refused = await server.respond(server.token, "sendMessage", misplaced)

    assert (accepted.status, refused.status) == (200, 400)


async def test_a_parameter_given_twice_is_refused(server: BotApi, ask: Client) -> None:
    twice = Body(values={"chat_id": [b"1", b"1"], "text": [b"hello"]})

    reply = await server.respond(server.token, "sendMessage", twice)

    assert b"more than once" in reply.body


@pytest.mark.parametrize("body", [b"{", b"[]", b"7"])
async def test_a_json_body_is_an_object(server: BotApi, ask: Client, body: bytes) -> None:
    refused = await server.respond(server.token, "getMe", Body(json=body))
    accepted = await server.respond(server.token, "getMe", Body(json=b"{}"))

    assert (refused.status, accepted.status) == (400, 200)


async def test_an_unknown_form_parameter_is_refused(server: BotApi, ask: Client) -> None:
    assert await ask.refusal("getMe", verbose=True) == 'unknown field "verbose"'
    assert await ask.result("getMe")


async def test_text_that_is_not_utf_8_is_refused(server: BotApi, ask: Client) -> None:
    broken = Body(values={"chat_id": [b"1"], "text": [b"\xff"]})

    reply = await server.respond(server.token, "sendMessage", broken)

    assert b"UTF-8" in reply.body


async def test_after_logging_out_nothing_is_answered(server: BotApi, ask: Client) -> None:
    assert await ask.result("close") is True
    assert await ask.result("logOut") is True

    assert (await ask("getMe"))["description"] == "Bad Request: Logged out"


async def test_a_call_is_written_down_with_what_was_asked_and_answered(
    server: BotApi, ask: Client, ada: Person
) -> None:
    await ask("sendChatAction", chat_id=ada.user_id, action="typing")

    (call,) = server.calls_of("sendChatAction")
    assert call.parameters == {"chat_id": ada.user_id, "action": "typing"}
    assert call.reply.body == b'{"ok": true, "result": true}'
    assert call.refusal is None


async def test_waiting_in_vain_says_what_was_called_last(server: BotApi, ask: Client) -> None:
    await ask("getMe")

    with pytest.raises(AssertionError, match=r"getMe.*200"):
        await server.until(lambda: False, timeout=0.01)
