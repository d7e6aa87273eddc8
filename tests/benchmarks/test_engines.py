from math import log
from pathlib import Path

import pytest

from tests.benchmarks.agreement import agree
from tests.benchmarks.engines import ENGINES, Choice, engine
from tests.benchmarks.prepared import Corpus
from tests.benchmarks.preparing import prepare
from tests.benchmarks.zipf import Zipf


def installed(name: str) -> str:
    if not ENGINES[name].is_installed:
        pytest.skip(f"{name} is not installed")
    return name


def small(folder: Path, *sentences: str) -> Corpus:
    corpus = Corpus(folder / "corpus")
    corpus.folder.mkdir()
    corpus.tokens.write_text("".join(f"{line}\n" for line in sentences), encoding="utf-8")
    return corpus


def search(name: str, corpus: Corpus, folder: Path, *terms: str) -> list[tuple[int, float]]:
    folder.mkdir()
    engine(name).build(corpus, folder)
    return engine(name).open(folder).search(terms, 3)


# sqlite-fts5 has another formula, quoth-fields more than one field.
EXACT = [name for name in ENGINES if name not in ("sqlite-fts5", "quoth-fields")]
ONE_FIELD = [name for name in ENGINES if name != "quoth-fields"]


@pytest.mark.parametrize("name", EXACT)
def test_an_exact_engine_scores_by_the_formula(name: str, tmp_path: Path) -> None:
    corpus = small(tmp_path, "a b", "a a c", "", "d d d")

    hits = search(installed(name), corpus, tmp_path / "index", "a", "c", "unheard-of")

    # N = 4, L = 8 / 4 = 2. "a" is in 2 sentences: idf ln(1 + 2.5 / 2.5) = ln 2; "c" in one:
    # ln(1 + 3.5 / 1.5) = ln(10 / 3). Sentence 0 has l = L: norm 1.2. Sentence 1 has l = 1.5 L:
    # norm 1.2 (0.25 + 0.75 * 1.5) = 1.65.
    first, second = log(2) * 2 / (2 + 1.65) + log(10 / 3) / (1 + 1.65), log(2) / (1 + 1.2)
    assert [number for number, _ in hits] == [1, 0]
    assert [score for _, score in hits] == pytest.approx([first, second])


@pytest.mark.parametrize("name", ONE_FIELD)
def test_a_term_is_whatever_stands_between_spaces(name: str, tmp_path: Path) -> None:
    corpus = small(tmp_path, "1250.5 café", "1250 cafe", "5 it's", "x y", "x z")

    hits = search(installed(name), corpus, tmp_path / "index", "1250.5", "it's")

    assert {number for number, _ in hits} == {0, 2}


@pytest.mark.parametrize("name", ENGINES)
def test_nothing_is_found_for_unknown_terms(name: str, tmp_path: Path) -> None:
    corpus = small(tmp_path, "a b", "a", "b", "c")

    assert search(installed(name), corpus, tmp_path / "index", "unheard-of") == []


@pytest.mark.parametrize("name", ENGINES)
def test_the_best_come_first_and_no_more_than_asked_for(name: str, tmp_path: Path) -> None:
    corpus = small(tmp_path, *["x y z"] * 6, "a b c d", "a b c", "a b", "a")

    hits = search(installed(name), corpus, tmp_path / "index", "a", "b")

    # Sentences of fewer terms weigh more, and the last holds one of the two.
    assert [number for number, _ in hits] == [8, 7, 6]


@pytest.mark.parametrize("name", [name for name in EXACT if name != "scikit-learn"])
def test_exact_engines_find_the_same(name: str, tmp_path: Path) -> None:
    corpus = prepare(Zipf(1), 1_000, 100, tmp_path)
    opened = []
    for each in (installed(name), "scikit-learn"):
        folder = tmp_path / each
        folder.mkdir()
        engine(each).build(corpus, folder)
        opened.append(engine(each).open(folder))

    for question in corpus.questions():
        one, other = (searcher.search(question.terms, 10) for searcher in opened)
        assert agree(one, other, 10)


def test_an_engine_whose_library_is_missing_is_not_installed() -> None:
    choice = Choice("tests.benchmarks.engines", "Nothing", ("no_such_library",))

    assert not choice.is_installed
