"""A damaged index and a lost ledger cost time, not documents."""

from pathlib import Path

import pytest

from tests.retrieval.sources import Home, put

PACT = "The pact expires on Saturday."
RAIN = "Rain falls on Seoul today."
TALKS = "Tokyo and Seoul hold talks."


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


def fall_back(home: Home) -> None:
    """Let the generation before serve."""
    (home.path / "index" / str(home.generations.current()) / "MANIFEST.json").unlink()


def test_a_removed_document_does_not_come_back_with_the_generation_before(
    home: Home, notes: Path, tmp_path: Path
) -> None:
    home.indexer.update([notes])
    (notes / "pact.txt").unlink()
    home.indexer.update([notes])
    fall_back(home)
    talks = put(tmp_path / "press" / "talks.txt", TALKS)

    home.indexer.update([notes, talks.parent])

    assert home.texts == {"deep/rain.txt": RAIN, "talks.txt": TALKS}


def test_a_renamed_document_is_found_again_from_the_generation_before(
    home: Home, notes: Path
) -> None:
    home.indexer.update([notes])
    (notes / "pact.txt").rename(notes / "gsomia.txt")
    home.indexer.update([notes])
    fall_back(home)

    home.indexer.update([notes])

    assert home.texts == {"gsomia.txt": PACT, "deep/rain.txt": RAIN}


@pytest.mark.parametrize("is_in_use", [True, False])
def test_a_run_killed_around_its_publication_brings_nothing_back(
    home: Home, notes: Path, *, is_in_use: bool
) -> None:
    home.indexer.update([notes])
    current = home.path / "index" / "CURRENT"
    before = current.read_bytes()
    (notes / "pact.txt").unlink()
    put(notes / "talks.txt", TALKS)
    home.indexer.update([notes])
    # What such a run leaves: a promise, and CURRENT as it was unless the kill came after it.
    home.ledger.rename(home.ledger.with_suffix(".new"))
    if not is_in_use:
        current.write_bytes(before)
    (notes / "talks.txt").unlink()

    home.indexer.update([notes])

    assert home.texts == {"deep/rain.txt": RAIN}
    assert home.generations.current() == "g-000003"


@pytest.mark.parametrize("content", [b"g-000009\n", b"g-000001\n", b"", b"\xff", None])
def test_a_damaged_name_in_use_is_mended_though_no_document_changed(
    home: Home, notes: Path, content: bytes | None
) -> None:
    home.indexer.update([notes])
    current = home.path / "index" / "CURRENT"
    current.unlink()
    if content is None:
        current.mkdir()
    else:
        current.write_bytes(content)

    summary = home.indexer.update([notes])

    assert summary.generation == home.generations.current() == "g-000002"
    assert home.texts == {"pact.txt": PACT, "deep/rain.txt": RAIN}


def test_a_damaged_original_is_mended_and_publishes_nothing(home: Home, notes: Path) -> None:
    home.indexer.update([notes])
    for original in (home.path / "originals").glob("??/*"):
        original.unlink()

    summary = home.indexer.update([notes])

    assert (summary.n_read, summary.generation) == (2, "g-000001")
    kept = [path.read_text() for path in (home.path / "originals").glob("??/*")]
    assert sorted(kept) == sorted([PACT, RAIN])
