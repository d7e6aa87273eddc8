from bot import phrases
from bot.phrases.limits import over
from bot.quotas import Quotas, rules
from tests.bot.channels.telegram.conftest import Start
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


async def test_an_answer_that_was_deleted_is_sent_anew_for_an_edited_question(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    asked = ada.says(QUESTION)
    (post,) = await ada.chat.until(1)
    ada.deletes(post)

    ada.edits(asked, OTHER)
    (anew,) = await ada.chat.until(1)
    told = anew.text
    ada.edits(asked, QUESTION)
    await server.until(lambda: bool(anew.versions))

    assert "Kestrel" in told
    assert anew.text == ANSWER
    assert anew.payload["reply_to_message"]["message_id"] == asked.message_id
    # The second edit finds the new message at once.
    assert [call.method for call in server.refused] == ["editMessageText"]


async def test_messages_of_a_group_that_grew_are_not_taken_for_those_it_had_before(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    group = server.world.group("Room", members={ada.user_id: "member"})
    ada.says("hello", chat=group)
    asked = ada.says(f"/ask {QUESTION}", chat=group)
    (post,) = await group.until(1)
    grown = group.migrates()
    # The first message there tells that it grew.
    same = ada.says("hello", chat=grown)
    assert same.message_id == asked.message_id == 2

    ada.edits(same, f"/ask {OTHER}")
    ada.says("/help", chat=grown)

    # Ids of messages begin anew in the grown group; nobody was answered there before.
    assert texts(await grown.until(1)) == [phrases.HELP]
    assert post.versions == []
    assert server.refused == []


async def test_an_edit_over_the_limit_leaves_the_answer_and_is_told_of_beside_it(
    server: BotApi, start: Start, ada: Person
) -> None:
    async with start(quotas=Quotas(rules(1, 0, 0))):
        asked = ada.says(QUESTION)
        (post,) = await ada.chat.until(1)

        ada.edits(asked, OTHER)
        _, notice = await ada.chat.until(2)

    assert (post.text, post.versions) == (ANSWER, [])
    assert notice.text.startswith(over("user", 1, 60.0, 60.0)[:20])
