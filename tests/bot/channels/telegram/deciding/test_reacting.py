from tests.bot.channels.telegram.conftest import Start
from tests.bot.channels.telegram.in_process import Bot
from tests.bot.channels.telegram.talk import QUESTION
from tests.bot_api import BotApi, Person


async def verdicts(server: BotApi, bot: Bot, ada: Person) -> list[tuple[object, ...]]:
    """Return the verdicts once everything before is worked off."""
    ada.says("/help")
    await ada.chat.until(2)
    return bot.database.rows("SELECT verdict, user FROM feedback")


async def test_a_thumb_under_an_answer_is_a_verdict(server: BotApi, bot: Bot, ada: Person) -> None:
    ada.says(QUESTION)
    (post,) = await ada.chat.until(1)

    ada.reacts(post, "👍")
    ada.reacts(post, "👎")

    assert await verdicts(server, bot, ada) == [("not helpful", ada.user_id)]


async def test_one_of_somebody_else_or_of_another_kind_is_none(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    ada.says(QUESTION)
    (post,) = await ada.chat.until(1)

    server.world.person("Bob").reacts(post, "👍")
    ada.reacts(post, "🤔")

    assert await verdicts(server, bot, ada) == []


async def test_one_of_somebody_who_may_not_ask_any_more_is_none(
    server: BotApi, start: Start, ada: Person
) -> None:
    async with start(admins=(4000,)) as bot:
        ada.says(QUESTION)
        (post,) = await ada.chat.until(1)
        bot.access.forbid(ada.user_id, 4000)

        ada.reacts(post, "👎")
        await server.until_confirmed()
        await bot.service.deliverer.until_open(0)

        assert bot.database.rows("SELECT verdict FROM feedback") == []
