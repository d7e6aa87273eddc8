"""Pictures of chats as Telegram shows them, drawn as SVG from the messages a server was sent.

`python -m tests.pictures` plays the scenes and writes a picture of each, and the page with all.
"""

from .chat import draw_chat
from .said import File, Said, caption, notice, offered, said

__all__ = ["File", "Said", "caption", "draw_chat", "notice", "offered", "said"]
