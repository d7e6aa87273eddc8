"""The programmes from their command line, as every check runs them."""

import pytest

from tests.faults.delivery.__main__ import main
from tests.faults.delivery.programmes import PROGRAMMES

# What loses questions if anything does, in seconds; `make faults` runs every programme, those too
# that promise times, which a busy machine would break.
BRIEFLY = ("R1", "R3w", "R4", "R9", "R12", "R19", "R20")


def test_the_brief_form_loses_nothing_and_breaks_no_promise(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = main(["--brief", "--alone", "--seed", "7", "--only", *BRIEFLY])

    lines = capsys.readouterr().out.splitlines()
    told = {line.split()[0]: line for line in lines if " quoth seed 7: " in line}
    assert [line for line in lines if line.startswith("BREACH")] == []
    assert told.keys() == set(BRIEFLY) <= PROGRAMMES.keys()
    assert told["R20"].startswith("R20 quoth seed 7: 15 questions, 0 lost, 0 twice, 0 wrong")
    assert lines[-1].startswith(
        f"seed 7: 0 questions lost in {len(BRIEFLY)} programmes; 0 breaches"
    )
    assert code == 0


def test_an_unknown_programme_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--only", "R99"])

    assert "invalid choice: 'R99'" in capsys.readouterr().err


def test_brief_and_long_at_a_time_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--brief", "--long"])

    assert "not allowed with" in capsys.readouterr().err
