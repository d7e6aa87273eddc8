"""A generation that is sealed and is no index is damage, and the one before it serves."""

from pathlib import Path

import pytest

from retrieval.errors import IndexDamaged
from retrieval.index import Index
from tests.retrieval.forging import MANIFEST, replace, reseal
from tests.retrieval.making import document, publish
from tests.retrieval.sources import Home

FIRST = document("first", "The pact expires.")
SECOND = document("second", "Seoul ends the pact.")


@pytest.fixture
def newest(tmp_path: Path) -> Path:
    """The second of two generations."""
    publish(tmp_path, [FIRST])
    return tmp_path / publish(tmp_path, [SECOND])


def test_without_any_one_of_its_files_the_previous_index_serves(
    newest: Path,
) -> None:
    served = {}
    for path in sorted(newest.iterdir()):
        if path.name == MANIFEST:
            continue
        content = path.read_bytes()
        path.unlink()
        reseal(newest)
        served[path.name] = Index.open(newest.parent).name
        path.write_bytes(content)

    assert len(served) > 20
    assert set(served.values()) == {"g-000001"}


@pytest.mark.parametrize("facts", [{}, {"means": {}}, {"means": {}, "languages": 5}])
def test_without_its_facts_the_previous_index_serves(
    newest: Path, facts: dict[str, object]
) -> None:
    reseal(newest, facts=facts)

    assert Index.open(newest.parent).name == "g-000001"


def test_an_index_that_no_generation_can_replace_is_damaged(tmp_path: Path) -> None:
    folder = tmp_path / publish(tmp_path, [FIRST])
    reseal(folder, facts={})

    with pytest.raises(IndexDamaged, match="run `quoth index` again") as caught:
        Index.open(tmp_path)

    assert caught.value.file == folder


def test_records_that_are_no_documents_are_made_again(home: Home, notes: Path) -> None:
    home.indexer.update([notes])
    before = home.texts
    folder = home.path / "index" / "g-000001"
    records = folder / "documents.jsonl"
    replace(records, b"?" * records.stat().st_size)
    reseal(folder)

    summary = home.indexer.update([notes])

    assert (summary.n_read, summary.generation) == (2, "g-000002")
    assert home.texts == before
