"""Scenes played on a stage, and what is written of them: a picture each, and a page with all."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from bot.home import Home
from tests.transcripts import make_home

from .chat import draw_chat
from .scenes import Scene
from .stage import on_stage

__all__ = ["FOLDER", "PAGE", "Theatre", "page"]

FOLDER = Path(__file__).parent
PAGE = FOLDER / "README.md"
HEAD = """\
# What it looks like in Telegram

Each picture is drawn from the messages that the bot sends to a server on this machine, over the
bundled documents or those of a test. `python -m tests.pictures` writes this page and its pictures,
and a test holds them against what the bot says now.
"""


class Theatre:
    """Plays scenes; those that leave the documents as they are share a home.

    Parameters
    ----------
    folder
        for homes and databases.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._shared = cache(self._home)

    async def draw(self, scene: Scene) -> str:
        """Return the picture of a scene.

        Raises
        ------
        AssertionError
            The server refused something that the bot did.
        """
        home = (self._home if scene.writes else self._shared)(scene.corpus)
        folder = Path(mkdtemp(dir=self._folder))
        async with on_stage(home, folder, is_open=scene.is_open) as stage:
            messages = await scene.play(stage)
        if stage.server.refused:
            raise AssertionError(stage.server.refused)
        return draw_chat(messages, scene.heading)

    def _home(self, corpus: str) -> Home:
        return make_home(corpus, Path(mkdtemp(dir=self._folder)))


def page(scenes: Sequence[Scene]) -> str:
    """Return the page that shows the pictures of scenes."""
    return "\n".join([HEAD, *map(_entry, scenes)])


def _entry(scene: Scene) -> str:
    return f"## {scene.heading}\n\n{scene.sentence}\n\n![{scene.heading}]({scene.name}.svg)\n"
