"""`python -m bot`, the same as the console script `quoth`."""

import io
import os
import sys

from bot.command_line import main

__all__ = ["run"]


def run() -> None:
    """Run the command line with the process's arguments and environment, and exit."""
    # No byte that is piped in and no half character that is printed ends in a traceback.
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=errors)
    sys.exit(main(sys.argv[1:], os.environ))


if __name__ == "__main__":
    run()
