"""The index holds what its sources hold, and reads again only what has changed."""

from pathlib import Path

import pytest

from corpus.documents import Skipped
from corpus.errors import NoDocuments, SourceMissing
from retrieval.errors import IndexBusy
from tests.retrieval.sources import Home, put, put_lines

PACT = "The pact expires on Saturday."
RAIN = "Rain falls on Seoul today."
TALKS = "Tokyo and Seoul hold talks."


@pytest.fixture
def home(tmp_path: Path) -> Home:
    (tmp_path / "home").mkdir()
    return Home(tmp_path / "home")


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A source of two files."""
    put(tmp_path / "notes" / "pact.txt", PACT)
    put(tmp_path / "notes" / "deep" / "rain.txt", RAIN)
    return tmp_path / "notes"


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


def test_documents_of_other_sources_stay(home: Home, notes: Path, tmp_path: Path) -> None:
    home.indexer.update([notes])
    talks = put(tmp_path / "press" / "talks.txt", TALKS)

    summary = home.indexer.update([talks.parent])

    assert (summary.n_documents, summary.n_removed) == (3, 0)
    assert home.texts == {"pact.txt": PACT, "deep/rain.txt": RAIN, "talks.txt": TALKS}


def test_only_lets_the_documents_of_other_sources_go(
    home: Home, notes: Path, tmp_path: Path
) -> None:
    home.indexer.update([notes])
    talks = put(tmp_path / "press" / "talks.txt", TALKS)

    summary = home.indexer.update([talks.parent], only=True)

    assert home.texts == {"talks.txt": TALKS}
    assert (summary.n_documents, summary.n_removed) == (1, 2)


def test_two_sources_with_the_same_names_are_both_kept(home: Home, tmp_path: Path) -> None:
    one = put(tmp_path / "seoul" / "a.txt", PACT)
    other = put(tmp_path / "tokyo" / "a.txt", RAIN)

    summary = home.indexer.update([one.parent, other.parent])

    assert home.texts == {"a.txt": PACT, "tokyo/a.txt": RAIN}
    assert summary.skipped == []
    assert home.indexer.update([one.parent, other.parent]).n_unchanged == 2


def test_a_source_given_twice_is_read_once(home: Home, notes: Path) -> None:
    summary = home.indexer.update([notes, notes, notes / "deep" / ".."])

    assert (summary.n_read, summary.n_unchanged) == (2, 0)


def test_a_folder_inside_a_source_is_no_second_source_of_its_files(home: Home, notes: Path) -> None:
    home.indexer.update([notes])

    summary = home.indexer.update([notes / "deep"])

    assert (summary.n_read, summary.n_unchanged) == (0, 1)
    assert home.texts == {"pact.txt": PACT, "deep/rain.txt": RAIN}


def test_an_id_that_another_source_has_is_reported_and_the_first_stays(
    home: Home, tmp_path: Path
) -> None:
    one = put_lines(tmp_path / "one.jsonl", {"pact": PACT})
    other = put_lines(tmp_path / "other.jsonl", {"pact": TALKS, "rain": RAIN})

    summary = home.indexer.update([one, other])

    assert home.texts == {"pact": PACT, "rain": RAIN}
    problem = "has the id 'pact' of a document of another source"
    assert summary.skipped == [Skipped("pact", problem, "give it its own id")]


def test_an_id_becomes_free_when_its_document_goes(home: Home, tmp_path: Path) -> None:
    one = put_lines(tmp_path / "one.jsonl", {"pact": PACT, "talks": TALKS})
    other = put_lines(tmp_path / "other.jsonl", {"pact": "Another pact holds.", "rain": RAIN})
    home.indexer.update([one, other])
    put_lines(one, {"talks": TALKS}, minute=1)

    home.indexer.update([one, other])

    assert home.texts == {"pact": "Another pact holds.", "rain": RAIN, "talks": TALKS}


def test_an_id_that_is_taken_is_reported_each_time_and_publishes_nothing_new(
    home: Home, tmp_path: Path
) -> None:
    one = put_lines(tmp_path / "one.jsonl", {"pact": PACT})
    other = put_lines(tmp_path / "other.jsonl", {"pact": TALKS, "rain": RAIN})
    first = home.indexer.update([one, other])

    second = home.indexer.update([one, other])

    assert second.skipped == first.skipped
    assert (second.n_read, second.n_unchanged) == (1, 1)
    assert second.generation == "g-000001"


def test_what_cannot_be_read_is_reported_and_the_rest_goes_on(home: Home, notes: Path) -> None:
    put(notes / "empty.txt", "")
    put(notes / "scan.pdf", "%PDF")

    summary = home.indexer.update([notes])

    assert home.texts == {"pact.txt": PACT, "deep/rain.txt": RAIN}
    assert [skipped.name for skipped in summary.skipped] == ["empty.txt", "scan.pdf"]


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


def test_only_lets_documents_go_that_no_file_was_noted_for(
    home: Home, notes: Path, tmp_path: Path
) -> None:
    home.indexer.update([notes])
    home.ledger.unlink()
    talks = put(tmp_path / "press" / "talks.txt", TALKS)

    home.indexer.update([talks.parent], only=True)

    assert home.texts == {"talks.txt": TALKS}


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


def damage(home: Home) -> None:
    """Damage every generation."""
    for manifest in (home.path / "index").glob("g-*/MANIFEST.json"):
        manifest.unlink()


def test_a_damaged_index_is_made_again_from_every_source(
    home: Home, notes: Path, tmp_path: Path
) -> None:
    talks = put(tmp_path / "press" / "talks.txt", TALKS)
    home.indexer.update([notes, talks.parent])
    damage(home)

    summary = home.indexer.update([notes])

    assert home.texts == {"pact.txt": PACT, "deep/rain.txt": RAIN, "talks.txt": TALKS}
    assert (summary.n_read, summary.generation) == (3, "g-000002")


def test_a_damaged_index_is_made_again_without_a_source_that_is_gone(
    home: Home, notes: Path, tmp_path: Path
) -> None:
    talks = put(tmp_path / "press" / "talks.txt", TALKS)
    home.indexer.update([notes, talks.parent])
    damage(home)
    talks.unlink()
    talks.parent.rmdir()

    home.indexer.update([notes])

    assert home.texts == {"pact.txt": PACT, "deep/rain.txt": RAIN}


def test_a_lost_ledger_costs_no_document(home: Home, notes: Path, tmp_path: Path) -> None:
    talks = put(tmp_path / "press" / "talks.txt", TALKS)
    home.indexer.update([notes, talks.parent])
    home.ledger.unlink()

    summary = home.indexer.update([notes])

    assert summary.n_read == 2
    assert home.texts == {"pact.txt": PACT, "deep/rain.txt": RAIN, "talks.txt": TALKS}


def test_a_document_read_again_after_a_lost_ledger_replaces_the_old_one(
    home: Home, notes: Path
) -> None:
    home.indexer.update([notes])
    home.ledger.unlink()
    put(notes / "pact.txt", "The pact holds.", minute=1)

    summary = home.indexer.update([notes])

    assert home.texts == {"pact.txt": "The pact holds.", "deep/rain.txt": RAIN}
    assert summary.skipped == []


def test_a_second_indexer_is_told_to_wait(home: Home, notes: Path) -> None:
    with home.generations.building(), pytest.raises(IndexBusy):
        home.indexer.update([notes])

    assert not home.generations.has_any()


def test_progress_tells_of_reading_and_of_indexing(home: Home, notes: Path) -> None:
    told: list[tuple[str, int, int]] = []

    home.indexer.update([notes], lambda what, done, total: told.append((what, done, total)))

    # Two files; two sentences and two titles.
    assert told == [
        *(("reading", 0, 2), ("reading", 1, 2), ("reading", 2, 2)),
        *(("indexing", 0, 4), ("indexing", 4, 4)),
    ]


def test_the_order_of_sources_makes_no_difference_to_the_index(
    home: Home, notes: Path, tmp_path: Path
) -> None:
    talks = put(tmp_path / "press" / "talks.txt", TALKS).parent
    (tmp_path / "mirror").mkdir()
    mirror = Home(tmp_path / "mirror")

    home.indexer.update([notes, talks])
    mirror.indexer.update([talks, notes])

    made = [
        {path.name: path.read_bytes() for path in (h.path / "index" / "g-000001").iterdir()}
        for h in (home, mirror)
    ]
    assert made[0] == made[1]


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

    made = [
        {path.name: path.read_bytes() for path in (h.path / "index" / name).iterdir()}
        for h, name in zip((home, mirror), names, strict=True)
    ]
    assert names == ["g-000002", "g-000001"]
    assert made[0] == made[1]
