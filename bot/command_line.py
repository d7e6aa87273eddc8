"""The command line: picks the command, and turns every failure into one line and an exit code.

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 declined to answer, 130 interrupted.
"""

import argparse
import importlib
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn, Protocol

from bot import __version__
from bot.visible import visible_line

__all__ = ["COMMANDS", "main"]

COMMANDS = (
    "index",
    "remove",
    "ask",
    "batch",
    "chat",
    "telegram",
    "verify",
    "evaluate",
    "calibrate",
    "audit",
    "doctor",
)

# Commands that work on one corpus: the home's own documents, or a collection of it.
ON_ONE_CORPUS = ("index", "remove", "ask", "batch", "chat", "verify", "doctor")

DESCRIPTION = """\
Quoth answers questions from your own documents, and only in their words:
every answer is quoted, cited and checkable, and where the documents are silent it says so."""
EPILOGUE = """\
first steps:
  quoth chat                            chat on the bundled corpus
  quoth index FOLDER                    read your own documents
  quoth ask "when does GSOMIA expire"   ask them one question"""

FAILED = 1
INTERRUPTED = 130


class _Command(Protocol):
    """A module of `bot.commands`."""

    HELP: str
    DESCRIPTION: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...

    def run(self, arguments: argparse.Namespace, environ: Mapping[str, str]) -> int: ...


def main(argv: Sequence[str], environ: Mapping[str, str]) -> int:
    """Run one command and return its exit code."""
    _open_closed_streams()
    arguments = _parser().parse_args(argv)
    try:
        code: int = arguments.run(arguments, environ)
        sys.stdout.flush()
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader went away, as `head` does; the rest of the output goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except Exception as error:
        if not _is_expected(error):
            raise
        print(f"quoth: {visible_line(_one_line(error))}", file=sys.stderr)
        return FAILED
    return code


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints show words of the command line on one line."""

    def error(self, message: str) -> NoReturn:
        super().error(visible_line(message))


def _open_closed_streams() -> None:
    """Give each standard stream that the caller has closed the null device, as `>&-` does."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # It stays open as long as the process, as the stream would.
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115


def _parser() -> argparse.ArgumentParser:
    raw = argparse.RawDescriptionHelpFormatter
    parser = _Parser(prog="quoth", description=DESCRIPTION, epilog=EPILOGUE, formatter_class=raw)
    parser.add_argument("--version", action="version", version=f"quoth {__version__}")
    _add_home(parser, default=None)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in COMMANDS:
        module: _Command = importlib.import_module(f"bot.commands.{name}")
        command = commands.add_parser(
            name, help=module.HELP, description=module.DESCRIPTION, formatter_class=raw
        )
        _add_home(command, default=argparse.SUPPRESS)
        if name in ON_ONE_CORPUS:
            _add_collection(command)
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    return parser


def _add_home(parser: argparse.ArgumentParser, default: str | None) -> None:
    """Accept --home before and after the command; the later one wins."""
    help_text = "the home folder (default: QUOTH_HOME, or the platform's user data folder)"
    parser.add_argument("--home", metavar="DIR", default=default, help=help_text)


def _add_collection(parser: argparse.ArgumentParser) -> None:
    """Accept the name of a collection."""
    help_text = "a collection, apart from the home's own documents (default: those)"
    parser.add_argument("--collection", metavar="NAME", type=_collection, help=help_text)


def _collection(text: str) -> str:
    from bot.collected import is_name

    if not is_name(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a name of up to 32 of a-z, 0-9 and -")
    return text


def _is_expected(error: Exception) -> bool:
    """Say whether an error explains itself; anything else is a bug and shows its traceback."""
    from bot.errors import QuothError
    from corpus.errors import CorpusError
    from retrieval.errors import RetrievalError

    return isinstance(error, QuothError | CorpusError | RetrievalError | OSError)


def _one_line(error: Exception) -> str:
    """Explain an error; those of the system name a file and a problem, and lack the remedy."""
    if not isinstance(error, OSError) or error.filename is None:
        return str(error)
    problem = (error.strerror or "cannot be used").lower()
    return f"{os.fsdecode(error.filename)}: {problem}: check the path and its permissions"
