"""An index in memory is the one that would be published."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from corpus.documents import Document
from retrieval import storage
from retrieval.building.destination import Destination
from retrieval.building.inmemory import HeldWriter, build
from retrieval.fields import Field, Fields
from retrieval.index import Index
from retrieval.storage import Stored, Writer
from tests.retrieval.building.making import assembled, bytes_of
from tests.retrieval.building.samples import DOCUMENTS
from tests.retrieval.making import places

SENTENCES_ALONE = Fields(
    sentence=Field(1.0, 0.5, 0.5),
    paragraph=Field(0.0, 1.0, 0.5),
    document=Field(0.0, 1.0, 0.5),
    title=Field(0.0, 1.0, 0.5),
)
BUILD_AND_ASK = """
from hashlib import sha256
from retrieval.building.inmemory import build
from retrieval.index import Index
from tests.retrieval.building.samples import DOCUMENTS
from tests.retrieval.making import places
stored = build(set(DOCUMENTS))
print(*(sha256(stored.arrays[n].tobytes()).hexdigest() for n in sorted(stored.arrays)))
print(*(sha256(stored.blobs[n]).hexdigest() for n in sorted(stored.blobs)), stored.facts)
print(places(Index("g-000001", stored), "when does the pact of Seoul and Tokyo expire"))
"""


def test_it_is_built_as_one_on_the_disk_in_whatever_order(tmp_path: Path) -> None:
    assert bytes_of(build(DOCUMENTS)) == bytes_of(assembled(tmp_path, DOCUMENTS))
    assert bytes_of(build(DOCUMENTS[::-1])) == bytes_of(storage.read(tmp_path / "generation"))


def test_documents_are_taken_one_by_one_and_come_back_whole() -> None:
    index = Index("g-000001", build(iter(DOCUMENTS)))

    found: list[Document] = [index.library.document(n) for n in range(len(DOCUMENTS))]

    assert found == sorted(DOCUMENTS, key=lambda d: d.id)
    assert places(index, "Tokyo talks")[0] == ("b", 1)


def test_fields_are_those_that_were_given() -> None:
    facts = build(DOCUMENTS, SENTENCES_ALONE).facts

    assert Fields.parse(facts["fields"]) == SENTENCES_ALONE


def test_the_hash_seed_changes_neither_bytes_nor_answers_and_no_file_is_left(
    tmp_path: Path,
) -> None:
    said = [
        subprocess.run(
            [sys.executable, "-c", BUILD_AND_ASK],
            env={**os.environ, "PYTHONHASHSEED": seed, "TMPDIR": str(tmp_path)},
            cwd=Path(__file__).parents[3],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]

    assert said[0] == said[1]
    assert "('a', 0)" in said[0]
    assert list(tmp_path.iterdir()) == []


def written(destination: Destination) -> None:
    """Write arrays, blobs and facts in every way there is."""
    destination.array("rows", np.arange(6, dtype=np.uint16).reshape(2, 3).T)
    destination.add(Stored({"none": np.empty(0, np.int32)}, {"empty": b""}, {"not": "kept"}))
    with destination.blob("text") as sink:
        assert sink.write(b"It ") + sink.write(memoryview(b"rains.")) == 9
    destination.finish({"passages": 1, "languages": ["en"]})


def test_what_is_held_is_what_would_be_read_from_the_disk(tmp_path: Path) -> None:
    held = HeldWriter()

    written(held)
    written(Writer(tmp_path))

    assert bytes_of(held.stored) == bytes_of(storage.read(tmp_path))
    assert held.stored.blobs["text"] == b"It rains."
    assert held.stored.arrays["rows"].tolist() == [[0, 3], [1, 4], [2, 5]]


def test_what_is_held_changes_neither_by_itself_nor_with_what_was_given() -> None:
    given, held = np.zeros(2, np.int64), HeldWriter()
    held.array("given", given)

    given[:] = 7

    assert held.stored.arrays["given"].tolist() == [0, 0]
    with pytest.raises(ValueError, match="read-only"):
        held.stored.arrays["given"][0] = 1


def test_nothing_built_can_be_written_to() -> None:
    stored = build(DOCUMENTS)

    assert not any(array.flags.writeable for array in stored.arrays.values())
    assert all(memoryview(blob).readonly for blob in stored.blobs.values())
