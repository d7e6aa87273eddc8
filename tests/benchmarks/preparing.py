"""Corpora made once: sentences analysed as Quoth analyses them, and written as streams."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import TextIO

from retrieval.analysis import Token, tokens
from tests.benchmarks.prepared import Corpus, Facts, Question
from tests.benchmarks.sources import Piece, Source

__all__ = ["MOST_TERMS", "analysed", "bounded", "prepare"]

MOST_TERMS = 40
"""Terms of a sentence, at most. tantivy and Lucene hold lengths up to 40 exactly and round those
above down, so that longer sentences would score otherwise there; they are cut in two."""

FIRST_DAY = date(2000, 1, 1)
N_DAYS = 9_000


def prepare(
    source: Source, n_sentences: int, n_questions: int, work: Path, *, every_word: bool = False
) -> Corpus:
    """Write a corpus into the work folder, or find it there.

    Parameters
    ----------
    source
        Of documents without end.
    n_sentences
        How many to take, from the first.
    n_questions
        How many to ask, at most; of the source's questions those that hold a term.
    work
        Folder of prepared corpora.
    every_word
        Keep the stop words, of sentences and questions.
    """
    name = f"{source.kind}-{n_sentences}-{n_questions}-{source.seed}"
    corpus = Corpus(work / (f"{name}-every-word" if every_word else name))
    if corpus.facts_file.exists():
        return corpus
    corpus.folder.mkdir(parents=True, exist_ok=True)
    questions = list(_asked(source.questions(), n_questions, every_word))
    _write_questions(questions, corpus)
    wanted = frozenset(term for asked in questions for term in asked.terms)
    with _created(corpus.tokens) as terms, _created(corpus.documents) as documents:
        written = _Written(terms, documents, wanted)
        _fill(written, source.pieces(), n_sentences, every_word)
    corpus.write_facts(_facts(source, written, questions, every_word))
    return corpus


def analysed(text: str, *, every_word: bool = False) -> list[Token]:
    """Return the stems of a text, as a rule without stop words.

    >>> [token.term for token in analysed("The pact with Japan expires")]
    ['pact', 'japan', 'expir']
    """
    return [token for token in tokens(text, "en") if every_word or not token.is_stop]


def bounded(text: str, *, every_word: bool = False) -> Iterator[tuple[str, list[str]]]:
    """Yield a sentence and its terms; one of too many terms in pieces, cut behind a word."""
    found = analysed(text, every_word=every_word)
    start = 0
    for first in range(0, max(len(found), 1), MOST_TERMS):
        part = found[first : first + MOST_TERMS]
        end = part[-1].end if first + MOST_TERMS < len(found) else len(text)
        yield text[start:end].strip(), [token.term for token in part]
        start = end


def _write_questions(questions: Iterable[Question], corpus: Corpus) -> None:
    with _created(corpus.asked) as file:
        for asked in questions:
            line = {"question": asked.text, "terms": asked.terms}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def _created(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", newline="\n")


def _asked(texts: Iterable[str], n_questions: int, every_word: bool) -> Iterator[Question]:
    for text in texts:
        found = analysed(text, every_word=every_word)
        if n_questions and found:
            yield Question(text, tuple(dict.fromkeys(token.term for token in found)))
            n_questions -= 1


@dataclass(slots=True)
class _Written:
    """What is written so far.

    Attributes:
        tokens: file of a sentence a line.
        documents: file of a document a line.
        wanted: terms that questions hold.
        holding: sentences that hold each of them.
    """

    tokens: TextIO
    documents: TextIO
    wanted: frozenset[str]
    holding: Counter[str] = field(default_factory=Counter)
    n_sentences: int = 0
    n_real: int = 0
    n_documents: int = 0
    n_terms: int = 0

    def add(self, title: str, sentences: list[tuple[str, list[str]]], is_real: bool) -> None:
        """Write a document."""
        day = FIRST_DAY + timedelta(self.n_documents % N_DAYS)
        line = {
            "id": f"{self.n_documents:07d}",
            "title": title,
            "date": day.isoformat(),
            "sentences": [text for text, _ in sentences],
        }
        self.documents.write(json.dumps(line, ensure_ascii=False) + "\n")
        for _, terms in sentences:
            self.tokens.write(" ".join(terms) + "\n")
            self.holding.update(self.wanted.intersection(terms))
            self.n_terms += len(terms)
        self.n_documents += 1
        self.n_sentences += len(sentences)
        self.n_real += len(sentences) if is_real else 0


def _fill(written: _Written, pieces: Iterable[Piece], n_sentences: int, every_word: bool) -> None:
    for piece in pieces:
        sentences = [
            part
            for text in piece.sentences
            for part in bounded(text, every_word=every_word)
            if part[0]
        ]
        sentences = sentences[: n_sentences - written.n_sentences]
        if sentences:
            written.add(piece.title, sentences, piece.is_real)
        if written.n_sentences == n_sentences:
            return


def _facts(source: Source, written: _Written, questions: list[Question], every_word: bool) -> Facts:
    postings = sum(written.holding[term] for asked in questions for term in asked.terms)
    return Facts(
        kind=source.kind,
        n_sentences=written.n_sentences,
        n_real=written.n_real,
        n_documents=written.n_documents,
        n_terms=written.n_terms,
        n_questions=len(questions),
        n_postings=postings / max(len(questions), 1),
        seed=source.seed,
        every_word=every_word,
    )
