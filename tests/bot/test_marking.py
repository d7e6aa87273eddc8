"""What is marked in a quote: pieces before dates before words of the question, never twice."""

from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Highlight
from bot.marking import marks
from retrieval.hits import Query
from tests.retrieval.making import document, index_of

TEXT = "The pact is set to expire on Nov. 23 unless Seoul revokes its decision."
WORDS = "when how many who pact expire Nov 23 Seoul decision on the Friday 12 dogs".split()


def query(text: str, language: str = "en") -> Query:
    return index_of(document("a", TEXT)).query(text, language)


def test_a_when_question_marks_the_day_and_its_words_around_it() -> None:
    article = document("a", TEXT, date="2019-11-14")

    found = marks(article, TEXT, query("when does the pact expire"), "date")

    # "pact" and "expire" are words of the question; "Nov. 23" is the day, told from the article's.
    assert [(TEXT[mark.start : mark.end], mark.kind, mark.value) for mark in found] == [
        ("pact", "term", "pact"),
        ("expire", "term", "expir"),
        ("Nov. 23", "date", "2019-11-23"),
    ]


def test_a_date_of_the_question_is_marked_as_a_date() -> None:
    article = document("a", TEXT, date="2019-11-14")

    found = marks(article, TEXT, query("what happens on Nov. 23"), "")

    assert [mark.kind for mark in found] == ["date"]


def test_only_words_are_marked_in_another_language() -> None:
    text = "Der Pakt endet am 23. Nov. 2019."

    found = marks(document("a", text, language="de"), text, query("Pakt 2019", "de"), "date")

    assert found == (Highlight(4, 8, "term", "pakt"), Highlight(27, 31, "term", "2019"))


@given(st.lists(st.sampled_from(WORDS), max_size=6), st.sampled_from(["", "date", "number"]))
def test_marks_are_disjoint_and_in_reading_order(asked: list[str], kind: str) -> None:
    text = "On Friday, Nov. 23, the 12 dogs of Seoul expire on Nov. 23 with 1,200 pacts in 2019."

    found = marks(document("a", text, date="2019-11-14"), text, query(" ".join(asked)), kind)

    edges = [edge for mark in found for edge in (mark.start, mark.end)]
    assert edges == sorted(edges)
    assert all(mark.start < mark.end <= len(text) for mark in found)
