"""L7: answering is slow and questions come fast; what cannot be done yet stays with Telegram."""

import math
import signal

from tests.load.arrivals import poisson
from tests.load.bots import slowed
from tests.load.charts import Axis, Chart
from tests.load.columns import WARM, cells, shown
from tests.load.options import Options, Workshop
from tests.load.results import Promise, Result
from tests.load.rig import Load, Observed, run

__all__ = ["pressure"]

# Questions a second, and the seconds that answering one takes until all have come.
RATE, SLOWNESS = 50.0, 1.0
# Open questions above which the bot takes in no more, and what one fetch may bring beyond.
HIGH_WATER, BATCH = 1_000, 100
# Megabytes that memory may differ by from the middle of the run to its end.
MOST_GROWTH = 10.0


async def pressure(options: Options, workshop: Workshop) -> Result:
    """Flood a slow bot, then let it be quick and wait until it is through."""
    seconds, chats = options.seconds, range(options.n_chats)
    arrivals = poisson(RATE, seconds, chats=chats, texts=options.texts, seed=options.seed)
    patience = 4 * seconds + 60
    bot, quicken = slowed(SLOWNESS, most_open=HIGH_WATER), signal.SIGUSR1
    load = Load(bot, arrivals, seconds, patience, has_ceilings=False, at_end=quicken)
    seen = await run(load, workshop.home())
    title = f"L7: {RATE:g} questions/s, {SLOWNESS:g} s each, for {seconds:g} s, then quick"
    row = {
        **cells("quoth", seen),
        "held at most": f"{_most_held(seen):,}",
        "left at most": f"{max(sample.n_left for sample in seen.samples):,}",
        "drained s": shown(seen.drained - seconds),
    }
    return Result(title, [row], _chart(title, seen), _promises(seen))


def _most_held(seen: Observed) -> int:
    return max(sample.n_held for sample in seen.samples)


def _promises(seen: Observed) -> list[Promise]:
    ledger, most, held = seen.ledger, HIGH_WATER + BATCH, _most_held(seen)
    after, grown = seen.drained - seen.load.seconds, _growth(seen)
    return [
        Promise(f"at most {most:,} questions held", f"{held:,}", held <= most),
        Promise(f"memory within {MOST_GROWTH:g} MB", f"{grown:+.1f}", grown <= MOST_GROWTH),
        Promise("drains once quick, in seconds", shown(after), math.isfinite(after)),
        Promise("none twice", str(ledger.n_extra), ledger.n_extra == 0),
    ]


def _growth(seen: Observed) -> float:
    """Return by how many megabytes the bot grew from the middle of the arrivals to their end."""
    seconds = seen.load.seconds
    slow = [each for each in seen.samples if WARM * seconds <= each.at <= seconds]
    return (slow[-1].vitals.resident_bytes - slow[0].vitals.resident_bytes) / 1e6


def _chart(title: str, seen: Observed) -> Chart:
    lines = {
        "with the bot": [(sample.at, float(sample.n_held)) for sample in seen.samples],
        "with Telegram": [(sample.at, float(sample.n_left)) for sample in seen.samples],
    }
    return Chart(title, Axis("seconds"), Axis("unanswered questions"), lines)
