"""`quoth doctor`: what is in order and what is not."""

import argparse
from collections.abc import Mapping

__all__ = ["DESCRIPTION", "HELP", "add_arguments", "run"]

HELP = "check the installation and the home"
DESCRIPTION = """\
Checks the installation, the home, the index's checksums, the originals, the database and the
bot token. Exit code 0 when all is well, 1 otherwise."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add no arguments of its own."""


def run(arguments: argparse.Namespace, environ: Mapping[str, str]) -> int:
    """Print one line a check."""
    from bot import checkup

    findings = list(checkup.examine(arguments.home, environ, arguments.collection))
    width = max(len(finding.subject) for finding in findings)
    for finding in findings:
        mark = "ok " if finding.is_well else "BAD"
        print(f"{mark}  {finding.subject:<{width}}  {finding.text}")
    return 0 if all(finding.is_well for finding in findings) else 1
