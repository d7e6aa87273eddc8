"""`quoth verify`: check saved answers against the originals."""

import argparse
from collections.abc import Mapping
from pathlib import Path

__all__ = ["DESCRIPTION", "HELP", "add_arguments", "run"]

HELP = "check every quote of a saved answer"
DESCRIPTION = """\
Re-reads the original files and compares every quote of a saved answer with them, byte for byte,
and its citation with the index where the document is still indexed.
Takes one JSON answer, or lines of them. Exit code 0 when all hold, 1 when one does not."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("file", metavar="FILE", type=Path, help="saved answers; - for the input")


def run(arguments: argparse.Namespace, environ: Mapping[str, str]) -> int:
    """Check the file, name what does not hold, and count."""
    from bot import wiring
    from bot.claims import read_claims
    from bot.commands.files import read_text
    from bot.verifying import summarise
    from bot.visible import visible_line

    claims = read_claims(read_text(arguments.file))
    verifier = wiring.verifier(wiring.home(arguments.home, environ))
    checks = [verifier.check(claim) for claim in claims]
    failures = [check for check in checks if not check.holds]
    for check in failures:
        claim = check.claim
        place = f"{claim.document}, characters {claim.start}-{claim.end}"
        print(visible_line(f"{place}: {check.problem}"))
    print(summarise(checks) if checks else "no quotes to check")
    return 1 if failures else 0
