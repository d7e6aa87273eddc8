"""One kill tells the two bots apart, and the rig sees it."""

from pathlib import Path

import pytest

from tests.faults.delivery.arms import ARMS, QUOTH, STOCK, Arm
from tests.faults.delivery.rig import Rig, rigged

N_ASKED = 30
# Seconds until a bot has confirmed what it was given; it takes one or two to start.
PATIENCE = 30.0


async def kill_with_everything_confirmed(rig: Rig) -> None:
    """Kill the bot at the moment when the server has let go of the first questions."""
    updates = rig.server.world.updates
    for _ in range(N_ASKED):
        rig.crowd.ask()
    await rig.bot.start()
    await rig.server.world.pulse.until(lambda: len(updates.pending) < N_ASKED, timeout=PATIENCE)
    await rig.bot.kill()
    await rig.bot.start()
    rig.calm()
    await rig.finish()


async def test_quoth_loses_nothing_that_it_confirmed(home: Path, tmp_path: Path) -> None:
    async with rigged(QUOTH, "polling", home, tmp_path / "run", seed=3) as rig:
        await kill_with_everything_confirmed(rig)

        verdict = rig.verdict()

    assert verdict.n_questions == N_ASKED
    assert (verdict.breaches, rig.breaches) == ((), [])


async def test_the_control_loses_what_it_confirmed_and_the_checker_sees_it(
    home: Path, tmp_path: Path
) -> None:
    async with rigged(STOCK, "polling", home, tmp_path / "run", seed=3) as rig:
        await kill_with_everything_confirmed(rig)

        verdict = rig.verdict()

    assert len(verdict.lost) > 0
    assert len(verdict.breaches) >= len(verdict.lost)


@pytest.mark.parametrize("arm", ARMS)
@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_left_alone_either_bot_answers_everything_once(
    home: Path, tmp_path: Path, arm: Arm, mode: str
) -> None:
    async with rigged(arm, mode, home, tmp_path / "run", seed=4) as rig:
        await rig.bot.start()
        for _ in range(10):
            rig.crowd.ask()
        rig.calm()
        await rig.finish()

        verdict = rig.verdict()

    assert (verdict.breaches, verdict.repetitions, rig.breaches) == ((), (), [])
