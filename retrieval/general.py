"""Counts general text for `background`: `python -m retrieval.general SETS`.

The text is that of encyclopaedia articles; a term counts once a sentence, and is kept when eight
sentences or more hold it.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from corpus.documents import Document
from corpus.reading import read_source
from retrieval.analysis import tokens

__all__ = ["count", "main"]

# Question sets whose articles are counted.
SETS = ("squad",)
LEAST_HOLDERS = 8


def count(documents: Iterable[Document]) -> dict[str, object]:
    """Return the number of sentences, and how many hold each common plain term."""
    holders = Counter[str]()
    n_sentences = 0
    for document in documents:
        for sentence in document.sentences:
            text = document.text[sentence.start : sentence.end]
            holders.update({token.term for token in tokens(text, "en") if not token.is_stop})
            n_sentences += 1
    common = {
        term: n for term, n in sorted(holders.items()) if n >= LEAST_HOLDERS and _is_plain(term)
    }
    return {"sentences": n_sentences, "terms": common}


def main(argv: Sequence[str] | None = None) -> None:
    """Write the table beside this module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", type=Path, help="folder of question sets")
    parser.add_argument("--output", type=Path, default=Path(__file__).parent, help="folder")
    arguments = parser.parse_args(argv)
    sources = (arguments.sets / name / "corpus.jsonl" for name in SETS)
    items = (item for source in sources for item in read_source(source))
    table = count(item for item in items if isinstance(item, Document))
    text = json.dumps(table, separators=(",", ":")) + "\n"
    (arguments.output / "background-en.json").write_text(text, encoding="utf-8")


def _is_plain(term: str) -> bool:
    return term.isascii() and term.isalpha() and term.islower()


if __name__ == "__main__":
    main()
