"""A batch that is written and read again is the same batch."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.documents import Document, Skipped
from retrieval.building.analysed import dump, load
from retrieval.building.analysing import analyse
from retrieval.forward.forms import Forms
from tests.retrieval.building.making import documents, dumped, spelt
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


@settings(max_examples=30)
@given(st.lists(documents(), max_size=3))
def test_forms_are_told_once_by_batches_that_are_analysed_one_after_the_other(
    made: list[list[Document]],
) -> None:
    forms, told, file = Forms(), [0], BytesIO()
    batches = []
    for some in made:
        batches.append(analyse(some, forms))
        dump(batches[-1], file, told[-1])
        told.append(len(forms.keys))
    file.seek(0)

    loaded, keys = [], list[str]()
    for _ in made:
        batch = load(file, keys)
        assert batch
        keys = batch.keys
        loaded.append(batch)

    assert [spelt(batch) for batch in loaded] == [spelt(batch) for batch in batches]
    assert keys == forms.keys


def test_a_batch_that_goes_on_from_another_than_the_one_before_is_an_error() -> None:
    second = dumped(analyse([document("a", "It rains.")]), 1)

    with pytest.raises(ValueError, match="goes on"):
        load(BytesIO(second), [])


@given(st.data())
def test_a_batch_that_is_cut_short_is_an_error(data: st.DataObject) -> None:
    whole = dumped(analyse([document("a", "The pact expires.", title="Pact")]))
    length = data.draw(st.integers(1, len(whole) - 1))

    with pytest.raises(ValueError):
        load(BytesIO(whole[:length]))
