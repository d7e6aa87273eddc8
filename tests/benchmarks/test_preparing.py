import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from corpus.documents import Document
from corpus.jsonl import read_jsonl
from tests.benchmarks.prepared import Facts, Question
from tests.benchmarks.preparing import MOST_TERMS, analysed, bounded, prepare
from tests.benchmarks.sources import Piece


@dataclass(frozen=True)
class Rain:
    """Three sentences a document, for ever."""

    kind: str = "generated"
    seed: int = 7

    def pieces(self) -> Iterator[Piece]:
        for number in count():
            sentences = ("The rain fell.", "Rain in Busan and Seoul!", "It was so.")
            yield Piece(f"Rain {number}", sentences, is_real=number == 0)

    def questions(self) -> Sequence[str]:
        return ("Was it so?", "Where did the rain and rain fall?", "Who is in Busan?")


def read(path: Path) -> list[Document]:
    with path.open("rb") as file:
        return [found for found in read_jsonl(file, "", "") if isinstance(found, Document)]


def test_a_corpus_has_exactly_the_sentences_asked_for(tmp_path: Path) -> None:
    corpus = prepare(Rain(), 5, 2, tmp_path)

    sentences = list(corpus.sentences())

    # The third sentence is stop words throughout, and counts as a sentence of no term.
    assert sentences == ["rain fell", "rain busan seoul", "", "rain fell", "rain busan seoul"]


def test_questions_without_a_term_are_not_asked(tmp_path: Path) -> None:
    corpus = prepare(Rain(), 5, 2, tmp_path)

    questions = corpus.questions()

    assert questions == (
        Question("Where did the rain and rain fall?", ("rain", "fall")),
        Question("Who is in Busan?", ("busan",)),
    )


def test_the_facts_count_what_is_written(tmp_path: Path) -> None:
    corpus = prepare(Rain(), 5, 2, tmp_path)

    facts = corpus.facts()

    # Terms: 2 + 3 + 0 + 2 + 3. "rain" is in 4 sentences, "fall" in none, "busan" in 2.
    assert facts == Facts(
        kind="generated",
        n_sentences=5,
        n_real=3,
        n_documents=2,
        n_terms=10,
        n_questions=2,
        n_postings=(4 + 0 + 2) / 2,
        seed=7,
        every_word=False,
    )


def test_the_documents_hold_the_sentences_in_the_same_order(tmp_path: Path) -> None:
    corpus = prepare(Rain(), 5, 2, tmp_path)

    documents = read(corpus.documents)

    said = [
        " ".join(token.term for token in analysed(document.text[span.start : span.end]))
        for document in documents
        for span in document.sentences
    ]
    assert said == list(corpus.sentences())
    assert [document.title for document in documents] == ["Rain 0", "Rain 1"]


def test_a_corpus_is_made_once(tmp_path: Path) -> None:
    first = prepare(Rain(), 5, 2, tmp_path)
    first.tokens.write_text("as it was\n", encoding="utf-8")

    second = prepare(Rain(), 5, 2, tmp_path)

    assert list(second.sentences()) == ["as it was"]


def test_a_corpus_left_half_made_is_made_again(tmp_path: Path) -> None:
    first = prepare(Rain(), 2, 2, tmp_path)
    first.tokens.write_text("as it was\n", encoding="utf-8")
    first.facts_file.unlink()

    second = prepare(Rain(), 2, 2, tmp_path)

    assert list(second.sentences()) == ["rain fell", "rain busan seoul"]


def test_stop_words_are_kept_when_every_word_counts(tmp_path: Path) -> None:
    corpus = prepare(Rain(), 1, 1, tmp_path, every_word=True)

    line = json.loads(corpus.asked.read_text(encoding="utf-8"))

    assert list(corpus.sentences()) == ["the rain fell"]
    assert line == {"question": "Was it so?", "terms": ["was", "it", "so"]}


def test_a_sentence_of_too_many_terms_is_cut_behind_a_word() -> None:
    words = [f"w{number}" for number in range(MOST_TERMS + 2)]

    pieces = list(bounded(f"The {' '.join(words)}."))

    assert pieces == [
        (f"The {' '.join(words[:MOST_TERMS])}", words[:MOST_TERMS]),
        (f"{' '.join(words[MOST_TERMS:])}.", words[MOST_TERMS:]),
    ]


def test_a_sentence_of_just_as_many_terms_as_allowed_stays_whole() -> None:
    words = [f"w{number}" for number in range(MOST_TERMS)]

    pieces = list(bounded(f"{' '.join(words)}."))

    assert pieces == [(f"{' '.join(words)}.", words)]
