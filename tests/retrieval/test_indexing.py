"""The index holds what its sources hold, and reads again only what has changed."""

import os
from pathlib import Path

import pytest

from corpus.errors import NoDocuments, SourceMissing
from retrieval.errors import IndexBusy
from tests.retrieval.sources import Home, put, put_lines

PACT = "The pact expires on Saturday."
RAIN = "Rain falls on Seoul today."
TALKS = "Tokyo and Seoul hold talks."


def test_a_first_run_reads_everything_and_publishes(home: Home, notes: Path) -> None:
    summary = home.indexer.update([notes])

    assert home.texts == {"pact.txt": PACT, "deep/rain.txt": RAIN}
    assert (summary.n_documents, summary.n_passages) == (2, 2)
    assert (summary.n_read, summary.n_unchanged, summary.n_removed) == (2, 0, 0)
    assert (summary.skipped, summary.generation) == ([], "g-000001")
    assert summary.seconds > 0


def test_every_original_is_kept_byte_for_byte(home: Home, notes: Path) -> None:
    home.indexer.update([notes])

    kept = [path.read_bytes() for path in (home.path / "originals").glob("??/*")]
    assert sorted(kept) == sorted([PACT.encode(), RAIN.encode()])


def test_nothing_changed_publishes_nothing(home: Home, notes: Path) -> None:
    home.indexer.update([notes])

    summary = home.indexer.update([notes])

    assert (summary.n_read, summary.n_unchanged) == (0, 2)
    assert (summary.generation, summary.n_documents) == ("g-000001", 2)


def test_a_file_of_the_same_size_and_time_is_not_read_again(home: Home, notes: Path) -> None:
    home.indexer.update([notes])
    put(notes / "pact.txt", PACT.upper())

    home.indexer.update([notes])

    # The other letters went unseen: nobody looked into the file.
    assert home.texts["pact.txt"] == PACT


def test_a_changed_file_is_read_again_and_no_other(home: Home, notes: Path) -> None:
    home.indexer.update([notes])
    put(notes / "pact.txt", "The pact holds.", minute=1)

    summary = home.indexer.update([notes])

    assert (summary.n_read, summary.n_unchanged, summary.n_removed) == (1, 1, 0)
    assert home.texts == {"pact.txt": "The pact holds.", "deep/rain.txt": RAIN}
    assert summary.generation == "g-000002"


def test_a_file_touched_without_a_change_keeps_its_document(home: Home, notes: Path) -> None:
    home.indexer.update([notes])
    put(notes / "pact.txt", PACT, minute=1)

    summary = home.indexer.update([notes])

    assert (summary.n_read, summary.n_removed, summary.skipped) == (1, 0, [])
    assert summary.generation == "g-000001"
    assert home.texts == {"pact.txt": PACT, "deep/rain.txt": RAIN}


def test_an_added_file_is_read(home: Home, notes: Path) -> None:
    home.indexer.update([notes])
    put(notes / "talks.md", TALKS)

    summary = home.indexer.update([notes])

    assert (summary.n_read, summary.n_unchanged) == (1, 2)
    assert home.texts["talks.md"] == TALKS


def test_a_removed_file_goes(home: Home, notes: Path) -> None:
    home.indexer.update([notes])
    (notes / "pact.txt").unlink()

    summary = home.indexer.update([notes])

    assert (summary.n_read, summary.n_removed, summary.n_documents) == (0, 1, 1)
    assert home.texts == {"deep/rain.txt": RAIN}


def test_a_renamed_file_changes_its_name_only(home: Home, notes: Path) -> None:
    home.indexer.update([notes])
    (notes / "pact.txt").rename(notes / "gsomia.txt")

    summary = home.indexer.update([notes])

    assert home.texts == {"gsomia.txt": PACT, "deep/rain.txt": RAIN}
    assert (summary.n_read, summary.n_removed) == (1, 1)


def test_a_line_taken_out_of_a_file_goes(home: Home, tmp_path: Path) -> None:
    lines = put_lines(tmp_path / "all.jsonl", {"pact": PACT, "rain": RAIN})
    home.indexer.update([lines])
    put_lines(lines, {"rain": RAIN}, minute=1)

    summary = home.indexer.update([lines])

    assert home.texts == {"rain": RAIN}
    assert (summary.n_removed, summary.skipped) == (1, [])


def test_what_cannot_be_read_is_reported_and_the_rest_goes_on(home: Home, notes: Path) -> None:
    put(notes / "empty.txt", "")
    put(notes / "scan.pdf", "%PDF")
    os.mkfifo(notes / "pipe.jsonl")

    summary = home.indexer.update([notes])

    assert home.texts == {"pact.txt": PACT, "deep/rain.txt": RAIN}
    assert [skipped.name for skipped in summary.skipped] == [
        "empty.txt",
        "pipe.jsonl",
        "scan.pdf",
    ]


def test_a_source_of_bad_files_alone_publishes_nothing(home: Home, tmp_path: Path) -> None:
    empty = put(tmp_path / "bad" / "empty.txt", "")

    summary = home.indexer.update([empty.parent])

    assert [skipped.name for skipped in summary.skipped] == ["empty.txt"]
    assert (summary.n_documents, summary.generation) == (0, "")
    assert not home.generations.has_any()


def test_a_source_of_bad_files_alone_leaves_the_others_as_they_are(
    home: Home, notes: Path, tmp_path: Path
) -> None:
    home.indexer.update([notes])
    empty = put(tmp_path / "bad" / "empty.txt", "")

    summary = home.indexer.update([empty.parent])

    assert (summary.n_documents, summary.generation) == (2, "g-000001")
    assert home.texts == {"pact.txt": PACT, "deep/rain.txt": RAIN}


def test_an_index_is_never_emptied_by_files_that_turn_bad(home: Home, tmp_path: Path) -> None:
    pact = put(tmp_path / "notes" / "pact.txt", PACT)
    home.indexer.update([pact.parent])
    put(pact, "", minute=1)

    summary = home.indexer.update([pact.parent])

    assert [skipped.name for skipped in summary.skipped] == ["pact.txt"]
    assert (summary.n_documents, summary.n_removed) == (1, 0)
    assert (summary.generation, home.texts) == ("g-000001", {"pact.txt": PACT})


def test_a_missing_source_changes_nothing(home: Home, notes: Path, tmp_path: Path) -> None:
    home.indexer.update([notes])
    put(notes / "talks.txt", TALKS)

    with pytest.raises(SourceMissing):
        home.indexer.update([notes, tmp_path / "nowhere"])

    assert home.texts == {"pact.txt": PACT, "deep/rain.txt": RAIN}
    assert home.indexer.update([notes]).n_read == 1


def test_a_source_without_a_file_is_an_error(home: Home, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()

    with pytest.raises(NoDocuments):
        home.indexer.update([tmp_path / "bare"])


def test_a_second_indexer_is_told_to_wait(home: Home, notes: Path) -> None:
    with home.generations.building(), pytest.raises(IndexBusy):
        home.indexer.update([notes])

    assert not home.generations.has_any()


def test_progress_tells_of_reading_and_of_indexing(home: Home, notes: Path) -> None:
    told: list[tuple[str, int, int]] = []

    home.indexer.update([notes], lambda what, done, total: told.append((what, done, total)))

    # The bytes of both files, read at once; their two sentences.
    assert told == [("reading", len(PACT + RAIN), len(PACT + RAIN)), ("indexing", 2, 2)]


def test_an_index_brought_up_to_date_equals_one_made_at_once(
    home: Home, notes: Path, tmp_path: Path
) -> None:
    (tmp_path / "mirror").mkdir()
    mirror = Home(tmp_path / "mirror")
    home.indexer.update([notes])
    put(notes / "talks.txt", TALKS)
    put(notes / "pact.txt", "The pact holds.", minute=1)
    (notes / "deep" / "rain.txt").unlink()

    names = [h.indexer.update([notes]).generation for h in (home, mirror)]

    assert names == ["g-000002", "g-000001"]
    assert home.files == mirror.files
