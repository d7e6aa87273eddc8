"""The terminal: typed lines in, replies out; plain lines when it is no terminal."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from bot.conversation import COMMANDS, Conversation
from bot.replies import Kind, Part, Reply
from bot.visible import visible

if TYPE_CHECKING:
    from rich.text import Text

__all__ = ["converse", "show_reply"]

CHAT = "terminal"
PROMPT = "> "
LEAVING = ("/exit", "/quit")
STYLES: dict[Kind, str] = {"text": "", "note": "dim", "quote": "green", "citation": "dim"}
INDENT: dict[Kind, int] = {"quote": 2, "citation": 2}


def converse(conversation: Conversation, home: Path) -> None:
    """Reply to each line until the input ends or says /exit."""
    is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    if is_terminal:
        show_reply(conversation.reply(CHAT, "/start"))
    for line in _typed(home) if is_terminal else _piped():
        if line.strip().lower() in LEAVING:
            return
        if line.strip():
            show_reply(conversation.reply(CHAT, line))
            print(flush=True)


def show_reply(reply: Reply) -> None:
    """Print a reply, with colour on a terminal only."""
    if sys.stdout.isatty():
        _show_styled(reply)
    else:
        print("\n\n".join(_plain(group) for group in reply.groups()))


def _plain(group: list[Part]) -> str:
    lines = []
    for part in group:
        bar = "| " if part.kind == "quote" else "  " if part.kind == "citation" else ""
        lines += [f"{bar}{line}" for line in visible(part.text).splitlines()]
    return "\n".join(lines)


def _show_styled(reply: Reply) -> None:
    from rich.console import Console
    from rich.padding import Padding

    console = Console(highlight=False)
    for number, group in enumerate(reply.groups()):
        if number:
            console.print()
        for part in group:
            console.print(Padding(_styled(part), (0, 0, 0, INDENT.get(part.kind, 0))))


def _styled(part: Part) -> "Text":
    from rich.text import Text

    text = Text(visible(part.text), style=STYLES[part.kind])
    for mark in part.highlights:
        text.stylize("bold", mark.start, mark.end)
    return text


def _piped() -> Iterator[str]:
    yield from sys.stdin


def _typed(home: Path) -> Iterator[str]:
    """Yield lines typed with history and completion; Ctrl-C clears the line, Ctrl-D ends."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import WordCompleter
    from prompt_toolkit.history import FileHistory

    home.mkdir(parents=True, exist_ok=True)
    menu = {f"/{name}": text for name, text in COMMANDS.items()} | {"/exit": "leave"}
    completer = WordCompleter(list(menu), meta_dict=menu, sentence=True)
    session: PromptSession[str] = PromptSession(
        history=FileHistory(str(home / "chat-history")), completer=completer
    )
    while True:
        try:
            yield session.prompt(PROMPT)
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
