"""S17: a sentence is quoted once however often it stands, and gone after one command."""

import json
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from bot import wiring
from bot.answering import Answerer
from bot.answers import Answer, Outcome
from bot.documents.removing import remove
from bot.home import Home
from bot.questions import Question
from bot.serving_index import ServingAnswerer
from tests.bot.calling import quoth

N_COPIES = 100_000
N_DOCUMENTS = 1_000
N_SENTENCES = 10_000
ASKED = "How tall is the lighthouse of Port Ellen?"
TRUE = "The lighthouse of Port Ellen is forty metres tall."
FALSE = "The lighthouse of Port Ellen is ninety metres tall, says the keeper of the quay."
STUFFED = "lighthouse Port Ellen tall lighthouse Port Ellen tall lighthouse Port Ellen tall metres."
PLACES = ["harbour", "museum", "school", "market", "bridge", "chapel", "garden", "station"]


def lines(documents: Iterable[tuple[str, list[str]]]) -> str:
    return "".join(json.dumps({"id": i, "sentences": told}) + "\n" for i, told in documents)


def home_of(folder: Path, **files: str) -> Home:
    """Index files of lines, each a source of its own."""
    home = Home(folder / "home")
    for name, content in files.items():
        (folder / f"{name}.jsonl").write_text(content)
        wiring.indexer(home).update([folder / f"{name}.jsonl"])
    return home


def others(n: int) -> list[str]:
    """Return sentences about other things, no two alike."""
    return [f"The {PLACES[k % 8]} number {k} was opened by {k % 97} people." for k in range(n)]


def ask(answerer: Answerer | ServingAnswerer, text: str = ASKED) -> Outcome:
    return answerer.answer(Question(text), text)


def test_a_sentence_that_stands_a_hundred_thousand_times_is_quoted_once(tmp_path: Path) -> None:
    home = home_of(
        tmp_path,
        honest=lines([("honest", [TRUE, *others(50)])]),
        copies=lines([("copies", [FALSE] * N_COPIES)]),
    )

    outcome = ask(wiring.answerer(home))

    texts = [quote.text for quote in outcome.quotes] if isinstance(outcome, Answer) else []
    assert texts.count(FALSE) <= 1
    assert len(set(texts)) == len(texts)


def test_a_document_that_stands_a_thousand_times_is_quoted_once_with_its_copies_named(
    tmp_path: Path,
) -> None:
    copied = [(f"copy {n}", [FALSE, "It is painted white."]) for n in range(N_DOCUMENTS)]
    home = home_of(tmp_path, honest=lines([("honest", [TRUE, *others(50)])]), copies=lines(copied))

    outcome = ask(wiring.answerer(home))

    assert isinstance(outcome, Answer)
    said = Counter(quote.text for quote in outcome.quotes)
    assert said[FALSE] <= 1
    # Where it is quoted, the answer shows that others hold the same.
    assert all(quote.copies for quote in outcome.quotes if quote.text == FALSE)


def test_words_heaped_up_are_quoted_once_with_their_document_and_gone_when_it_is_removed(
    tmp_path: Path,
) -> None:
    home = home_of(
        tmp_path,
        honest=lines([("honest", [TRUE, *others(50)])]),
        stuffed=lines([("stuffed", [STUFFED])]),
    )

    before = ask(wiring.answerer(home))
    remove(home, ["stuffed"])
    after = ask(wiring.answerer(home))

    assert isinstance(before, Answer)
    assert isinstance(after, Answer)
    stuffed = [quote.document for quote in before.quotes if quote.text == STUFFED]
    assert stuffed in ([], ["stuffed"])
    assert [quote.text for quote in after.quotes] == [TRUE]


@pytest.mark.parametrize("n_copies", [N_DOCUMENTS])
def test_one_command_takes_a_source_out_of_every_answer_within_ten_seconds(
    tmp_path: Path, n_copies: int
) -> None:
    copied = [(f"poisoned {n}", [FALSE]) for n in range(n_copies)]
    honest = [("honest", [TRUE, *others(N_SENTENCES)])]
    home = home_of(tmp_path, honest=lines(honest), copies=lines(copied))
    serving = wiring.serving_answerer(home)
    before = ask(serving)

    start = time.perf_counter()
    result = quoth("remove", "--all", "poisoned", "--home", home.path)
    after = ask(serving)
    seconds = time.perf_counter() - start

    assert result.out.startswith(f"Removed {n_copies:,} documents: ")
    assert any(entry.document.startswith("poisoned") for entry in before.ranked)
    assert not any(entry.document.startswith("poisoned") for entry in after.ranked)
    assert isinstance(after, Answer)
    assert after.quotes[0].text == TRUE
    assert seconds < 10
