"""Where the bot may write, and how it is told that it may not."""

from . import BotApi, Person
from .conftest import Client
from .refusals import Json


async def test_a_chat_nobody_knows_is_not_found(server: BotApi, ask: Client, ada: Person) -> None:
    server.world.supergroup("Room", username="room")

    assert await ask.refusal("sendMessage", chat_id=5, text="a") == "chat not found"
    assert await ask.refusal("sendMessage", chat_id="@ada_l", text="a") == "chat not found"
    await ask.result("sendMessage", chat_id="@room", text="a")


async def test_a_person_who_blocks_the_bot_is_out_of_reach_until_they_unblock_it(
    server: BotApi, ask: Client, ada: Person
) -> None:
    ada.blocks_bot()

    body = await ask("sendMessage", chat_id=ada.user_id, text="a")

    assert (body["error_code"], body["description"]) == (
        403,
        "Forbidden: bot was blocked by the user",
    )
    assert server.faults == []
    ada.unblocks_bot()
    await ask.result("sendMessage", chat_id=ada.user_id, text="a")


async def test_a_person_who_never_wrote_is_out_of_reach(server: BotApi, ask: Client) -> None:
    bob = server.world.person("Bob")

    bob.says("hello", chat=server.world.group("Room"))
    body = await ask("sendMessage", chat_id=bob.user_id, text="a")
    bob.says("hello")

    assert body["error_code"] == 403
    await ask.result("sendMessage", chat_id=bob.user_id, text="a")


async def test_where_the_bot_is_not_or_may_not_write_it_is_told_so(
    server: BotApi, ask: Client, ada: Person
) -> None:
    group, quiet = server.world.group("Room"), server.world.group("Quiet room")
    channel = server.world.channel("News")
    ada.removes_bot(group)
    ada.adds_bot(channel, status="member")
    quiet.bot_may_write = False

    thrown_out = await ask("sendMessage", chat_id=group.chat_id, text="a")
    reader = await ask("sendMessage", chat_id=channel.chat_id, text="a")
    muted = await ask("sendMessage", chat_id=quiet.chat_id, text="a")

    assert thrown_out["description"] == "Forbidden: bot was kicked from the group chat"
    assert (reader["error_code"], muted["error_code"]) == (403, 400)
    assert server.faults == []


async def test_a_migrated_group_names_its_successor(
    server: BotApi, ask: Client, ada: Person
) -> None:
    group = server.world.group("Room")
    await ask.result("sendMessage", chat_id=group.chat_id, text="before")

    successor = group.migrates()
    body = await ask("sendMessage", chat_id=group.chat_id, text="after")

    assert body["error_code"] == 400
    assert body["parameters"] == {"migrate_to_chat_id": successor.chat_id}
    await ask.result("sendMessage", chat_id=successor.chat_id, text="after")


async def test_a_topic_exists_in_a_forum_and_is_open(
    server: BotApi, ask: Client, ada: Person
) -> None:
    forum = server.world.supergroup("Forum", is_forum=True)
    topic = forum.topic("Trade")

    async def send(thread_id: int) -> Json:
        return await ask(
            "sendMessage", chat_id=forum.chat_id, text="a", message_thread_id=thread_id
        )

    said = await send(topic.thread_id)
    missing = await send(topic.thread_id + 1)
    topic.closes()
    closed = await send(topic.thread_id)

    assert said["result"]["is_topic_message"] is True
    assert missing["description"] == "Bad Request: message thread not found"
    assert closed["description"] == "Bad Request: TOPIC_CLOSED"
    assert not (
        await ask("sendMessage", chat_id=ada.user_id, text="a", message_thread_id=topic.thread_id)
    )["ok"]


async def test_a_deleted_account_is_out_of_reach(server: BotApi, ask: Client, ada: Person) -> None:
    await ask.result("sendMessage", chat_id=ada.user_id, text="a")
    ada.chat.deactivated = True

    body = await ask("sendMessage", chat_id=ada.user_id, text="a")

    assert body["description"] == "Forbidden: user is deactivated"
