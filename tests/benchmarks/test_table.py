from tests.benchmarks.figures import Agreement, Figures, Times
from tests.benchmarks.prepared import Facts
from tests.benchmarks.processes import Built
from tests.benchmarks.table import table

FACTS = Facts("real", 1_000, 600, 50, 11_000, 20, 300.0, 1, every_word=False)


def row(engine: str, agreement: Agreement | None) -> Figures:
    built = Built(2.04, 1.5, 100_000_000, 10_000_000, is_exact=bool(agreement), version="1.0")
    return Figures(engine, 1_000, Times(0.5, 0.25, 2.0, 20), 1.5, built, 0.123, agreement)


def test_a_table_says_what_was_searched_and_has_a_line_for_each_engine() -> None:
    rows = [row("quick", Agreement(20, 0)), row("odd", None)]

    lines = table(FACTS, rows).splitlines()

    # 600 of 1,000 sentences, 11 terms each.
    figures = "0.5 | 0.25 | 2 | 1.5 | 2.0 | 1.5 | 100 | 10 | 0.12 | 20"
    assert lines[0] == (
        "**1,000 sentences** (60% of them real, the rest spliced) of 11.0 terms, "
        "stop words left out; 300 postings a question"
    )
    assert "times quick's speed" in lines[2]
    assert lines[4:] == [
        f"| quick 1.0 | {figures} | 0 of 20 |",
        f"| odd 1.0 | {figures} | not compared |",
    ]


def test_every_line_of_a_table_has_as_many_cells() -> None:
    lines = table(FACTS, [row("quick", Agreement(20, 0))]).splitlines()[2:]

    assert len({line.count("|") for line in lines}) == 1
