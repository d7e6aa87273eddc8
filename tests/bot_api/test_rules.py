"""A rule stands between a request and its answer."""

import asyncio
import json

import httpx
import pytest

from . import BotApi, FloodRule, Person, Proceed, Reply, Request
from .conftest import Client


class AppliedThenFailed:
    """Lets the method run and answers with an error all the same."""

    async def answer(self, request: Request, proceed: Proceed) -> Reply:
        await proceed(request)
        return Reply(502, b"<html>bad gateway</html>")


class Dropped:
    """Closes the connection instead of answering."""

    async def answer(self, request: Request, proceed: Proceed) -> Reply:
        return Reply.dropped()


class Held:
    """Holds every request until it is let go."""

    def __init__(self) -> None:
        self.let_go = asyncio.Event()

    async def answer(self, request: Request, proceed: Proceed) -> Reply:
        await self.let_go.wait()
        return await proceed(request)


async def test_a_flood_rule_says_how_long_to_wait_and_then_lets_pass(
    server: BotApi, ask: Client, ada: Person
) -> None:
    server.rules.append(FloodRule("sendMessage", retry_after=7, chat_id=ada.user_id))

    body = await ask("sendMessage", chat_id=ada.user_id, text="one")

    assert (body["error_code"], body["parameters"]) == (429, {"retry_after": 7})
    assert body["description"] == "Too Many Requests: retry after 7"
    assert ada.chat.messages == []
    assert server.refused == []
    await ask.result("sendMessage", chat_id=ada.user_id, text="one")


async def test_a_flood_rule_leaves_other_methods_and_chats_alone(
    server: BotApi, ask: Client, ada: Person
) -> None:
    rule = FloodRule("sendMessage", retry_after=7, chat_id=ada.user_id)
    server.rules.append(rule)
    group = server.world.group("Room")

    await ask.result("sendMessage", chat_id=group.chat_id, text="one")
    await ask.result("getMe")

    assert (rule.n_left, rule.refused) == (1, [])


async def test_a_rule_may_fail_after_the_fact(server: BotApi, ask: Client, ada: Person) -> None:
    server.rules.append(AppliedThenFailed())

    reply = await ask.http.get(
        f"{server.url}/bot{server.token}/sendMessage", params={"chat_id": ada.user_id, "text": "a"}
    )

    assert (reply.status_code, reply.text) == (502, "<html>bad gateway</html>")
    assert [post.text for post in ada.chat.messages] == ["a"]


async def test_a_rule_may_drop_the_connection(server: BotApi, ask: Client) -> None:
    server.rules.append(Dropped())

    with pytest.raises(httpx.RemoteProtocolError):
        await ask("getMe")


async def test_a_rule_may_hold_a_request_back(server: BotApi, ask: Client, ada: Person) -> None:
    rule = Held()
    server.rules.append(rule)

    call = asyncio.create_task(ask("sendMessage", chat_id=ada.user_id, text="a"))
    await ask.http.get(server.url + "/elsewhere")
    said_before = len(ada.chat.messages)
    rule.let_go.set()

    assert (await call)["ok"]
    assert (said_before, len(ada.chat.messages)) == (0, 1)


async def test_the_first_rule_is_the_outermost(server: BotApi, ask: Client) -> None:
    inner = FloodRule("getMe", retry_after=2)
    server.rules += [FloodRule("getMe", retry_after=1), inner]

    answers = [await ask("getMe") for _ in range(3)]

    waits = [each.get("parameters", {}).get("retry_after") for each in answers]
    assert waits == [1, 2, None]
    assert json.loads(server.calls[-1].reply.body)["ok"]
