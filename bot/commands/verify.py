"""`quoth verify`: check saved answers against the originals."""

import argparse
from collections.abc import Mapping
from pathlib import Path

__all__ = ["DESCRIPTION", "HELP", "add_arguments", "run"]

HELP = "check every quote of a saved answer"
DESCRIPTION = """\
Re-reads the original files and compares every quote of a saved answer with them, byte for byte.
Takes one JSON answer, or lines of them. Exit code 0 when all hold, 1 when one does not."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("file", metavar="FILE", type=Path, help="saved answers; - for the input")


def run(arguments: argparse.Namespace, environ: Mapping[str, str]) -> int:
    """Check the file, name what does not hold, and count."""
    from bot import wiring
    from bot.commands.files import read_text
    from bot.verifying import read_claims

    claims = read_claims(read_text(arguments.file))
    verifier = wiring.verifier(wiring.home(arguments.home, environ))
    failures = [check for check in map(verifier.check, claims) if not check.holds]
    for check in failures:
        claim = check.claim
        print(f"{claim.document}, characters {claim.start}-{claim.end}: {check.problem}")
    print(f"{len(claims) - len(failures)} of {len(claims)} quotes hold")
    return 1 if failures else 0
