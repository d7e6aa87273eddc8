"""A process that analyses: tasks in, batches out, until its input ends.

It ends by itself when the process that started it does, however that ends.
"""

import sys
from typing import BinaryIO

from retrieval.building import analysed, tasks
from retrieval.building.analysing import analyse
from retrieval.forward.forms import Forms

__all__ = ["main", "serve"]


def serve(source: BinaryIO, target: BinaryIO) -> None:
    """Answer every line of a source, a task, with its batch."""
    forms, n_told = Forms(), 0
    for line in source:
        batch = analyse(tasks.read(tasks.load(line)), forms)
        analysed.dump(batch, target, n_told)
        n_told = len(forms.keys)
        if forms.is_full:
            forms, n_told = Forms(), 0


def main() -> None:
    """Serve standard input and output."""
    try:
        serve(sys.stdin.buffer, sys.stdout.buffer)
    except BrokenPipeError:
        # Nobody is there to read any more; not even the interpreter's last flush may fail on it.
        sys.stdout = None


if __name__ == "__main__":
    main()
