"""What came of a programme, as a line, and of all of them, as a table."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.faults.delivery.checking import Verdict

__all__ = ["Result", "line", "table"]

HEAD = (
    "",
    "what is done",
    "questions, quoth / stock",
    "lost",
    "twice",
    "recovery",
    "more of quoth",
    "more of stock",
)
NOT_TRIED = "-"


@dataclass(frozen=True, slots=True)
class Result:
    """One arm in one programme.

    Attributes:
        programme: its name.
        title: what was done.
        arm: the bot's name.
        seed: of every decision.
        verdict: what became of the questions.
        recovery: seconds from the last disturbance to the last answer of what came before.
        remarks: further figures, by what they are of.
        breaches: further promises broken, in words.
    """

    programme: str
    title: str
    arm: str
    seed: int
    verdict: Verdict
    recovery: float
    remarks: Mapping[str, str]
    breaches: tuple[str, ...] = ()

    @property
    def all_breaches(self) -> tuple[str, ...]:
        """Every promise broken, in words."""
        return (*self.verdict.breaches, *self.breaches)


def line(result: Result) -> str:
    """Sum a result up."""
    verdict = result.verdict
    return (
        f"{result.programme} {result.arm} seed {result.seed}: {verdict.n_questions} questions, "
        f"{len(verdict.lost)} lost, {_repetitions(verdict)}, {len(verdict.wrong)} wrong, "
        f"recovered in {result.recovery:.1f} s; {_remarks(result)}"
    )


def table(results: Sequence[Result]) -> str:
    """Lay results out as Markdown, a programme a row, Quoth's figure before the control's."""
    rows: dict[str, dict[str, Result]] = {}
    for result in results:
        rows.setdefault(result.programme, {})[result.arm] = result
    lines = [_row(HEAD), _row(["---"] * len(HEAD))]
    lines += [_row(_cells(name, by_arm)) for name, by_arm in rows.items()]
    return "\n".join(lines)


def _cells(name: str, by_arm: Mapping[str, Result]) -> list[str]:
    ours, control = by_arm.get("quoth"), by_arm.get("stock")
    pair = (ours, control)
    titles = [each.title for each in pair if each]
    return [
        name,
        titles[0],
        _pair([str(each.verdict.n_questions) if each else NOT_TRIED for each in pair]),
        _pair([str(len(each.verdict.lost)) if each else NOT_TRIED for each in pair]),
        _pair([str(len(each.verdict.repetitions)) if each else NOT_TRIED for each in pair]),
        _pair([f"{each.recovery:.1f} s" if each else NOT_TRIED for each in pair]),
        *(_remarks(each) if each else NOT_TRIED for each in pair),
    ]


def _pair(cells: Sequence[str]) -> str:
    return " / ".join(cells)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _repetitions(verdict: Verdict) -> str:
    """Count the repetitions, by excuse where there are any."""
    counts = Counter(each.excuse for each in verdict.repetitions)
    by = ", ".join(f"{n} {excuse}" for excuse, n in sorted(counts.items()))
    return f"{sum(counts.values())} twice" + (f" ({by})" if by else "")


def _remarks(result: Result) -> str:
    return ", ".join(f"{what} {figure}" for what, figure in result.remarks.items())
