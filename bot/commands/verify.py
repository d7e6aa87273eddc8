"""`quoth verify`: check saved answers against the originals."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.proof.verifying import Check, Verifier

__all__ = ["DESCRIPTION", "HELP", "add_arguments", "run"]

HELP = "check every quote of a saved or forwarded answer"
DESCRIPTION = """\
Re-reads the original files and compares every quote of an answer with them, byte for byte,
and its citation with the index where the document is still indexed.
Takes one JSON answer, or lines of them, or any text that holds quotes with their citations below
them, as `quoth ask` and `quoth chat` print them and as they are copied from Telegram.
Exit code 0 when all hold, 1 when one does not."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the answers; - for the input")


def run(arguments: argparse.Namespace, environ: Mapping[str, str]) -> int:
    """Check the file, name what does not hold, and count."""
    from bot import wiring
    from bot.commands.files import read_text
    from bot.proof.verifying import summarise
    from bot.visible import visible_line

    verifier = wiring.verifier(wiring.home(arguments.home, environ, arguments.collection))
    checks = _check(read_text(arguments.file), verifier)
    failures = [check for check in checks if not check.holds]
    for check in failures:
        print(visible_line(f"{check.cited or _place(check)}: {check.problem}"))
    print(summarise(checks) if checks else "no quotes to check")
    return 1 if failures else 0


def _check(content: str, verifier: "Verifier") -> "Sequence[Check]":
    """Check saved answers, or else what is shown in a text; say what is no saved answer either."""
    from bot.errors import BadInput
    from bot.proof.claims import read_claims
    from bot.proof.forwarded import check_forwarded

    try:
        claims = read_claims(content)
    except BadInput:
        checks = check_forwarded(content, verifier)
        if not checks:
            raise
        return checks
    return [verifier.check(claim) for claim in claims]


def _place(check: "Check") -> str:
    claim = check.claim
    return f"{claim.document}, characters {claim.start}-{claim.end}"
