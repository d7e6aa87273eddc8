"""`quoth calibrate`: the refusal threshold at which a promised precision holds."""

import argparse
import math
from collections.abc import Mapping
from pathlib import Path

__all__ = ["DESCRIPTION", "HELP", "add_arguments", "run"]

HELP = "set the refusal threshold so that answers are right as often as promised"
DESCRIPTION = """\
Answers a judged question set such as `quoth evaluate` reads, and sets the threshold below which
Quoth declines: the lowest at which answers are right with at least the promised precision, at 95 %
confidence. The home keeps it, with the figures it rests on."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="the question set")
    parser.add_argument(
        "--precision", type=_share, required=True, metavar="P", help="such as 0.9: what is promised"
    )
    parser.add_argument("--json", action="store_true", help="print the calibration as JSON")


def run(arguments: argparse.Namespace, environ: Mapping[str, str]) -> int:
    """Store and print the calibration, or say that none can be promised and return 1."""
    import json
    import sys
    from dataclasses import asdict

    from bot import calibrating, wiring
    from bot.trust.calibration import FILE, write
    from bot.trust.choosing import Shortfall

    home = wiring.home(arguments.home, environ)
    found = calibrating.calibrate_folder(arguments.folder, arguments.precision)
    if isinstance(found, Shortfall):
        print(f"quoth: {calibrating.shortfall(found, arguments.precision)}", file=sys.stderr)
        return 1
    write(found, home.path / FILE)
    if arguments.json:
        print(json.dumps(asdict(found)))
    else:
        print(calibrating.promised(found))
    return 0


def _share(text: str) -> float:
    """Read a share between 0 and 1, both left out."""
    try:
        share = float(text)
    except ValueError:
        share = math.nan
    if not 0 < share < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not between 0 and 1, such as 0.9")
    return share
