"""What is removed on purpose stays away, and reading everything afresh loses nothing else."""

from pathlib import Path

from retrieval.indexing import Indexer
from retrieval.left_out import LeftOut
from tests.retrieval.sources import Home, put, put_lines

PACT = "The pact expires on Saturday."
RAIN = "Rain falls on Seoul today."
TALKS = "Tokyo and Seoul hold talks."


def left_out(home: Home, *ids: str) -> Indexer:
    """Return an indexer that leaves documents out."""
    listed = LeftOut(home.path / "left-out.json")
    listed.add(ids)
    return Indexer(home.originals, home.generations, home.sources, left_out=listed)


def test_a_document_that_is_left_out_goes_though_its_source_has_it(home: Home, notes: Path) -> None:
    home.indexer.update([notes])

    summary = left_out(home, "pact.txt").update([])

    assert home.texts == {"deep/rain.txt": RAIN}
    assert (summary.n_removed, summary.generation) == (1, "g-000002")


def test_it_stays_away_when_its_source_is_read_again_and_the_summary_says_so(
    home: Home, notes: Path
) -> None:
    indexer = left_out(home, "pact.txt")
    indexer.update([notes])
    put(notes / "pact.txt", "The pact is renewed.", minute=1)

    summary = indexer.update([notes])

    assert home.texts == {"deep/rain.txt": RAIN}
    assert [(s.name, s.reason) for s in summary.skipped] == [("pact.txt", "was removed")]
    assert summary.generation == "g-000001"


def test_one_line_of_many_is_left_out_and_the_others_stay(home: Home, tmp_path: Path) -> None:
    lines = put_lines(tmp_path / "lines.jsonl", {"a": PACT, "b": RAIN, "c": TALKS})
    home.indexer.update([lines])

    left_out(home, "b").update([])

    assert home.texts == {"a": PACT, "c": TALKS}


def test_what_is_no_longer_left_out_is_back_when_everything_is_read_afresh(
    home: Home, tmp_path: Path
) -> None:
    lines = put_lines(tmp_path / "lines.jsonl", {"a": PACT, "b": RAIN})
    indexer = left_out(home, "b")
    indexer.update([lines])
    LeftOut(home.path / "left-out.json").take_off(["b"])

    indexer.update([], afresh=True)

    assert home.texts == {"a": PACT, "b": RAIN}


def test_the_last_document_can_be_removed_but_not_lost(home: Home, tmp_path: Path) -> None:
    talks = put(tmp_path / "talks.txt", TALKS)
    home.indexer.update([talks])
    put(talks, " ", minute=1)

    lost = home.indexer.update([talks])
    held = home.texts
    removed = left_out(home, "talks.txt").update([])

    assert (lost.generation, held) == ("g-000001", {"talks.txt": TALKS})
    assert (removed.generation, removed.n_removed, home.texts) == ("g-000002", 1, {})


def test_a_file_that_is_gone_on_purpose_takes_its_documents_with_it_were_they_the_last(
    home: Home, tmp_path: Path
) -> None:
    source = tmp_path / "uploads"
    talks = put(source / "talks.txt", TALKS)
    home.indexer.update([source])
    talks.unlink()

    summary = home.indexer.update([], gone=[talks])
    again = home.indexer.update([], afresh=True)

    assert (summary.n_removed, home.texts) == (1, {})
    assert again.n_documents == 0


def test_afresh_reads_everything_again_and_gives_the_same_generation(
    home: Home, notes: Path, tmp_path: Path
) -> None:
    lines = put_lines(tmp_path / "lines.jsonl", {"a": PACT, "b": TALKS})
    home.indexer.update([notes, lines])
    before = home.files

    summary = home.indexer.update([], afresh=True)

    assert (summary.n_read, summary.n_unchanged, summary.generation) == (3, 0, "g-000002")
    assert home.files == before


def test_afresh_keeps_what_a_source_that_cannot_be_reached_gave(
    home: Home, notes: Path, tmp_path: Path
) -> None:
    for folder in ("press", "drive"):
        put(tmp_path / folder / f"{folder}.txt", TALKS)
    home.indexer.update([notes, tmp_path / "press", tmp_path / "drive"])
    (tmp_path / "press").rename(tmp_path / "elsewhere")
    (tmp_path / "drive" / "drive.txt").unlink()  # as a disk that is not mounted looks

    home.indexer.update([], afresh=True)

    assert set(home.texts) == {"pact.txt", "deep/rain.txt", "press.txt", "drive.txt"}
