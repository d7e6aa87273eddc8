"""Pictures of chats as Telegram shows them, drawn as SVG from the messages a server was sent."""

from .chat import draw_chat
from .said import Said, offered, said

__all__ = ["Said", "draw_chat", "offered", "said"]
