from bot.phrases import buttons as words
from bot.quotas import Limit, Quotas
from tests.bot.channels.telegram.conftest import Start
from tests.bot.channels.telegram.deciding.test_pressing import answered, labels, turned
from tests.bot.channels.telegram.in_process import Bot
from tests.bot.channels.telegram.talk import ANSWER, QUESTION, texts
from tests.bot_api import BotApi, Chat, Person, Post
from tests.bot_api.faults import Fault, refused

SURE = words.choice("sure", is_on=False)


async def settings(ada: Person, group: Chat) -> Post:
    ada.says("/settings", chat=group)
    return (await group.until(1))[-1]


async def test_an_administrator_of_a_group_changes_its_settings(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    group = server.world.supergroup("Room", members={ada.user_id: "administrator"})
    post = await settings(ada, group)
    assert labels(post) == [[words.choice("buttons", is_on=True)], [SURE]]

    press = ada.presses(post.button(SURE))

    assert await answered(server, press) == words.choice("sure", is_on=True)
    await turned(server, post, 1)
    assert labels(post)[1] == [words.choice("sure", is_on=True)]
    assert server.refused == []


async def test_others_are_told_that_they_cannot(server: BotApi, bot: Bot, ada: Person) -> None:
    group = server.world.supergroup("Room")

    post = await settings(ada, group)

    assert post.text == words.ONLY_ADMINS
    assert post.buttons == []


async def test_rights_are_looked_up_again_at_each_press(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    group = server.world.supergroup("Room", members={ada.user_id: "administrator"})
    post = await settings(ada, group)

    ada.becomes(group, "member")
    press = ada.presses(post.button(SURE))

    assert await answered(server, press) == words.ONLY_ADMINS
    assert post.versions == []


async def test_a_chat_without_buttons_gets_none(server: BotApi, bot: Bot, ada: Person) -> None:
    ada.says("/settings")
    (post,) = await ada.chat.until(1)
    ada.presses(post.button(words.choice("buttons", is_on=True)))
    await turned(server, post, 1)

    ada.says(QUESTION)

    posts = await ada.chat.until(2)
    assert texts(posts)[1] == ANSWER
    assert posts[1].buttons == []


async def test_a_group_that_wants_it_hears_sure_answers_unasked_and_no_others(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    group = server.world.supergroup("Room", members={ada.user_id: "administrator"})
    group.members[server.world.bot_id] = "administrator"
    ada.says(QUESTION, chat=group)
    post = await settings(ada, group)
    ada.presses(post.button(SURE))
    await turned(server, post, 1)

    ada.says("What colour has the mayor's parrot?", chat=group)
    ada.says(QUESTION.rstrip("?"), chat=group)
    ada.says(QUESTION, chat=group)

    posts = await group.until(2)
    assert texts(posts)[1] == ANSWER
    ada.says("/help", chat=group)
    assert len(await group.until(3)) == 3


async def test_where_telegram_does_not_say_who_one_is_nothing_changes(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    group = server.world.supergroup("Room", members={ada.user_id: "administrator"})
    server.rules.append(Fault("getChatMember", refused(500, "Internal Server Error")))

    post = await settings(ada, group)

    assert post.text == words.UNSETTLED


async def test_only_those_who_administer_a_group_have_its_words_forgotten(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    group = server.world.supergroup("Room")
    ada.says(f"/ask {QUESTION}", chat=group)
    ada.says("/forget yes", chat=group)
    posts = await group.until(2)
    assert posts[1].text == words.ONLY_ADMINS
    assert bot.database.rows("SELECT count(*) FROM turns") == [(1,)]

    ada.becomes(group, "administrator")
    ada.says("/forget yes", chat=group)
    await group.until(3)

    assert bot.database.rows("SELECT count(*) FROM turns") == [(0,)]


async def test_a_press_counts_once_though_rights_are_looked_up_for_it(
    server: BotApi, start: Start, ada: Person
) -> None:
    group = server.world.supergroup("Room", members={ada.user_id: "administrator"})
    async with start(quotas=Quotas({"press": [Limit("user", 1)]})):
        post = await settings(ada, group)

        press = ada.presses(post.button(SURE))

        assert await answered(server, press) == words.choice("sure", is_on=True)
