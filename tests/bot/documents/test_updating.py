"""The process that indexes tells of the file it was asked about, and of little else."""

import hashlib
from pathlib import Path

from bot.documents.updating import MOST_TOLD, update
from tests.bot.documents.homes import Shelf, lines


def test_the_documents_of_a_file_are_counted_and_the_first_named(
    shelf: Shelf, tmp_path: Path
) -> None:
    content = lines({f"day {n}": f"It rains on day {n}." for n in range(9)})
    (tmp_path / "days.jsonl").write_bytes(content)
    wish = {"home": str(shelf.home.path), "sources": [str(tmp_path / "days.jsonl")], "gone": []}

    told = update({**wish, "afresh": False, "sha256": hashlib.sha256(content).hexdigest()})

    assert (told["found"], told["documents"], told["generation"]) == (9, 9, "g-000001")
    assert told["ids"] == [f"day {n}" for n in range(MOST_TOLD)]
