"""Plain text: its title, and which lines are quoted."""

from corpus.plain import read_plain
from tests.corpus.originals_of import original_of


def quotes(text: str) -> list[tuple[int, str]]:
    document = read_plain("a.txt", text, original_of(text))
    return [(s.paragraph, text[s.start : s.end]) for s in document.sentences]


def test_a_heading_on_top_is_the_title_and_no_sentence() -> None:
    text = "The Lower Road\n\nIt floods in spring.\n"

    document = read_plain("a.txt", text, original_of(text))

    assert (document.id, document.title, document.language) == ("a.txt", "The Lower Road", "en")
    assert quotes(text) == [(0, "It floods in spring.")]


def test_a_text_that_opens_with_a_sentence_has_no_title() -> None:
    text = "It floods in spring.\n\nMore rain is due."

    assert read_plain("a.txt", text, original_of(text)).title == ""


def test_paragraphs_are_counted_where_they_bear_sentences() -> None:
    text = "Rain\n\nIt came. It went.\n\nWind\n\n- gusts\n- It blew.\n\n(END)\n"

    assert quotes(text) == [(0, "It came."), (0, "It went."), (1, "It blew.")]


def test_a_list_of_fragments_is_quoted_as_it_is() -> None:
    text = "Shopping\n\n- milk\n- two loaves of bread\n"

    assert [quote for _, quote in quotes(text)] == ["Shopping", "milk", "two loaves of bread"]


def test_a_text_without_words_bears_nothing() -> None:
    assert quotes("-----\n* * *\n") == []
