"""Updates go to the bot's address in order, and again until it says yes."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field

import pytest
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from . import BotApi, Person
from .conftest import Client
from .refusals import Json

SECRET = "s-1_A"  # noqa: S105 -- any will do


@dataclass(slots=True)
class Hook:
    """A bot's own server: notes every request and answers as `choose` says, 200 by default."""

    url: str = ""
    received: list[tuple[Json, str | None]] = field(default_factory=list)
    choose: Callable[[Json], int] = lambda update: 200
    gates: dict[int, asyncio.Event] = field(default_factory=dict)
    seconds: float = 0.0
    n_open: int = 0
    most_open: int = 0

    async def take(self, body: bytes, secret: str | None) -> int:
        update = json.loads(body)
        self.received.append((update, secret))
        self.n_open += 1
        self.most_open = max(self.most_open, self.n_open)
        chat_id = update["message"]["chat"]["id"]
        if chat_id in self.gates:
            await self.gates[chat_id].wait()
        await asyncio.sleep(self.seconds)
        self.n_open -= 1
        return self.choose(update)

    def texts(self, chat_id: int) -> list[str]:
        """Return the texts of a chat as they came in, repeats included."""
        messages = [update["message"] for update, _ in self.received]
        return [each["text"] for each in messages if each["chat"]["id"] == chat_id]


class HookHandler(RequestHandler):
    def data_received(self, chunk: bytes) -> None:
        """Take no streamed bodies."""

    def initialize(self, hook: Hook) -> None:
        self.hook = hook

    async def post(self) -> None:
        secret = self.request.headers.get("X-Telegram-Bot-Api-Secret-Token")
        self.set_status(await self.hook.take(self.request.body, secret))


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    routes = [("/hook", HookHandler, {"hook": hook})]
    application = Application([*routes], log_function=lambda handler: None)
    (socket,) = bind_sockets(0, "127.0.0.1")
    listener = HTTPServer(application)
    listener.add_sockets([socket])
    hook.url = f"http://127.0.0.1:{socket.getsockname()[1]}/hook"
    yield hook
    for gate in hook.gates.values():
        gate.set()
    listener.stop()
    await listener.close_all_connections()


async def test_updates_arrive_in_order_with_the_secret_and_are_confirmed(
    server: BotApi, ask: Client, ada: Person, hook: Hook
) -> None:
    await ask.result("setWebhook", url=hook.url, secret_token=SECRET)
    for number in range(20):
        ada.says(f"text {number}")

    await server.until_confirmed()

    assert hook.texts(ada.user_id) == ["/start", *(f"text {number}" for number in range(20))]
    assert {secret for _, secret in hook.received} == {SECRET}
    assert all(delivery.is_accepted for delivery in server.webhook.deliveries)


async def test_a_refused_update_is_repeated_and_holds_back_its_chat_only(
    server: BotApi, ask: Client, ada: Person, hook: Hook
) -> None:
    statuses = iter([500, 404, 200])
    hook.choose = lambda update: next(statuses) if update["message"]["text"] == "hard" else 200
    await ask.result("setWebhook", url=hook.url)

    hard = ada.says("hard")
    ada.says("next")
    await server.until_confirmed()

    assert hook.texts(ada.user_id) == ["/start", "hard", "hard", "hard", "next"]
    assert hard.update is not None
    assert [
        (delivery.attempt, delivery.status)
        for delivery in server.webhook.deliveries
        if delivery.update_id == hard.update["update_id"]
    ] == [(1, 500), (2, 404), (3, 200)]
    info = await ask.result("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 404"


async def test_a_chat_that_is_held_up_does_not_hold_up_another(
    server: BotApi, ask: Client, ada: Person, hook: Hook
) -> None:
    bob = server.world.person("Bob")
    hook.gates[ada.user_id] = asyncio.Event()
    await ask.result("setWebhook", url=hook.url)

    ada.says("waits")
    bob.says("first")
    bob.says("second")
    await server.until(lambda: len(server.webhook.deliveries) == 2)

    assert hook.texts(bob.user_id) == ["first", "second"]
    assert hook.texts(ada.user_id) == ["/start"]


@pytest.mark.parametrize("n_connections", [1, 2])
async def test_no_more_requests_are_open_at_once_than_the_bot_allows(
    server: BotApi, ask: Client, hook: Hook, n_connections: int
) -> None:
    people = [server.world.person(f"Person {number}") for number in range(4)]
    hook.seconds = 0.03  # long enough for a request too many to come in
    await ask.result("setWebhook", url=hook.url, max_connections=n_connections)

    for person in people:
        person.says("hello")
    await server.until_confirmed()

    assert hook.most_open == n_connections


async def test_an_address_nobody_listens_at_is_tried_until_somebody_does(
    server: BotApi, ask: Client, ada: Person, hook: Hook
) -> None:
    await ask.result("setWebhook", url="http://127.0.0.1:9/hook")
    await server.until(lambda: len(server.webhook.deliveries) == 2)
    assert [delivery.status for delivery in server.webhook.deliveries] == [None, None]

    await ask.result("setWebhook", url=hook.url)
    await server.until_confirmed()

    assert hook.texts(ada.user_id) == ["/start"]


async def test_polling_and_webhook_exclude_each_other(
    server: BotApi, ask: Client, ada: Person, hook: Hook
) -> None:
    hook.choose = lambda update: 500
    poll = asyncio.create_task(ask("getUpdates", offset=server.world.updates.next_id, timeout=50))
    await server.until(lambda: server.world.updates.n_polls == 1)

    await ask.result("setWebhook", url=hook.url)
    ended = await poll
    refused = await ask("getUpdates")
    post = ada.says("kept")
    await ask.result("deleteWebhook")

    assert ended["description"] == "Conflict: terminated by setWebhook request"
    assert refused["error_code"] == 409
    assert refused["description"].startswith("Conflict: can't use getUpdates method while webhook")
    assert await ask.result("getUpdates") == [post.update]


async def test_an_update_can_be_delivered_twice(
    server: BotApi, ask: Client, ada: Person, hook: Hook
) -> None:
    await ask.result("setWebhook", url=hook.url)
    post = ada.says("again")
    await server.until_confirmed()

    assert post.update is not None
    server.world.updates.add_again(post.update, ada.user_id)
    await server.until_confirmed()

    assert hook.texts(ada.user_id) == ["/start", "again", "again"]


async def test_pending_updates_can_be_dropped(
    server: BotApi, ask: Client, ada: Person, hook: Hook
) -> None:
    await ask.result("setWebhook", url=hook.url, drop_pending_updates=True)
    ada.says("after")
    await server.until_confirmed()

    assert hook.texts(ada.user_id) == ["after"]
    await ask.result("deleteWebhook")
    ada.says("waits")
    await ask.result("deleteWebhook", drop_pending_updates=True)
    assert await ask.result("getUpdates") == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ({"url": "http://a.example/"}, {"url": "http://127.0.0.1:9/"}),
        ({"url": "a.example"}, {"url": "https://127.0.0.1:9/"}),
        ({"secret_token": "a b"}, {"secret_token": "a-b_C9"}),
        ({"secret_token": "a" * 257}, {"secret_token": "a" * 256}),
        ({"max_connections": 0}, {"max_connections": 1}),
        ({"max_connections": 101}, {"max_connections": 100}),
        ({"ip_address": "here"}, {"ip_address": "127.0.0.1"}),
        ({"allowed_updates": ["messages"]}, {"allowed_updates": ["message"]}),
    ],
)
async def test_a_webhook_has_a_safe_address_and_known_options(
    ask: Client, wrong: Json, right: Json
) -> None:
    address = {"url": "http://127.0.0.1:9/"}

    await ask.refusal("setWebhook", **(address | wrong))
    await ask.result("setWebhook", **(address | right))

    assert (await ask.result("getWebhookInfo"))["url"] == (address | right)["url"]
