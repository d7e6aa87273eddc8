"""Scenes of one person and the bot: answers and what stands behind them."""

from collections.abc import Sequence

from bot.phrases import buttons as words
from tests.pictures.said import Said, said
from tests.pictures.stage import Stage

from .scene import Scene

__all__ = ["SCENES"]

QUESTION = "when does GSOMIA expire"
SHORT = "When was GSOMIA signed?"


async def answer(stage: Stage) -> Sequence[Said]:
    return [said(post) for post in await stage.ask(stage.ada, QUESTION)]


async def follow_up(stage: Stage) -> Sequence[Said]:
    first = await stage.ask(stage.ada, "When did the ferry Kestrel resume its crossings?")
    second = await stage.ask(stage.ada, "and what does a return ticket for it cost?")
    return [said(post) for post in (*first, *second)]


async def as_of(stage: Stage) -> Sequence[Said]:
    return [said(post) for post in await stage.ask(stage.ada, f"/asof 2019-11-14 {QUESTION}")]


async def _view(stage: Stage, label: str) -> Sequence[Said]:
    asked, post = await stage.ask(stage.ada, SHORT)
    return [said(asked), *await stage.press(stage.ada, post, label), said(post)]


async def context(stage: Stage) -> Sequence[Said]:
    return await _view(stage, words.CONTEXT)


async def sources(stage: Stage) -> Sequence[Said]:
    return await _view(stage, words.SOURCES)


async def why(stage: Stage) -> Sequence[Said]:
    return await _view(stage, words.WHY)


async def verify(stage: Stage) -> Sequence[Said]:
    return await _view(stage, words.VERIFY)


async def refusal(stage: Stage) -> Sequence[Said]:
    question = "Who directs the planetarium of Reykjavik?"
    return [said(post) for post in await stage.ask(stage.ada, question)]


async def changes(stage: Stage) -> Sequence[Said]:
    question = "How much is the bridge toll for a car?"
    return [said(post) for post in await stage.ask(stage.ada, question)]


async def timeline(stage: Stage) -> Sequence[Said]:
    asked, post = await stage.ask(stage.ada, "/timeline GSOMIA")
    return [said(asked), *await stage.press(stage.ada, post, post.buttons[-1].text), said(post)]


async def verdict(stage: Stage) -> Sequence[Said]:
    asked, post = await stage.ask(stage.ada, SHORT)
    unhelpful = [*await stage.press(stage.ada, post, words.NOT_HELPFUL), said(post)]
    return [said(asked), *unhelpful, *await stage.press(stage.ada, post, words.OUTDATED)]


async def edited(stage: Stage) -> Sequence[Said]:
    asked, post = await stage.ask(stage.ada, QUESTION)
    before = [said(asked), said(post)]
    stage.ada.edits(asked, SHORT)
    await stage.server.until(lambda: bool(post.versions))
    return [*before, stage.does(stage.ada, "edits the question"), said(asked), said(post)]


SCENES = (
    Scene(
        "answer",
        "An answer",
        "An answer is quoted word for word with its source; buttons under it lead to the rest.",
        answer,
    ),
    Scene(
        "follow_up",
        "A question that leans on the one before",
        "What is taken over from the question before is said.",
        follow_up,
        corpus="harbour",
    ),
    Scene(
        "as_of",
        "As of a day",
        "Only what was published by that day is searched.",
        as_of,
    ),
    Scene(
        "context",
        "The sentences around a quote",
        "They take the place of the answer, and a button brings it back.",
        context,
    ),
    Scene(
        "sources",
        "The documents behind an answer",
        "Each is named with its file and the digest of its bytes.",
        sources,
    ),
    Scene(
        "why",
        "Why this sentence",
        "All that adds up to the score of the first quote, and how far it is ahead.",
        why,
    ),
    Scene(
        "verify",
        "The proof",
        "Each quote is looked up again in the stored originals, byte for byte.",
        verify,
    ),
    Scene(
        "refusal",
        "No answer",
        "Where the documents are silent the bot declines, says what they lack, and shows the "
        "nearest they come.",
        refusal,
    ),
    Scene(
        "changes",
        "What changed since",
        "Where documents of several days differ, the newest leads and the earlier ones follow.",
        changes,
        corpus="bridge",
    ),
    Scene(
        "timeline",
        "A timeline",
        "What happened, by date; buttons turn its pages in place.",
        timeline,
    ),
    Scene(
        "verdict",
        "What is wrong with it?",
        "A verdict on an answer is noted; one that is not good is asked for its reason.",
        verdict,
    ),
    Scene(
        "edited",
        "An edited question",
        "The answer to a question that is edited is edited too.",
        edited,
    ),
)
