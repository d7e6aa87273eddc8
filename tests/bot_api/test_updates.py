"""getUpdates forgets what is confirmed, and nothing else."""

import asyncio

import pytest

from . import BotApi, Person
from .conftest import Client
from .updates import DEFAULT_KINDS, UPDATE_KINDS


async def ids(ask: Client, **parameters: object) -> list[int]:
    updates = await ask.result("getUpdates", **parameters)
    return [update["update_id"] for update in updates]


@pytest.fixture
def four(ada: Person) -> list[int]:
    """The ids of four updates that wait: the start, and three texts."""
    for text in ("one", "two", "three"):
        ada.says(text)
    return list(ada.world.updates.pending)


async def test_unconfirmed_updates_come_again(ask: Client, four: list[int]) -> None:
    assert await ids(ask) == four
    assert await ids(ask) == four


async def test_ids_grow_by_one(four: list[int]) -> None:
    assert four == list(range(four[0], four[0] + 4))


async def test_an_offset_forgets_all_lower_ids_for_good(ask: Client, four: list[int]) -> None:
    assert await ids(ask, offset=four[2]) == four[2:]

    assert await ids(ask) == four[2:]
    assert await ids(ask, offset=four[3] + 1) == []


async def test_a_lower_offset_brings_nothing_back(ask: Client, four: list[int]) -> None:
    await ids(ask, offset=four[2])

    assert await ids(ask, offset=four[0]) == four[2:]


async def test_a_negative_offset_keeps_only_the_last(ask: Client, four: list[int]) -> None:
    assert await ids(ask, offset=-1) == four[3:]

    assert await ids(ask) == four[3:]


async def test_a_negative_offset_beyond_the_queue_keeps_all(ask: Client, four: list[int]) -> None:
    assert await ids(ask, offset=-9) == four


async def test_a_limit_hands_out_the_oldest(ask: Client, four: list[int]) -> None:
    assert await ids(ask, limit=2) == four[:2]
    assert await ids(ask, limit=100) == four
    assert "limit" in await ask.refusal("getUpdates", limit=0)
    assert "limit" in await ask.refusal("getUpdates", limit=101)


async def test_a_poll_waits_and_returns_at_once_when_something_comes(
    server: BotApi, ask: Client, ada: Person
) -> None:
    await ids(ask, offset=server.world.updates.next_id)
    poll = asyncio.create_task(ids(ask, timeout=50))
    await server.until(lambda: server.world.updates.n_polls == 1)

    post = ada.says("at last")

    assert post.update is not None
    assert await poll == [post.update["update_id"]]


async def test_an_empty_poll_ends_with_its_timeout(server: BotApi, ask: Client) -> None:
    assert await ids(ask, timeout=0) == []
    assert "timeout" in await ask.refusal("getUpdates", timeout=-1)


async def test_of_two_polls_the_older_ends_with_a_conflict(
    server: BotApi, ask: Client, ada: Person
) -> None:
    await ids(ask, offset=server.world.updates.next_id)
    older = asyncio.create_task(ask("getUpdates", timeout=50))
    await server.until(lambda: server.world.updates.n_polls == 1)
    newer = asyncio.create_task(ids(ask, timeout=50))

    body = await older
    ada.says("hello")

    assert body["error_code"] == 409
    assert body["description"].startswith("Conflict: terminated by other getUpdates request")
    assert len(await newer) == 1
    assert server.faults == []


async def test_wanted_kinds_are_remembered_and_applied_when_updates_come_about(
    server: BotApi, ask: Client, ada: Person
) -> None:
    post = ada.says("before")
    await ids(ask, offset=server.world.updates.next_id - 1, allowed_updates=["edited_message"])

    ada.says("unwanted")
    ada.edits(post, "wanted")
    updates = await ask.result("getUpdates")

    kinds = [next(iter(set(update) - {"update_id"})) for update in updates]
    assert kinds == ["message", "edited_message"]  # the first came about before the call


async def test_by_default_reactions_and_members_are_not_wanted(
    server: BotApi, ask: Client, ada: Person
) -> None:
    group = server.world.group("Room")
    post = ada.says("hello", chat=group)

    assert ada.reacts(post, "👍") is None
    assert ada.becomes(group, "administrator") is None
    await ids(ask, allowed_updates=["message_reaction", "chat_member"])
    assert ada.reacts(post, "👍") is not None
    assert ada.becomes(group, "creator") is not None
    await ids(ask, allowed_updates=[])
    assert ada.reacts(post, "👍") is None
    assert {
        "chat_member",
        "message_reaction",
        "message_reaction_count",
    } == UPDATE_KINDS - DEFAULT_KINDS


async def test_an_unknown_kind_is_refused(ask: Client) -> None:
    assert "'messages'" in await ask.refusal("getUpdates", allowed_updates=["messages"])
    assert await ids(ask, allowed_updates=["message"]) == []


async def test_a_poll_whose_client_is_gone_is_given_up(server: BotApi, ask: Client) -> None:
    poll = asyncio.create_task(ask("getUpdates", timeout=50))
    await server.until(lambda: server.world.updates.n_polls == 1)

    poll.cancel()

    await server.until(lambda: server.world.updates.n_polls == 0)
    assert server.calls_of("getUpdates") == []
