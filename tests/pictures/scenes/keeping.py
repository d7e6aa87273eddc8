"""Scenes of what is kept, of who may ask, and of those who administer."""

from collections.abc import Sequence

from tests.pictures.said import Said, caption, said
from tests.pictures.stage import Stage

from .scene import Scene

__all__ = ["SCENES"]

QUESTION = "When was GSOMIA signed?"
MINUTES = b"""date 2024-04-29 Minutes of the garden club
The greenhouse opens on Mondays at seven in the morning.
It holds 240 tomato plants, and each member may take three of them home in June.
"""


async def export(stage: Stage) -> Sequence[Said]:
    await stage.ask(stage.ada, QUESTION)
    return [said(post) for post in await stage.ask(stage.ada, "/export md", n_answers=2)]


async def privacy(stage: Stage) -> Sequence[Said]:
    posts = [
        *await stage.ask(stage.ada, "/privacy"),
        *await stage.ask(stage.ada, "/forget"),
        *await stage.ask(stage.ada, "/forget yes"),
    ]
    return [said(post) for post in posts]


async def limits(stage: Stage) -> Sequence[Said]:
    asked = [f"What happened in {year}?" for year in range(2010, 2020)]
    for question in asked:
        await stage.ask(stage.ada, question)
    before = stage.does(stage.ada, f"asks {len(asked)} questions within a minute")
    return [before, *map(said, await stage.ask(stage.ada, QUESTION))]


async def access(stage: Stage) -> Sequence[Said]:
    stranger, owner = stage.ada, stage.owner
    denied = await stage.ask(stranger, QUESTION)
    allowed = await stage.ask(owner, f"/allow {stranger.user_id}")
    answered = await stage.ask(stranger, QUESTION)
    told = caption(f"{owner.first_name}, who owns the bot, writes to it")
    then = caption(f"{stranger.first_name} asks again")
    return [*map(said, denied), told, *map(said, allowed), then, *map(said, answered)]


async def add(stage: Stage) -> Sequence[Said]:
    file = stage.owner.sends_document("minutes.txt", MINUTES, caption="/add")
    (added,) = await stage.owner.chat.until(1, timeout=30)
    listed = await stage.ask(stage.owner, "/documents")
    answered = await stage.ask(stage.owner, "How many tomato plants does the greenhouse hold?")
    return [said(post) for post in (file, added, *listed, *answered)]


async def stats(stage: Stage) -> Sequence[Said]:
    await stage.ask(stage.ada, QUESTION)
    await stage.ask(stage.ada, "Who directs the planetarium of Reykjavik?")
    numbers = await stage.ask(stage.owner, "/stats")
    return [said(post) for post in (*numbers, *await stage.ask(stage.owner, "/gaps"))]


SCENES = (
    Scene(
        "export",
        "A conversation as a file",
        "Questions, quotes and citations as Markdown, JSON, BibTeX or CSL-JSON.",
        export,
    ),
    Scene(
        "privacy",
        "What is kept, and forgetting it",
        "What is kept is said, and deleted on request.",
        privacy,
    ),
    Scene(
        "limits",
        "Too many questions",
        "Who asks more than the limits allow is told once, and when to go on.",
        limits,
    ),
    Scene(
        "access",
        "Who may ask",
        "Nobody is let in by default; who administers the bot lets chats and users in.",
        access,
        is_open=False,
    ),
    Scene(
        "add",
        "A document from a chat",
        "Who administers the bot adds a document by sending it, and it answers at once.",
        add,
        writes=True,
    ),
    Scene(
        "stats",
        "Numbers for those who administer",
        "How much was asked and answered, and what was asked in vain, without who asked it.",
        stats,
    ),
)
