"""Scenes in groups, in other chats and behind links."""

from collections.abc import Sequence

from bot.phrases import buttons as words
from tests.bot_api import InlineQuestion
from tests.pictures.said import Said, offered, said
from tests.pictures.stage import Stage

from .scene import Scene

__all__ = ["SCENES"]

QUESTION = "When was GSOMIA signed?"
SURE = words.choice("sure", is_on=False)


async def addressed(stage: Stage) -> Sequence[Said]:
    room, bob = stage.room(), stage.server.world.person("Bob")
    unheard = bob.says("Shall we have lunch at noon?", chat=room)
    by_command = await stage.ask(stage.ada, f"/ask {QUESTION}", chat=room)
    name = f"@{stage.server.world.bot_username}"
    by_name = await stage.ask(bob, f"{name} when does GSOMIA expire", chat=room)
    return [said(post) for post in (unheard, *by_command, *by_name)]


async def unasked(stage: Stage) -> Sequence[Said]:
    room, bob = stage.room(), stage.server.world.person("Bob")
    _, post = await stage.ask(stage.ada, "/settings", chat=room)
    pressed = await stage.press(stage.ada, post, SURE)
    unsure = bob.says("What colour has the parrot of the minister?", chat=room)
    sure = await stage.ask(bob, QUESTION, chat=room)
    return [*pressed, *(said(each) for each in (unsure, *sure))]


async def settings(stage: Stage) -> Sequence[Said]:
    asked, post = await stage.ask(stage.ada, "/settings", chat=stage.room())
    return [said(asked), *await stage.press(stage.ada, post, SURE), said(post)]


async def _inline(stage: Stage) -> InlineQuestion:
    question = stage.ada.inline(QUESTION)
    await stage.server.until(lambda: question.answer is not None)
    return question


async def inline(stage: Stage) -> Sequence[Said]:
    question = await _inline(stage)
    first = question.results[0]
    stage.ada.chooses(question, first["id"])
    typed = f"types @{stage.server.world.bot_username} {QUESTION}"
    chosen = stage.does(stage.ada, f"chooses “{first['title']}”")
    return [stage.does(stage.ada, typed), chosen, offered(first)]


async def link(stage: Stage) -> Sequence[Said]:
    question = await _inline(stage)
    message = stage.ada.chooses(question, question.results[0]["id"])
    (button,) = message.buttons
    parameter = button.content["url"].partition("?start=")[2]
    opened = await stage.ask(stage.ada, f"/start {parameter}")
    pressed = stage.does(stage.ada, f"presses “{button.text}”")
    return [offered(question.results[0]), pressed, *map(said, opened)]


SCENES = (
    Scene(
        "addressed",
        "In a group",
        "It answers when it is addressed by a command, by its name or by a reply, and is silent "
        "otherwise.",
        addressed,
    ),
    Scene(
        "settings",
        "What a chat chooses",
        "Those who administer a group change its settings with a button each.",
        settings,
    ),
    Scene(
        "unasked",
        "Unasked, when it is sure",
        "Where a group has switched that on, a question to everybody is answered if the answer "
        "is sure.",
        unasked,
    ),
    Scene(
        "inline",
        "In any other chat",
        "The bot's name and a question offer single quotes, and one that is chosen is sent with "
        "its source.",
        inline,
    ),
    Scene(
        "link",
        "A link to a document",
        "The button under a quote that was sent opens its document in the chat with the bot.",
        link,
    ),
)
