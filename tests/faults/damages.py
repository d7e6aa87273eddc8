"""Single damages to the files of a folder, each chosen by chance."""

import random
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

__all__ = ["KINDS", "NAMES", "damage"]

# A damage is done to one file; it may take a second one as a partner.
Damage = Callable[[random.Random, Path, Sequence[Path]], None]


def damage(chance: random.Random, kind: str, file: Path, others: Sequence[Path]) -> None:
    """Do one damage to a file, whatever its mode allows.

    Parameters
    ----------
    chance
        decides where and how much.
    kind
        one of `KINDS`.
    file
        what is damaged.
    others
        files that may be swapped with it.
    """
    KINDS[kind](chance, file, others)


def _flip_bit(chance: random.Random, file: Path, others: Sequence[Path]) -> None:
    content = bytearray(file.read_bytes())
    if content:
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    _overwrite(file, content, others)


def _cut_short(chance: random.Random, file: Path, others: Sequence[Path]) -> None:
    content = file.read_bytes()
    _overwrite(file, content[: chance.randrange(len(content)) if content else 0], others)


def _zero(chance: random.Random, file: Path, others: Sequence[Path]) -> None:
    content = file.read_bytes()
    start = chance.randrange(len(content) + 1)
    length = min(len(content) - start, chance.choice((1, 16, 512, 4096)))
    _overwrite(file, content[:start] + bytes(length) + content[start + length :], others)


def _append(chance: random.Random, file: Path, others: Sequence[Path]) -> None:
    _overwrite(file, file.read_bytes() + chance.randbytes(chance.choice((1, 7, 4096))), others)


def _repeat(chance: random.Random, file: Path, others: Sequence[Path]) -> None:
    """Write a piece of the file where another belongs, as a lost write does."""
    content = file.read_bytes()
    length = min(len(content) // 2, 512)
    source, target = (chance.randrange(len(content) - length + 1) for _ in range(2))
    piece = content[source : source + length]
    _overwrite(file, content[:target] + piece + content[target + length :], others)


def _delete(_: random.Random, file: Path, __: Sequence[Path]) -> None:
    file.unlink()


def _swap(chance: random.Random, file: Path, others: Sequence[Path]) -> None:
    partner = chance.choice(others)
    mine, theirs = file.read_bytes(), partner.read_bytes()
    _overwrite(file, theirs, others)
    _overwrite(partner, mine, others)


def _turn_to_folder(_: random.Random, file: Path, __: Sequence[Path]) -> None:
    file.unlink()
    file.mkdir()


def _turn_to_dead_link(_: random.Random, file: Path, __: Sequence[Path]) -> None:
    file.unlink()
    file.symlink_to("nowhere")


def _add_file(chance: random.Random, file: Path, __: Sequence[Path]) -> None:
    (file.parent / f"stray-{chance.randrange(1000)}").write_bytes(chance.randbytes(9))


def _rename_folder(chance: random.Random, file: Path, __: Sequence[Path]) -> None:
    renamed = chance.choice(("g-000009", "g-1", "lost+found", "g-000002.old"))
    file.parent.rename(file.parent.with_name(renamed))


def _delete_folder(_: random.Random, file: Path, __: Sequence[Path]) -> None:
    shutil.rmtree(file.parent)


def _overwrite(file: Path, content: bytes | bytearray, others: Sequence[Path]) -> None:
    """Put something else in a file, as if in place: other names of it in the index share that.

    Names that it has elsewhere, in the home that the index was linked from, keep what it was.
    """
    names = [name for name in others if name != file and name.samefile(file)]
    file.unlink()
    file.write_bytes(content)
    for name in names:
        name.unlink()
        name.hardlink_to(file)


# What can happen to any file, and to the folder that it lies in.
KINDS: dict[str, Damage] = {
    "bit flipped": _flip_bit,
    "cut short": _cut_short,
    "run zeroed": _zero,
    "bytes appended": _append,
    "piece repeated": _repeat,
    "deleted": _delete,
    "swapped": _swap,
    "folder in its place": _turn_to_folder,
    "dead link in its place": _turn_to_dead_link,
    "stray file beside it": _add_file,
    "its folder renamed": _rename_folder,
    "its folder deleted": _delete_folder,
}
# Contents that CURRENT never has.
NAMES = (b"", b"g-000009\n", b"g-000001", b"../g-000001\n", b"\xff\xfe\n", b"g-000003\n" * 99)
