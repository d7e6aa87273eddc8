from bot import phrases
from tests.bot.channels.telegram.conftest import Start
from tests.bot_api import BotApi, Person


async def test_a_strangers_group_is_left(server: BotApi, start: Start, ada: Person) -> None:
    group = server.world.supergroup("Room")
    group.members[server.world.bot_id] = "left"
    async with start(chats=(), admins=(4_000,)):
        ada.adds_bot(group)
        await server.until(lambda: group.bot_status == "left")

    assert group.messages == []
    assert server.refused == []


async def test_whoever_administers_the_bot_is_told_the_number_of_the_group(
    server: BotApi, start: Start, ada: Person
) -> None:
    group = server.world.supergroup("Room")
    group.members[server.world.bot_id] = "left"
    async with start(chats=(), admins=(ada.user_id,)):
        ada.adds_bot(group)
        (post,) = await group.until(1)

    assert post.text == phrases.not_allowed(group.chat_id)


async def test_a_group_that_is_allowed_hears_nothing(
    server: BotApi, start: Start, ada: Person
) -> None:
    group = server.world.supergroup("Room")
    group.members[server.world.bot_id] = "left"
    async with start(chats=(group.chat_id,)):
        ada.adds_bot(group)
        ada.says("/help", chat=group)
        (post,) = await group.until(1)

    assert post.text == phrases.HELP
    assert server.calls_of("leaveChat") == []
