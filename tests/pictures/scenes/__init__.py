"""A scene for each feature of the bot in Telegram."""

from . import answers, elsewhere, keeping
from .scene import Scene

__all__ = ["SCENES", "Scene"]

SCENES = (*answers.SCENES, *elsewhere.SCENES, *keeping.SCENES)
