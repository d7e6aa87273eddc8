"""The same documents give the same bytes, wherever and in whatever order they are read."""

import os
import subprocess
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.documents import Document
from retrieval.building import build
from tests.retrieval.making import contents, document, index_of, places, publish

# Each example builds or searches a whole index.
FEWER = settings(max_examples=40, deadline=None)
DOCUMENTS = (
    document("a", "The pact expires. | Seoul ends it.", date="2019-11-22", title="Pact"),
    document("b", "Tokyo waits.", "Tokyo and Seoul talk.", date="2019-11-23"),
    document("c", "협정이 종료된다.", language="ko"),
    document("d", "協定が終了する。", language="ja", title="協定"),
    document("e", "Anlaşma sona eriyor.", language="tr"),
)
BUILD_AND_ASK = """
import sys
from pathlib import Path
from tests.retrieval.making import places, publish
from retrieval.index import Index
from tests.retrieval.test_building import DOCUMENTS
publish(Path(sys.argv[1]), set(DOCUMENTS))
index = Index.open(Path(sys.argv[1]))
hits = index.search(index.query("when does the pact of Seoul and Tokyo expire", "en"), 10)
print([repr(hit) for hit in hits])
"""


@FEWER
@given(st.permutations(DOCUMENTS))
def test_the_order_of_documents_changes_no_byte(order: list[Document]) -> None:
    straight = build(DOCUMENTS)

    shuffled = build(order)

    assert {n: a.tobytes() for n, a in shuffled.arrays.items()} == {
        n: a.tobytes() for n, a in straight.arrays.items()
    }
    assert (shuffled.blobs, shuffled.facts) == (straight.blobs, straight.facts)


def test_the_order_of_documents_changes_no_byte_of_any_file(tmp_path: Path) -> None:
    orders = DOCUMENTS, DOCUMENTS[::-1], DOCUMENTS[2:] + DOCUMENTS[:2]

    made = [
        contents(tmp_path / str(n) / publish(tmp_path / str(n), o)) for n, o in enumerate(orders)
    ]

    assert made[0] == made[1] == made[2]


def test_the_hash_seed_of_the_process_changes_neither_bytes_nor_answers(tmp_path: Path) -> None:
    said, made = [], []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        run = subprocess.run(
            [sys.executable, "-c", BUILD_AND_ASK, str(folder)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
        )
        said.append(run.stdout)
        made.append(contents(folder / "g-000001"))

    assert said[0] == said[1]
    assert said[0].count("Hit(") > 1
    assert made[0] == made[1]


def test_the_facts_count_documents_passages_and_languages() -> None:
    facts = build(DOCUMENTS).facts

    # Passages: en 2 + 2, then one each in ja, ko and tr, by name.
    assert (facts["documents"], facts["passages"]) == (5, 7)
    assert facts["languages"] == ["en", "ja", "ko", "tr"]


def test_no_array_holds_objects() -> None:
    assert not any(array.dtype.hasobject for array in build(DOCUMENTS).arrays.values())


def test_progress_runs_from_nothing_to_everything() -> None:
    told: list[tuple[int, int]] = []

    build(DOCUMENTS, lambda done, total: told.append((done, total)))

    # Seven passages and five titles.
    assert told == [(0, 12), (12, 12)]


def test_no_documents_build_an_index_that_finds_nothing() -> None:
    assert places(index_of(), "when does the pact expire") == []


def test_documents_without_a_word_build_an_index_that_finds_nothing() -> None:
    assert places(index_of(document("a", "... | !!!")), "when does the pact expire") == []


def test_a_document_without_sentences_is_kept_and_found_by_nobody() -> None:
    bare = document("bare", "x")
    empty = type(bare)("bare", "", (), bare.original, title="Pact")

    index = index_of(empty, document("a", "The pact expires."))

    assert index.library.n_documents == 2
    assert places(index, "pact") == [("a", 0)]
