"""Inline questions and links, from the update to what is chosen and followed."""

from bot import phrases
from bot.phrases import inline as words
from tests.bot.channels.telegram.conftest import Start
from tests.bot.channels.telegram.in_process import Bot
from tests.bot.channels.telegram.talk import ANSWER, QUESTION
from tests.bot_api import BotApi, InlineQuestion, Person


async def answered(server: BotApi, question: InlineQuestion) -> InlineQuestion:
    await server.until(lambda: question.answer is not None)
    return question


async def test_an_inline_question_offers_quotes_that_can_be_sent(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    question = await answered(server, ada.inline(QUESTION))

    message = ada.chooses(question, question.results[0]["id"])

    assert message.content["text"] == ANSWER
    assert message.content["entities"][0]["type"] == "blockquote"
    assert server.refused == []


async def test_a_stranger_is_offered_nothing_but_a_way_to_the_owner(
    server: BotApi, start: Start, ada: Person
) -> None:
    async with start(chats=(), admins=(4_000,)):
        question = await answered(server, ada.inline(QUESTION))

    assert question.results == []
    assert (question.answer or {})["button"]["text"] == words.ASK_OWNER


async def test_the_way_to_ask_privately_asks_the_same(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    question = await answered(server, ada.inline(QUESTION))

    ada.starts((question.answer or {})["button"]["start_parameter"])

    (post,) = await ada.chat.until(1)
    assert post.text == ANSWER


async def test_a_link_to_a_document_opens_it(server: BotApi, bot: Bot, ada: Person) -> None:
    question = await answered(server, ada.inline(QUESTION))
    message = ada.chooses(question, question.results[0]["id"])
    address = message.buttons[0].content["url"]

    ada.starts(address.partition("?start=")[2])

    (post,) = await ada.chat.until(1)
    assert post.text.startswith("Ferry Kestrel sails again, 2021-09-14")


async def test_a_damaged_link_is_one_line(server: BotApi, bot: Bot, ada: Person) -> None:
    ada.starts("q_AAAA")

    (post,) = await ada.chat.until(1)

    assert post.text == words.BROKEN_LINK


async def test_a_link_cannot_make_its_follower_give_a_command(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    question = await answered(server, ada.inline("/forget yes"))

    ada.starts((question.answer or {})["button"]["start_parameter"])

    (post,) = await ada.chat.until(1)
    assert post.text.startswith(phrases.DECLINED)
