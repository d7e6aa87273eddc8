"""`quoth audit` called in this process."""

from argparse import ArgumentParser
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from bot.commands import audit

__all__ = ["call"]


def call(home: Path, *words: str) -> tuple[int, str]:
    """Run the command and return its code and what it printed."""
    parser = ArgumentParser()
    audit.add_arguments(parser)
    parser.set_defaults(home=str(home))
    with redirect_stdout(StringIO()) as out:
        code = audit.run(parser.parse_args(words), {})
    return code, out.getvalue()
