"""The witness knows of each message what stood in the chat, and what the bot was told."""

from collections.abc import AsyncIterator

import httpx
import pytest

from tests.bot_api import Act, BotApi, Fault, Person, dropped, half, page, refused
from tests.bot_api.conftest import Client
from tests.faults.delivery.witness import Witness


@pytest.fixture
async def server() -> AsyncIterator[BotApi]:
    async with BotApi() as running:
        yield running


@pytest.fixture
async def ask(server: BotApi) -> AsyncIterator[Client]:
    async with httpx.AsyncClient(trust_env=False) as http:
        yield Client(server, http)


@pytest.fixture
def ada(server: BotApi) -> Person:
    person = server.world.person("Ada")
    person.starts()
    return person


async def send(ask: Client, ada: Person, witness: Witness, act: Act | None) -> None:
    faults = [Fault("sendMessage", act)] if act else []
    ask.server.rules[:] = [witness.outer, *faults, witness.inner]
    form = {"chat_id": str(ada.user_id), "text": "a", "reply_parameters": '{"message_id": 1}'}
    url = f"{ask.server.url}/bot{ask.server.token}/sendMessage"
    try:
        await ask.http.post(url, data=form)
    except httpx.RemoteProtocolError:
        return


@pytest.mark.parametrize(
    ("act", "is_applied", "is_told"),
    [
        (None, True, True),
        (dropped(applied=True), True, False),
        (half(applied=True), True, False),
        (page(502, applied=True), True, False),
        (refused(500, "Internal Server Error", applied=True), True, False),
        (dropped(), False, False),
        (refused(429, "Too Many Requests"), False, False),
    ],
)
async def test_what_stood_in_the_chat_and_what_was_told_are_two_things(
    ask: Client, ada: Person, act: Act | None, *, is_applied: bool, is_told: bool
) -> None:
    witness = Witness()

    await send(ask, ada, witness, act)

    (seen,) = witness.sendings
    assert (seen.chat, seen.answers, seen.text) == (ada.user_id, 1, "a")
    assert (seen.applied is not None, seen.told is not None) == (is_applied, is_told)
    assert witness.answered == ({(ada.user_id, 1)} if is_applied else set())
    assert len(ada.chat.messages) == is_applied


async def test_other_methods_are_no_messages(ask: Client) -> None:
    witness = Witness()
    ask.server.rules[:] = [witness.outer, witness.inner]

    await ask.result("getMe")

    assert witness.sendings == ()
