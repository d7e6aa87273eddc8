"""`quoth evaluate`: measures as a table, as JSON, and beside an earlier run."""

import json
from pathlib import Path

from tests.bot.calling import call, quoth
from tests.bot.test_evaluating import make_set


def test_measures_are_printed_a_line_each_and_as_json(tmp_path: Path) -> None:
    folder = make_set(tmp_path)

    table, printed = quoth("evaluate", folder), call("evaluate", folder, "--json")

    assert (table.code, table.err, printed.code) == (0, "", 0)
    assert [line.split()[0] for line in table.lines] == list(json.loads(printed.out))
    assert json.loads(printed.out)["P@1"] == 1.0


def test_an_equal_earlier_run_ends_with_0_and_a_better_one_with_1(tmp_path: Path) -> None:
    right, wrong = tmp_path / "right", tmp_path / "wrong"
    for folder, sentence in ((right, 0), (wrong, 1)):
        folder.mkdir()
        make_set(folder, right=sentence)
    earlier = tmp_path / "earlier.json"
    earlier.write_text(call("evaluate", right, "--json").out)

    equal = call("evaluate", right, "--against", earlier)
    worse = call("evaluate", wrong, "--against", earlier)
    as_json = call("evaluate", wrong, "--against", earlier, "--json")

    assert (equal.code, worse.code, as_json.code) == (0, 1, 1)
    # Precision falls from 1 to 0.
    (row,) = [line.split() for line in worse.lines if line.startswith("P@1")]
    assert row == ["P@1", "0.0000", "1.0000", "-1.0000"]
    assert json.loads(as_json.out)["P@1"] == 0.0


def test_what_is_no_set_and_no_earlier_run_is_one_line_with_the_remedy(tmp_path: Path) -> None:
    folder = make_set(tmp_path)
    (tmp_path / "earlier.json").write_text('{"unrelated": 0.5}')

    no_set = call("evaluate", tmp_path / "nowhere")
    no_run = call("evaluate", folder, "--against", tmp_path / "earlier.json")

    assert (no_set.code, no_run.code) == (1, 1)
    assert no_set.err.endswith("a question set has questions and gold answers\n")
    assert no_run.err == (
        "quoth: these are no measures: save them with `quoth evaluate FOLDER --json`\n"
    )
