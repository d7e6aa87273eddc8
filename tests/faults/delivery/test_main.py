"""A programme from its command line."""

import pytest

from tests.faults.delivery.__main__ import main


def test_a_programme_prints_its_seed_a_line_and_a_table(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = main(["--only", "R20", "--alone", "--seed", "5"])

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("R20 quoth seed 5: 15 questions, 0 lost, 0 twice, 0 wrong")
    assert lines[3].startswith(
        "| R20 | updates that come again, polling | 15 / - | 0 / - | 0 / - |"
    )
    assert lines[-1].startswith("seed 5: 0 questions lost in 1 programmes; 0 breaches")
    assert code == 0


def test_an_unknown_programme_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--only", "R99"])

    assert "invalid choice: 'R99'" in capsys.readouterr().err
