import json
from pathlib import Path

import pytest

from tests.benchmarks.__main__ import main

SMALL = ["--questions", "20", "--sizes", "500"]


def test_one_command_measures_and_compares(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    engines = ["--engines", "scikit-learn", "sqlite-fts5", "--rounds", "1"]
    folders = ["--work", str(tmp_path / "work"), "--output", str(tmp_path)]

    code = main([*SMALL, *engines, *folders])

    (run,) = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))["runs"]
    exact, other = run["engines"]
    assert code == 0
    assert (exact["engine"], other["engine"]) == ("scikit-learn", "sqlite-fts5")
    assert exact["speed"] == 1.0
    assert exact["agreement"] == {"n_compared": 20, "n_differing": 0}
    assert other["agreement"] is None
    assert "**500 sentences**" in capsys.readouterr().out
    assert not list((tmp_path / "work").rglob("indexes"))


def test_every_size_is_measured_and_drawn(tmp_path: Path) -> None:
    main([*SMALL, "1000", "--engines", "sqlite-fts5", "--rounds", "2", "--output", str(tmp_path)])

    report = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    rows = [row for run in report["runs"] for row in run["engines"]]
    assert [row["n_sentences"] for row in rows] == [500, 1_000]
    assert all(row["times"]["mean_ms"] > 0 for row in rows)
    assert all(row["built"]["disk_bytes"] > 0 for row in rows)
    # An interpreter alone has more than that.
    assert all(row["built"]["peak_bytes"] > 1_000_000 for row in rows)
    picture = (tmp_path / "growth.svg").read_text(encoding="utf-8")
    assert "sqlite-fts5, 500 sentences" in picture
    assert "sqlite-fts5, 1,000 sentences" in picture


def test_a_round_stops_when_its_budget_is_used_up(tmp_path: Path) -> None:
    short = ["--engines", "sqlite-fts5", "--rounds", "1", "--budget", "0"]

    main([*SMALL, *short, "--output", str(tmp_path)])

    report = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    (row,) = report["runs"][0]["engines"]
    assert row["times"]["n_questions"] == 1


def test_preparing_alone_leaves_the_documents_and_measures_nothing(tmp_path: Path) -> None:
    work, output = tmp_path / "work", tmp_path / "output"

    code = main([*SMALL, "1000", "--prepare", "--work", str(work), "--output", str(output)])

    lines = [
        len(path.read_text(encoding="utf-8").splitlines())
        for path in sorted(work.glob("*/corpus.jsonl"))
    ]
    # 1,000 and 500 sentences, 20 a document.
    assert code == 0
    assert lines == [50, 25]
    assert not output.exists()
