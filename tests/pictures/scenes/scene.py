"""What a scene is: a feature, what is said of it, and what is played to show it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from tests.pictures.said import Said
from tests.pictures.stage import Stage

__all__ = ["Scene"]


@dataclass(frozen=True, slots=True)
class Scene:
    """A feature of the bot, played.

    Attributes:
        name: of its picture.
        heading: names the feature.
        sentence: what it is.
        play: has it happen, and returns what is drawn.
        corpus: the documents that the bot knows.
        is_open: whether everybody may ask.
        writes: whether the documents change, so that the scene needs some of its own.
    """

    name: str
    heading: str
    sentence: str
    play: Callable[[Stage], Awaitable[Sequence[Said]]]
    corpus: str = "bundled"
    is_open: bool = True
    writes: bool = False
