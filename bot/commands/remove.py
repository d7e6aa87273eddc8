"""`quoth remove`: take documents out of every answer."""

import argparse
import sys
from collections.abc import Mapping

__all__ = ["DESCRIPTION", "HELP", "add_arguments", "run"]

HELP = "take documents out of every answer"
DESCRIPTION = """\
Removes documents from the index. A document is named by its id, its title, the name of an uploaded
file, or a part of an id or a title. An upload is deleted; a document of a folder or a file that was
indexed stays there and is left out, also when its source is indexed again.
A running bot answers without it from the next question on. Either all that are named are removed,
or none: exit code 1 then, and one line says which is not known or not the only one."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("documents", metavar="DOCUMENT", nargs="+", help="an id, or a part of it")
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--all", action="store_true", help="remove every document that a name fits")
    way.add_argument("--undo", action="store_true", help="let removed documents in again, by id")


def run(arguments: argparse.Namespace, environ: Mapping[str, str]) -> int:
    """Remove the documents, or let them in again, and name them; 1 where that is refused."""
    from bot import wiring
    from bot.documents.checking import Refused
    from bot.documents.removing import remove, restore
    from bot.phrases import documents as phrases
    from bot.visible import visible_line

    home = wiring.home(arguments.home, environ, arguments.collection)
    named = arguments.documents
    done = restore(home, named) if arguments.undo else remove(home, named, every=arguments.all)
    if isinstance(done, Refused):
        print(f"quoth: {visible_line(done.reason)}", file=sys.stderr)
        return 1
    said = phrases.restored if arguments.undo else phrases.removed
    print(visible_line(said(done.ids, done.generation)))
    return 0
