from pathlib import Path

import pytest

from tests.load.__main__ import main


def test_a_short_programme_prints_its_table_and_its_promises_and_draws_its_curve(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main([*"--programme L1 --seconds 2 --rates 5 --output".split(), str(tmp_path)])

    printed = capsys.readouterr().out
    assert "**L1: 2,000 chats, 2 s, limits on**" in printed
    assert "| quoth 5/s |" in printed
    assert code == int("MISSED" in printed)
    assert (tmp_path / "L1.svg").read_text().startswith("<svg ")
