"""What is put aside comes back in any order, whatever batches it came in."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.documents import Document
from retrieval.building.analysing import analyse
from retrieval.building.spool import Spool
from tests.retrieval.building.making import documents, spooled
from tests.retrieval.making import document

COLUMNS = ("start", "end", "opens", "asks", "marks", "row_size")


def held(spool: Spool, place: int) -> dict[str, object]:
    """Return all that a spool has of one document."""
    one = np.array([place])
    rows = spool.sentences(one)
    return {
        "document": spool.documents[place],
        "language": spool.languages[place],
        "record": b"".join(spool.bytes("records", one)),
        "text": b"".join(spool.bytes("texts", one)),
        "words": [spool.keys[n] for n in spool.words(rows)],
        "title": [spool.keys[n] for n in spool.titles(one)],
        "sentences": [spool.column(name)[rows].tolist() for name in COLUMNS],
        "day": int(spool.column("day")[place]),
    }


@settings(max_examples=40)
@given(documents(at_most=6), st.data())
def test_batches_of_any_size_hold_what_each_document_alone_does(
    tmp_path_factory: pytest.TempPathFactory, made: list[Document], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("spools")
    cut = data.draw(st.integers(0, len(made)))
    batches = [analyse(made[:cut]), analyse(made[cut:])]

    spool = spooled(folder / "together", batches)

    alone = [spooled(folder / str(n), [analyse([d])]) for n, d in enumerate(made)]
    assert [held(spool, n) for n in range(len(made))] == [held(one, 0) for one in alone]
    assert len(set(spool.keys)) == len(spool.keys)


def test_sentences_and_titles_of_documents_are_read_in_the_order_asked_for(tmp_path: Path) -> None:
    made = [document("a", "Rain falls. | It ends.", title="Rain"), document("b", "So it does.")]
    spool = spooled(tmp_path / "spool", [analyse(made)])

    rows = spool.sentences(np.array([1, 0, 1]))

    # The second document has the third sentence, the first one those before.
    assert rows.tolist() == [2, 0, 1, 2]
    words = [spool.keys[n].split("\t")[-1] for n in spool.words(rows[:2])]
    assert words == ["so", "it", "does", "rain", "falls"]
    assert spool.titles(np.array([1])).tolist() == []
    assert [spool.keys[n] for n in spool.titles(np.array([0]))] == ["en\t1\tl\train"]


def test_a_spool_of_nothing_holds_nothing(tmp_path: Path) -> None:
    spool = spooled(tmp_path / "spool", [])
    nothing = np.empty(0, np.int64)

    assert (spool.documents, spool.languages, spool.keys) == ([], [], [])
    assert spool.sentences(nothing).tolist() == spool.titles(nothing).tolist() == []
    assert spool.words(nothing).tolist() == spool.column("start").tolist() == []


def test_writing_may_be_ended_twice(tmp_path: Path) -> None:
    spool = spooled(tmp_path / "spool", [analyse([document("a", "It rains.")])])

    spool.close()

    assert held(spool, 0)["document"] == spool.documents[0]


def test_files_are_named_and_all_written_when_the_writing_ends(tmp_path: Path) -> None:
    batch = analyse([document("a", "It rains. | It pours.")])
    spooled(tmp_path / "spool", [batch, batch])

    sizes = {path.name: path.stat().st_size for path in (tmp_path / "spool").iterdir()}

    assert sizes == {n: 2 * batch.arrays[n].nbytes for n in ("forms", "records", "texts")}
