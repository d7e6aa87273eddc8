"""A press and an inline question get one answer each, in time."""

import pytest

from . import BotApi, InlineQuestion, Person, Press
from .conftest import Client
from .refusals import Json

MARKUP = {"inline_keyboard": [[{"text": "More", "callback_data": "more"}]]}


def article(number: int | str, **more: object) -> Json:
    content = {"message_text": f"text {number}"}
    return {
        "type": "article",
        "id": str(number),
        "title": "A title",
        "input_message_content": content,
        **more,
    }


@pytest.fixture
async def press(ask: Client, ada: Person) -> Press:
    """A press of a button that waits for its answer."""
    await ask.result("sendMessage", chat_id=ada.user_id, text="one", reply_markup=MARKUP)
    return ada.presses(ada.chat.messages[0].button("More"))


@pytest.fixture
def question(ada: Person) -> InlineQuestion:
    """An inline question that waits for its answer."""
    return ada.inline("when does it end")


async def test_a_press_is_answered_once(ask: Client, press: Press) -> None:
    await ask.result("answerCallbackQuery", callback_query_id=press.query_id, text="done")

    assert press.answer == {"callback_query_id": press.query_id, "text": "done"}
    assert (await ask.refusal("answerCallbackQuery", callback_query_id=press.query_id)).startswith(
        "query is too old"
    )


async def test_an_old_or_unknown_press_cannot_be_answered(
    server: BotApi, ask: Client, press: Press
) -> None:
    server.world.queries.expire()

    late = await ask.refusal("answerCallbackQuery", callback_query_id=press.query_id)
    late_is_fault = server.refused[-1].is_fault
    unknown = await ask.refusal("answerCallbackQuery", callback_query_id="press-9")

    assert late == unknown
    assert (late_is_fault, server.refused[-1].is_fault) == (False, True)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ({"text": "a" * 201}, {"text": "a" * 200}),
        ({"show_alert": True}, {"show_alert": True, "text": "a"}),
        ({"url": "https://a.example"}, {"url": "https://t.me/quoth_test_bot?start=x"}),
        ({"cache_time": -1}, {"cache_time": 0}),
    ],
)
async def test_an_answer_to_a_press_is_short_and_leads_nowhere_else(
    ask: Client, press: Press, wrong: Json, right: Json
) -> None:
    await ask.refusal("answerCallbackQuery", callback_query_id=press.query_id, **wrong)
    await ask.result("answerCallbackQuery", callback_query_id=press.query_id, **right)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (
            {"results": [article(each) for each in range(51)]},
            {"results": [article(each) for each in range(50)]},
        ),
        ({"results": [article(1), article(1)]}, {"results": [article(1), article(2)]}),
        ({"results": [article("é" * 33)]}, {"results": [article("é" * 32)]}),
        ({"results": [article("")]}, {"results": [article("a")]}),
        ({"results": [article(1, title=" ")]}, {"results": [article(1, title="a")]}),
        ({"results": [article(1, url="a.example")]}, {"results": [article(1, url="http://a.b")]}),
        (
            {"results": [article(1, input_message_content={"message_text": ""})]},
            {"results": [article(1, input_message_content={"message_text": "a"})]},
        ),
        (
            {"results": [article(1, reply_markup={"inline_keyboard": [[{"text": "a"}]]})]},
            {"results": [article(1, reply_markup=MARKUP)]},
        ),
        ({"results": [], "next_offset": "a" * 65}, {"results": [], "next_offset": "a" * 64}),
        ({"results": [], "cache_time": -1}, {"results": [], "cache_time": 0}),
        (
            {"results": [], "button": {"text": "a"}},
            {"results": [], "button": {"text": "a", "start_parameter": "a"}},
        ),
        (
            {"results": [], "button": {"text": "a", "start_parameter": "a b"}},
            {"results": [], "button": {"text": "a", "web_app": {"url": "https://a.example"}}},
        ),
        (
            {"results": [], "button": {"text": " ", "start_parameter": "a"}},
            {"results": [], "button": {"text": ".", "start_parameter": "a"}},
        ),
    ],
)
async def test_inline_results_keep_to_their_limits(
    ask: Client, question: InlineQuestion, wrong: Json, right: Json
) -> None:
    await ask.refusal("answerInlineQuery", inline_query_id=question.query_id, **wrong)
    await ask.result("answerInlineQuery", inline_query_id=question.query_id, **right)

    assert question.results == right["results"]


async def test_an_inline_question_is_answered_once(ask: Client, question: InlineQuestion) -> None:
    await ask.result("answerInlineQuery", inline_query_id=question.query_id, results=[])

    await ask.refusal("answerInlineQuery", inline_query_id=question.query_id, results=[])
    await ask.refusal("answerInlineQuery", inline_query_id="inline-9", results=[])


async def test_a_chosen_result_can_be_edited_by_its_inline_id(
    ask: Client, ada: Person, question: InlineQuestion
) -> None:
    results = [article(1, reply_markup=MARKUP)]
    await ask.result("answerInlineQuery", inline_query_id=question.query_id, results=results)
    message = ada.chooses(question, "1")
    where = {"inline_message_id": message.inline_message_id}

    assert await ask.result("editMessageText", **where, text="two") is True

    assert message.content["text"] == "two"
    assert "not modified" in await ask.refusal("editMessageText", **where, text="two")
