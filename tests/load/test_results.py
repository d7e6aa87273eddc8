from tests.load.charts import Axis, Chart
from tests.load.results import Promise, Result

CHART = Chart("t", Axis("a"), Axis("b"), {"a": [(1.0, 1.0)]})


def test_a_report_is_a_title_a_table_and_the_promises() -> None:
    promises = [Promise("p99 < 1 s", "0.2 s", is_kept=True), Promise("no 429", "3", is_kept=False)]
    rows = [{"run": "quoth", "asked": "10"}, {"run": "other", "asked": "9"}]

    report = Result("L0", rows, CHART, promises).report()

    assert report == (
        "**L0**\n\n| run | asked |\n| --- | ---: |\n| quoth | 10 |\n| other | 9 |\n\n"
        "kept   p99 < 1 s: 0.2 s\nMISSED no 429: 3\n"
    )
