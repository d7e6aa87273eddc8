"""What a programme hands back: rows of a table, a picture, and the promises it looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tests.load.charts import Chart

__all__ = ["Promise", "Result", "table"]


@dataclass(frozen=True, slots=True)
class Promise:
    """A target, and what was measured against it.

    Attributes:
        text: the target in words.
        measured: as printed.
        is_kept: whether the figure meets it.
    """

    text: str
    measured: str
    is_kept: bool

    def line(self) -> str:
        """Return it on one line."""
        return f"{'kept  ' if self.is_kept else 'MISSED'} {self.text}: {self.measured}"


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome of a programme.

    Attributes:
        title: says what was done, with every number that matters.
        rows: cells by heading, the same headings in each row.
        chart: the curve.
        promises: in the order they are printed.
    """

    title: str
    rows: Sequence[Mapping[str, str]]
    chart: Chart
    promises: Sequence[Promise] = field(default=())

    def report(self) -> str:
        """Return the title, the table in Markdown and the promises."""
        lines = [promise.line() for promise in self.promises]
        return "\n".join((f"**{self.title}**", "", table(self.rows), "", *lines, ""))


def table(rows: Sequence[Mapping[str, str]]) -> str:
    """Return rows as a Markdown table; the first column is text, the others are numbers.

    >>> print(table([{"bot": "quoth", "p50 ms": "12"}]))
    | bot | p50 ms |
    | --- | ---: |
    | quoth | 12 |
    """
    headings = list(rows[0])
    lines = [headings, ["---", *["---:"] * (len(headings) - 1)]]
    lines += [[row[heading] for heading in headings] for row in rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
