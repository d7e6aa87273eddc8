"""The terminal: typed lines in, replies out; plain lines when it is no terminal."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from bot.conversation import COMMANDS, Conversation
from bot.history import ChatKey
from bot.replies import Attachment, Kind, Part, Reply
from bot.visible import visible, visible_line

if TYPE_CHECKING:
    from rich.text import Text

__all__ = ["TypedLines", "converse", "save", "show_reply"]

CHAT = "terminal"
PROMPT = "> "
LEAVING = ("/exit", "/quit")
STYLES: dict[Kind, str] = {
    "text": "",
    "note": "dim",
    "date": "bold",
    "quote": "green",
    "citation": "dim",
}
# A timeline is a table: its dates stand in a column of their own.
DATE_WIDTH = 12
INDENT: dict[Kind, int] = {"quote": 2, "citation": 2}


class TypedLines:
    """The lines that were typed, which the arrow keys bring back.

    Parameters
    ----------
    home
        the folder that has the file.

    Attributes
    ----------
    file
        where they are kept.
    """

    def __init__(self, home: Path) -> None:
        self.file = home / "chat-history"

    def forget(self, chat: ChatKey) -> None:
        """Delete them all: there is one chat."""
        if self.file.exists():
            self.file.write_bytes(b"")


def converse(conversation: Conversation, home: Path) -> None:
    """Reply to each line until the input ends or says /exit."""
    is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    if is_terminal:
        show_reply(conversation.reply(CHAT, "/start"))
    for line in _typed(home) if is_terminal else _piped():
        if line.strip().lower() in LEAVING:
            return
        if line.strip():
            _answer(conversation.reply(CHAT, line))
            print(flush=True)


def save(attachment: Attachment, folder: Path) -> Path:
    """Write an attachment into a folder, under another name where its own is taken."""
    plain, n = folder / attachment.name, 1
    path = plain
    while True:
        try:
            with path.open("xb") as file:
                # Halves of characters, which no file can hold, are written as JSON writes them.
                file.write(attachment.content.encode("utf-8", "backslashreplace"))
        except FileExistsError:
            n += 1
            path = plain.with_stem(f"{plain.stem}-{n}")
        else:
            return path


def _answer(reply: Reply) -> None:
    """Print a reply and keep what is attached to it in the current folder."""
    show_reply(reply)
    if reply.attachment is None:
        return
    try:
        print(visible_line(f"Saved as {save(reply.attachment, Path.cwd())}"))
    except OSError as error:
        print(visible_line(f"Not saved: {error}"))


def show_reply(reply: Reply) -> None:
    """Print a reply, with colour on a terminal only."""
    if sys.stdout.isatty():
        _show_styled(reply)
    else:
        print("\n\n".join(_plain(group) for group in reply.groups()))


def _plain(group: list[Part]) -> str:
    if group[0].kind == "date":
        return _row(group[0].text, _plain(group[1:]))
    lines = []
    for part in group:
        bar = "| " if part.kind == "quote" else "  " if part.kind == "citation" else ""
        lines += [f"{bar}{line}" for line in visible(part.text).splitlines()]
    return "\n".join(lines)


def _row(date: str, told: str) -> str:
    """Set a date beside what happened on it; a long one stands above."""
    above = f"{date}\n" if len(date) >= DATE_WIDTH else ""
    beside = f"{'' if above else date:<{DATE_WIDTH}}"
    return above + beside + told.replace("\n", "\n" + " " * DATE_WIDTH)


def _show_styled(reply: Reply) -> None:
    from rich.console import Console
    from rich.padding import Padding

    console = Console(highlight=False)
    for number, group in enumerate(reply.groups()):
        if number:
            console.print()
        indent = 0
        if group[0].kind == "date":
            indent = DATE_WIDTH - INDENT["quote"]
        for part in group:
            left = indent + INDENT[part.kind] if part.kind in INDENT else 0
            console.print(Padding(_styled(part), (0, 0, 0, left)))


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
        history=FileHistory(str(TypedLines(home).file)), completer=completer
    )
    while True:
        try:
            yield session.prompt(PROMPT)
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
