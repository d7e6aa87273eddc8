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
