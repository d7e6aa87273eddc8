"""The figures as a Markdown table for each corpus."""

from collections.abc import Sequence

from tests.benchmarks.figures import Figures, shown
from tests.benchmarks.prepared import Facts

__all__ = ["table"]

HEADINGS = (
    "engine",
    "mean ms",
    "median ms",
    "p99 ms",
    "times {first}'s speed",
    "build wall s",
    "build CPU s",
    "build peak MB",
    "disk MB",
    "first answer s",
    "questions a round",
    "differing",
)


def table(facts: Facts, rows: Sequence[Figures]) -> str:
    """Return the table of a corpus, under a line that says what it is made of."""
    headings = [heading.format(first=rows[0].engine) for heading in HEADINGS]
    lines = [headings, ["---", *["---:"] * (len(headings) - 1)], *map(_cells, rows)]
    return "\n".join((_title(facts), "", *(f"| {' | '.join(cells)} |" for cells in lines), ""))


def _title(facts: Facts) -> str:
    made = "generated"
    if facts.kind == "real":
        share = facts.n_real / facts.n_sentences
        made = f"{share:.0%} of them real" + (", the rest spliced" if share < 1 else "")
    kept = "stop words kept" if facts.every_word else "stop words left out"
    return (
        f"**{facts.n_sentences:,} sentences** ({made}) of {facts.n_terms / facts.n_sentences:.1f} "
        f"terms, {kept}; {facts.n_postings:,.0f} postings a question"
    )


def _cells(row: Figures) -> list[str]:
    times, built = row.times, row.built
    seconds = (built.wall_seconds, built.cpu_seconds)
    megabytes = (built.peak_bytes, built.disk_bytes)
    return [
        f"{row.engine} {built.version}",
        *map(shown, (times.mean_ms, times.median_ms, times.p99_ms, row.speed)),
        *(f"{value:.1f}" for value in seconds),
        *(f"{value / 1e6:.0f}" for value in megabytes),
        f"{row.first_seconds:.2f}",
        str(times.n_questions),
        _differing(row),
    ]


def _differing(row: Figures) -> str:
    if row.agreement is None:
        return "not compared"
    return f"{row.agreement.n_differing} of {row.agreement.n_compared}"
