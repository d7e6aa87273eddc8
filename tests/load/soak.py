"""L5: an ordinary load for a long time, after which nothing has grown.

Memory is warm once every chat has asked: 2,000 chats at 10 questions a second take 25 minutes to
that, so that a run of less than an hour needs fewer chats.
"""

from tests.load.arrivals import poisson
from tests.load.bots import quoth
from tests.load.charts import Axis, Chart
from tests.load.columns import MEGABYTE, WARM, cells, memory_slope
from tests.load.options import Options, Workshop
from tests.load.results import Promise, Result
from tests.load.rig import Load, Observed, Sample, run

__all__ = ["soak"]

# Megabytes an hour that resident memory may grow by.
MOST_GROWTH = 1.0
# Descriptors and threads that may come and go.
LEEWAY = 3


async def soak(options: Options, workshop: Workshop) -> Result:
    """Run once, at the first rate, and look at what grows."""
    rate, seconds = options.rates[0], options.seconds
    chats = range(options.n_chats)
    arrivals = poisson(rate, seconds, chats=chats, texts=options.texts, seed=options.seed)
    bot = quoth(limits=options.has_limits)
    seen = await run(Load(bot, arrivals, seconds, has_ceilings=options.has_limits), workshop.home())
    warm = _warm(seen)
    title = f"L5: soak, {options.n_chats:,} chats, {rate:g} questions/s, {seconds:g} s"
    row = {
        **cells(bot.name, seen),
        "fds": _change([sample.vitals.n_files for sample in warm]),
        "threads": _change([sample.vitals.n_threads for sample in warm]),
        "WAL MB": f"{max(sample.wal_bytes for sample in warm) / MEGABYTE:.1f}",
    }
    return Result(title, [row], _chart(title, seen), _promises(seen, warm))


def _warm(seen: Observed) -> list[Sample]:
    first, last = WARM * seen.load.seconds, seen.load.seconds
    return [sample for sample in seen.samples if first <= sample.at <= last]


def _change(counts: list[int]) -> str:
    return f"{counts[0]}-{counts[-1]}, at most {max(counts)}"


def _promises(seen: Observed, warm: list[Sample]) -> list[Promise]:
    rise = memory_slope(seen)
    files = [sample.vitals.n_files for sample in warm]
    threads = [sample.vitals.n_threads for sample in warm]
    ledger, most = seen.ledger, rise.value + 2 * rise.error
    return [
        Promise(
            f"RSS shown to grow by less than {MOST_GROWTH:g} MB/h (slope + 2 errors)",
            f"{most:.2f}",
            most < MOST_GROWTH,
        ),
        Promise("descriptors flat", _change(files), files[-1] <= files[0] + LEEWAY),
        Promise("threads flat", _change(threads), threads[-1] <= threads[0] + LEEWAY),
        Promise(
            "all answered",
            f"{ledger.n_answered:,} of {len(ledger):,}",
            ledger.n_answered == len(ledger),
        ),
    ]


def _chart(title: str, seen: Observed) -> Chart:
    points = [(each.at / 60, each.vitals.resident_bytes / MEGABYTE) for each in seen.samples]
    return Chart(title, Axis("minutes"), Axis("megabytes resident"), {"quoth": points})
