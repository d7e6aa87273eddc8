"""A batch that is written and read again is the same batch."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.documents import Document, Skipped
from retrieval.building.analysed import load
from retrieval.building.analysing import analyse
from tests.retrieval.building.making import documents, dumped
from tests.retrieval.making import document

SKIPPED = Skipped("서울.jsonl:3", 'repeats the id "a\tb"', "give each line its own id")


@settings(max_examples=30)
@given(st.lists(documents(), max_size=3))
def test_batches_come_back_one_after_the_other_as_they_were(made: list[list[Document]]) -> None:
    batches = [analyse([*some, SKIPPED]) for some in made]
    file = BytesIO(b"".join(map(dumped, batches)))

    loaded = [load(file) for _ in batches]

    assert [dumped(one) for one in loaded if one] == [dumped(batch) for batch in batches]
    assert [(b.documents, b.languages, b.keys, b.skipped) for b in loaded if b] == [
        (b.documents, b.languages, b.keys, b.skipped) for b in batches
    ]
    assert load(file) is None


@given(st.data())
def test_a_batch_that_is_cut_short_is_an_error(data: st.DataObject) -> None:
    whole = dumped(analyse([document("a", "The pact expires.", title="Pact")]))
    length = data.draw(st.integers(1, len(whole) - 1))

    with pytest.raises(ValueError):
        load(BytesIO(whole[:length]))
