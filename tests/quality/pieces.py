"""How often the answer lies inside the highlights: `python -m tests.quality.pieces [DATA...]`.

Takes each question of SQuAD with the sentence that holds its answer, and marks the pieces of the
kind asked for. Rules are tuned on every other article and reported on those between. An answer
lies inside when all its words do, stop words aside.
"""

import argparse
import gzip
import json
import re
import statistics
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.answers import Highlight
from bot.pieces import kind_asked, pieces
from corpus.sentences import sentence_spans
from retrieval.ranking.asking import asked
from retrieval.stopwords import STOP_WORDS
from retrieval.words import words
from tests.quality.shared import SHARED

__all__ = ["Case", "Mark", "cases", "is_inside", "main", "mark", "seconds", "share", "table"]

SQUAD = SHARED / "data" / "squad" / "tune-v1.1.json.gz"
OPENERS = ("when", "who", "where", "how", "why")
# The questions of the claim; others show whether the rules reach beyond them.
CLAIMED = frozenset(OPENERS) - {"why"}
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Case:
    """A question and the sentence that answers it.

    Attributes:
        article: its number, from 0.
        question: as typed.
        sentence: the sentence's text.
        start: first character of the answer in the sentence, from 0.
        end: one past the last, no further than the sentence's end.
    """

    article: int
    question: str
    sentence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mark:
    """What became of a case.

    Attributes:
        row: what kind is asked for, and how.
        is_inside: whether the answer's words are highlighted.
        share: part of the sentence's words that are highlighted, 0 to 1.
    """

    row: str
    is_inside: bool
    share: float


def cases(path: Path) -> Iterator[Case]:
    """Yield the questions of a SQuAD file with the sentences in which their answers begin."""
    articles = json.loads(gzip.decompress(path.read_bytes()))["data"]
    for number, article in enumerate(articles):
        for paragraph in article["paragraphs"]:
            yield from _of_paragraph(number, paragraph)


def _of_paragraph(number: int, paragraph: Mapping[str, Any]) -> Iterator[Case]:
    text = paragraph["context"]
    spans = sentence_spans(text, 0, len(text))
    for asking in paragraph["qas"]:
        for answer in asking["answers"][:1]:
            start = int(answer["answer_start"])
            first, last = next((a, b) for a, b in spans if start < b)
            end = min(start + len(answer["text"]), last)
            place = max(start - first, 0), end - first
            yield Case(number, asking["question"], text[first:last], *place)


def is_inside(sentence: str, start: int, end: int, found: Sequence[Highlight]) -> bool:
    """Say whether every word of `sentence[start:end]` is highlighted, stop words aside."""
    touched = [m for m in WORD.finditer(sentence) if m.start() < end and start < m.end()]
    told = [m for m in touched if m[0].lower() not in STOP_WORDS] or touched
    return bool(told) and all(_is_in(match, found) for match in told)


def share(sentence: str, found: Sequence[Highlight]) -> float:
    """Return the part of the sentence's words that are highlighted."""
    inside = [_is_in(match, found) for match in WORD.finditer(sentence)]
    return sum(inside) / max(1, len(inside))


def _is_in(word: re.Match[str], found: Sequence[Highlight]) -> bool:
    return any(piece.start <= word.start() and word.end() <= piece.end for piece in found)


def mark(case: Case, kind: str) -> Mark:
    """Mark the pieces of a case's sentence and look where the answer is."""
    found = pieces(case.sentence, kind, case.question, None)
    kind_of_question = asked([word.text for word in words(case.question)]).type.split()[0]
    way = kind_of_question if kind_of_question in OPENERS else "which, what"
    inside = is_inside(case.sentence, case.start, case.end, found)
    return Mark(f"{kind}, {way}", inside, share(case.sentence, found))


def seconds(chosen: Sequence[tuple[Case, str]]) -> float:
    """Return the processor time that finding the pieces of a sentence takes on average."""
    started = time.process_time()
    for case, kind in chosen:
        pieces(case.sentence, kind, case.question, None)
    return (time.process_time() - started) / max(1, len(chosen))


def table(marks: Sequence[Mark]) -> list[str]:
    """Return a line a row: n, share of answers inside, median share of the words highlighted."""
    rows: dict[str, list[Mark]] = defaultdict(list)
    for each in marks:
        rows[each.row].append(each)
    rows = dict(sorted(rows.items()))
    rows["when, who, where, how"] = [m for m in marks if m.row.rsplit(", ", 1)[1] in CLAIMED]
    lines = [f"{'asked for':24}     n  inside  highlighted (median)"]
    for name, row in rows.items():
        if row:
            inside = statistics.mean(m.is_inside for m in row)
            median = statistics.median(m.share for m in row)
            lines.append(f"{name:24} {len(row):5}  {inside:.3f}   {median:.3f}")
    return lines


def main(argv: Sequence[str] | None = None) -> None:
    """Print a table a file, of the articles that the rules were not tuned on."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="*", default=[SQUAD], help="SQuAD files, gzipped")
    parser.add_argument("--articles", choices=("odd", "even", "all"), default="odd")
    arguments = parser.parse_args(argv)
    wanted = {"odd": (1,), "even": (0,), "all": (0, 1)}[arguments.articles]
    for path in arguments.data:
        chosen = [case for case in cases(path) if case.article % 2 in wanted]
        kinds = [(case, kind_asked(case.question, "en")) for case in chosen]
        marks = [mark(case, kind) for case, kind in kinds if kind]
        spent = seconds([(case, kind) for case, kind in kinds if kind])
        print(f"{path.name}, {arguments.articles} articles, {spent * 1e6:.0f} µs a sentence")
        print("\n".join(table(marks)), flush=True)


if __name__ == "__main__":
    main()
