"""A batch says of every document what building needs, in the order they came."""

import datetime
import json
import zlib

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.documents import Document, Skipped
from retrieval.building.analysed import ARRAYS, Analysed
from retrieval.building.analysing import analyse
from retrieval.forward.forms import Forms, forms_of
from retrieval.library import identity
from tests.retrieval.building.making import documents
from tests.retrieval.making import document

# Sentences with signs at their ends and next to them.
SIGNED = ("Why?", "It costs $5.", '"No?"', "So (5%)?", "A: b; c.", "왜？", "Rain.", "? x")
BARE = Skipped("b.txt", "is empty", "write something in it or remove it")


def column(batch: Analysed, name: str) -> list[int]:
    return [int(number) for number in batch.arrays[name]]


def test_columns_are_worked_out_by_hand() -> None:
    # "It ends." and a space, "Does it?" and two line breaks, "It did.": 8 + 1, 8 + 2, 7 characters.
    made = document("a", "It ends. | Does it?", "It did.", date="2019-11-23", title="The end")

    batch = analyse([made, BARE, document("b", "5%")])

    assert (batch.documents[0], batch.languages, batch.skipped) == (
        identity(made),
        ["en", "en"],
        [BARE],
    )
    assert column(batch, "n_sentences") == [3, 1]
    assert column(batch, "start") == [0, 9, 19, 0]
    assert column(batch, "end") == [8, 17, 26, 2]
    assert column(batch, "opens") == [1, 0, 1, 1]
    assert column(batch, "asks") == [0, 1, 0, 0]
    # Money, percent, quotation, bracket, colon from the lowest bit: percent alone is 2.
    assert column(batch, "marks") == [0, 0, 0, 2]
    assert column(batch, "row_size") == [2, 2, 2, 1]
    assert column(batch, "day") == [datetime.date(2019, 11, 23).toordinal(), 0]
    assert column(batch, "title_size") == [2, 0]


@settings(max_examples=40)
@given(documents())
def test_rows_name_the_words_of_every_sentence_and_title(made: list[Document]) -> None:
    batch = analyse(made)

    words = [batch.keys[n] for n in column(batch, "forms")]
    titles = [batch.keys[n] for n in column(batch, "title_forms")]
    assert words == [
        form.key
        for d in made
        for s in d.sentences
        for form in forms_of(d.text[s.start : s.end], d.language)
    ]
    assert titles == [form.key for d in made for form in forms_of(d.title, d.language)]
    assert len(set(batch.keys)) == len(batch.keys)


@settings(max_examples=40)
@given(documents())
def test_texts_and_records_stand_one_after_the_other(made: list[Document]) -> None:
    batch = analyse(made)

    found, at = [], {"text": 0, "record": 0}
    for n in range(len(made)):
        pieces = {}
        for name in at:
            end = at[name] + column(batch, f"{name}_size")[n]
            pieces[name] = batch.arrays[f"{name}s"][at[name] : end].tobytes()
            at[name] = end
        text = zlib.decompress(pieces["text"]).decode()
        found.append((json.loads(pieces["record"])["id"], text))
    assert found == [(d.id, d.text) for d in made]
    assert at == {name: len(batch.arrays[f"{name}s"]) for name in at}


def test_nothing_gives_a_batch_of_nothing() -> None:
    batch = analyse([])

    assert (batch.documents, batch.languages, batch.keys, batch.skipped) == ([], [], [], [])
    assert {name: len(batch.arrays[name]) for name in ARRAYS} == dict.fromkeys(ARRAYS, 0)


def test_a_question_is_told_by_its_last_sign_behind_quotes_and_in_other_scripts() -> None:
    asking = ('Does it?"', "Does it? )", "왜？", "لماذا؟")
    plain = ("It does.", "Does it? Yes.", "?!", "")

    batch = analyse([document(str(n), text) for n, text in enumerate((*asking, *plain))])

    assert column(batch, "asks") == [1] * len(asking) + [0] * len(plain)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(SIGNED), min_size=1, max_size=6))
def test_what_signs_say_of_a_sentence_depends_on_its_own_text_alone(texts: list[str]) -> None:
    together = analyse([document("a", " | ".join(texts))])

    alone = [analyse([document("a", text)]) for text in texts]
    for name in ("asks", "marks"):
        assert column(together, name) == [column(one, name)[0] for one in alone]


def test_batches_that_share_forms_number_a_word_alike() -> None:
    forms = Forms()

    first, second = (analyse([document("a", t)], forms) for t in ("Rain falls.", "So falls Rain."))

    assert column(first, "forms") == [0, 1]
    assert column(second, "forms") == [2, 1, 0]
    assert first.keys is second.keys
