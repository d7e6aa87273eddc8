"""Markdown: paragraphs and full list items bear sentences; headings, code, tables and HTML do not.

The block structure is that of markdown-it. Offsets are those of the raw text, so a quote keeps its
inline marks.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from corpus.blocks import Block, Kind, is_mark
from corpus.documents import Document, Original, Sentence
from corpus.languages import detect_language
from corpus.passages import number_sentences

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

__all__ = ["read_markdown"]

_BREAK = r"[ \t]*(?:\r\n?|\n|\Z)"
_FRONT = re.compile(
    rf"---{_BREAK}(?P<fields>(?:(?!---|\.\.\.)[^\r\n]*(?:\r\n?|\n))*)(?:---|\.\.\.){_BREAK}"
)
_FIELD = re.compile(rf"^(title|date|author|source)[ \t]*:[ \t]*([^\r\n]*[^\s]){_BREAK}", re.M)
_QUOTE_MARKS = re.compile(r"[ \t]*(?:>[ \t]?)+")
# The lines that markdown-it counts.
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
# A paragraph that is one picture, one link or one emphasis stands for a heading.
_HEADING_LIKE = re.compile(r"!?\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])?|(\*\*|__|\*|_)[^*_]{1,80}\1:?")


def read_markdown(name: str, text: str, original: Original) -> Document:
    """Return the document that a Markdown text is."""
    front = _FRONT.match(text)
    fields = (
        {key: _unquote(value) for key, value in _FIELD.findall(front["fields"])} if front else {}
    )
    body = front.end() if front else 0
    outline = _Outline(text, body)
    blocks = list(outline.blocks())
    language = detect_language(text[body:])
    return Document(
        id=name,
        text=text,
        sentences=tuple(_unmark(text, s) for s in number_sentences(text, blocks, language)),
        original=original,
        title=fields.get("title") or outline.title,
        date=_parse_day(fields.get("date", "")),
        author=fields.get("author", ""),
        source=fields.get("source", ""),
        language=language,
    )


class _Outline:
    """The blocks of a Markdown text, found in the raw text."""

    def __init__(self, text: str, body: int) -> None:
        """Read `text` from character `body` on."""
        self.text = text
        self.title = ""
        self._tokens = _parser().parse(text[body:])
        lengths = (len(line) for line in _LINE.findall(text, body))
        self._starts = list(accumulate(lengths, initial=body))

    def blocks(self) -> Iterator[Block]:
        """Yield headings, paragraphs and items in order; the first H1 is the title."""
        depth = 0
        for opening, inline in zip(self._tokens, self._tokens[1:], strict=False):
            depth += {"list_item_open": 1, "list_item_close": -1}.get(opening.type, 0)
            if opening.type not in {"heading_open", "paragraph_open"} or not inline.content.strip():
                continue
            if opening.tag == "h1" and not self.title:
                self.title = inline.content.strip()
            yield self._locate(inline, _kind(opening.type, inline.content.strip(), depth))

    def _locate(self, inline: "Token", kind: Kind) -> Block:
        """Return the raw span of an inline token: its first line may stand behind markers."""
        first, stop = inline.map or (0, 0)
        lines = inline.content.splitlines() or [""]
        start = self._find(lines[0], first)
        last = min(first + len(lines), stop) - 1
        end = (
            self._find(lines[-1], last) + len(lines[-1]) if last > first else start + len(lines[0])
        )
        return Block(start, min(end, self._starts[stop]), kind)

    def _find(self, shown: str, line: int) -> int:
        """Return where the shown part of a line stands in the raw text."""
        start, end = self._starts[line], self._starts[line + 1]
        found = self.text.find(shown, start, end)
        return found if found >= 0 else start


def _unmark(text: str, sentence: Sentence) -> Sentence:
    """Return a sentence of a block quotation that opens on a later line without the line's mark."""
    marks = _QUOTE_MARKS.match(text, sentence.start, sentence.end)
    if marks is None or marks.end() == sentence.end:
        return sentence
    return replace(sentence, start=marks.end())


def _kind(opening: str, content: str, depth: int) -> Kind:
    if opening == "heading_open":
        return "heading"
    if is_mark(content):
        return "mark"
    if depth:
        return "item"
    return "heading" if _HEADING_LIKE.fullmatch(content) else "paragraph"


@cache
def _parser() -> "MarkdownIt":
    """Return the parser of block structure; what stands inside a line is left as it is."""
    from markdown_it import MarkdownIt  # slow to load, and not every corpus holds Markdown

    return MarkdownIt("commonmark").enable("table").disable(["inline", "text_join"])


def _unquote(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _parse_day(shown: str) -> date | None:
    try:
        return date.fromisoformat(shown[:10])
    except ValueError:
        return None
