"""A document that is carried over is the same as one that is analysed again."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.documents import Document
from retrieval.building import carrying
from retrieval.building.analysed import Analysed
from retrieval.building.analysing import analyse
from retrieval.building.assembling import assemble
from retrieval.building.carrying import carried
from retrieval.building.inmemory import HeldWriter, build
from retrieval.fields import FIELDS
from retrieval.index import Index
from retrieval.storage import Stored
from tests.retrieval.building.making import bytes_of, documents, dumped, spooled
from tests.retrieval.making import document, index_of

# Each example builds three indexes.
FEWER = settings(max_examples=30, deadline=None)


def carry(index: Index, chosen: list[int]) -> list[Analysed]:
    return list(carried(index, index.library.identities(), np.array(chosen, np.int64)))


def assembled(folder: Path, batches: list[Analysed]) -> Stored:
    spool = spooled(folder, batches)
    ids = [identity.id for identity in spool.documents]
    order = np.array(sorted(range(len(ids)), key=ids.__getitem__), np.int64)
    writer = HeldWriter()
    assemble(spool, order, writer, FIELDS, lambda done, total: None)
    return writer.stored


@FEWER
@given(documents(at_most=6), st.data())
def test_some_documents_carried_over_and_others_read_give_what_all_read_at_once_do(
    tmp_path_factory: pytest.TempPathFactory, made: list[Document], data: st.DataObject
) -> None:
    before = sorted(made[: data.draw(st.integers(0, len(made)))], key=lambda d: d.id)
    index = index_of(*before)
    gone = data.draw(st.sets(st.sampled_from(before))) if before else set()
    chosen = [n for n, d in enumerate(before) if d not in gone]
    batches = [analyse(d for d in made if d not in before), *carry(index, chosen)]

    stored = assembled(tmp_path_factory.mktemp("spools") / "spool", batches)

    assert bytes_of(stored) == bytes_of(build(d for d in made if d not in gone))


def test_a_carried_batch_is_the_batch_that_was_analysed_but_for_the_numbers_of_forms() -> None:
    made = [document("a", "The pact expires. | Does it?", "No (5%)", date="2019-11-23", title="P")]
    [batch] = carry(index_of(*made), [0])

    fresh = analyse(made)

    # Numbers in a row lead to the same forms; all else is the same, byte for byte.
    for name in ("forms", "title_forms"):
        assert [batch.keys[n] for n in batch.arrays[name]] == [
            fresh.keys[n] for n in fresh.arrays[name]
        ]
    same = {"forms": fresh.arrays["forms"], "title_forms": fresh.arrays["title_forms"]}
    renumbered = Analysed(
        batch.documents, batch.languages, fresh.keys, [], {**batch.arrays, **same}
    )
    assert dumped(renumbered) == dumped(fresh)


def test_nothing_is_carried_in_no_batch() -> None:
    assert carry(index_of(document("a", "It rains.")), []) == []


def test_many_documents_are_carried_in_several_batches() -> None:
    index = index_of(*(document(f"{n:05}", "It rains.") for n in range(carrying.CHUNK + 1)))

    batches = carry(index, list(range(carrying.CHUNK + 1)))

    assert [len(batch.documents) for batch in batches] == [carrying.CHUNK, 1]
    assert batches[1].documents == index.library.identities()[-1:]
