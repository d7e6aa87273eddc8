"""The table of general words: counted once a sentence, only what is common and plain is kept."""

import json
from pathlib import Path

from retrieval.general import LEAST_HOLDERS, count, main
from tests.retrieval.making import document


def test_a_term_counts_once_a_sentence_and_rare_ones_are_left_out() -> None:
    often = document("a", *["The pact, the pact of 1965."] * LEAST_HOLDERS)
    once = document("b", "Tokyo waits.")

    table = count([often, once])

    # "1965" is no plain word, "tokyo" and "wait" stand in one sentence only.
    assert table == {"sentences": LEAST_HOLDERS + 1, "terms": {"pact": LEAST_HOLDERS}}


def test_the_command_writes_the_table(tmp_path: Path) -> None:
    (tmp_path / "squad").mkdir()
    line = json.dumps({"id": "a", "sentences": ["The pact expires."] * LEAST_HOLDERS})
    (tmp_path / "squad" / "corpus.jsonl").write_text(f"{line}\n")

    main([str(tmp_path), "--output", str(tmp_path)])

    table = json.loads((tmp_path / "background-en.json").read_text())
    assert table == {"sentences": 8, "terms": {"expir": 8, "pact": 8}}
