"""A process that analyses: tasks in, batches out, until its input ends.

It ends by itself when the process that started it does, however that ends.
"""

import sys
from typing import BinaryIO

from retrieval.building import analysed, tasks
from retrieval.building.analysing import analyse
from retrieval.forward.forms import Forms

__all__ = ["main", "serve"]

# Forms to remember from one task to the next: some hundred bytes each.
MOST_FORMS = 1 << 19


def serve(source: BinaryIO, target: BinaryIO) -> None:
    """Answer every line of a source, a task, with its batch."""
    forms = Forms()
    for line in source:
        analysed.dump(analyse(tasks.read(tasks.load(line)), forms), target)
        if len(forms.keys) > MOST_FORMS:
            forms = Forms()


def main() -> None:
    """Serve standard input and output."""
    try:
        serve(sys.stdin.buffer, sys.stdout.buffer)
    except BrokenPipeError:
        # Nobody is there to read any more; not even the interpreter's last flush may fail on it.
        sys.stdout = None


if __name__ == "__main__":
    main()
