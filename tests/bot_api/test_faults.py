"""What a fault does to the calls it meets, as a plain client sees it."""

import asyncio
import random
from collections.abc import Callable

import httpx
import pytest

from . import Act, BotApi, Fault, Person, dropped, half, hung, late, page, refused
from .conftest import Client


async def test_a_fault_meets_so_many_calls_of_one_method_and_chat(
    server: BotApi, ask: Client, ada: Person
) -> None:
    fault = Fault("sendMessage", refused(500, "Internal"), n_left=2, chat_id=ada.user_id)
    server.rules.append(fault)
    room = server.world.group("Room")

    await ask.result("getMe")
    await ask.result("sendMessage", chat_id=room.chat_id, text="a")
    codes = [(await ask("sendMessage", chat_id=ada.user_id, text="a"))["ok"] for _ in range(3)]

    assert codes == [False, False, True]
    assert [request.method for request in fault.met] == ["sendMessage"] * 2


async def test_a_share_of_the_calls_is_met_and_the_seed_says_which(
    server: BotApi, ask: Client
) -> None:
    chance, same = (random.Random(5) for _ in range(2))  # noqa: S311 -- a seed is the point
    server.rules.append(Fault("getMe", refused(502, "Bad Gateway"), None, share=0.5, chance=chance))

    answers = [(await ask("getMe"))["ok"] for _ in range(20)]

    assert answers == [same.random() >= 0.5 for _ in range(20)]


@pytest.mark.parametrize("applied", [False, True])
@pytest.mark.parametrize("make", [dropped, half])
async def test_a_lost_answer_tells_nothing_of_what_was_done(
    server: BotApi, ask: Client, ada: Person, make: Callable[..., Act], *, applied: bool
) -> None:
    server.rules.append(Fault("sendMessage", make(applied=applied)))

    with pytest.raises(httpx.RemoteProtocolError):
        await ask("sendMessage", chat_id=ada.user_id, text="a")

    assert [post.text for post in ada.chat.messages] == ["a"] * applied


@pytest.mark.parametrize("applied", [False, True])
async def test_a_page_is_no_answer_of_the_api(
    server: BotApi, ask: Client, ada: Person, *, applied: bool
) -> None:
    server.rules.append(Fault("sendMessage", page(502, applied=applied)))

    answer = await ask.http.post(
        f"{server.url}/bot{server.token}/sendMessage",
        data={"chat_id": str(ada.user_id), "text": "a"},
    )

    assert (answer.status_code, answer.text[:6]) == (502, "<html>")
    assert [post.text for post in ada.chat.messages] == ["a"] * applied


async def test_a_refusal_carries_its_parameters_or_none(server: BotApi, ask: Client) -> None:
    why = "Too Many Requests: retry later"
    with_parameters = refused(429, why, parameters={"retry_after": 3})
    server.rules += [Fault("getMe", with_parameters), Fault("getMe", refused(429, why))]

    answers = [await ask("getMe") for _ in range(2)]

    body = {"ok": False, "error_code": 429, "description": why}
    assert answers == [body | {"parameters": {"retry_after": 3}}, body]
    assert server.refused == []


@pytest.mark.parametrize("applied", [False, True])
async def test_a_hung_call_is_never_answered_and_others_are(
    server: BotApi, ask: Client, ada: Person, *, applied: bool
) -> None:
    server.rules.append(Fault("sendMessage", hung(applied=applied)))

    call = asyncio.create_task(ask("sendMessage", chat_id=ada.user_id, text="a"))
    await server.until(lambda: len(ada.chat.messages) == applied)
    await ask.result("getMe")

    assert not call.done()
    call.cancel()
    await asyncio.wait([call])


async def test_a_late_call_is_carried_out_after_its_time(
    server: BotApi, ask: Client, ada: Person
) -> None:
    server.rules.append(Fault("sendMessage", late(0.05)))
    clock = asyncio.get_running_loop()
    start = clock.time()

    await ask.result("sendMessage", chat_id=ada.user_id, text="a")

    assert clock.time() - start >= 0.05
    assert [post.text for post in ada.chat.messages] == ["a"]
