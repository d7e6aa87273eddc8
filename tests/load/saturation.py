"""L2: more questions than can be answered; the answers a second stay what they can be at most."""

from tests.load.arrivals import poisson
from tests.load.bots import Bot, quoth, stock
from tests.load.charts import Axis, Chart
from tests.load.columns import cells
from tests.load.documents import QUESTIONS
from tests.load.options import Options, Workshop
from tests.load.results import Promise, Result
from tests.load.rig import Load, Observed, run

__all__ = ["saturation"]

# Offered, as multiples of what Quoth can answer; 1, 2 and 5 are the overload proper.
MULTIPLES = (0.5, 0.8, 1.0, 2.0, 5.0)
# The first rate that is tried, and how many times the best answered rate is overload for sure.
FIRST, SURELY = 50.0, 4.0
# Seconds a bot takes to get into its stride, which its rate leaves out.
STRIDE = 2.0
WANTED = 200.0
# How much of the rate at 1 time must be left at 2 and 5 times, to call it flat.
FLAT = 0.9


async def saturation(options: Options, workshop: Workshop) -> Result:
    """Find what Quoth can answer, then offer multiples of that to each bot."""
    most = await _most(options, workshop)
    runs: dict[str, dict[float, Observed]] = {}
    for bot in [quoth(limits=False), *([stock()] if options.has_stock else [])]:
        runs[bot.name] = {
            multiple: await run(_load(bot, multiple * most, options), workshop.home())
            for multiple in MULTIPLES
        }
    kind = "questions" if options.texts == QUESTIONS else options.texts[0]
    title = f"L2: saturation, {kind}, {options.n_chats:,} chats, {options.seconds:g} s, no limits"
    rows = [
        _row(name, multiple, multiple * most, seen)
        for name, of_bot in runs.items()
        for multiple, seen in of_bot.items()
    ]
    lines = {
        name: [(multiple * most, _rate(seen)) for multiple, seen in of_bot.items()]
        for name, of_bot in runs.items()
    }
    return Result(title, rows, _chart(title, lines), _promises(runs["quoth"]))


async def _most(options: Options, workshop: Workshop) -> float:
    """Double the rate well past what Quoth answers, and return the most answers a second."""
    offered, most = FIRST, 0.0
    while offered <= max(FIRST, SURELY * most):
        load = _load(quoth(limits=False), offered, options)
        most = max(most, _rate(await run(load, workshop.home())))
        offered *= 2
    return most


def _load(bot: Bot, rate: float, options: Options) -> Load:
    chats = range(options.n_chats)
    arrivals = poisson(rate, options.seconds, chats=chats, texts=options.texts, seed=options.seed)
    return Load(bot, arrivals, options.seconds, patience=2.0, has_ceilings=False)


def _rate(seen: Observed) -> float:
    """Return answers a second once the bot is in its stride."""
    n_answered = seen.ledger.n_answered_between(STRIDE, seen.load.seconds)
    return n_answered / (seen.load.seconds - STRIDE)


def _row(name: str, multiple: float, offered: float, seen: Observed) -> dict[str, str]:
    row = cells(f"{name} {multiple:g}x", seen)
    added = {"offered/s": f"{offered:.0f}", "steady/s": f"{_rate(seen):.1f}"}
    return {"run": row["run"], **added, **row}


def _promises(runs: dict[float, Observed]) -> list[Promise]:
    rates = {multiple: _rate(seen) for multiple, seen in runs.items()}
    costs = {multiple: seen.answer_seconds for multiple, seen in runs.items()}
    best = max(rates.values())
    flat = min(rates[2.0], rates[5.0]) / rates[1.0]
    cheap = costs[1.0] / max(costs[2.0], costs[5.0])
    return [
        Promise(f"quoth: at least {WANTED:g} answers/s", f"{best:.1f}", best >= WANTED),
        Promise("quoth: flat at 2x and 5x, in parts of 1x", f"{flat:.2f}", flat >= FLAT),
        Promise("quoth: flat for each processor second too", f"{cheap:.2f}", cheap >= FLAT),
    ]


def _chart(title: str, lines: dict[str, list[tuple[float, float]]]) -> Chart:
    across, up = Axis("questions a second"), Axis("answers a second (dashed: all are answered)")
    return Chart(title, across, up, lines, has_diagonal=True)
