from bot import phrases
from tests.bot.channels.telegram.in_process import Bot
from tests.bot.channels.telegram.talk import ANSWER, QUESTION, texts
from tests.bot_api import BotApi, Person

OTHER = "When did the Kestrel resume its crossings?"


async def test_an_edited_question_edits_its_answer(server: BotApi, bot: Bot, ada: Person) -> None:
    asked = ada.says(QUESTION)
    (post,) = await ada.chat.until(1)

    ada.edits(asked, OTHER)
    await server.until(lambda: bool(post.versions))
    ada.says("/help")

    posts = await ada.chat.until(2)
    assert "Kestrel" in posts[0].text
    assert posts[0].text != ANSWER
    assert posts[0].buttons
    assert posts[1].text == phrases.HELP
    assert server.refused == []


async def test_an_edit_that_says_the_same_gets_nothing(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    asked = ada.says(QUESTION)
    (post,) = await ada.chat.until(1)

    ada.edits(asked, QUESTION)
    ada.says("/help")

    await ada.chat.until(2)
    assert post.versions == []


async def test_an_edit_of_what_was_never_answered_gets_nothing(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    group = server.world.group("Room")
    said = ada.says("hello", chat=group)
    ada.edits(said, f"/ask {QUESTION}")
    ada.says("/help", chat=group)

    assert texts(await group.until(1)) == [phrases.HELP]


async def test_a_command_that_does_something_is_not_done_by_an_edit(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    asked = ada.says(QUESTION)
    (post,) = await ada.chat.until(1)

    ada.edits(asked, "/asof 2019-11-14")
    ada.says("/help")

    await ada.chat.until(2)
    assert post.versions == []


async def test_an_answer_that_grows_shorter_takes_its_other_messages_away(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    asked = ada.says(QUESTION)
    (post,) = await ada.chat.until(1)

    for text in (OTHER, QUESTION, OTHER):
        n_before = len(post.versions)
        ada.edits(asked, text)
        await server.until(lambda n=n_before: len(post.versions) > n)  # type: ignore[misc]

    assert len(ada.chat.messages) == 1
    assert server.refused == []
