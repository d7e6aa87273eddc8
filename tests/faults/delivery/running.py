"""Runs a programme on every arm at the same time, from the same seed."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.bot.calling import ROOT
from tests.faults.corpora import edition, lay
from tests.faults.delivery.arms import Arm
from tests.faults.delivery.programmes import PROGRAMMES
from tests.faults.delivery.results import Result
from tests.faults.delivery.rig import rigged
from tests.faults.delivery.sizes import Size
from tests.faults.homes import run_index

__all__ = ["make_home", "run"]

DOCUMENTS = edition(0, n_files=2, n_sentences=20)


def make_home(folder: Path) -> Path:
    """Index the documents that people ask about."""
    lay(folder / "documents", DOCUMENTS)
    built = run_index(folder / "home", [folder / "documents"], cwd=ROOT)
    if built.code:
        raise RuntimeError(built.err)
    return folder / "home"


async def run(
    name: str, home: Path, folder: Path, seed: int, size: Size, arms: Sequence[Arm]
) -> list[Result]:
    """Run a programme, and return what came of it on each of these arms that it is for.

    Parameters
    ----------
    name
        the programme's.
    home
        what `make_home` made.
    folder
        where the runs are kept.
    seed, size
        of each of them.
    arms
        the bots.
    """
    tried = [arm for arm in arms if arm in PROGRAMMES[name].arms]
    return list(await asyncio.gather(*(_run(name, arm, home, folder, seed, size) for arm in tried)))


async def _run(name: str, arm: Arm, home: Path, folder: Path, seed: int, size: Size) -> Result:
    programme = PROGRAMMES[name]
    where = folder / f"{name}-{arm.name}"
    environ = programme.environ
    async with rigged(arm, programme.mode, home, where, seed, environ=environ) as rig:
        try:
            await programme.body(rig, size)
        except pytest.skip.Exception as reason:
            rig.remarks["not tried"] = str(reason)
        return Result(
            name,
            programme.title,
            arm.name,
            seed,
            rig.verdict(),
            rig.recovery(),
            rig.remarks,
            tuple(rig.breaches),
        )
