"""An index tells how rare a term is, who holds it, and how a question is read."""

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
