"""The README's console blocks: run, compared, and written anew.

A block is a command behind `$ ` and what it prints. `python -m tests.readme` writes the outputs
anew after a change; read the difference before keeping it.
"""

import os
import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

__all__ = ["README", "Block", "blocks", "run"]

README = Path(__file__).resolve().parents[1] / "README.md"
BLOCK = re.compile(r"```console\n\$ (?P<command>[^\n]+)\n(?P<output>.*?)```", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """A command and what the README says that it prints."""

    command: str
    output: str


def blocks() -> list[Block]:
    """Return the README's console blocks in order."""
    text = README.read_text(encoding="utf-8")
    return [Block(m["command"], m["output"]) for m in BLOCK.finditer(text)]


def run(command: str, home: Path) -> str:
    """Run a command in the checkout as a reader would, with a home of its own."""
    bin_folder = README.parent / ".venv" / "bin"
    environ = {
        "HOME": str(home),
        "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}",
        "QUOTH_HOME": str(home / "quoth"),
    }
    # The command may leave a file behind; only `make` needs to run in the checkout.
    folder = README.parent if "make " in command else home
    done = subprocess.run(
        ["/bin/bash", "-c", command],
        cwd=folder,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=False,
    )
    return done.stdout.rstrip("\n") + "\n"


def main() -> None:
    """Write every block's output anew."""
    with tempfile.TemporaryDirectory() as home:

        def anew(match: re.Match[str]) -> str:
            command = match["command"]
            return f"```console\n$ {command}\n{run(command, Path(home))}```"

        text = README.read_text(encoding="utf-8")
        README.write_text(BLOCK.sub(anew, text), encoding="utf-8")


if __name__ == "__main__":
    main()
