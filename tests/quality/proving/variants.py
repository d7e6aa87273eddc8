"""Documents written out in the many ways in which files are written."""

import datetime
import json
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

__all__ = ["VARIANTS", "Text", "Written", "write"]

EMOJI = ("👩🏽‍🚀", "🇰🇷", "☂️", "😀")
CURLY = {'"': "“”", "'": "’’"}


@dataclass(frozen=True, slots=True)
class Text:
    """What a document says.

    Attributes:
        title: one line.
        day: of publication.
        paragraphs: each a list of sentences, none of them empty.
    """

    title: str
    day: datetime.date
    paragraphs: tuple[tuple[str, ...], ...]

    def changed(self, change: Callable[[str], str]) -> "Text":
        """Return it with every piece of text changed."""
        paragraphs = (tuple(map(change, sentences)) for sentences in self.paragraphs)
        return Text(change(self.title), self.day, tuple(paragraphs))

    def body(self, end: str = "\n") -> str:
        """Return the paragraphs, with a blank line between two."""
        return (2 * end).join(" ".join(sentences) for sentences in self.paragraphs) + end

    def news(self, end: str = "\n") -> str:
        """Return it as a news text."""
        return f"date {self.day} {self.title}{2 * end}{self.body(end)}"


@dataclass(frozen=True, slots=True)
class Written:
    """A document as it was written.

    Attributes:
        id: under which it is indexed.
        variant: how it was written.
        file: path below the folder of its corpus.
        encoding: of the file, a name that writes no byte order mark.
        mark: bytes before the text.
        is_ascii: whether a line of JSON escapes all else.
        content: the bytes of the file, or of the line without its break.
    """

    id: str
    variant: str
    file: str
    encoding: str
    mark: int
    is_ascii: bool
    content: bytes

    @property
    def is_line(self) -> bool:
        """Whether the document is a line of a file."""
        return self.file.endswith(".jsonl")


@dataclass(frozen=True, slots=True)
class Way:
    """How a text file is written.

    Attributes:
        encode: makes its text.
        encoding: that the text is written in.
        mark: the byte order mark in front.
        suffix: of its name.
    """

    encode: Callable[[Text], str]
    encoding: str = "utf-8"
    mark: bytes = b""
    suffix: str = ".txt"


def _curly(text: str) -> str:
    """Replace straight quotation marks, opening and closing in turn, and apostrophes."""
    turns = {mark: count() for mark in CURLY}
    return "".join(CURLY[c][next(turns[c]) % 2] if c in CURLY else c for c in text)


def _with_emoji(text: str) -> str:
    """Put an emoji behind every sixth word."""
    words = enumerate(text.split(" "), 1)
    return " ".join(f"{w} {EMOJI[n % len(EMOJI)]}" if n % 6 == 0 else w for n, w in words)


def _western(text: str) -> str:
    """Keep what old Western files can hold."""
    return _curly(unicodedata.normalize("NFC", text)).encode("cp1252", "ignore").decode("cp1252")


def _markdown(text: Text) -> str:
    emoji = text.changed(_with_emoji)
    return f"# {emoji.title}\n\n{emoji.body()}"


FILES: Mapping[str, Way] = {
    "lf": Way(Text.news),
    "crlf": Way(lambda text: text.news("\r\n")),
    "bom": Way(Text.news, mark=b"\xef\xbb\xbf"),
    "utf16": Way(Text.news, "utf-16-le", b"\xff\xfe"),
    "utf16-crlf": Way(lambda text: text.news("\r\n"), "utf-16-be", b"\xfe\xff"),
    "nfd": Way(lambda text: text.changed(lambda t: unicodedata.normalize("NFD", t)).news()),
    "curly": Way(lambda text: text.changed(_curly).news()),
    "emoji": Way(_markdown, suffix=".md"),
    "cp1252": Way(lambda text: text.changed(_western).news(), "cp1252"),
}
VARIANTS = (*FILES, "escaped", "listed")


def write(corpus: str, texts: Sequence[Text]) -> Iterator[Written]:
    """Write every text in every way; the lines of a JSONL file come in order.

    Parameters
    ----------
    corpus
        opens the names, which differ between corpora.
    texts
        what to write.
    """
    for variant, way in FILES.items():
        for number, text in enumerate(texts):
            name = f"{variant}/{corpus}-{number:04d}{way.suffix}"
            content = way.mark + way.encode(text).encode(way.encoding)
            yield Written(name, variant, name, way.encoding, len(way.mark), False, content)
    for variant in VARIANTS[len(FILES) :]:
        for number, text in enumerate(texts):
            is_ascii = variant == "escaped" or number % 2 == 0
            yield _line(f"{variant}/{corpus}-{number:04d}", variant, text, is_ascii=is_ascii)


def _line(name: str, variant: str, text: Text, *, is_ascii: bool) -> Written:
    known: dict[str, object] = {"id": name, "title": text.title, "date": str(text.day)}
    if variant == "escaped":
        known["text"] = text.changed(_with_emoji).body("\r\n")
    else:
        known["sentences"] = [s for sentences in text.paragraphs for s in sentences]
    content = json.dumps(known, ensure_ascii=is_ascii).encode()
    file = f"{variant}-{name.partition('/')[2].rpartition('-')[0]}.jsonl"
    return Written(name, variant, file, "utf-8", 0, is_ascii, content)
