"""Paths of inline questions, and of the links that lead from them to the bot."""

from bot import phrases
from bot.phrases import inline
from tests.bot.channels.telegram.paths import MESSAGE, RESULTS, Act, Path, Stage
from tests.bot.channels.telegram.talk import ANSWER, QUESTION, QUOTE
from tests.bot_api import InlineQuestion, Person

__all__ = ["INLINE"]

LONG_QUESTION = f"{QUESTION} And who sailed on the ferry Kestrel to Norrholm in the old days?"


async def inline_of(stage: Stage, person: Person, query: str, offset: str = "") -> InlineQuestion:
    question = person.inline(query, offset=offset)
    await stage.settled()
    return question


def inline_asking(query: str) -> Act:
    async def act(stage: Stage) -> None:
        await inline_of(stage, stage.newcomer(), query)

    return act


async def inline_pages(stage: Stage) -> None:
    person = stage.newcomer()
    first = await inline_of(stage, person, "the mill")
    second = await inline_of(stage, person, "the mill", first.next_offset)
    ids = [result["id"] for page in (first, second) for result in page.results]
    assert len(first.results) == 10
    assert second.results != []
    assert len(set(ids)) == len(ids)


async def inline_denied(stage: Stage) -> None:
    person = stage.newcomer()
    await stage.asked(stage.owner, f"/deny {person.user_id}")
    question = await inline_of(stage, person, QUESTION)
    assert question.results == []


async def inline_chosen(stage: Stage) -> None:
    person = stage.newcomer()
    question = await inline_of(stage, person, QUESTION)
    message = person.chooses(question, question.results[0]["id"])
    assert QUOTE in message.content["text"]


def asking_privately(query: str) -> Act:
    """Follow the link above the results of an inline question."""

    async def act(stage: Stage) -> None:
        person = stage.newcomer()
        question = await inline_of(stage, person, query)
        assert question.answer is not None
        person.starts(question.answer["button"]["start_parameter"])

    return act


async def opening(stage: Stage) -> None:
    person = stage.newcomer()
    question = await inline_of(stage, person, QUESTION)
    ((button,),) = question.results[0]["reply_markup"]["inline_keyboard"]
    person.starts(button["url"].partition("?start=")[2])


def starting(parameter: str) -> Act:
    async def act(stage: Stage) -> None:
        stage.newcomer().starts(parameter)

    return act


ONE = (MESSAGE,)
INLINE = [
    Path("inline_query: results", inline_asking(QUESTION), (RESULTS,), QUOTE),
    Path("inline_query: pages", inline_pages, (RESULTS, RESULTS), "Alder mill"),
    Path("inline_query: nothing typed", inline_asking(""), (RESULTS,), inline.HINT),
    Path("inline_query: nothing found", inline_asking("zzyzx"), (RESULTS,), inline.NOTHING_FOUND),
    Path("inline_query: denied", inline_denied, (MESSAGE, RESULTS), inline.ASK_OWNER),
    Path("inline_query: chosen", inline_chosen, (RESULTS,)),
    Path("link: a question", asking_privately(QUESTION), (RESULTS, MESSAGE), ANSWER),
    Path("link: a long question", asking_privately(LONG_QUESTION), (RESULTS, MESSAGE), QUOTE),
    Path("link: a document", opening, (RESULTS, MESSAGE), "Ferry Kestrel sails again"),
    Path("link: damaged", starting("q_abcdefg"), ONE, inline.BROKEN_LINK),
    Path("link: of another kind", starting("zither"), ONE, phrases.GREETING),
]
