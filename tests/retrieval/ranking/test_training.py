"""Weights are learnt from judged questions, and the same questions give the same digits."""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from retrieval.forward.kinds import KINDS
from retrieval.ranking.asking import TYPES
from retrieval.ranking.examples import Lesson, examples
from retrieval.ranking.features import FEATURES, features
from retrieval.ranking.fitting import fit
from retrieval.ranking.model import parse
from retrieval.ranking.training import LESSONS, LESSONS_OTHER, main
from tests.retrieval.making import contents, document, index_of
from tests.retrieval.ranking.making import view_of

LESSON = Lesson(weight=1.0, n_candidates=10)
ALL_FOLDS = frozenset(range(5))
ARTICLES = {
    "pact": ("Harbour pact", "The pact was signed in Tokyo.", "The pact ends in 2019."),
    "pool": ("Swimming pool", "A ticket for the pool costs 4 euros.", "The pool opens in May."),
    "fair": ("Autumn fair", "The fair has 40 stalls.", "Mira Olsen runs the fair."),
}
# Question, document, number of the right sentence.
ASKED = (
    ("where was the pact signed", "pact", 0),
    ("when does the pact end", "pact", 1),
    ("how much is a ticket for the pool", "pool", 0),
    ("when does the pool open", "pool", 1),
    ("how many stalls does the fair have", "fair", 0),
    ("who runs the fair", "fair", 1),
)


def write(folder: Path, **files: Sequence[Mapping[str, Any]]) -> Path:
    """Write JSONL files into a folder."""
    folder.mkdir(parents=True)
    for name, lines in files.items():
        text = "".join(json.dumps(line) + "\n" for line in lines)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
    return folder


def question_set(folder: Path, articles: Mapping[str, tuple[str, str, str]] = ARTICLES) -> Path:
    """Write what is asked of some articles, with spans, and a question without an answer."""
    offsets = {name: (0, len(first) + 1) for name, (_, first, _) in articles.items()}
    asked = [(q, [[name, offsets[name][n]]]) for q, name, n in ASKED if name in articles]
    questions = [{"id": n, "question": q} for n, (q, _) in enumerate(asked)]
    gold: list[dict[str, Any]] = [{"id": n, "spans": s} for n, (_, s) in enumerate(asked)]
    return write(
        folder,
        corpus=[
            {"id": name, "title": title, "sentences": sentences, "language": "en"}
            for name, (title, *sentences) in articles.items()
        ],
        questions=[*questions, {"id": 99, "question": "why does the pact stink"}],
        gold=[*gold, {"id": 99, "unanswerable": True}],
    )


def test_examples_are_the_candidates_of_each_answerable_question(tmp_path: Path) -> None:
    found = examples(question_set(tmp_path / "set"), LESSON)

    # Every article has two sentences in one paragraph, so both are candidates, in the order of the
    # first stage; the last question has no answer and is left out.
    n_questions = len(ASKED)
    sizes = np.diff(found.starts)
    assert len(sizes) == len(found.fold) == n_questions
    assert (sizes >= 2).all()
    assert np.add.reduceat(found.is_right, found.starts[:-1]).tolist() == [1] * n_questions
    assert found.features.shape == (len(found.is_right), len(FEATURES))
    assert found.evidence.shape == (len(found.is_right), len(KINDS))
    types = [TYPES[n] for n in found.type[found.starts[:-1]]]
    assert types == ["where", "when", "how much", "when", "how many", "who"]


def test_examples_show_what_the_ranking_sees(tmp_path: Path) -> None:
    title, first, second = ARTICLES["pact"]
    index = index_of(document("pact", f"{first} | {second}", title=title))

    found = examples(question_set(tmp_path / "set", {"pact": ARTICLES["pact"]}), LESSON)

    # Given sentences stand in one paragraph. "When does the pact end": the second sentence leads.
    assert found.starts.tolist() == [0, 2, 4]
    seen = features(view_of(index, "when does the pact end", 1, 0))
    assert found.features[2:] == pytest.approx(seen)
    assert found.is_right.tolist() == [True, False, True, False]


def test_a_lesson_says_how_many_candidates_and_which_questions(tmp_path: Path) -> None:
    folder = question_set(tmp_path / "set")

    found = examples(folder, Lesson(weight=2.5, n_candidates=1, step=4))

    # Questions 0 and 4 of 6.
    assert found.starts.tolist() == [0, 1, 2]
    assert [TYPES[n] for n in found.type] == ["where", "how many"]
    assert found.weight == 2.5


def test_documents_asked_alone_are_indexed_by_themselves(tmp_path: Path) -> None:
    folder = question_set(tmp_path / "set")

    found = examples(folder, Lesson(weight=1.0, n_candidates=10, alone=True))

    # Two questions of each article, whose own two sentences are all there is.
    assert len(found.fold) == 6
    assert (np.diff(found.starts) <= 2).all()
    # The second article has a paragraph a sentence: log(1 + 1); the others have one of two.
    lengths = found.features[:, list(FEATURES).index("length of paragraph")]
    owner = np.repeat([0, 0, 1, 1, 2, 2], np.diff(found.starts))
    expected = np.where(owner == 1, np.log(2), np.log(3))
    assert lengths == pytest.approx(expected, rel=1e-5)


def test_an_article_is_in_one_fold_wherever_it_is_asked(tmp_path: Path) -> None:
    renamed = {"pool": ARTICLES["pool"], "fair": ARTICLES["fair"]}

    whole = examples(question_set(tmp_path / "one"), LESSON)
    part = examples(question_set(tmp_path / "two", renamed), replace(LESSON, alone=True))

    # CRC-32 of the title, the same in every process.
    expected = [zlib.crc32(title.encode()) % 5 for title, *_ in ARTICLES.values()]
    assert whole.fold.tolist() == list(np.repeat(expected, 2))
    assert part.fold.tolist() == list(np.repeat(expected[1:], 2))


def test_the_same_questions_give_the_same_digits(tmp_path: Path) -> None:
    sets = [question_set(tmp_path / name) for name in ("one", "two")]

    one, two = (fit([examples(folder, LESSON)], ALL_FOLDS) for folder in sets)

    assert one.weights.tobytes() == two.weights.tobytes()
    assert one.evidence.tobytes() == two.evidence.tobytes()
    assert one.as_json() == two.as_json()
    assert one.weights.any()


def test_the_command_writes_the_same_weights_for_the_same_sets(tmp_path: Path) -> None:
    for name in (*LESSONS, *LESSONS_OTHER):
        question_set(tmp_path / "sets" / name)
    outputs = [tmp_path / "one", tmp_path / "two"]

    for output in outputs:
        output.mkdir()
        main([str(tmp_path / "sets"), "--output", str(output)])

    assert contents(outputs[0]) == contents(outputs[1])
    read = {name: json.loads(content) for name, content in contents(outputs[0]).items()}
    assert read.keys() == {"weights-en.json", "weights-other.json"}
    assert all(list(raw["features"]) == list(FEATURES) for raw in read.values())
    assert all(parse(raw).weights.any() for raw in read.values())
    assert read["weights-en.json"]["learnt_from"].keys() == LESSONS.keys()
    assert read["weights-other.json"]["learnt_from"].keys() == LESSONS_OTHER.keys()
