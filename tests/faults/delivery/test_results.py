"""Results are told in one line, and side by side in a table."""

from dataclasses import replace

from tests.faults.delivery.checking import Repetition, Verdict
from tests.faults.delivery.history import Question
from tests.faults.delivery.results import Result, line, table

ASKED = Question(11, 7, 101, "March 3", 1.0)
OURS = Result(
    programme="R1",
    title="SIGKILL",
    arm="quoth",
    seed=5,
    verdict=Verdict(90, (), (), (Repetition(ASKED, "killed"),), (), 2.0),
    recovery=1.26,
    remarks={"kills": "10", "dead": "0"},
)
CONTROL = replace(
    OURS, arm="stock", verdict=Verdict(91, (ASKED,) * 3, (), (), (), 2.0), remarks={"kills": "9"}
)


def test_a_line_holds_the_seed_and_every_count() -> None:
    assert line(OURS) == (
        "R1 quoth seed 5: 90 questions, 0 lost, 1 twice (1 killed), 0 wrong, recovered in 1.3 s; "
        "kills 10, dead 0"
    )


def test_the_table_lays_ours_beside_the_control() -> None:
    alone = replace(OURS, programme="R9", title="no room")

    assert table([OURS, CONTROL, alone]).splitlines()[2:] == [
        "| R1 | SIGKILL | 90 / 91 | 0 / 3 | 1 / 0 | 1.3 s / 1.3 s | kills 10, dead 0 | kills 9 |",
        "| R9 | no room | 90 / - | 0 / - | 1 / - | 1.3 s / - | kills 10, dead 0 | - |",
    ]


def test_breaches_of_the_verdict_and_of_the_programme_are_told_together() -> None:
    result = replace(CONTROL, breaches=("polling ended",))

    assert result.all_breaches == (*["lost: update 11, message 101 of chat 7"] * 3, "polling ended")
