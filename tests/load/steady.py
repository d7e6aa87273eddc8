"""L1: many chats ask at a rate that Telegram's limits allow, and nobody waits long."""

from collections.abc import Sequence

from tests.load.arrivals import poisson
from tests.load.bots import Bot, quoth, stock
from tests.load.charts import Axis, Chart, Point
from tests.load.columns import cells, shown
from tests.load.options import Options, Workshop
from tests.load.results import Promise, Result
from tests.load.rig import Load, Observed, run
from tests.load.waiting import quantile, summed_up

__all__ = ["promises", "steady", "tail"]

# The rate up to which the times are promised; Telegram itself takes 30 messages a second.
BRISK = 20.0
# Shares of the questions that wait longer, as "one in so many".
ONE_IN = (2, 3, 5, 10, 20, 30, 50, 100, 200, 300, 500, 1_000, 2_000, 5_000, 10_000)


async def steady(options: Options, workshop: Workshop) -> Result:
    """Run each bot at each rate."""
    bots = [quoth(limits=options.has_limits), *([stock()] if options.has_stock else [])]
    runs: dict[str, Observed] = {}
    kept: list[Promise] = []
    for bot in bots:
        for rate in options.rates:
            name = f"{bot.name} {rate:g}/s"
            runs[name] = await run(_load(bot, rate, options), workshop.home())
            kept += promises(name, runs[name], rate) if bot.name == "quoth" else []
    limits = "on" if options.has_limits else "off"
    title = f"L1: {options.n_chats:,} chats, {options.seconds:g} s, limits {limits}"
    return Result(title, [cells(*each) for each in runs.items()], _chart(title, runs), kept)


def _load(bot: Bot, rate: float, options: Options) -> Load:
    chats = range(options.n_chats)
    arrivals = poisson(rate, options.seconds, chats=chats, texts=options.texts, seed=options.seed)
    return Load(bot, arrivals, options.seconds, has_ceilings=options.has_limits)


def promises(name: str, seen: Observed, rate: float) -> list[Promise]:
    """Return what is promised at a rate, and whether it is kept."""
    waiting = summed_up(seen.ledger.waits())
    share, is_brisk = f"{waiting.n_answered:,} of {waiting.n_asked:,}", rate <= BRISK
    times = [
        Promise(f"{name}: p50 < 150 ms", shown(waiting.p50), waiting.p50 < 150),
        Promise(f"{name}: p99 < 1 s", shown(waiting.p99), waiting.p99 < 1_000),
    ]
    return [
        Promise(f"{name}: at least 99.9 % answered", share, waiting.share >= 0.999),
        *(times if is_brisk else []),
        Promise(f"{name}: no 429", str(seen.n_refused), seen.n_refused == 0),
        Promise(f"{name}: none twice", str(seen.ledger.n_extra), seen.ledger.n_extra == 0),
    ]


def tail(waits: Sequence[float]) -> list[Point]:
    """Return what one question in so many waits longer than, in milliseconds.

    >>> tail([0.1, 0.2, 0.3, 0.4])
    [(2, 200.0), (3, 300.0)]
    """
    shares = [n for n in ONE_IN if n < len(waits)]
    return [(n, 1000 * quantile(waits, 1 - 1 / n)) for n in shares]


def _chart(title: str, runs: dict[str, Observed]) -> Chart:
    return Chart(
        title,
        Axis("one question in so many waits longer", is_logarithmic=True),
        Axis("milliseconds until the answer is sent", is_logarithmic=True),
        {name: tail(seen.ledger.waits()) for name, seen in runs.items()},
    )
