"""A run as the cells of a table.

"CPU ms" is processor time for each answer, polling included; "starved" is how many processors the
bot wanted and did not get, which is time that no bot is to blame for.
"""

import math
from collections.abc import Callable

from tests.load.rig import Observed
from tests.load.slopes import Slope, slope
from tests.load.waiting import Waiting, summed_up

__all__ = ["cells", "memory_slope", "peak_megabytes", "shown"]

MEGABYTE = 1e6
# The first half of a run is warming up: caches fill, and every chat is seen for the first time.
WARM = 1 / 2
# Seconds below which a slope an hour says nothing.
SHORTEST = 120.0


def cells(
    name: str, seen: Observed, is_meant: Callable[[int], bool] = lambda chat: True
) -> dict[str, str]:
    """Return the cells that every programme shows.

    Parameters
    ----------
    name
        of the row.
    seen
        the run.
    is_meant
        says which chats the waits are of, by number.
    """
    waiting, seconds = summed_up(seen.ledger.waits(is_meant)), seen.load.seconds
    return {
        "run": name,
        "asked": f"{waiting.n_asked:,}",
        "answered %": _share(waiting),
        "answers/s": f"{seen.ledger.n_answered_between(0.0, seconds) / seconds:.1f}",
        "p50 ms": shown(waiting.p50),
        "p95 ms": shown(waiting.p95),
        "p99 ms": shown(waiting.p99),
        "max ms": shown(waiting.longest),
        "429s": str(seen.n_refused),
        "twice": str(seen.ledger.n_extra),
        "errors": str(seen.n_errors),
        "RSS MB": f"{peak_megabytes(seen):.0f}",
        "MB/h": _rise(memory_slope(seen)),
        "CPU ms": f"{1000 * seen.answer_seconds:.1f}",
        "cores": f"{seen.bot_cores:.2f}",
        "starved": f"{seen.starved_cores:.2f}",
        "rig cores": f"{seen.rig_cores:.2f}",
        "rig late ms": f"{1000 * seen.latest:.0f}",
        "stop s": f"{seen.stop_seconds:.1f}",
    }


def shown(milliseconds: float) -> str:
    """Return a figure with no digits that mean nothing, or a dash for what never ends.

    >>> shown(12.34), shown(1234.5), shown(float("inf"))
    ('12.3', '1,234', '-')
    """
    if not math.isfinite(milliseconds):
        return "-"
    return f"{milliseconds:,.0f}" if milliseconds >= 100 else f"{milliseconds:.1f}"


def memory_slope(seen: Observed) -> Slope:
    """Return megabytes an hour over the second half of the run; nothing for a short one."""
    if seen.load.seconds < SHORTEST:
        return Slope(math.nan, math.nan)
    warm = WARM * seen.load.seconds
    samples = [sample for sample in seen.samples if warm <= sample.at <= seen.load.seconds]
    megabytes = [sample.vitals.resident_bytes / MEGABYTE for sample in samples]
    return slope([sample.at for sample in samples], megabytes)


def peak_megabytes(seen: Observed) -> float:
    """Return the most memory that was seen."""
    return max((sample.vitals.resident_bytes for sample in seen.samples), default=0) / MEGABYTE


def _share(waiting: Waiting) -> str:
    """Return a percentage that is 100 only when it is."""
    return f"{math.floor(1e4 * waiting.share) / 100:.2f}"


def _rise(rise: Slope) -> str:
    return "-" if math.isnan(rise.value) else f"{rise.value:+.1f} ± {rise.error:.1f}"
