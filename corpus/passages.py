"""Which blocks of a document bear sentences, and the sentences they bear.

Paragraphs do; a list item does when it closes as a sentence does; headings and lines without prose
do not. In a document of nothing but fragments, such as a list of notes, the fragments are all there
is to quote, so there each heading and item counts.
"""

from collections.abc import Iterable, Sequence

from corpus.blocks import Block, ends_sentence
from corpus.documents import Sentence
from corpus.sentences import sentence_spans

__all__ = ["bearing_blocks", "number_sentences"]


def bearing_blocks(text: str, blocks: Iterable[Block]) -> Sequence[Block]:
    """Return the blocks whose text can be quoted, in order."""
    prose = [block for block in blocks if block.kind != "mark" and block.start < block.end]
    full = [block for block in prose if _is_full(text, block)]
    return full or prose


def number_sentences(text: str, blocks: Iterable[Block], language: str) -> tuple[Sentence, ...]:
    """Return the sentences of the blocks that bear any, each with the number of its paragraph."""
    return tuple(
        Sentence(start, end, paragraph)
        for paragraph, block in enumerate(bearing_blocks(text, blocks))
        for start, end in sentence_spans(text, block.start, block.end, language)
    )


def _is_full(text: str, block: Block) -> bool:
    if block.kind == "item":
        return ends_sentence(text[max(block.start, block.end - 16) : block.end])
    return block.kind == "paragraph"
