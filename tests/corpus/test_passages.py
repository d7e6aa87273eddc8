"""Every character of a block that bears sentences is in one of them."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.blocks import split_blocks
from corpus.passages import bearing_blocks, number_sentences

TEXTS = st.lists(
    st.sampled_from(
        [
            "It rains. It pours!",
            "Heading",
            "- item",
            "- It is an item.",
            "",
            "(END)",
            "No end here: yes",
            "The lower road was under water, so that the post came late and the",
            "“Go.” She went. 😀",
        ]
    )
).map("\n".join)


@given(TEXTS | st.text())
def test_sentences_cover_what_the_bearing_blocks_hold(text: str) -> None:
    blocks = bearing_blocks(text, split_blocks(text))

    sentences = number_sentences(text, split_blocks(text), "en")

    held = "".join(text[block.start : block.end] for block in blocks)
    quoted = "".join(text[sentence.start : sentence.end] for sentence in sentences)
    assert "".join(quoted.split()) == "".join(held.split())


@given(TEXTS | st.text())
def test_sentences_are_sorted_disjoint_and_numbered_upwards_by_paragraph(text: str) -> None:
    sentences = number_sentences(text, split_blocks(text), "en")

    edges = [edge for sentence in sentences for edge in (sentence.start, sentence.end)]
    paragraphs = [sentence.paragraph for sentence in sentences]
    assert edges == sorted(edges)
    assert paragraphs == sorted(paragraphs)
    assert set(paragraphs) == set(range(len(set(paragraphs))))
