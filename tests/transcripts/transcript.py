"""One conversation read from its file, and written back."""

import re
from dataclasses import dataclass
from pathlib import Path

__all__ = ["FOLDER", "NAMES", "Exchange", "Transcript", "parse", "read_transcript"]

FOLDER = Path(__file__).parent
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.txt")))

CORPUS = re.compile(r"^corpus: (\S+)$", re.MULTILINE)
# What the terminal sets before a line of a quote and before a citation; in a timeline, beside a
# column of dates.
MARGIN = re.compile(r"^(?: {12})?(?:\| |  )", re.MULTILINE)
DATED = re.compile(r"^(\d{4}\S*) +(?=\| )", re.MULTILINE)
PROMPT = "> "


@dataclass(frozen=True, slots=True)
class Exchange:
    """A message and the reply to it.

    Attributes:
        typed: the message, one line without its line break.
        screen: the reply as the terminal prints it, without the blank lines behind it.
    """

    typed: str
    screen: str

    @property
    def plain(self) -> str:
        """The reply as `Reply.plain()` has it."""
        return MARGIN.sub("", DATED.sub(r"\1\n", self.screen))


@dataclass(frozen=True, slots=True)
class Transcript:
    """A conversation over one set of documents.

    Attributes:
        head: everything in front of the first message, line breaks at its end left out.
        corpus: a folder below `corpora/`, or "bundled".
        exchanges: in order, at least one.
    """

    head: str
    corpus: str
    exchanges: tuple[Exchange, ...]

    def typed(self) -> str:
        """Return what is typed, one message a line."""
        return "".join(f"{exchange.typed}\n" for exchange in self.exchanges)

    def screen(self) -> str:
        """Return what `quoth chat` prints when all that is piped into it."""
        return "".join(f"{exchange.screen}\n\n" for exchange in self.exchanges)

    def text(self) -> str:
        """Return the file that this transcript is read from."""
        talk = "\n\n".join(f"{PROMPT}{each.typed}\n{each.screen}" for each in self.exchanges)
        return f"{self.head}\n\n{talk}\n"


def read_transcript(name: str) -> Transcript:
    """Read the transcript of that name from its file in this folder."""
    return parse((FOLDER / f"{name}.txt").read_text(encoding="utf-8"))


def parse(text: str) -> Transcript:
    """Take a transcript apart.

    Raises:
        ValueError: it names no corpus, or holds no message.
    """
    head, *talk = re.split(rf"^{re.escape(PROMPT)}", text, flags=re.MULTILINE)
    corpus = CORPUS.search(head)
    if corpus is None or not talk:
        raise ValueError("a transcript needs a line `corpus: NAME` and a message")
    exchanges = (piece.partition("\n") for piece in talk)
    return Transcript(
        head.rstrip("\n"),
        corpus[1],
        tuple(Exchange(typed, screen.rstrip("\n")) for typed, _, screen in exchanges),
    )
