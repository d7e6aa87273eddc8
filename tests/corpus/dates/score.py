"""Score the date grammar on sentences labelled by hand: `python -m tests.corpus.dates.score`.

The half a sentence belongs to is fixed by its sha256. Rules are tuned on the first half alone.

How the labels are drawn: the shortest words that tell the date, without preposition, article,
"early", "late" or the time of day; a weekday with its date, and both ends of a range, are one.
Weeks run from Monday to Sunday. Seasons, fiscal years, durations, recurring days and dates told
from another date are left out, and so is what a reader cannot be sure of.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from corpus.dates import find_dates

__all__ = ["Labelled", "Score", "read_labelled", "score"]

_FILE = Path(__file__).with_name("labelled.jsonl")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence and its dates.

    Attributes:
        published: day of publication, where known.
        text: the sentence.
        dates: surface and ISO form of each date, in order.
    """

    published: date | None
    text: str
    dates: tuple[tuple[str, str], ...]

    @property
    def half(self) -> Literal["tuned", "kept"]:
        """The half the sentence belongs to, by its hash."""
        return "kept" if hashlib.sha256(self.text.encode()).digest()[0] % 2 else "tuned"

    @property
    def expected(self) -> set[tuple[int, int, str]]:
        """Start, end and ISO form of each date; characters from 0."""
        spans, at = set(), 0
        for surface, iso in self.dates:
            start = self.text.index(surface, at)
            at = start + len(surface)
            spans.add((start, at, iso))
        return spans

    @property
    def found(self) -> set[tuple[int, int, str]]:
        """The same of what the grammar finds."""
        return {(d.start, d.end, d.iso) for d in find_dates(self.text, self.published)}


@dataclass(frozen=True, slots=True)
class Score:
    """How many values, span and ISO form together, are right.

    Attributes:
        n_right: found and expected.
        n_found: found at all.
        n_expected: labelled.
    """

    n_right: int
    n_found: int
    n_expected: int

    @property
    def precision(self) -> float:
        """Right of those found, 0 to 1."""
        return self.n_right / self.n_found if self.n_found else 1.0

    @property
    def recall(self) -> float:
        """Right of those expected, 0 to 1."""
        return self.n_right / self.n_expected if self.n_expected else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both, 0 to 1."""
        both = self.n_found + self.n_expected
        return 2 * self.n_right / both if both else 1.0


def read_labelled() -> list[Labelled]:
    """Return all sentences."""
    lines = map(json.loads, _FILE.read_text(encoding="utf-8").splitlines())
    return [
        Labelled(
            date.fromisoformat(line["published"]) if line["published"] else None,
            line["text"],
            tuple((surface, iso) for surface, iso in line["dates"]),
        )
        for line in lines
    ]


def score(sentences: Iterable[Labelled]) -> Score:
    """Return the score of the grammar on these sentences."""
    n_right = n_found = n_expected = 0
    for sentence in sentences:
        expected, found = sentence.expected, sentence.found
        n_right += len(expected & found)
        n_found += len(found)
        n_expected += len(expected)
    return Score(n_right, n_found, n_expected)


def _main() -> None:
    sentences = read_labelled()
    for half in ("tuned", "kept"):
        chosen = [sentence for sentence in sentences if sentence.half == half]
        reached = score(chosen)
        free = [sentence for sentence in chosen if not sentence.dates]
        n_false = sum(len(sentence.found) for sentence in free)
        print(
            f"{half}: precision {reached.precision:.3f}, recall {reached.recall:.3f},"
            f" F1 {reached.f1:.3f} on {reached.n_expected} dates;"
            f" {n_false} false on {len(free)} sentences without one"
        )


if __name__ == "__main__":
    _main()
