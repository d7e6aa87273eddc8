"""`quoth audit`: what the audit log tells, and whether it is whole."""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.audit.chain import Head

__all__ = ["DESCRIPTION", "HELP", "add_arguments", "run"]

HELP = "show or verify the log of who was let in"
DESCRIPTION = """\
The audit log holds when the bot started and stopped and from which index it answered, who paired,
opened or closed it, and who tried to and was not let. It never holds what somebody wrote.
`show` prints it. `verify` follows its chain of digests and names the first entry that was changed,
removed or moved; with --head, as the bot's log lines give it, a log that was cut off or written
anew is found too. Exit code 0 when the chain holds, 1 when it does not."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("task", choices=["show", "verify"], help="what to do")
    head = "a head that was seen earlier"
    parser.add_argument("--head", metavar="NUMBER:DIGEST", type=_head, help=head)


def run(arguments: argparse.Namespace, environ: Mapping[str, str]) -> int:
    """Print the entries, or where they break."""
    from bot.settings import read_settings

    given = {} if arguments.home is None else {"QUOTH_HOME": arguments.home}
    file = read_settings({**environ, **given}).database_file
    return _show(file) if arguments.task == "show" else _verify(file, arguments.head)


def _show(file: Path) -> int:
    from bot.audit.reading import reading
    from bot.visible import visible_line

    with reading(file) as entries:
        for entry in entries:
            line = f"{entry.number}  {entry.at}  {entry.actor}  {entry.action}  {entry.detail}"
            print(visible_line(line.rstrip()))
    return 0


def _verify(file: Path, known: "Head | None") -> int:
    from bot.audit.chain import Break, follow
    from bot.audit.reading import reading

    with reading(file) as entries:
        found = follow(entries, known)
    if isinstance(found, Break):
        print(f"entry {found.number}: {found.problem}")
        return 1
    print(f"{found.number:,} entr{'y holds' if found.number == 1 else 'ies hold'}, head {found}")
    return 0


def _head(text: str) -> "Head":
    from bot.audit.chain import parse_head

    head = parse_head(text)
    if head is None:
        raise argparse.ArgumentTypeError(f"{text!r} is not NUMBER:DIGEST")
    return head
