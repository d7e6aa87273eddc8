"""`quoth telegram`: the Telegram bot."""

import argparse
from collections.abc import Mapping

__all__ = ["DESCRIPTION", "HELP", "add_arguments", "run"]

HELP = "run the Telegram bot"
DESCRIPTION = """\
Runs the Telegram bot by long polling or webhook until it is stopped.
The token is read from the file that QUOTH_TELEGRAM_TOKEN_FILE names. With neither QUOTH_CHATS nor
QUOTH_ADMINS set, it prints a pairing code: send the bot /start CODE to become its owner."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add no arguments of its own."""


def run(arguments: argparse.Namespace, environ: Mapping[str, str]) -> int:
    """Run until SIGINT or SIGTERM."""
    from bot import wiring

    wiring.run_telegram(arguments.home, environ)
    return 0
