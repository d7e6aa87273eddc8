"""`python -m bot`, the same as the console script `quoth`."""

import os
import sys

from bot.command_line import main

__all__ = ["run"]


def run() -> None:
    """Run the command line with the process's arguments and environment, and exit."""
    sys.exit(main(sys.argv[1:], os.environ))


if __name__ == "__main__":
    run()
