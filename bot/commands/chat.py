"""`quoth chat`: a conversation in the terminal."""

import argparse
from collections.abc import Mapping

__all__ = ["DESCRIPTION", "HELP", "add_arguments", "run"]

HELP = "chat in the terminal"
DESCRIPTION = """\
Opens a conversation in the terminal; /help there lists the commands.
When the input is not a terminal, each line of it is one message."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add no arguments of its own."""


def run(arguments: argparse.Namespace, environ: Mapping[str, str]) -> int:
    """Chat until the input ends."""
    from bot import wiring
    from bot.channels import terminal

    home = wiring.home(arguments.home, environ, arguments.collection)
    terminal.converse(wiring.conversation(home), home.path)
    return 0
