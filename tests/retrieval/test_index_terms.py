"""An index tells how rare a term is, who holds it, and how a question is read."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.retrieval.making import document, index_of

ONE = (
    document(
        "gsomia",
        "GSOMIA is a military pact of Seoul and Tokyo. | Both sides signed GSOMIA in 2016.",
        "GSOMIA expires at midnight on Nov. 23. | Seoul said GSOMIA had lost its meaning.",
        "Washington asked for GSOMIA to be kept.",
    ),
)


def test_holders_count_the_sentences_of_a_term() -> None:
    index = index_of(*ONE)

    assert [index.holders(term) for term in ("gsomia", "expir", "snow")] == [5, 1, 0]


def test_an_unknown_term_weighs_no_less_than_any_known_one() -> None:
    index = index_of(*ONE)

    assert index.idf("snow") >= max(index.idf(term) for term in ("gsomia", "expir", "midnight"))


def test_a_passage_holds_a_term_where_its_surroundings_do() -> None:
    index = index_of(document("a", "Seoul ends it. | Tokyo waits.", "Rain falls.", title="Pact"))

    held = {
        term: [
            name
            for name in ("sentence", "paragraph", "document", "title")
            if index.holds(name, 0, term)
        ]
        for term in ("seoul", "tokyo", "rain", "pact", "snow")
    }

    assert held == {
        "seoul": ["sentence", "paragraph", "document"],
        "tokyo": ["paragraph", "document"],
        "rain": ["document"],
        "pact": ["title"],
        "snow": [],
    }


def test_a_question_keeps_how_its_terms_were_typed() -> None:
    query = index_of(*ONE).query("When does GSOMIA expire, GSOMIA?", "en")

    assert [(term.term, term.surface) for term in query.terms] == [
        ("gsomia", "GSOMIA"),
        ("expir", "expire"),
    ]


def test_a_question_is_analysed_in_its_own_language_where_documents_have_it() -> None:
    index = index_of(
        document("a", "The pact expires. | Seoul ends it."),
        document("b", "협정이 종료된다.", language="ko"),
    )

    questions = "협정은 언제 종료되나요?", "When does the pact expire?", "Wann endet der Pakt?"

    # Nothing is in German: the language of most sentences stands in.
    assert [index.language_of(question) for question in questions] == ["ko", "en", "en"]


def test_only_the_terms_that_the_index_holds_are_wanted_in_order_of_their_numbers() -> None:
    index = index_of(*ONE)

    wanted = index.wanted(index.query("snow in Tokyo, Seoul", "en"))

    numbers = [index.number(term) for term in ("seoul", "tokyo")]
    assert wanted.terms.tolist() == numbers == sorted(numbers)
    assert wanted.idf.tolist() == [index.idf("seoul"), index.idf("tokyo")]
    assert index.number("snow") == -1


def test_the_document_of_a_long_text_is_the_whole_of_it() -> None:
    # Two hundred sentences are several parts: the last is far from the first.
    index = index_of(document("a", "Snow falls.", *("Rain falls.",) * 198, "Tokyo waits."))

    assert index.passages.n_sections > 1
    assert index.holds("document", 0, "tokyo")
    assert index.holds("document", 199, "snow")
    assert not index.holds("paragraph", 0, "tokyo")


def test_nothing_weighs_more_than_a_term_that_nothing_holds() -> None:
    index = index_of(*ONE)

    assert index.rarest == index.idf("snow") > index.idf("expir") > index.idf("gsomia")


WORDS = "pact seoul tokyo rain snow waits".split()
# Documents of up to 150 sentences of one or two words.
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=2).map(" ".join)
LONG = st.builds(
    lambda sentences, times: sentences * times,
    st.lists(SENTENCES, min_size=1, max_size=5),
    st.sampled_from([1, 1, 2, 30]),
)


@settings(max_examples=30, deadline=None)
@given(st.lists(LONG, min_size=1, max_size=4), st.sets(st.sampled_from(WORDS)), st.data())
def test_holders_in_documents_are_all_passages_there_that_hold_the_terms(
    texts: list[list[str]], words: set[str], data: st.DataObject
) -> None:
    index = index_of(
        *(document(f"d{n}", " | ".join(t), language="xx") for n, t in enumerate(texts))
    )
    chosen = sorted(data.draw(st.sets(st.integers(0, len(texts) - 1), min_size=1)))
    asked = sorted(word for word in words if index.number(word) >= 0)

    found = index.holders_in_documents([index.number(word) for word in asked], np.array(chosen))

    sentences = [(d, sentence) for d, text in enumerate(texts) for sentence in text]
    expected = [
        (asked.index(word), chosen.index(d), passage)
        for passage, (d, sentence) in enumerate(sentences)
        for word in set(sentence.split())
        if word in asked and d in chosen
    ]
    assert sorted(zip(*(column.tolist() for column in found), strict=True)) == sorted(expected)
