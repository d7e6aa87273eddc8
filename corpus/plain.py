"""Plain text: a title where the first line is one, then blocks."""

from corpus.blocks import Block, split_blocks
from corpus.documents import Document, Original
from corpus.languages import detect_language
from corpus.passages import number_sentences

__all__ = ["read_plain"]


def read_plain(name: str, text: str, original: Original) -> Document:
    """Return the document that a plain text is."""
    blocks = list(split_blocks(text))
    language = detect_language(text)
    return Document(
        id=name,
        text=text,
        sentences=number_sentences(text, blocks, language),
        original=original,
        title=_find_title(text, blocks),
        language=language,
    )


def _find_title(text: str, blocks: list[Block]) -> str:
    """Return the opening heading; a heading with nothing under it is no title."""
    if len(blocks) > 1 and blocks[0].kind == "heading":
        return text[blocks[0].start : blocks[0].end]
    return ""
