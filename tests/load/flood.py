"""L6: one chat asks without end, and the others do not notice."""

from collections.abc import Iterable

from tests.load.arrivals import Arrival, merged, poisson
from tests.load.bots import quoth
from tests.load.charts import Axis, Chart
from tests.load.columns import cells
from tests.load.options import Options, Workshop
from tests.load.results import Promise, Result
from tests.load.rig import Load, Observed, run
from tests.load.steady import tail
from tests.load.waiting import summed_up

__all__ = ["flood", "jain"]

# Questions a second: of all flooding chats together, and of each of the others.
FLOOD, CALM = 50.0, 0.1
N_OTHERS = 200
# Questions a minute that one user may ask. The others ask six on average, and in some minutes more:
# with ten, one in twenty of them would meet the limit, with twenty nearly nobody does.
PER_MINUTE = 20
# How many times as long the others may wait at the 99th percentile.
MOST_TIMES = 1.5
MOST_UNEVEN = 0.95
# By name: how many chats flood, and whether users may ask as much as they like while the flood
# would fill the bot's backlog on the way.
KINDS = {
    "alone": (0, False),
    "one floods": (1, False),
    "five flood": (5, False),
    "one floods, small backlog": (1, True),
}


async def flood(options: Options, workshop: Workshop) -> Result:
    """Run the others alone, then with chats that flood."""
    runs = {
        name: await run(_load(options, n_flooders, is_free=is_free), workshop.home())
        for name, (n_flooders, is_free) in KINDS.items()
    }
    limits = "on" if options.has_limits else "off"
    title = f"L6: {N_OTHERS} chats at {CALM:g}/s, floods of {FLOOD:g}/s, limits {limits}"
    rows = [
        {**cells(name, seen, _is_other), "flood answered": _flood_answered(seen)}
        for name, seen in runs.items()
    ]
    return Result(f"{title}, {options.seconds:g} s a run", rows, _chart(title, runs), _kept(runs))


def jain(served: Iterable[int]) -> float:
    """Return Jain's index: 1 when all get as much, 1/n when one gets everything.

    >>> jain([3, 3, 3]), jain([9, 0, 0])
    (1.0, 0.3333333333333333)
    """
    counts = list(served)
    squares = sum(count**2 for count in counts)
    return sum(counts) ** 2 / (len(counts) * squares) if squares else 0.0


def _load(options: Options, n_flooders: int, *, is_free: bool) -> Load:
    seconds, seed = options.seconds, options.seed
    rate = N_OTHERS * CALM
    calm = poisson(rate, seconds, chats=range(N_OTHERS), texts=options.texts, seed=seed)
    flooding = range(N_OTHERS, N_OTHERS + n_flooders)
    loud: list[Arrival] = []
    if n_flooders:
        loud = poisson(FLOOD, seconds, chats=flooding, texts=options.texts, seed=seed + 1)
    # A quarter of the flood fills it; with the backlog as it is set, only a longer one would.
    most_open = int(FLOOD * seconds / 4) if is_free else None
    per_minute = 0 if is_free else PER_MINUTE
    bot = quoth(limits=options.has_limits, most_open=most_open, per_minute=per_minute)
    return Load(bot, merged(calm, loud), seconds, patience=10.0, has_ceilings=options.has_limits)


def _is_other(chat: int) -> bool:
    return chat < N_OTHERS


def _flood_answered(seen: Observed) -> str:
    waits = seen.ledger.waits(lambda chat: not _is_other(chat))
    waiting = summed_up(waits)
    return f"{waiting.n_answered:,} of {waiting.n_asked:,}"


def _kept(runs: dict[str, Observed]) -> list[Promise]:
    p99 = {name: summed_up(seen.ledger.waits(_is_other)).p99 for name, seen in runs.items()}
    kept = []
    for name in list(runs)[1:]:
        times = p99[name] / p99["alone"]
        text = f"{name}: the others' p99 at most {MOST_TIMES:g} times as long"
        kept.append(Promise(text, f"{times:.2f}", times <= MOST_TIMES))
    seen = runs["five flood"]
    served = seen.ledger.served(0.0, seen.load.seconds)
    index = jain(count for chat, count in served.items() if not _is_other(chat))
    text = f"five flood: Jain's index among them at least {MOST_UNEVEN:g}"
    return [*kept, Promise(text, f"{index:.3f}", index >= MOST_UNEVEN)]


def _chart(title: str, runs: dict[str, Observed]) -> Chart:
    return Chart(
        title,
        Axis("one question in so many of the others waits longer", is_logarithmic=True),
        Axis("milliseconds until the answer is sent", is_logarithmic=True),
        {name: tail(seen.ledger.waits(_is_other)) for name, seen in runs.items()},
    )
