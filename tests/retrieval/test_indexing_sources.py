"""Several sources share one index, and none takes from another."""

from pathlib import Path

from corpus.documents import Skipped
from tests.retrieval.sources import Home, put, put_lines

PACT = "The pact expires on Saturday."
RAIN = "Rain falls on Seoul today."
TALKS = "Tokyo and Seoul hold talks."


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


def test_only_lets_documents_go_that_no_file_was_noted_for(
    home: Home, notes: Path, tmp_path: Path
) -> None:
    home.indexer.update([notes])
    home.ledger.unlink()
    talks = put(tmp_path / "press" / "talks.txt", TALKS)

    home.indexer.update([talks.parent], only=True)

    assert home.texts == {"talks.txt": TALKS}


def test_the_order_of_sources_makes_no_difference_to_the_index(
    home: Home, notes: Path, tmp_path: Path
) -> None:
    talks = put(tmp_path / "press" / "talks.txt", TALKS).parent
    (tmp_path / "mirror").mkdir()
    mirror = Home(tmp_path / "mirror")

    home.indexer.update([notes, talks])
    mirror.indexer.update([talks, notes])

    assert home.files == mirror.files


def test_three_sources_of_one_name_share_the_name_of_a_file(home: Home, tmp_path: Path) -> None:
    texts = {"one": PACT, "two": RAIN, "three": TALKS}
    paths = [put(tmp_path / name / "seoul" / "a.txt", text) for name, text in texts.items()]

    summary = home.indexer.update([path.parent for path in paths])

    assert home.texts == {"a.txt": PACT, "seoul/a.txt": RAIN, "seoul/seoul/a.txt": TALKS}
    assert (summary.n_read, summary.skipped) == (3, [])
    assert home.indexer.update([path.parent for path in paths]).n_unchanged == 3
